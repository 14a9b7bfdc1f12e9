import { beforeAll, describe, expect, it } from 'vitest';
import { damageDigit } from '../../scripts/carriers/damage-digit.js';
import { judgeMerge } from '../../scripts/carriers/judge-merge.js';
import { type MadeDocument, makeDocument, type Recipe } from '../../scripts/synthesise/document.js';
import type { TableName } from '../../scripts/synthesise/printed.js';
import { seededRandom } from '../../scripts/synthesise/random.js';
import { convert, convertTogether } from '../index.js';
import { type Cell, type ReportRecord, reportRecordSchema } from '../model/report-record.js';
import { amount } from '../testing/amount.js';
import { drawZip } from '../testing/draw-zip.js';
import { CARRIERS_MAX } from './run/run-bundle.js';

/** What `npm test` leaves to the long run. */
const IS_LONG = amount(0, 1) === 1;

const base = { form: 'ogi-2021', seed: 11 } as const;
type Change = Partial<Recipe> & { without?: TableName[]; damage?: string };

/** The report in a carrier; without some tables, with a digit damaged in a cell (`applications.granted.total`). */
function make(carrier: string, { without = [], damage, ...change }: Change = {}): Promise<MadeDocument> {
  const [table, row, column] = damage?.split('.') ?? [];
  return makeDocument(
    {
      ...base,
      carrier,
      ...(table && {
        alterReport: (report) =>
          damageDigit(report, { table: table as TableName, row: row!, column: column! }, seededRandom(1)),
      }),
      alterPage: ({ blocks }) => ({
        blocks: blocks.filter((block) => block.kind !== 'table' || !without.includes(block.table.id)),
      }),
      ...change,
    },
    carrier,
  );
}

const sourceOf = ({ bytes, suffix }: MadeDocument, name = 'report') => ({ uri: `${name}${suffix}`, bytes });

async function together(...made: MadeDocument[]): Promise<ReportRecord[]> {
  const { records, failure } = await convertTogether(made.map((each) => sourceOf(each)));
  expect(failure).toBeNull();
  for (const record of records) reportRecordSchema.strict().parse(record);
  return records;
}

const readAlone = new WeakMap<MadeDocument, Promise<ReportRecord>>();

/** The record of one file by itself; most tests look at the same two files, which are read once. */
function alone(made: MadeDocument): Promise<ReportRecord> {
  const read = async (): Promise<ReportRecord> => (await convert(sourceOf(made))).records[0]!;
  const record = readAlone.get(made) ?? read();
  readAlone.set(made, record);
  return record;
}

const cellAt = (record: ReportRecord, path: string): Cell => {
  const [table, row, column] = path.split('.') as [string, string, string];
  return record.tables[table]![row]![column]!;
};
const codes = ({ issues }: ReportRecord): string[] => issues.map(({ code }) => code);
const paths = (record: ReportRecord): string[] =>
  Object.entries(record.tables).flatMap(([table, rows]) =>
    Object.entries(rows).flatMap(([row, columns]) =>
      Object.keys(columns).map((column) => `${table}.${row}.${column}`),
    ),
  );

let page: MadeDocument;
let docx: MadeDocument;
beforeAll(async () => {
  [page, docx] = await Promise.all([make('html-clean'), make('docx-plain')]);
});

/** An inner cell of table 三 with a number of several digits, and one of another row. */
const [INNER, OTHER] = ['applications.newlyReceived.naturalPerson', 'applications.totalProcessed.total'];
const UNCHECKED = 'proactive.normativeDocuments.inForce';

describe('convertTogether', () => {
  it('fills what the page lacks from its attachment, and says from which', async () => {
    const bare = await make('html-clean', { without: ['applications'] });
    const [record, ...more] = await together(bare, docx);
    expect(more).toEqual([]);
    expect(record!.summary).toEqual((await alone(docx)).summary);
    expect(record!.source.carriers!.map(({ uri }) => uri)).toEqual(['report.docx', 'report.html']);
    expect(record!.source).toMatchObject(record!.source.carriers![0]!);
    expect(codes(record!)).not.toContain('table-missing');
    expect(codes(record!)).not.toContain('carriers-differ');
  });

  it('takes a table from each file', async () => {
    const [record] = await together(
      await make('html-clean', { without: ['applications'] }),
      await make('docx-plain', { without: ['proactive', 'review'] }),
    );
    expect(record!.summary).toEqual((await alone(docx)).summary);
    expect(new Set(paths(record!).map((path) => cellAt(record!, path).at?.carrier))).toEqual(
      new Set([undefined, 1]),
    );
    expect(codes(record!)).not.toContain('table-missing');
  });

  it('leads every place back to the text of its file', async () => {
    const files = [
      await make('html-clean', { without: ['applications'] }),
      await make('docx-plain', { without: ['proactive', 'review'] }),
    ];
    const [record] = await together(...files);
    const { readSource } = await import('./pipeline.js');
    const { loadKnowledge } = await import('../../parsers/index.js');
    const texts = new Map<string, string>();
    for (const file of files) {
      const { raw, parsed } = await readSource(sourceOf(file), loadKnowledge());
      texts.set(raw.sha256, parsed.text);
    }
    const textOf = (carrier = 0): string => texts.get(record!.source.carriers![carrier]!.sha256)!;
    const cells = paths(record!).flatMap((path) => cellAt(record!, path));
    const places = [...cells, ...record!.facts, record!.title, record!.period.start].flatMap(({ raw, at }) =>
      at ? [{ raw, at }] : [],
    );
    expect(places.length).toBeGreaterThan(100);
    for (const { raw, at } of places) expect(textOf(at.carrier).slice(at.start, at.end)).toBe(raw);
  });

  it('gives the same record in whatever order the files are named', async () => {
    const pdf = await make('pdf-plain', { damage: INNER });
    const one = await together(page, docx, pdf);
    const other = await together(pdf, page, docx);
    expect(JSON.stringify(other)).toBe(JSON.stringify(one));
    expect(one[0]!.source.carriers).toHaveLength(3);
    const ids = [one[0]!.id, (await alone(page)).id, (await together(page, docx))[0]!.id];
    expect(new Set(ids).size).toBe(3);
  });

  it('is the record of the one file where there is one, and the same bytes count once', async () => {
    const twice = await convertTogether([sourceOf(page, 'b'), sourceOf(page, 'a')]);
    expect(twice.records).toEqual((await convert(sourceOf(page, 'a'))).records);
  });

  it('confirms nothing anew where both files say the same', async () => {
    const [record] = await together(page, docx);
    const [a, b] = [await alone(page), await alone(docx)];
    expect(codes(record!)).not.toContain('carriers-differ');
    for (const path of paths(record!)) {
      const { value, confidence } = cellAt(record!, path);
      expect([cellAt(a, path), cellAt(b, path)].map((cell) => cell.value)).toEqual([value, value]);
      expect([cellAt(a, path).confidence, cellAt(b, path).confidence]).toContain(confidence);
    }
  });
});

describe.runIf(IS_LONG)('a damaged digit', () => {
  it('that the sums found is replaced by what the other file prints', async () => {
    const broken = await make('html-clean', { damage: INNER });
    expect(cellAt(await alone(broken), INNER).confidence).toBe('suspect');
    const [record] = await together(broken, docx);
    expect(cellAt(record!, INNER)).toMatchObject({
      value: cellAt(await alone(docx), INNER).value,
      confidence: 'verified',
      flags: [],
    });
    expect(record!.summary.checksFailed).toBe(0);
    expect(record!.issues.filter(({ code }) => code === 'carriers-differ')).toMatchObject([
      { severity: 'info', path: `tables.${INNER}`, message: expect.stringContaining('report.html') },
    ]);
  });

  it('in each file, in different cells, leaves neither', async () => {
    const [record] = await together(
      await make('html-clean', { damage: INNER }),
      await make('docx-plain', { damage: OTHER }),
    );
    for (const path of [INNER, OTHER])
      expect(cellAt(record!, path)).toMatchObject({
        value: cellAt(await alone(page), path).value,
        flags: [],
      });
    expect(record!.summary).toEqual((await alone(page)).summary);
  });

  it('that no sum sees is in doubt, with both numbers', async () => {
    const broken = await make('docx-plain', { damage: UNCHECKED });
    const [right, wrong] = [await alone(page), await alone(broken)].map((r) => cellAt(r, UNCHECKED).value);
    expect(wrong).not.toBe(right);
    expect(cellAt(await alone(broken), UNCHECKED).confidence).toBe('read');
    const [record] = await together(page, broken);
    const { value, confidence, flags } = cellAt(record!, UNCHECKED);
    expect(confidence).toBe('suspect');
    expect(flags).toEqual(expect.arrayContaining(['carriers-differ', 'rivals']));
    const rival = Number(flags.find((flag) => flag.startsWith('rival:'))!.slice('rival:'.length));
    expect(new Set([value, rival])).toEqual(new Set([right, wrong]));
    const issue = record!.issues.find(({ path }) => path === `tables.${UNCHECKED}`)!;
    expect(issue).toMatchObject({ code: 'carriers-differ', severity: 'warning' });
    for (const part of [right, wrong, 'report.html', 'report.docx'])
      expect(issue.message).toContain(`${part}`);
  });

  it('is shown by three files to be the one that two do not have', async () => {
    const broken = await make('pdf-plain', { damage: UNCHECKED });
    const [record] = await together(broken, page, docx);
    expect(cellAt(record!, UNCHECKED)).toMatchObject({
      value: cellAt(await alone(page), UNCHECKED).value,
      confidence: 'suspect',
    });
  });

  it.each([
    'applications.newlyReceived.naturalPerson',
    'applications.granted.naturalPerson',
    'applications.totalProcessed.commercialEnterprise',
    'applications.carriedOver.total',
    'review.reconsideration.total',
    'review.litigationDirect.upheld',
    'proactive.regulations.issuedThisYear',
    'proactive.administrativeLicensing.decisions',
  ])('%s never makes merging worse than the better file', async (damage) => {
    const broken = await make('html-clean', { damage });
    const records = [await alone(broken), await alone(docx)];
    const [merged] = await together(broken, docx);
    expect(judgeMerge(page.truth, records, merged)).toEqual({ newSilent: [], worse: [] });
    expect(cellAt(merged!, damage)).not.toMatchObject({
      value: cellAt(records[0]!, damage).value,
      confidence: 'read',
    });
  });
});

describe.runIf(IS_LONG)('files that are no one report', () => {
  it('stay apart where they are of other years', async () => {
    const [own, other] = await Promise.all([
      make('html-clean', { year: 2022 }),
      make('docx-plain', { year: 2023 }),
    ]);
    const records = await together(own, other);
    expect(records.map(({ year }) => year.value)).toEqual([2022, 2023]);
    expect(records.map(({ source }) => source.carriers)).toEqual([undefined, undefined]);
    for (const record of records) expect(codes(record)).toContain('carriers-not-merged');
    expect(records[0]!.issues.at(-1)).toEqual({
      code: 'carriers-not-merged',
      severity: 'warning',
      message: 'not put together with report.docx: it is of 2023, this one of 2022',
      path: 'source',
    });
  });

  it('stay apart where they are of other bodies, and those that belong together are merged', async () => {
    const other = await make('html-word', { seed: 12, year: (await alone(page)).year.value! });
    const records = await together(page, other, docx);
    expect(records.map(({ source }) => source.carriers?.length)).toEqual([2, undefined]);
    expect(records.map(({ issuer }) => issuer.value)).toEqual(
      [await alone(page), await alone(other)].map(({ issuer }) => issuer.value),
    );
    for (const record of records) expect(codes(record)).toContain('carriers-not-merged');
  });

  it('stay apart from what is no report', async () => {
    const essay = {
      uri: 'a.txt',
      bytes: Buffer.from('今天的天气很好，我们去了公园，看了花，也喝了茶。'.repeat(9)),
    };
    const { records } = await convertTogether([sourceOf(page), essay]);
    expect(records.map(({ kind }) => kind)).toEqual(['annual-report', 'other']);
    expect(records[0]!.issues.at(-1)!.message).toBe('not put together with a.txt: it is no report');
  });
});

describe.runIf(IS_LONG)('a file of several reports', () => {
  it('gives one of them to the page that it belongs to, and keeps the others', async () => {
    const [first, second] = await Promise.all([
      make('html-clean', { year: 2022 }),
      make('html-clean', { year: 2023 }),
    ]);
    const both = await make('docx-plain', {
      alterPage: () => ({ blocks: [...first.page.blocks, ...second.page.blocks] }),
    });
    const records = await together(first, both);
    expect(records.map(({ year, source }) => [year.value, source.carriers?.length])).toEqual([
      [2022, 2],
      [2023, undefined],
    ]);
    const parts = records[0]!.source.carriers!.map(({ format, part }) => `${format} ${part}`);
    expect(parts.sort()).toEqual(['docx 0', 'html 0']);
    expect(records.map((record) => codes(record).includes('carriers-not-merged'))).toEqual([false, true]);
  });
});

describe('a file without a header', () => {
  const onlyTable = ({ blocks }: { blocks: MadeDocument['page']['blocks'] }) => ({
    blocks: blocks.filter((block) => block.kind === 'table' && block.table.id === 'applications'),
  });

  it('takes that of the page', async () => {
    const table = await make('docx-plain', { alterPage: onlyTable });
    expect(await alone(table)).toMatchObject({ title: { value: null }, year: { value: null } });
    const cover = await make('html-clean', { without: ['applications'] });
    const [record, ...more] = await together(cover, table);
    expect(more).toEqual([]);
    expect(record!.title.value).toBe((await alone(cover)).title.value);
    expect(record!.summary).toEqual((await alone(docx)).summary);
  });

  it('belongs to none where there are two reports', async () => {
    const table = await make('docx-plain', { alterPage: onlyTable });
    const records = await together(
      await make('html-clean', { year: 2022 }),
      await make('html-clean', { year: 2023 }),
      table,
    );
    expect(records).toHaveLength(3);
    expect(records[2]!.source.format).toBe('docx');
  });

  it('holds the report of a page that only names it', async () => {
    const cover = await make('html-clean', {
      alterPage: ({ blocks }) => ({
        blocks: [blocks[0]!, { kind: 'paragraph', text: '附件：政府信息公开工作年度报告附表' }],
      }),
    });
    expect((await alone(cover)).kind).toBe('other');
    const [record, ...more] = await together(cover, docx);
    expect(more).toEqual([]);
    expect(record!.kind).toBe('annual-report');
    expect(codes(record!)).not.toContain('not-a-report');
    const table = await make('docx-plain', { alterPage: onlyTable });
    const [joined] = await together(cover, table);
    expect(joined).toMatchObject({ kind: 'annual-report', year: { value: (await alone(page)).year.value } });
    expect(joined!.tables.applications).toBeDefined();
  });
});

describe('what can not be read', () => {
  it('is a failure beside the record of the others', async () => {
    const noise = { uri: 'noise.pdf', bytes: Buffer.from('%PDF-1.4 nothing') };
    const one = await convertTogether([sourceOf(page), noise, sourceOf(docx)]);
    expect(one.records[0]!.source.carriers).toHaveLength(2);
    expect(one.failure).toMatchObject({ uri: 'noise.pdf', code: 'pdf-damaged' });
    const two = await convertTogether([noise, { uri: 'void.html', bytes: Buffer.alloc(0) }]);
    expect(two.records).toEqual([]);
    expect(two.failure).toMatchObject({ uri: 'noise.pdf, void.html', code: 'carriers-failed' });
    expect(two.failure!.members!.map(({ code }) => code)).toEqual(['pdf-damaged', 'empty']);
  });

  it('is more than the files of one report', async () => {
    const many = Array.from({ length: CARRIERS_MAX + 1 }, (_, n) => ({
      uri: `${n}.html`,
      bytes: page.bytes,
    }));
    expect(await convertTogether(many)).toMatchObject({
      records: [],
      failure: { code: 'carriers-too-many' },
    });
  });

  it('takes the documents of a ZIP as files of the report', async () => {
    const zip = drawZip([
      { name: 'page.html', content: page.bytes },
      { name: 'table.docx', content: docx.bytes },
    ]);
    const { records, failure } = await convertTogether([{ uri: 'all.zip', bytes: zip }]);
    expect(failure).toBeNull();
    expect(records.map(({ source }) => source.carriers!.map(({ uri }) => uri).sort())).toEqual([
      ['all.zip!/page.html', 'all.zip!/table.docx'],
    ]);
  });
});
