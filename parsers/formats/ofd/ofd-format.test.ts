import { describe, expect, it } from 'vitest';
import type { Issue } from '../../../src/model/issue.js';
import { UnreadableSourceError } from '../../../src/model/source.js';
import { type DrawnMember, drawZip } from '../../../src/testing/draw-zip.js';
import { ofdFormat } from './index.js';
import { readDeltas } from './lay-text.js';

const NS = 'xmlns:ofd="http://www.ofdspec.org/2016"';
const entry = (root = 'Doc_0/Document.xml'): DrawnMember => ({
  name: 'OFD.xml',
  content: `<ofd:OFD ${NS}><ofd:DocBody><ofd:DocInfo><ofd:Title>题</ofd:Title></ofd:DocInfo><ofd:DocRoot>${root}</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
});
const document = (pages: number, more = ''): DrawnMember => ({
  name: 'Doc_0/Document.xml',
  content: `<ofd:Document ${NS}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>${more}</ofd:CommonData><ofd:Pages>${Array.from(
    { length: pages },
    (_, index) => `<ofd:Page ID="${index}" BaseLoc="P${index}.xml"/>`,
  ).join('')}</ofd:Pages></ofd:Document>`,
});
const page = (objects: string, number = 0): DrawnMember => ({
  name: `Doc_0/P${number}.xml`,
  content: `<ofd:Page ${NS}><ofd:Content><ofd:Layer>${objects}</ofd:Layer></ofd:Content></ofd:Page>`,
});
/** A line of text at a height of the page, in millimetres. */
const text = (words: string, y: number, object = '', code = ''): string =>
  `<ofd:TextObject Boundary="20 ${y} 170 5" Font="1" Size="4" ${object}><ofd:TextCode X="0" Y="4" ${code}>${words}</ofd:TextCode></ofd:TextObject>`;

interface Read {
  lines: string[];
  issues: Issue[];
  code: string | null;
}

async function read(...members: DrawnMember[]): Promise<Read> {
  return readBytes(drawZip(members));
}

async function readBytes(bytes: Uint8Array): Promise<Read> {
  const source = { uri: 'a.ofd', bytes };
  try {
    const { value, issues } = await ofdFormat.read({
      source,
      sha256: '',
      formatId: 'ofd',
      mediaType: 'application/ofd',
    });
    return { lines: value.text.split('\n').filter((line) => line !== ''), issues, code: null };
  } catch (error) {
    if (!(error instanceof UnreadableSourceError)) throw error;
    return { lines: [], issues: [], code: error.code };
  }
}

const readPage = (objects: string): Promise<Read> => read(entry(), document(1), page(objects));
const codes = ({ issues }: Read): string[] => issues.map(({ code }) => code);

describe('readDeltas', () => {
  it('repeats what stands behind a g, and never more than is needed', () => {
    expect(readDeltas('1 2 g 3 4.2 5', 9)).toEqual([1, 2, 4.2, 4.2, 4.2, 5]);
    expect(readDeltas('g 999999999 1', 3)).toEqual([1, 1, 1]);
    expect(readDeltas(undefined, 3)).toEqual([]);
    expect(readDeltas('1 x 2', 3)).toEqual([1]);
    expect(readDeltas('g 2', 3)).toEqual([]);
  });
});

describe('OFD', () => {
  it('is known by its entry part', () => {
    const bytes = drawZip([entry(), document(1), page('')]);
    expect(ofdFormat.sniff({ uri: 'x.zip', bytes })?.value.mediaType).toBe('application/ofd');
    expect(ofdFormat.sniff({ uri: 'x', bytes: bytes.subarray(0, bytes.length - 30) })).not.toBeNull();
    expect(
      ofdFormat.sniff({ uri: 'x.ofd', bytes: drawZip([{ name: 'a.xml', content: 'OFD.xml' }]) }),
    ).toBeNull();
  });

  it('reads text without shifts, with some, with entities, and characters one by one', async () => {
    const places = [0, 4, 8, 10];
    const single = [...'规章12'].map((c, i) => `<ofd:TextCode X="${places[i]}" Y="4">${c}</ofd:TextCode>`);
    const pages: [objects: string, line: string][] = [
      [text('一、总体情况', 20), '一、总体情况'],
      [text('公开35条', 20, '', 'DeltaX="4 4"'), '公开35条'],
      [text('A&amp;B &lt;甲&#x4e59;', 20), 'A&B <甲乙'],
      [`<ofd:TextObject Boundary="20 20 170 5" Size="4">${single.join('')}</ofd:TextObject>`, '规章12'],
      [text('\n甲乙\n', 20, '', 'DeltaX="4"'), '甲乙'],
    ];
    for (const [objects, line] of pages) expect((await readPage(objects)).lines).toEqual([line]);
  });

  it('reads other prefixes, other cases of names, and paths with backslashes', async () => {
    const own = (member: DrawnMember): DrawnMember => ({
      ...member,
      content: String(member.content).replaceAll('ofd:', 'x:'),
    });
    const { lines } = await read(
      own(entry('doc_0\\DOCUMENT.XML')),
      own(document(1)),
      own(page(text('甲乙丙', 20))),
    );
    expect(lines).toEqual(['甲乙丙']);
  });

  it('leaves out what can not be seen or lies askew, and says so', async () => {
    const found = await readPage(
      text('可见', 20) +
        text('隐藏12', 40, 'Visible="false"') +
        text('透明34', 60, 'Alpha="0"') +
        text('无色56', 80, 'Fill="false"') +
        text('页外78', 400) +
        text('水印', 100, 'CTM="0.7 -0.7 0.7 0.7 0 0"'),
    );
    expect(found.lines).toEqual(['可见']);
    expect(codes(found)).toEqual(['pdf-hidden-text', 'pdf-rotated-text']);
    expect(found.issues[0]!.message).toContain('隐藏12透明34无色56页外78');
  });

  it('does not believe characters that stand for glyphs', async () => {
    const transform =
      '<ofd:CGTransform CodePosition="0" CodeCount="3" GlyphCount="3"><ofd:Glyphs>1 2 3</ofd:Glyphs></ofd:CGTransform>';
    const object = text('¤¤¤', 20).replace('<ofd:TextCode', `${transform}<ofd:TextCode`);
    const found = await readPage(object);
    expect([found.lines, codes(found)]).toEqual([[], ['pdf-unmapped-text']]);
    const some = await readPage(`${object}${text('本年度共公开政府信息若干条', 40)}`);
    expect(codes(some)).toEqual(['pdf-unmapped-text']);
    expect(some.lines[0]).toContain('\ufffd');
  });

  it('says that a page is a picture, and names drawings and notes that were not read', async () => {
    const picture = await readPage('<ofd:ImageObject Boundary="0 0 210 297" ResourceID="3"/>');
    expect([picture.lines, codes(picture)]).toEqual([[], ['recogniser-missing', 'pdf-no-text-layer']]);
    const annotations = document(1);
    annotations.content = String(annotations.content).replace(
      '</ofd:Document>',
      '<ofd:Annotations>Annots.xml</ofd:Annotations></ofd:Document>',
    );
    const noted = await read(
      entry(),
      annotations,
      page(`${text('甲', 20)}<ofd:CompositeObject Boundary="0 0 9 9" ResourceID="4"/>`),
      {
        name: 'Doc_0/Annots.xml',
        content: `<ofd:Annotations ${NS}><ofd:Page PageID="0"/></ofd:Annotations>`,
      },
    );
    expect([noted.lines, codes(noted)]).toEqual([['甲'], ['content-not-read', 'content-not-read']]);
  });

  it('says where a page holds more than is read', async () => {
    const lines = Array.from({ length: 800 }, (_, y) => text('甲'.repeat(40), y / 3)).join('');
    expect(codes(await readPage(lines))).toContain('pdf-page-cut-off');
  });

  it('loses a page that is missing or broken, and says which', async () => {
    const broken: DrawnMember = { name: 'Doc_0/P2.xml', content: '<ofd:Page' };
    const found = await read(entry(), document(3), page(text('甲', 20)), broken);
    expect([found.lines, codes(found)]).toEqual([['甲'], ['pdf-page-unreadable', 'pdf-page-unreadable']]);
  });
});

describe('OFD that can not be read', () => {
  it('is cut off, damaged, or encrypted', async () => {
    const whole = drawZip([entry(), document(1), page(text('甲', 20))]);
    expect((await readBytes(whole.subarray(0, whole.length - 40))).code).toBe('ofd-truncated');
    expect((await read(entry('nowhere.xml'))).code).toBe('ofd-damaged');
    expect((await read(entry(), document(0))).code).toBe('ofd-damaged');
    expect((await read(entry(), document(2))).code).toBe('ofd-damaged');
    expect((await read({ name: 'OFD.xml', content: '<a>' })).code).toBe('ofd-damaged');
    const locked = { name: 'Encryptions.xml', content: '<a/>' };
    expect((await read(entry(), document(1), locked)).code).toBe('encrypted');
    expect((await read({ ...entry(), flags: 1 })).code).toBe('encrypted');
  });

  it('expands no entities of its own', async () => {
    const bomb: DrawnMember = {
      name: 'OFD.xml',
      content: '<!DOCTYPE a [<!ENTITY b "bbbbbbbb">]><a>&b;</a>',
    };
    expect((await read(bomb)).code).toBe('ofd-damaged');
  });

  it('is too large by its depth', async () => {
    const deep = page('<ofd:PageBlock>'.repeat(300) + '</ofd:PageBlock>'.repeat(300));
    expect((await read(entry(), document(1), deep)).code).toBe('ofd-too-large');
  });
});
