import { beforeAll, describe, expect, it } from 'vitest';
import { emptyTally, scoreDocument } from '../scripts/scoring/score-documents.js';
import { type MadeDocument, makeDocument } from '../scripts/synthesise/document.js';
import { alterTables, type PrintedTable } from '../scripts/synthesise/printed.js';
import { canDrawTables, drawTablePicture } from '../scripts/world/draw-table-picture.js';
import { openConverter } from './convert/run/open-converter.js';
import type { BundleFile } from './model/bundle.js';
import type { ReportRecord } from './model/report-record.js';

const recipe = { form: 'ogi-2021', year: 2023, seed: 15 } as const;
const TITLE_ONLY = '现将本单位年度报告予以公布，全文见附件。';

let report: MadeDocument;
let short: Uint8Array;
beforeAll(async () => {
  report = await makeDocument({ ...recipe, carrier: 'docx-plain' }, 'report');
  const { title } = report.report;
  short = Buffer.from(`<title>${title}</title><h1>${title}</h1><p>${TITLE_ONLY}</p>`);
});

async function read(...sources: BundleFile[]): Promise<ReportRecord[]> {
  const { records, failure } = await openConverter().convert({ files: sources });
  expect(failure).toBeNull();
  return records;
}

const page = (bytes = short): BundleFile => ({ uri: 'http://a.cn/1.html', bytes });
const file = (bytes: Uint8Array, uri = 'http://a.cn/1.docx'): BundleFile => ({
  uri,
  bytes,
  linked: 'attachment',
});
const picture = (bytes: Uint8Array): BundleFile => ({
  ...{ uri: 'http://a.cn/1.png', bytes, linked: 'picture' },
});
const uris = ({ source }: ReportRecord): string[] => (source.carriers ?? [source]).map(({ uri }) => uri);
const codes = (records: readonly ReportRecord[]): string[] =>
  records.flatMap(({ issues }) => issues.map(({ code }) => code));

describe('a page and what hangs on it', () => {
  it('is one record, with a file beside it that is none, of which nobody said that it is', async () => {
    const form = Buffer.from(
      '<h1>政府信息公开申请表</h1><p>姓名：　　联系电话：　　所需信息的内容描述：</p>'.repeat(3),
    );
    const records = await read(page(), file(report.bytes), file(form, 'http://a.cn/form.doc'));
    expect(records.map(({ kind }) => kind)).toEqual(['annual-report', 'other']);
    expect(records.map(uris)).toEqual([
      ['http://a.cn/1.docx', 'http://a.cn/1.html'],
      ['http://a.cn/form.doc'],
    ]);
    expect(scoreDocument(emptyTally(), report.truth, records.slice(0, 1))).toEqual([]);
    expect(codes(records)).not.toContain('carriers-not-merged');
    // Where a user says that all of them are one report, it is told.
    const named = [page(), file(report.bytes), file(form)].map(({ uri, bytes }) => ({ uri, bytes: bytes! }));
    expect(codes(await read(...named))).toContain('carriers-not-merged');
  });

  it('stays apart from a file of another year, and says so', async () => {
    const before = await makeDocument({ ...recipe, year: 2022, carrier: 'docx-plain' }, 'before');
    const records = await read(page(), file(before.bytes));
    expect(records.map(({ kind, year }) => [kind, year.value])).toEqual([
      ['other', null],
      ['annual-report', 2022],
    ]);
    expect(codes(records).filter((code) => code === 'carriers-not-merged')).toHaveLength(2);
  });
});

describe.skipIf(!canDrawTables())('a page and the pictures that it shows', () => {
  const MARK = '（表格见图）';
  const isShown = ({ id }: PrintedTable): boolean => id === 'proactive';
  let shown: MadeDocument;
  let table: PrintedTable;
  beforeAll(async () => {
    shown = await makeDocument(
      {
        ...recipe,
        carrier: 'html-clean',
        alterPage: (whole) =>
          alterTables(whole, (each) => {
            if (!isShown(each)) return each;
            table = each;
            return [{ kind: 'paragraph', text: MARK }];
          }),
        alterText: (text) => text.replace(MARK, '<img src="/1.png">'),
      },
      'shown',
    );
  });

  it('is one record, which names them and says of no picture that it was not read', async () => {
    const records = await read(page(shown.bytes), picture(drawTablePicture(table)));
    expect(records.map(uris)).toEqual([['http://a.cn/1.html', 'http://a.cn/1.png']]);
    expect(scoreDocument(emptyTally(), shown.truth, records)).toEqual([]);
    expect(codes(records)).not.toContain('image-content');
    expect(records[0]!.tables.proactive!.administrativeLicensing!.decisions!.at?.carrier).toBe(1);
  });

  it('keeps a form that shows placeholders alone as blank', async () => {
    const rows = table.rows.map((row) =>
      row.map((cell) => (/^\d/u.test(cell.text) ? { ...cell, text: '/' } : cell)),
    );
    const [record] = await read(page(shown.bytes), picture(drawTablePicture({ ...table, rows })));
    expect(uris(record!)).toHaveLength(2);
    const cells = Object.values(record!.tables.proactive!).flatMap((row) => Object.values(row));
    expect(new Set(cells.map(({ confidence }) => confidence))).toEqual(new Set(['blank']));
  });

  it('is the record of the page alone where they hold no table of a form, or are no pictures', async () => {
    const [alone] = await read(page(shown.bytes));
    expect(codes([alone!])).toContain('image-content');
    const cell = (text: string) => ({ text, rowSpan: 1, colSpan: 1 });
    const rows = [
      ['游客', '人数'],
      ['一月', '12'],
      ['二月', '31'],
    ].map((row) => row.map(cell));
    const chart = drawTablePicture({ id: 'review', rows, headRows: 1, widths: [1, 1] });
    for (const bytes of [chart, Buffer.from('<h1>404</h1><p>页面不存在</p>'), Buffer.from('')])
      expect(await read(page(shown.bytes), picture(bytes))).toEqual([alone]);
  });
});
