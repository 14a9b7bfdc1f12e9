import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CFB, utils, type WorkSheet, write } from '@e965/xlsx';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it, vi } from 'vitest';
import type { Block, ParsedDocument } from '../../../src/model/parsed-document.js';
import type { Result } from '../../../src/model/result.js';
import { UnreadableSourceError } from '../../../src/model/source.js';
import { sheetFormat } from './index.js';
import { scanBiff } from './scan-biff.js';

const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(fileURLToPath(new URL(`fixtures/${name}`, import.meta.url))));

const readBytes = (bytes: Uint8Array): Promise<Result<ParsedDocument>> =>
  sheetFormat.read({ source: { uri: 'x', bytes }, sha256: '', mediaType: '', formatId: 'sheet' });

const drawBlock = (block: Block): string =>
  block.kind === 'paragraph'
    ? block.text
    : block.cells.map((c) => `${c.row},${c.column} ${c.rowSpan}x${c.colSpan} ${c.text}`).join(' | ');

type Type = 'xlsx' | 'biff8' | 'xlsb';

function bookOf(sheet: WorkSheet, bookType: Type = 'xlsx'): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'S');
  return new Uint8Array(write(book, { type: 'buffer', bookType }) as Buffer);
}

const drawSheet = async (rows: (string | number | null)[][], merges: string[] = []): Promise<string[]> => {
  const sheet = utils.aoa_to_sheet(rows);
  sheet['!merges'] = merges.map((range) => utils.decode_range(range));
  return (await readBytes(bookOf(sheet))).value.blocks.map(drawBlock);
};

/** Another workbook: the parts of one, some of them changed or added. */
function changeParts(bytes: Uint8Array, change: Record<string, (xml: string) => string>): Uint8Array {
  const zip = CFB.read(Buffer.from(bytes), { type: 'buffer' });
  for (const [name, edit] of Object.entries(change)) {
    const content = CFB.find(zip, `/${name}`)?.content as Buffer | undefined;
    CFB.utils.cfb_del(zip, `/${name}`);
    CFB.utils.cfb_add(zip, `/${name}`, Buffer.from(edit(content?.toString('utf8') ?? '')));
  }
  return new Uint8Array(CFB.write(zip, { type: 'buffer', fileType: 'zip', compression: true }) as Buffer);
}

const small = bookOf(utils.aoa_to_sheet([['甲', 1]]));
const SHEET = 'xl/worksheets/sheet1.xml';

describe('sheetFormat', () => {
  it.each(['odd.xls', 'odd.xlsx'])('reads what is displayed, and says what is hidden: %s', async (name) => {
    const { value, issues } = await readBytes(fixture(name));
    expect(value.blocks.map(drawBlock)).toEqual([
      '青岚县2023年统计',
      [
        '0,0 1x1 指标 | 0,1 1x1 数量 | 0,2 1x1 金额',
        '1,0 1x1 甲 | 1,1 1x1 1,235 | 1,2 1x1 0.50',
        '2,0 1x1 乙 | 2,1 1x1 2023-12-31 | 2,2 1x1 12',
        '3,0 1x1 丙 | 3,1 1x1  | 3,2 1x1 #DIV/0!',
        '4,0 1x1 丁 | 4,1 1x1  | 4,2 1x1 9',
      ].join(' | '),
      '备注：以上数字截至年底。',
      '第二表',
      '0,0 1x1 名 | 0,1 1x1 值 | 1,0 1x1 戊 | 1,1 1x1 3 | 2,0 1x1 己 | 2,1 1x1 ',
    ]);
    expect(issues).toMatchObject([
      { code: 'hidden-content', message: expect.stringContaining('1 hidden sheets and 8 cells') },
    ]);
  });

  it('tells titles, headings and notes from rows of tables', async () => {
    const rows = [
      ['标题', null, null],
      [null, null, null],
      ['一、情况', null, null],
      ['甲', 1, 2],
      ['乙', null, null],
      ['二、合并的标题', null, null],
      ['丙', null, 4],
      ['注', null, null],
    ];
    const grid = (...cells: string[]) =>
      cells.map((text, at) => `${Math.floor(at / 3)},${at % 3} 1x1 ${text}`).join(' | ');
    expect(await drawSheet(rows, ['A6:C6', 'A8:C8'])).toEqual([
      '标题',
      '一、情况',
      grid('甲', '1', '2', '乙', '', ''),
      '二、合并的标题',
      grid('丙', '', '4'),
      '注',
    ]);
  });

  it('keeps merged cells in both directions, and drops what lies under them', async () => {
    const rows = [
      ['名称', '数量', null],
      [null, '新收', '结转'],
      ['甲', 1, 2],
    ];
    expect(await drawSheet(rows, ['A1:A2', 'B1:C1'])).toEqual([
      '0,0 2x1 名称 | 0,1 1x2 数量 | 1,1 1x1 新收 | 1,2 1x1 结转 | 2,0 1x1 甲 | 2,1 1x1 1 | 2,2 1x1 2',
    ]);
    const covered = utils.aoa_to_sheet([
      ['甲', 1, 2],
      ['乙', 99, 3],
    ]);
    covered['!merges'] = [utils.decode_range('A2:B2')];
    const { value, issues } = await readBytes(bookOf(covered));
    expect(value.text).toBe('甲 | 1 | 2\n乙 | 3');
    expect(issues).toMatchObject([{ code: 'hidden-content' }]);
  });

  it('shows a formula that was never worked out, so that no blank stands there', async () => {
    const sheet = utils.aoa_to_sheet([
      ['甲', 1],
      ['乙', 2],
      ['计', 3],
    ]);
    const bytes = changeParts(bookOf(sheet), {
      [SHEET]: (xml) => xml.replace(/(<c r="B3"[^>]*>)<v>3<\/v>/, '$1<f>SUM(B1:B2)</f>'),
    });
    expect((await readBytes(bytes)).value.text).toBe('甲 | 1\n乙 | 2\n计 | =SUM(B1:B2)');
  });

  it('says that text boxes are not read and pictures stand there', async () => {
    const bytes = changeParts(small, {
      'xl/drawings/drawing1.xml': () =>
        '<xdr:wsDr><xdr:sp><a:p><a:r><a:t>9</a:t></a:r></a:p></xdr:sp></xdr:wsDr>',
      'xl/media/image1.png': () => 'x',
    });
    const { issues } = await readBytes(bytes);
    expect(issues).toMatchObject([{ code: 'content-not-read' }, { code: 'image-content' }]);
  });

  it.each<Type>(['xlsx', 'biff8'])('reads Chinese texts of %s', async (type) => {
    const bytes = bookOf(
      utils.aoa_to_sheet([
        ['行政规范性文件', 12],
        ['其他', 3],
      ]),
      type,
    );
    const sniffed = sheetFormat.sniff({ uri: 'x', bytes });
    expect(sniffed?.value.mediaType).toMatch(/excel|spreadsheet/);
    const { value } = await readBytes(bytes);
    expect(value.text).toBe('行政规范性文件 | 12\n其他 | 3');
    expect(value.format).toBe(type.startsWith('biff') ? 'xls' : type);
  });
});

describe('workbooks in the XML of Excel 2003', () => {
  const xml = (rows: string): Uint8Array =>
    Buffer.from(
      `<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="S"><Table>${rows}</Table></Worksheet></Workbook>\n`,
    );
  const text = (value: string, more = '') => `<Cell${more}><Data ss:Type="String">${value}</Data></Cell>`;
  const number = (value: number, more = '') => `<Cell${more}><Data ss:Type="Number">${value}</Data></Cell>`;

  it('keep skipped and merged cells', async () => {
    const bytes = xml(
      `<Row>${text('名称', ' ss:MergeDown="1"')}${text('数量', ' ss:MergeAcross="1"')}</Row><Row>${text('新收', ' ss:Index="2"')}${text('结转')}</Row><Row>${text('甲')}${number(7, ' ss:Index="3"')}</Row>`,
    );
    expect(sheetFormat.sniff({ uri: 'x', bytes })).not.toBeNull();
    const { value } = await readBytes(bytes);
    expect(value.format).toBe('xls');
    expect(value.blocks.map(drawBlock)).toEqual([
      '0,0 2x1 名称 | 0,1 1x2 数量 | 1,1 1x1 新收 | 1,2 1x1 结转 | 2,0 1x1 甲 | 2,1 1x1  | 2,2 1x1 7',
    ]);
    await expect(readBytes(bytes.subarray(0, bytes.length - 40))).rejects.toThrow('cut off');
  });

  it('are refused where a few tags stretch over millions of cells', async () => {
    for (const more of [' ss:MergeAcross="16000" ss:MergeDown="60000"', ' ss:Index="2000000000"']) {
      await expect(readBytes(xml(`<Row>${text('甲', more)}</Row>`))).rejects.toThrow('more than');
    }
    await expect(readBytes(xml('<Column ss:Span="9000000"/>'))).rejects.toThrow('more than');
  });

  it('are told from other markup', () => {
    const html = '<html xmlns:x="urn:schemas-microsoft-com:office:spreadsheet"><Workbook>';
    expect(sheetFormat.sniff({ uri: 'x', bytes: Buffer.from(html) })).toBeNull();
  });
});

/** One record of an old workbook. */
const record = (code: number, ...data: number[]): number[] => [
  code & 0xff,
  code >> 8,
  data.length,
  0,
  ...data,
];

describe('workbooks of Excel 5 and 95', () => {
  it('are read in the code page that they name', async () => {
    const begin = (type: number) => record(0x0809, 0, 5, type, 0, 0, 0, 0, 0);
    const label = [...iconv.encode('规范性文件', 'gbk')];
    const globals = [
      ...begin(5),
      ...record(0x0042, 936 & 0xff, 936 >> 8),
      ...record(0x0085, 0, 0, 0, 0, 0, 0, 1, 0x53),
      ...record(0x000a),
    ];
    const bytes = Uint8Array.from([
      ...globals,
      ...begin(0x10),
      ...record(0x0204, 0, 0, 0, 0, 0, 0, label.length, 0, ...label),
      ...record(0x027e, 0, 0, 1, 0, 0, 0, (12 << 2) | 2, 0, 0, 0),
      ...record(0x000a),
    ]);
    // Where the sheet begins stands behind the first four bytes of its record.
    bytes[[...globals.keys()].find((at) => globals[at] === 0x85 && globals[at + 1] === 0)! + 4] =
      globals.length;
    expect(sheetFormat.sniff({ uri: 'x', bytes })).not.toBeNull();
    const { value } = await readBytes(bytes);
    expect(value.text).toBe('规范性文件 | 12');
  });
});

describe('unreadable workbooks', () => {
  const codeOf = (bytes: Uint8Array): Promise<string> =>
    readBytes(bytes).then(
      () => 'read',
      (error) => (error instanceof UnreadableSourceError ? error.code : `thrown: ${error}`),
    );

  it('say that they are cut off or changed', async () => {
    expect(await codeOf(small.subarray(0, small.length / 2))).toBe('sheet-damaged');
    const old = fixture('odd.xls');
    expect(await codeOf(old.subarray(0, old.length / 2))).toBe('ole-damaged');
    const stored = changeParts(small, {});
    const at = Buffer.from(stored).indexOf('PK\x03\x04', 40, 'latin1') - 3;
    expect(await codeOf(stored.map((byte, index) => (index === at ? byte ^ 1 : byte)))).toBe('sheet-damaged');
  });

  it('say that they are too large', async () => {
    const tags = changeParts(small, {
      [SHEET]: (xml) => xml.replace('</sheetData>', `${'<row/>'.repeat(500_001)}$&`),
    });
    expect(await codeOf(tags)).toBe('sheet-too-large');
    const merges = Array.from(
      { length: 30 },
      (_, at) => `<mergeCell ref="A${at + 1}:ALL${10_000 * (at + 1)}"/>`,
    );
    const merged = changeParts(small, {
      [SHEET]: (xml) =>
        xml.replace('</sheetData>', `$&<mergeCells count="30">${merges.join('')}</mergeCells>`),
    });
    expect(await codeOf(merged)).toBe('read');
  });

  it('say that they are binary, or stretch over millions of cells', async () => {
    expect(await codeOf(bookOf(utils.aoa_to_sheet([[1]]), 'xlsb'))).toBe('office-unsupported');
    const edit = (after: string, added: string) =>
      changeParts(small, { [SHEET]: (xml) => xml.replace(after, `${after}${added}`) });
    const links = '<hyperlinks><hyperlink ref="A1:XFD1048576" location="x"/></hyperlinks>';
    expect(await codeOf(edit('</sheetData>', links))).toBe('read');
    const columns = '<cols><col min="1" max="900000000"/></cols><sheetData>';
    const wide = changeParts(small, { [SHEET]: (xml) => xml.replace('<sheetData>', columns) });
    expect(await codeOf(wide)).toBe('sheet-too-large');
  });

  it('say which cells stand too far away', async () => {
    const far =
      '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row><row r="20000"><c r="A20000"><v>7</v></c></row>';
    const bytes = changeParts(small, { [SHEET]: (xml) => xml.replace('</sheetData>', `${far}$&`) });
    const { value, issues } = await readBytes(bytes);
    expect(value.text).toBe('甲 | 1');
    expect(issues).toMatchObject([{ code: 'content-not-read' }]);
  });

  it('say that they are encrypted', () => {
    const begin = record(0x0809, 0, 6, 5, 0, 0, 0, 0, 0);
    const whole = [...begin, ...record(0x2f, 1, 0), ...record(0x0a)];
    expect(scanBiff(Uint8Array.from(whole)).encrypted).toBe(true);
    expect(scanBiff(Uint8Array.from([...begin, ...record(0x0a)])).encrypted).toBe(false);
    expect(() => scanBiff(Uint8Array.from(begin))).toThrow('do not fit together');
    expect(() => scanBiff(Uint8Array.from([...begin, ...record(0x85, 0), ...record(0x0a)]))).toThrow();
  });

  it('throw nothing but UnreadableSourceError however they are damaged, and say nothing on the console', async () => {
    const spy = vi.spyOn(console, 'error');
    const whole = fixture('odd.xls');
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(damage, async (changes) => {
        const bytes = whole.slice();
        for (const [at, byte] of changes) bytes[at] = byte;
        if (sheetFormat.sniff({ uri: 'x', bytes }) !== null)
          expect(await codeOf(bytes)).not.toMatch(/^thrown/);
      }),
      { numRuns: 200, seed: 20231122 },
    );
    expect(spy).not.toHaveBeenCalled();
    spy.mockRestore();
  });
});
