import { describe, expect, it } from 'vitest';
import { type DrawnMember, drawZip } from '../../../src/testing/draw-zip.js';
import { ofdFormat } from './index.js';

const NS = 'xmlns:ofd="http://www.ofdspec.org/2016"';
const member = (name: string, root: string, content: string): DrawnMember => ({
  name,
  content: `<ofd:${root} ${NS}>${content}</ofd:${root}>`,
});
const layer = (name: string, objects: string): DrawnMember =>
  member(name, 'Page', `<ofd:Content><ofd:Layer>${objects}</ofd:Layer></ofd:Content>`);

/** A document of the pages Doc_0/P0.xml, Doc_0/P1.xml ... */
function read(pages: number, uses: string, members: DrawnMember[]) {
  const box = '<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>';
  const list = Array.from({ length: pages }, (_, at) => `<ofd:Page ID="${at}" BaseLoc="P${at}.xml"/>`).join(
    '',
  );
  const bytes = drawZip([
    member('OFD.xml', 'OFD', '<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>'),
    member(
      'Doc_0/Document.xml',
      'Document',
      `<ofd:CommonData>${box}${uses}</ofd:CommonData><ofd:Pages>${list}</ofd:Pages>`,
    ),
    ...members,
  ]);
  return ofdFormat.read({
    source: { uri: 'a.ofd', bytes },
    sha256: '',
    mediaType: 'application/ofd',
    formatId: 'ofd',
  });
}

describe('OFD that is too large', () => {
  it.each([
    ['by its size', ' '.repeat(31 * 1024 * 1024)],
    ['by the number of its objects', '<ofd:ImageObject/>'.repeat(500_001)],
  ])('is refused: %s', async (_, objects) => {
    await expect(read(1, '', [layer('Doc_0/P0.xml', objects)])).rejects.toMatchObject({
      code: 'ofd-too-large',
    });
  });

  it('is refused by what it repeats: one template of many characters on each of many pages', async () => {
    const line = (y: number) =>
      `<ofd:TextObject Boundary="20 ${y} 170 5" Font="1" Size="4"><ofd:TextCode X="0" Y="4">${'甲'.repeat(40)}</ofd:TextCode></ofd:TextObject>`;
    const lines = Array.from({ length: 200 }, (_, y) => line(y * 1.4)).join('');
    const pages = Array.from({ length: 400 }, (_, at) =>
      member(`Doc_0/P${at}.xml`, 'Page', '<ofd:Template TemplateID="9"/>'),
    );
    const uses = '<ofd:TemplatePage ID="9" BaseLoc="T.xml"/>';
    await expect(read(400, uses, [layer('Doc_0/T.xml', lines), ...pages])).rejects.toMatchObject({
      code: 'ofd-too-large',
    });
  });
});
