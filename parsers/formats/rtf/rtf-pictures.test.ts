import { describe, expect, it } from 'vitest';
import { pictureOfTable } from '../../../scripts/office/picture-table.js';
import type { Issue } from '../../../src/model/issue.js';
import { openAids } from '../../../src/ocr/open-aids.js';
import { rtfFormat } from './index.js';

const latin1 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));

async function read(rtf: string): Promise<{ blocks: string[]; issues: Issue[] }> {
  const source = { uri: 'x', bytes: latin1(`{\\rtf1\\ansi ${rtf}}`) };
  const raw = { source, sha256: '', mediaType: '', formatId: 'rtf' };
  const { value, issues } = await rtfFormat.read(raw, openAids());
  const blocks = value.blocks.map((block) =>
    block.kind === 'paragraph' ? block.text : block.cells.map(({ text }) => text).join(' '),
  );
  return { blocks, issues };
}

const table = 'Requests 23 145 Answers 7 1286 Open 18 59';
const words = (picture: string): string => `One.\\par {\\pict${picture}}\\par Two.\\par`;
const hex = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('hex')
    .replace(/.{120}/gu, '$&\r\n');

describe('pictures in RTF', () => {
  it('are read from digits and from raw bytes, whatever is said between', async () => {
    const png = await pictureOfTable(23);
    const said = '{\\*\\picprop{\\sp{\\sn pib}{\\sv 77}}}\\pngblip\\picw620\\pich300{\\*\\blipuid 00ffee}';
    const raw = Buffer.from(png).toString('latin1');
    for (const picture of [`${said}\r\n${hex(png)}`, `${said}\\bin${png.length} ${raw}`]) {
      const { blocks, issues } = await read(words(picture));
      expect(blocks).toEqual(['One.', table, 'Two.']);
      expect(issues.map(({ code }) => code)).toEqual(['ocr-pages']);
    }
  });

  it('are cut as the document cuts them', async () => {
    const cut = `\\pngblip\\picwgoal6200\\pichgoal3000\\piccropr1880 ${hex(await pictureOfTable(23))}`;
    expect((await read(words(cut))).blocks[1]).toBe('Requests 23 Answers 7 Open 18');
  });

  it('that are hidden or deleted are not shown', async () => {
    const png = `\\pngblip ${hex(await pictureOfTable(23))}`;
    const { blocks, issues } = await read(
      `One.{\\v {\\pict${png}}}{\\deleted {\\pict${png}}}\\par Two.\\par`,
    );
    expect(blocks).toEqual(['One.', 'Two.']);
    expect(issues.map(({ code }) => code)).toEqual(['hidden-content']);
  });

  it('that are metafiles are named, and broken ones counted', async () => {
    const metafile = `\\wmetafile8 010009000003${'00'.repeat(4000)}`;
    const told = (await read(words(metafile))).issues;
    expect(told.map(({ code }) => code)).toEqual(['ocr-page-unreadable', 'image-content']);
    expect(told[0]?.message).toContain('metafile');
    const cutOff = hex((await pictureOfTable(23)).subarray(0, 3200));
    const broken = (await read(words(`\\pngblip ${cutOff}`))).issues;
    expect(broken.map(({ code }) => code)).toEqual(['ocr-page-unreadable', 'image-content']);
    expect((await read(words('\\pngblip'))).issues.map(({ code }) => code)).toEqual(['image-content']);
  });
});
