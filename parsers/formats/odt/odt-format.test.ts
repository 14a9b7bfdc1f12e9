import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, ParsedDocument } from '../../../src/model/parsed-document.js';
import type { Result } from '../../../src/model/result.js';
import { UnreadableSourceError } from '../../../src/model/source.js';
import { odtFormat } from './index.js';

const readBytes = (bytes: Uint8Array): Promise<Result<ParsedDocument>> =>
  odtFormat.read({ source: { uri: 'x', bytes }, sha256: '', mediaType: '', formatId: 'odt' });

const bytesOf = (text: string) => new TextEncoder().encode(text);
const NAMES = 'office style text table draw svg xlink dc loext'
  .split(' ')
  .map((name) => `xmlns:${name}="urn:${name}"`)
  .join(' ');

/** A flat document: the same elements as in a package, in one file. */
const flat = (body: string, styles = '', kind = 'text'): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<office:document ${NAMES} office:mimetype="application/vnd.oasis.opendocument.text"><office:automatic-styles>${styles}</office:automatic-styles><office:master-styles><text:p>header 77</text:p></office:master-styles><office:body><office:${kind}>${body}</office:${kind}></office:body></office:document>`;
const read = (body: string, styles?: string) => readBytes(bytesOf(flat(body, styles)));

const draw = (block: Block): string | string[] =>
  block.kind === 'paragraph'
    ? `${block.headingLevel ? `h${block.headingLevel} ` : ''}${block.text}`
    : block.cells.map((c) => `${c.row},${c.column} ${c.rowSpan}x${c.colSpan} ${c.text}`);
const drawn = async (body: string, styles?: string) => (await read(body, styles)).value.blocks.map(draw);
const codes = async (body: string, styles?: string) =>
  (await read(body, styles)).issues.map(({ code }) => code);

const p = (text: string): string => `<text:p>${text}</text:p>`;
const cell = (text: string, attributes = ''): string =>
  `<table:table-cell ${attributes}>${text === '' ? '<text:p/>' : p(text)}</table:table-cell>`;
const covered = (repeated = 1): string =>
  `<table:covered-table-cell table:number-columns-repeated="${repeated}"/>`;
const row = (...cells: string[]): string => `<table:table-row>${cells.join('')}</table:table-row>`;
const table = (...rows: string[]): string => `<table:table>${rows.join('\n')}</table:table>`;
const wide = (columns: number, rows = 1): string =>
  `table:number-columns-spanned="${columns}" table:number-rows-spanned="${rows}"`;

describe('odtFormat', () => {
  it('reads headings, paragraphs and tables in their order', async () => {
    const styles =
      '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="P2"/><style:style style:name="P2" style:display-name="标题 2" style:family="paragraph"/>';
    const body = `<text:h text:outline-level="1">年度报告</text:h><text:p text:style-name="P1">二、情况</text:p>${p('正文。')}${table(row(cell('甲'), cell('3')), row(cell('乙'), cell('')))}${p('结尾。')}`;
    expect(await drawn(body, styles)).toEqual([
      'h1 年度报告',
      'h2 二、情况',
      '正文。',
      ['0,0 1x1 甲', '0,1 1x1 3', '1,0 1x1 乙', '1,1 1x1 '],
      '结尾。',
    ]);
    const { value, issues } = await read(body, styles);
    expect(value).toMatchObject({ format: 'odt', metadata: [] });
    expect(value.locate).toBeUndefined();
    expect(issues).toEqual([]);
  });

  it('keeps merged cells, and covered ones take their place', async () => {
    const body = table(
      row(cell('a', wide(1, 2)), cell('b', wide(2)), covered()),
      row(covered(), cell('c'), cell('d')),
      row(cell('e', wide(2, 2)), covered(), cell('1')),
      row(covered(2), cell('2')),
    );
    expect(await drawn(body)).toEqual([
      [...['0,0 2x1 a', '0,1 1x2 b', '1,1 1x1 c', '1,2 1x1 d'], ...['2,0 2x2 e', '2,2 1x1 1', '3,2 1x1 2']],
    ]);
  });

  it('moves no cell where spans and covered places contradict each other', async () => {
    // A span over cells that are there ends before them; a covered place that no span reaches is an empty cell.
    const body = table(
      row(cell('a', wide(3)), covered(), cell('1')),
      row(cell('b'), covered(), cell('2')),
      row(cell('c', wide(1, 3)), cell('3'), cell('4')),
      row(cell('d'), cell('5'), cell('6')),
    );
    expect(await drawn(body)).toEqual([
      [
        ...['0,0 1x2 a', '0,2 1x1 1', '1,0 1x1 b', '1,1 1x1 ', '1,2 1x1 2'],
        ...['2,0 1x1 c', '2,1 1x1 3', '2,2 1x1 4', '3,0 1x1 d', '3,1 1x1 5', '3,2 1x1 6'],
      ],
    ]);
  });

  it('repeats cells and rows as often as they stand there', async () => {
    const body = table(
      row(cell('a'), cell('0', 'table:number-columns-repeated="3"')),
      `<table:table-row table:number-rows-repeated="2">${cell('b')}${cell('', 'table:number-columns-repeated="2"')}${cell('7')}</table:table-row>`,
    );
    expect(await drawn(body)).toEqual([
      [
        ...['0,0 1x1 a', '0,1 1x1 0', '0,2 1x1 0', '0,3 1x1 0', '1,0 1x1 b', '1,1 1x1 ', '1,2 1x1 '],
        ...['1,3 1x1 7', '2,0 1x1 b', '2,1 1x1 ', '2,2 1x1 ', '2,3 1x1 7'],
      ],
    ]);
  });

  it('keeps spaces, tabs, lines and the text of fields, and cuts no number at a mark', async () => {
    const body = p(
      'a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>1<text:bookmark/>2<text:span>3</text:span><text:soft-page-break/>4 <text:date>2023年</text:date><text:change-start/>5<text:change-end/><text:ruby><text:ruby-base>x</text:ruby-base><text:ruby-text>9</text:ruby-text></text:ruby>',
    );
    expect(await drawn(body)).toEqual(['a b c', '1234 2023年5x']);
    expect(await codes(body)).toEqual([]);
  });
});

describe('what is no text of the page', () => {
  it('is told where it hides figures: styles, sections, fields, tracked deletions', async () => {
    const styles =
      '<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style><style:style style:name="T2" style:family="text" style:parent-style-name="T1"/><style:style style:name="T3" style:family="text" style:parent-style-name="T1"><style:text-properties text:display="true"/></style:style><style:style style:name="P1" style:family="paragraph"><style:text-properties text:display="none"/></style:style>';
    const cases = [
      p('12<text:span text:style-name="T1">99</text:span>'),
      p('12<text:span text:style-name="T2"><text:span>9</text:span>9</text:span>'),
      `${p('12')}<text:p text:style-name="P1">99</text:p>`,
      `${p('12')}<text:section text:display="none">${p('99')}</text:section>`,
      p('12<text:hidden-text text:is-hidden="true">99</text:hidden-text>'),
      `${p('12')}${p('<text:hidden-paragraph text:is-hidden="true"/>99')}`,
      `<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:date>2023</dc:date></office:change-info>${p('99')}</text:deletion></text:changed-region></text:tracked-changes>${p('1<text:change/>2')}`,
    ];
    for (const body of cases) {
      expect(await drawn(body, styles)).toEqual(['12']);
      expect(await codes(body, styles)).toEqual(['hidden-content']);
    }
    expect(await codes(p('1<text:span text:style-name="T3">2</text:span>'), styles)).toEqual([]);
    const inserted =
      '<text:tracked-changes><text:changed-region><text:insertion><office:change-info><dc:date>2023</dc:date></office:change-info></text:insertion></text:changed-region></text:tracked-changes>';
    expect(await codes(inserted + p('12'))).toEqual([]);
  });

  it('is told where covered cells hold text', async () => {
    const body = table(
      row(cell('1', wide(1, 2)), cell('2')),
      row(`<table:covered-table-cell>${p('9')}</table:covered-table-cell>`, cell('3')),
    );
    expect(await drawn(body)).toEqual([['0,0 2x1 1', '0,1 1x1 2', '1,1 1x1 3']]);
    expect(await codes(body)).toEqual(['hidden-content']);
  });

  it('is told of pictures, text boxes, embedded documents and lists', async () => {
    const frame = (inside: string) => `<draw:frame>${inside}<svg:desc>99</svg:desc></draw:frame>`;
    expect(await drawn(p(`a${frame('<draw:image/>')}b`))).toEqual(['ab']);
    expect(await codes(p(`a${frame('<draw:image/>')}b`))).toEqual(['image-content']);
    expect(await drawn(p(`a${frame(`<draw:text-box>${p('99')}</draw:text-box>`)}b`))).toEqual(['ab']);
    expect(await codes(p(`a${frame(`<draw:text-box>${p('99')}</draw:text-box>`)}b`))).toEqual([
      'content-not-read',
    ]);
    expect(await codes(p(`a<draw:custom-shape>${p('')}</draw:custom-shape>b`))).toEqual([]);
    expect(await codes(p(frame('<draw:object/><draw:image/>')))).toEqual(['content-not-read']);
    const list = `<text:list><text:list-item>${p('a')}</text:list-item></text:list>`;
    expect(await drawn(list)).toEqual(['a']);
    expect(await codes(list)).toEqual(['list-numbering']);
  });

  it('is not a table in a frame: that is one which text flows around', async () => {
    const framed = `<draw:frame><draw:text-box>${table(row(cell('x'), cell('3')), row(cell('y'), cell('4')))}${p('')}</draw:text-box></draw:frame>`;
    const inner = ['0,0 1x1 x', '0,1 1x1 3', '1,0 1x1 y', '1,1 1x1 4'];
    expect(await drawn(`${p('a')}${p(`${framed}b`)}`)).toEqual(['a', inner, 'b']);
    expect(await codes(`${p('a')}${p(`${framed}b`)}`)).toEqual([]);
    // Anchored in a cell, it stands behind the table, and leaves the cell's own number alone.
    const anchored = table(row(cell('c'), cell(`1${framed}2`)), row(cell('d'), cell('5')));
    expect(await drawn(anchored)).toEqual([['0,0 1x1 c', '0,1 1x1 12', '1,0 1x1 d', '1,1 1x1 5'], inner]);
  });

  it('keeps footnotes apart from the cell that they belong to, and comments out', async () => {
    const note = `<text:note><text:note-citation>1</text:note-citation><text:note-body>${p('of 2022')}</text:note-body></text:note><office:annotation>${p('88')}</office:annotation>`;
    expect(
      await drawn(`${table(row(cell('a'), cell(`12${note}`)), row(cell('b'), cell('3')))}${p('c')}`),
    ).toEqual([['0,0 1x1 a', '0,1 1x1 12', '1,0 1x1 b', '1,1 1x1 3'], 'c', 'of 2022']);
  });
});

/** A ZIP whose files are stored as they are. */
function storedZip(files: Record<string, string>): Uint8Array {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const data = Buffer.from(text);
    const header = (signature: number, length: number, sizesAt: number): Buffer => {
      const buffer = Buffer.alloc(length);
      buffer.writeUInt32LE(signature, 0);
      buffer.writeUInt32LE(data.length, sizesAt);
      buffer.writeUInt32LE(data.length, sizesAt + 4);
      buffer.writeUInt16LE(name.length, sizesAt + 8);
      return buffer;
    };
    const central = header(0x02014b50, 46, 20);
    central.writeUInt32LE(offset, 42);
    locals.push(header(0x04034b50, 30, 18), Buffer.from(name), data);
    centrals.push(central, Buffer.from(name));
    offset += 30 + name.length + data.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 8);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...locals, directory, end]));
}

describe('files that can not be read', () => {
  const codeOf = (bytes: Uint8Array): Promise<string> =>
    readBytes(bytes).then(
      () => 'read',
      (error) => (error instanceof UnreadableSourceError ? error.code : `thrown: ${error}`),
    );
  const MIME = 'application/vnd.oasis.opendocument.text';
  const manifest = (inside = '') =>
    `<manifest:manifest xmlns:manifest="urn:m"><manifest:file-entry>${inside}</manifest:file-entry></manifest:manifest>`;
  const pack = (more: Record<string, string>) =>
    storedZip({ mimetype: MIME, 'META-INF/manifest.xml': manifest(), ...more });

  it('are known by their bytes', () => {
    const kind = (bytes: Uint8Array) => odtFormat.sniff({ uri: 'x', bytes })?.value.mediaType ?? null;
    expect(kind(pack({ 'content.xml': '' }))).toBe(MIME);
    expect(kind(storedZip({ 'content.xml': '', 'META-INF/manifest.xml': '' }))).toBe(MIME);
    expect(kind(bytesOf(flat('')))).toBe(`${MIME}-flat-xml`);
    expect(kind(bytesOf(`\ufeff${flat('')}`))).toBe(`${MIME}-flat-xml`);
    expect(kind(storedZip({ 'word/document.xml': '' }))).toBeNull();
    expect(kind(storedZip({ 'a/content.xml': '' }))).toBeNull();
    expect(kind(bytesOf('<html xmlns:office="x"><office:document/></html>'))).toBeNull();
  });

  it('are read as packages', async () => {
    const content = flat(p('<text:span text:style-name="T1">9</text:span>1'));
    const styles = `<office:document-styles ${NAMES}><style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style></office:document-styles>`;
    const { value } = await readBytes(pack({ 'content.xml': content, 'styles.xml': styles }));
    expect(value.blocks.map(draw)).toEqual(['1']);
  });

  it('say that they are encrypted', async () => {
    const locked = manifest('<manifest:encryption-data/>');
    expect(await codeOf(pack({ 'content.xml': 'x', 'META-INF/manifest.xml': locked }))).toBe('encrypted');
    expect(await codeOf(pack({ 'encrypted-package': 'x' }))).toBe('encrypted');
  });

  it('say that they are cut off, broken, or no text', async () => {
    const whole = readFileSync(new URL('fixtures/narrative.odt', import.meta.url));
    expect(await codeOf(new Uint8Array(whole.subarray(0, whole.length / 2)))).toBe('odt-truncated');
    expect(await codeOf(pack({}))).toBe('odt-damaged');
    expect(await codeOf(pack({ 'content.xml': flat(p('a')).slice(0, -30) }))).toBe('odt-damaged');
    expect(await codeOf(bytesOf(flat('<text:p>&bomb;</text:p>')))).toBe('odt-damaged');
    expect(await codeOf(bytesOf(flat('<table:table/>', '', 'spreadsheet')))).toBe('odt-no-text');
  });

  it('say that they are too large, before they fill the memory', async () => {
    const repeated = (columns: number, rows: number) =>
      flat(
        `<table:table><table:table-row table:number-rows-repeated="${rows}">${cell('1', `table:number-columns-repeated="${columns}"`)}</table:table-row></table:table>`,
      );
    expect(await codeOf(bytesOf(repeated(999_999_999, 1)))).toBe('odt-too-large');
    expect(await codeOf(bytesOf(repeated(1000, 1_000_000)))).toBe('odt-too-large');
    expect(await codeOf(bytesOf(flat(p('x').repeat(300_000))))).toBe('odt-too-large');
    expect(await codeOf(bytesOf(flat('<text:span>'.repeat(2000))))).toBe('odt-too-large');
    expect(await codeOf(bytesOf(flat('<text:s/>'.repeat(1_000_001))))).toBe('odt-too-large');
  });

  it('throw nothing but UnreadableSourceError however they are damaged', async () => {
    const whole = bytesOf(
      flat(table(row(cell('a', wide(1, 2)), cell('1')), row(covered(), cell('2'))) + p('b<text:s/>c')),
    );
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(damage, async (changes) => {
        const bytes = whole.slice();
        for (const [at, byte] of changes) bytes[at] = byte;
        expect(await codeOf(bytes)).not.toMatch(/^thrown/);
      }),
      { numRuns: 300 },
    );
  });
});
