import {
  BookmarkEnd,
  BookmarkStart,
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  ImageRun,
  type ISectionOptions,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
} from 'docx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, ParsedDocument } from '../../../src/model/parsed-document.js';
import type { Result } from '../../../src/model/result.js';
import { UnreadableSourceError } from '../../../src/model/source.js';
import { docxFormat } from './index.js';
import { PartRewriter } from './rewrite-part.js';
import { readRunStyles } from './run-styles.js';
import { parseWordXml, writeWordXml } from './word-xml.js';

type Children = ISectionOptions['children'];

const pack = async (children: Children, more = {}): Promise<Uint8Array> =>
  new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }], ...more })));

const readBytes = (bytes: Uint8Array): Promise<Result<ParsedDocument>> =>
  docxFormat.read({ source: { uri: 'x', bytes }, sha256: '', mediaType: '', formatId: 'docx' });

const readChildren = async (children: Children, more = {}) => readBytes(await pack(children, more));

const cell = (text: string, spans = {}): TableCell =>
  new TableCell({ children: [new Paragraph(text)], ...spans });
const table = (...rows: TableCell[][]): Table =>
  new Table({ rows: rows.map((children) => new TableRow({ children })) });

const drawBlock = (block: Block): string | string[] =>
  block.kind === 'paragraph'
    ? `${block.headingLevel ? `h${block.headingLevel} ` : ''}${block.text}`
    : block.cells.map((c) => `${c.row},${c.column} ${c.rowSpan}x${c.colSpan} ${c.text}`);

describe('docxFormat', () => {
  it('reads headings, paragraphs and tables in their order', async () => {
    const { value, issues } = await readChildren([
      new Paragraph({ text: '某局年度报告', heading: HeadingLevel.HEADING_1 }),
      new Paragraph('一段正文。'),
      table([cell('指标'), cell('数量')], [cell('甲'), cell('3')]),
      new Paragraph('结尾。'),
    ]);
    expect(value.blocks.map(drawBlock)).toEqual([
      'h1 某局年度报告',
      '一段正文。',
      ['0,0 1x1 指标', '0,1 1x1 数量', '1,0 1x1 甲', '1,1 1x1 3'],
      '结尾。',
    ]);
    expect(value.text).toBe('某局年度报告\n一段正文。\n指标 | 数量\n甲 | 3\n结尾。');
    expect(value).toMatchObject({ format: 'docx', metadata: [] });
    expect(value.locate).toBeUndefined();
    expect(value.blocks[0]).not.toHaveProperty('sourceStart');
    expect(issues).toEqual([]);
  });

  it('keeps merged cells: rowSpan and colSpan in one rectangle', async () => {
    const { value } = await readChildren([
      table(
        [cell('名称', { rowSpan: 2 }), cell('数量', { columnSpan: 2 })],
        [cell('新收'), cell('结转')],
        [cell('甲'), cell('1'), cell('2')],
      ),
    ]);
    expect(value.blocks.map(drawBlock)).toEqual([
      [
        ...['0,0 2x1 名称', '0,1 1x2 数量', '1,1 1x1 新收', '1,2 1x1 结转'],
        ...['2,0 1x1 甲', '2,1 1x1 1', '2,2 1x1 2'],
      ],
    ]);
  });

  it('keeps cells merged although bookmarks stand in the table', async () => {
    const merged = (
      text: string,
      verticalMerge: (typeof VerticalMergeType)[keyof typeof VerticalMergeType],
    ) =>
      new TableCell({
        verticalMerge,
        children: [
          new Paragraph({ children: [new BookmarkStart('a', 1), new TextRun(text), new BookmarkEnd(1)] }),
        ],
      });
    const { value } = await readChildren([
      table(
        [merged('总', VerticalMergeType.RESTART), cell('1')],
        [merged('', VerticalMergeType.CONTINUE), cell('2')],
      ),
    ]);
    expect(value.blocks.map(drawBlock)).toEqual([['0,0 2x1 总', '0,1 1x1 1', '1,1 1x1 2']]);
  });

  it('knows Chinese heading styles by their names', async () => {
    const paragraphStyles = [{ id: 'a3', name: '标题 2', basedOn: 'Normal' }];
    const { value } = await readChildren([new Paragraph({ text: '二、情况', style: 'a3' })], {
      styles: { paragraphStyles },
    });
    expect(value.blocks.map(drawBlock)).toEqual(['h2 二、情况']);
  });

  it('keeps footnote marks out of the cells and the notes in the text', async () => {
    const noted = new TableCell({
      children: [new Paragraph({ children: [new TextRun('12'), new FootnoteReferenceRun(1)] })],
    });
    const { value, issues } = await readChildren([table([cell('甲'), noted])], {
      footnotes: { 1: { children: [new Paragraph('含上年结转。')] } },
    });
    expect(value.blocks.map(drawBlock)).toEqual([['0,0 1x1 甲', '0,1 1x1 12'], '含上年结转。']);
    expect(issues).toMatchObject([{ code: 'ignored-markup', message: 'Left out: note-mark 2.' }]);
  });

  it('leaves hidden text out, with a warning', async () => {
    const hidden = new TableCell({
      children: [
        new Paragraph({
          children: [new TextRun('12'), new TextRun({ text: '99', vanish: true, bold: true })],
        }),
      ],
    });
    const { value, issues } = await readChildren([table([cell('甲'), hidden])]);
    expect(value.blocks.map(drawBlock)).toEqual([['0,0 1x1 甲', '0,1 1x1 12']]);
    expect(issues).toMatchObject([{ code: 'hidden-content', severity: 'warning' }]);
  });

  it('counts pictures without unpacking them', async () => {
    const image = new ImageRun({
      type: 'png',
      data: new Uint8Array(2000),
      transformation: { width: 600, height: 800 },
    });
    const { value, issues } = await readChildren([
      new Paragraph({ children: [new TextRun('见下表'), image] }),
    ]);
    expect(value.blocks.map(drawBlock)).toEqual(['见下表']);
    expect(issues).toMatchObject([{ code: 'image-content', severity: 'info' }]);
  });
});

describe('sniffing', () => {
  it('claims Word files by what is in them', async () => {
    const bytes = await pack([new Paragraph('甲')]);
    expect(docxFormat.sniff({ uri: 'x.zip', bytes })?.value.mediaType).toContain('wordprocessingml');
    expect(docxFormat.sniff({ uri: 'x', bytes: bytes.subarray(0, bytes.length - 200) })).not.toBeNull();
  });

  it('claims nothing else', () => {
    const of = (text: string) => docxFormat.sniff({ uri: 'x.docx', bytes: Buffer.from(text, 'latin1') });
    expect(of('')).toBeNull();
    expect(of('word/document.xml')).toBeNull();
    expect(of('%PDF-1.4')).toBeNull();
    expect(of(`PK\x03\x04${'\0'.repeat(22)}\x05\0\0\0a.txt word/document.xml`)).toBeNull();
    expect(of('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1WordDocument')).toBeNull();
  });
});

/** A ZIP of one stored entry that claims to be `declared` bytes long. */
function zipOf(name: string, content: string, declared: number, flags = 0): Uint8Array {
  const data = Buffer.from(content);
  const header = (signature: number, head: number) => {
    const fields = Buffer.alloc(head);
    fields.writeUInt32LE(signature, 0);
    return fields;
  };
  const local = header(0x04034b50, 30);
  local.writeUInt16LE(flags, 6);
  local.writeUInt32LE(data.length, 18);
  local.writeUInt32LE(declared, 22);
  local.writeUInt16LE(name.length, 26);
  const central = header(0x02014b50, 46);
  central.writeUInt16LE(flags, 8);
  central.writeUInt32LE(data.length, 20);
  central.writeUInt32LE(declared, 24);
  central.writeUInt16LE(name.length, 28);
  const end = header(0x06054b50, 22);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length + data.length, 16);
  return new Uint8Array(Buffer.concat([local, Buffer.from(name), data, central, Buffer.from(name), end]));
}

describe('unreadable files', () => {
  const codeOf = (bytes: Uint8Array): Promise<string> =>
    readBytes(bytes).then(
      () => 'read',
      (error) => (error instanceof UnreadableSourceError ? error.code : `thrown: ${error}`),
    );

  it('say that they are cut off', async () => {
    const bytes = await pack([new Paragraph('甲')]);
    expect(await codeOf(bytes.subarray(0, bytes.length / 2))).toBe('docx-truncated');
  });

  it('say that they are encrypted', async () => {
    const container = Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(600),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]);
    expect(docxFormat.sniff({ uri: 'x', bytes: container })).not.toBeNull();
    expect(await codeOf(container)).toBe('encrypted');
    expect(await codeOf(zipOf('word/document.xml', '<w/>', 4, 1))).toBe('encrypted');
  });

  it('say that they are too large, by their claim or by their bytes', async () => {
    expect(await codeOf(zipOf('word/document.xml', '<w/>', 900_000_000))).toBe('docx-too-large');
    expect(await codeOf(zipOf('word/document.xml', '<w/>', 40_000_000))).toBe('docx-too-large');
    expect(await codeOf(zipOf('word/document.xml', '<a/>'.repeat(500_001), 4))).toBe('docx-too-large');
  });

  it('say that their XML is broken', async () => {
    expect(await codeOf(zipOf('word/document.xml', '<w:document', 11))).toBe('docx-damaged');
    expect(await codeOf(zipOf('word/document.xml', '<a/>'.repeat(400_000), 4))).toBe('docx-damaged');
    expect(await codeOf(zipOf('word/other.xml', '<w/>', 4))).toBe('docx-damaged');
  });

  it('throw nothing but UnreadableSourceError however they are damaged', async () => {
    const whole = await pack([table([cell('甲'), cell('1')]), new Paragraph('乙')]);
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 });
    const cut = fc.nat(whole.length);
    await fc.assert(
      fc.asyncProperty(damage, cut, fc.boolean(), async (changes, length, shorten) => {
        const bytes = whole.slice(0, shorten ? length : whole.length);
        for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte;
        if (docxFormat.sniff({ uri: 'x', bytes }) !== null)
          expect(await codeOf(bytes)).not.toMatch(/^thrown/);
      }),
      { numRuns: 150 },
    );
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        (bytes) => docxFormat.sniff({ uri: 'x', bytes }) === null,
      ),
    );
  });
});

const W = 'xmlns:q="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const W_OTHER = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"';

/** Rewrites a body that is written with a prefix of its own. */
function rewritten(body: string) {
  const rewriter = new PartRewriter(readRunStyles(null));
  const xml = writeWordXml(rewriter.rewrite(parseWordXml(`<q:body ${W} ${W_OTHER}>${body}</q:body>`, 'x')));
  return { counts: rewriter.counts, xml: xml.replace(/^.*?<w:body[^<>]*>|<\/w:body>$/gu, '') };
}

describe('PartRewriter', () => {
  it('puts an empty cell where a row begins further right', () => {
    const row = '<q:tr><q:trPr><q:gridBefore q:val="2"/></q:trPr><q:tc>1</q:tc></q:tr>';
    expect(rewritten(row).xml).toContain(
      '<w:tc><w:tcPr><w:gridSpan w:val="2"></w:gridSpan></w:tcPr><w:p></w:p></w:tc><w:tc>1</w:tc>',
    );
  });

  it('marks hidden runs, but not runs that were hidden once', () => {
    const hidden = rewritten('<q:r><q:rPr><q:b/><q:vanish/></q:rPr><q:t>9</q:t></q:r>');
    expect(hidden.counts.hidden).toBe(1);
    expect(hidden.xml).toContain('<w:rStyle w:val="NianbaoHidden">');
    for (const shown of [
      '<q:r><q:rPr><q:vanish q:val="0"/></q:rPr><q:t>9</q:t></q:r>',
      '<q:p><q:pPr><q:rPr><q:vanish/></q:rPr></q:pPr><q:r><q:t>9</q:t></q:r></q:p>',
      '<q:r><q:rPr><q:rPrChange><q:rPr><q:vanish/></q:rPr></q:rPrChange></q:rPr><q:t>9</q:t></q:r>',
    ]) {
      expect(rewritten(shown).counts.hidden).toBe(0);
      expect(rewritten(shown).xml).not.toContain('Nianbao');
    }
  });

  it('tells of numbers that Word makes, and of what it can not read', () => {
    expect(rewritten('<q:p><q:pPr><q:numPr/></q:pPr></q:p>').counts.numbered).toBe(1);
    expect(rewritten('<q:p><m:oMath><m:r><m:t>9</m:t></m:r></m:oMath></q:p>').counts.unread).toBe(1);
  });
});
