import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { Block, ParsedDocument } from '../../../src/model/parsed-document.js';
import type { Result } from '../../../src/model/result.js';
import { UnreadableSourceError } from '../../../src/model/source.js';
import { rtfFormat } from './index.js';

const readBytes = (bytes: Uint8Array): Promise<Result<ParsedDocument>> =>
  rtfFormat.read({ source: { uri: 'x', bytes }, sha256: '', mediaType: '', formatId: 'rtf' });

/** The text as `\'hh` of a charset; ASCII stays, with a backslash where it means something else. */
const hex = (text: string, charset = 'gbk'): string =>
  [...iconv.encode(text, charset)]
    .map((byte) =>
      byte < 0x80
        ? String.fromCharCode(byte).replace(/[\\{}]/, '\\$&')
        : `\\'${byte.toString(16).padStart(2, '0')}`,
    )
    .join('');

const FONTS =
  "{\\fonttbl{\\f0\\froman\\fcharset0 Times New Roman;}{\\f1\\fnil\\fcharset134{\\*\\panose 02}\\'cb\\'ce\\'cc\\'e5;}{\\f2\\fcharset136 PMingLiU;}}";
const document = (body: string, head = '\\ansi\\ansicpg936'): Uint8Array =>
  new Uint8Array(Buffer.from(`{\\rtf1${head}\\deff0${FONTS}${body}}`, 'latin1'));
const read = (body: string, head?: string) => readBytes(document(body, head));

const draw = (block: Block): string | string[] =>
  block.kind === 'paragraph'
    ? `${block.headingLevel ? `h${block.headingLevel} ` : ''}${block.text}`
    : [
        ...(block.layout === 'ragged' ? ['ragged'] : []),
        ...block.cells.map((c) => `${c.row},${c.column} ${c.rowSpan}x${c.colSpan} ${c.text}`),
      ];
const drawn = async (body: string, head?: string) => (await read(body, head)).value.blocks.map(draw);
const codes = async (body: string, head?: string) => (await read(body, head)).issues.map(({ code }) => code);

/** A row whose cells end at these twips; marks stand before the edge. */
const row = (edges: string[], cells: string[]): string =>
  `\\trowd\\trgaph108\\trleft0${edges.map((edge) => edge.replace(/(\d+)$/, '\\cellx$1')).join('')}${cells
    .map((cell) => `\\pard\\intbl ${cell}\\cell`)
    .join('')}\\row\n`;
const after = '\\pard ';

describe('rtfFormat', () => {
  it('reads paragraphs, headings by their style, and tables', async () => {
    const styles = `{\\stylesheet{\\s0 Normal;}{\\s1\\sbasedon0 heading 1;}{\\s5\\f1 ${hex('标题 2')};}{\\*\\cs10 heading 3;}}`;
    const body = `${styles}\\pard\\s1\\f1 ${hex('年度报告')}\\par\\pard\\s5 ${hex('二、情况')}\\par\\pard ${hex('正文。')}\\par ${row(['1000', '2000'], [hex('甲'), '3'])}${after}${hex('结尾')}\\par`;
    expect(await drawn(body)).toEqual([
      'h1 年度报告',
      'h2 二、情况',
      '正文。',
      ['0,0 1x1 甲', '0,1 1x1 3'],
      '结尾',
    ]);
    const { value, issues } = await read(body);
    expect(value).toMatchObject({ format: 'rtf', metadata: [] });
    expect(value.text).toBe('年度报告\n二、情况\n正文。\n甲 | 3\n结尾');
    expect(value.locate).toBeUndefined();
    expect(value.blocks[0]).not.toHaveProperty('sourceStart');
    expect(issues).toEqual([]);
  });

  it('keeps merged cells: widths across, marks down', async () => {
    const body = [
      row(['\\clvmgf1000', '3000'], ['a', 'b']),
      // Edges some twips off are the same line.
      row(['\\clvmrg1010', '2005', '2990'], ['', 'c', '']),
      row(['1000', '2000', '\\clmgf2500', '\\clmrg3000'], ['d', '1', '2', '']),
    ].join('');
    expect(await drawn(body)).toEqual([
      ['0,0 2x1 a', '0,1 1x2 b', '1,1 1x1 c', '1,2 1x1 ', '2,0 1x1 d', '2,1 1x1 1', '2,2 1x1 2'],
    ]);
  });

  it('keeps the columns of a row that begins further right, and of cells that hang under nothing', async () => {
    const indented =
      '\\trowd\\trleft1000\\cellx2000\\cellx3000\\pard\\intbl x\\cell\\pard\\intbl y\\cell\\row';
    expect(await drawn(`${row(['1000', '2000', '3000'], ['a', 'b', 'c'])}${indented}`)).toEqual([
      ['0,0 1x1 a', '0,1 1x1 b', '0,2 1x1 c', '1,0 1x1 ', '1,1 1x1 x', '1,2 1x1 y'],
    ]);
    expect(await drawn(row(['\\clvmrg1000', '2000'], ['5', '6']))).toEqual([['0,0 1x1 5', '0,1 1x1 6']]);
  });

  it('leaves out what stands in a cell that is merged into the one above', async () => {
    const body = row(['\\clvmgf1000', '2000'], ['1', '2']) + row(['\\clvmrg1000', '2000'], ['9', '3']);
    expect(await drawn(body)).toEqual([['0,0 2x1 1', '0,1 1x1 2', '1,1 1x1 3']]);
    expect(await codes(body)).toEqual(['hidden-content']);
  });

  it('counts cells from the left where a row has other cells than it defines', async () => {
    const body = row(['1000', '2000', '3000'], ['a', '1', '2']) + row(['1000', '2000', '3000'], ['b', '3']);
    expect(await drawn(body)).toEqual([
      ['ragged', '0,0 1x1 a', '0,1 1x1 1', '0,2 1x1 2', '1,0 1x1 b', '1,1 1x1 3'],
    ]);
    expect(await codes(body)).toEqual(['rtf-broken-rows']);
  });

  it('counts cells from the left where edges contradict each other, and says so', async () => {
    const body =
      row(['2000', '1000', '3000'], ['a', '1', '2']) + row(['1000', '2000', '3000'], ['b', '3', '4']);
    expect(await drawn(body)).toEqual([
      ['0,0 1x1 a', '0,1 1x1 1', '0,2 1x1 2', '1,0 1x1 b', '1,1 1x1 3', '1,2 1x1 4'],
    ]);
    expect(await codes(body)).toEqual(['rtf-broken-rows']);
  });

  it('takes the definition of the row before where a row has none, or has it behind its cells', async () => {
    const cells = '\\pard\\intbl c\\cell d\\cell';
    expect(await drawn(`${row(['1000', '2000'], ['a', 'b'])}${cells}\\row`)).toEqual([
      ['0,0 1x1 a', '0,1 1x1 b', '1,0 1x1 c', '1,1 1x1 d'],
    ]);
    expect(
      await drawn(`\\pard\\intbl{c\\cell d\\cell}\\pard\\intbl{\\trowd\\cellx900\\cellx1800\\row}`),
    ).toEqual([['0,0 1x1 c', '0,1 1x1 d']]);
  });

  it('reads a table in a cell as a table of its own, and the outer one by its own rows', async () => {
    const nested =
      '\\pard\\intbl\\itap2 x\\nestcell{\\nonesttables\\par}y\\nestcell{\\*\\nesttableprops\\trowd\\cellx400\\cellx800\\nestrow}' +
      '{\\nonesttables\\par}\\pard\\intbl\\itap2 1\\nestcell 2\\nestcell{\\*\\nesttableprops\\trowd\\cellx400\\cellx800\\nestrow}';
    const body = `${row(['1000', '2000'], ['head', '5'])}\\trowd\\cellx1000\\cellx2000 ${nested}\\pard\\intbl tail\\cell\\pard\\intbl 7\\cell\\row`;
    expect(await drawn(body)).toEqual([
      ['0,0 1x1 head', '0,1 1x1 5'],
      ['0,0 1x1 x', '0,1 1x1 y', '1,0 1x1 1', '1,1 1x1 2'],
      // The html reader takes a row that holds a table for one that arranges text.
      ...['tail', '7'],
    ]);
  });

  it('joins lines and paragraphs of a cell, and keeps the signs', async () => {
    const cell = `a\\line b\\par c\\tab d\\~e\\-f\\_1\\emdash\\endash\\ldblquote\\rdblquote`;
    expect(await drawn(row(['1000', '2000'], [cell, '1']) + row(['1000', '2000'], ['x', '2']))).toEqual([
      ['0,0 1x1 a b c d\u00a0ef\u20111—–“”', '0,1 1x1 1', '1,0 1x1 x', '1,1 1x1 2'],
    ]);
  });
});

describe('characters', () => {
  it('are decoded by the code page of their font, or of the document', async () => {
    expect(await drawn(`\\f1 ${hex('行政')}\\f2 ${hex('資訊', 'big5')}\\par`)).toEqual(['行政資訊']);
    expect(await drawn(`\\f0 ${hex('行政许可')}\\par`)).toEqual(['行政许可']);
    expect(await drawn(hex('資訊公開', 'big5'), '\\ansi\\ansicpg950')).toEqual(['資訊公開']);
    expect(await drawn(hex('公开', 'utf8'), '\\ansi\\ansicpg65001')).toEqual(['公开']);
    // 功 ends in a backslash in Big5, which is escaped.
    expect(await drawn("\\f2 \\'a5\\\\", '\\ansi')).toEqual(['功']);
  });

  it('may be cut over tokens, lines and groups, and stand there as bare bytes', async () => {
    const [a, b] = ["\\'d0", "\\'d0"];
    expect(await drawn(`\\f1 ${a}\n${b}\\b\\'d5\\b0\\'fe\\par`)).toEqual(['行政']);
    expect(await drawn(`{\\f1 ${a}}{\\f1 ${b}}{\\f1 \\'d5}{\\f0 \\'fe}\\par`)).toEqual(['行政']);
    expect(await drawn(`\\f1 ${iconv.encode('行政', 'gbk').toString('latin1')}12\\par`)).toEqual(['行政12']);
    // The second byte of a character may be a letter.
    expect(await drawn("\\f1 \\'97q\\par")).toEqual(['梣']);
  });

  it('stand beside Western signs in a Western font', async () => {
    expect(await drawn(`\\f1 ${hex('甲')}\\f0 \\'b712\\f1${hex('乙')}\\par`)).toEqual(['甲·12乙']);
    expect(await drawn(`\\f1 ${hex('甲')}\\f0 \\'b7\\f1${hex('乙')}\\par`)).toEqual(['甲·乙']);
  });

  it('are Chinese where they read so, whatever the file says', async () => {
    const body = `\\f0 ${hex('政府信息')}\\par`;
    expect(await drawn(body, '\\ansi\\ansicpg1252')).toEqual(['政府信息']);
    expect(await codes(body, '\\ansi\\ansicpg1252')).toEqual(['charset-disagrees']);
    expect(await codes("\\f1 \\'d0\\'d0\\'ff\\par")).toEqual(['charset-damaged']);
  });

  it('are Unicode where \\u says so, and the fallback behind it is passed over', async () => {
    expect(await drawn("\\uc1\\u25919?\\u24220\\'b8\\u20449 \\_12\\par")).toEqual(['政府信12']);
    expect(await drawn("{\\uc2\\u25919\\'d5\\'fe\\u24220\\'b8\\'ae}\\u-26647?3\\par")).toEqual(['政府韩3']);
    expect(await drawn('\\uc0\\u25919 12\\u24220 34\\par')).toEqual(['政12府34']);
    // What ends a cell is no fallback.
    expect(await drawn(row(['900', '1800'], ['\\u25919', '5']))).toEqual([['0,0 1x1 政', '0,1 1x1 5']]);
    expect(await drawn('{\\upr{old}{\\*\\ud{\\u25919?}}}9\\par')).toEqual(['政9']);
  });
});

describe('what is no text of the page', () => {
  it('is passed over: tables of fonts and colours, information, headers, instructions of fields, unknown destinations', async () => {
    const body =
      '{\\colortbl;\\red0;}{\\info{\\title 77}{\\*\\company 66}}{\\header\\pard 55\\par}{\\footerf 44}{\\*\\unknown 33{deeper 22}}' +
      '{\\field{\\*\\fldinst HYPERLINK "11"}{\\fldrslt shown}}{\\field{\\fldinst PAGE}{\\fldrslt 3}}{\\*\\bkmkstart a}{\\xe 99}\\par';
    expect(await drawn(body)).toEqual(['shown3']);
    expect(await codes(body)).toEqual([]);
  });

  it('is told where it hides figures: hidden text, deletions', async () => {
    expect(await drawn('12{\\v 99}{\\deleted 88}{\\revised 3}\\par')).toEqual(['123']);
    expect(await codes('12{\\v 99}\\par')).toEqual(['hidden-content']);
    expect(await codes('12{\\deleted \\u25919?}\\par')).toEqual(['hidden-content']);
    expect(await codes('12{\\v0 3}\\v\\plain 4{\\v  }\\par')).toEqual([]);
  });

  it('is told of pictures, text boxes, numbers of lists and text behind the end', async () => {
    const picture = '{\\*\\shppict{\\pict\\pngblip 89504e47}}{\\nonshppict{\\pict 89504e47}}';
    expect(await drawn(`a${picture}b{\\pict\\bin4 }}}}c}\\par`)).toEqual(['ab']);
    expect(await codes(`a${picture}b\\par`)).toEqual(['image-content']);
    const box = (text: string) =>
      `{\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv 5}}{\\shptxt\\trowd\\cellx5\\pard ${text}\\par}}{\\shprslt{\\*\\do{\\dptxbxtext ${text}}}}}`;
    expect(await drawn(`a${box('99')}b\\par`)).toEqual(['ab']);
    expect(await codes(`a${box('99')}b\\par`)).toEqual(['content-not-read']);
    expect(await codes(`a${box('\\u25919?')}b\\par`)).toEqual(['content-not-read']);
    expect(await codes(`a${box('')}b\\par`)).toEqual([]);
    expect(await drawn('{\\listtext 1.\\tab}{\\pntext 2.}a\\par')).toEqual(['a']);
    expect(await codes('{\\listtext 1.\\tab}a\\par')).toEqual(['list-numbering']);
    const trailing = Buffer.concat([document('a\\par'), Buffer.from('\n99')]);
    expect((await readBytes(trailing)).issues.map(({ code }) => code)).toEqual(['content-not-read']);
  });

  it('is not a table in a box: that is one which text flows around', async () => {
    const inner = `${row(['500', '900'], ['x', '3'])}${row(['500', '900'], ['y', '4'])}\\pard `;
    const box = `{\\shp{\\*\\shpinst{\\shptxt ${inner}}}}`;
    const grid = ['0,0 1x1 x', '0,1 1x1 3', '1,0 1x1 y', '1,1 1x1 4'];
    expect(await drawn(`a\\par ${box}b\\par`)).toEqual(['a', grid, 'b']);
    expect(await codes(`a\\par ${box}b\\par`)).toEqual([]);
    // Anchored in a cell, it stands behind the table; the rows of the box leave those around it alone.
    const anchored = row(['1000', '2000'], ['c', `1${box}2`]) + row(['1000', '2000'], ['d', '5']);
    expect(await drawn(anchored)).toEqual([['0,0 1x1 c', '0,1 1x1 12', '1,0 1x1 d', '1,1 1x1 5'], grid]);
  });

  it('keeps footnotes apart from the cell that they belong to, and at the end', async () => {
    const note = '{\\super\\chftn}{\\footnote\\pard\\plain{\\super\\chftn} of 2022\\par more}';
    expect(await drawn(`${row(['900', '1800'], ['a', `12${note}`])}${after}b\\par`)).toEqual([
      ['0,0 1x1 a', '0,1 1x1 12'],
      'b',
      'of 2022',
      'more',
    ]);
  });
});

describe('files that can not be read', () => {
  const codeOf = (bytes: Uint8Array): Promise<string> =>
    readBytes(bytes).then(
      () => 'read',
      (error) => (error instanceof UnreadableSourceError ? error.code : `thrown: ${error}`),
    );
  const bare = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

  it('are known by their first bytes', () => {
    const known = (text: string) => rtfFormat.sniff({ uri: 'x.doc', bytes: bare(text) }) !== null;
    expect(['{\\rtf1 a}', '\xef\xbb\xbf\r\n {\\rtf a}'].map(known)).toEqual([true, true]);
    expect(['<html>{\\rtf1 a}', '{\\rt', 'text {\\rtf1}', ''].map(known)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it('say that they are cut off', async () => {
    expect(await codeOf(bare('{\\rtf1 {a}'))).toBe('rtf-truncated');
    expect(await codeOf(bare('{\\rtf1 a\\'))).toBe('rtf-truncated');
    expect(await codeOf(bare('{\\rtf1 \\bin9999999999 a}'))).toBe('rtf-truncated');
  });

  it('say that they are too large, before they fill the memory', async () => {
    expect(await codeOf(bare('{\\rtf1'.padEnd(5_000_000, '{')))).toBe('rtf-too-large');
    expect(await codeOf(bare(`{\\rtf1 ${'\\cell'.repeat(1_000_000)}}`))).toBe('rtf-too-large');
    expect(await codeOf(bare(`{\\rtf1 ${'x\\par '.repeat(500_000)}}`))).toBe('rtf-too-large');
    expect(await codeOf(bare(`{\\rtf1 ${'\\footnote '.repeat(300_000)}}`))).toMatch(
      /^(?:read|rtf-too-large)$/,
    );
    expect(await codeOf(bare(`{\\rtf1 ${'\\itap9999\\nestcell '.repeat(100_000)}}`))).toMatch(
      /^(?:read|rtf-too-large)$/,
    );
  });

  it('throw nothing but UnreadableSourceError however they are damaged', async () => {
    const whole = document(
      `{\\stylesheet{\\s1 heading 1;}}\\pard\\s1 ${hex('报告')}\\par${row(['\\clvmgf900', '1800'], [hex('甲'), '1'])}${row(['\\clvmrg900', '1800'], ['', '\\u25919?'])}\\pard{\\footnote a}{\\v b}\\par`,
    );
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(damage, async (changes) => {
        const bytes = whole.slice();
        for (const [at, byte] of changes) bytes[at] = byte;
        if (rtfFormat.sniff({ uri: 'x', bytes }) !== null) expect(await codeOf(bytes)).not.toMatch(/^thrown/);
      }),
      { numRuns: 300 },
    );
  });
});
