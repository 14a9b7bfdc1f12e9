import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { pictureRows } from '../../../scripts/office/picture-table.js';
import { pictureWorkbook } from '../../../scripts/office/picture-workbook.js';
import { identifySource } from '../../../src/convert/identify-source.js';
import { UNREAD_OBJECT } from '../../../src/model/mark.js';
import type { Block, ParsedDocument } from '../../../src/model/parsed-document.js';
import type { Result } from '../../../src/model/result.js';
import { openAids } from '../../../src/ocr/open-aids.js';
import { loadKnowledge } from '../../index.js';

const { formats } = loadKnowledge();

async function read(bytes: Uint8Array, ocr: 'auto' | 'never'): Promise<Result<ParsedDocument>> {
  const { value: raw } = identifySource({ uri: 'x', bytes }, formats);
  return formats.find(({ id }) => id === raw.formatId)!.read(raw, openAids({ ocr }));
}

function fixture(path: string): Uint8Array {
  const bytes = readFileSync(fileURLToPath(new URL(`../${path}`, import.meta.url)));
  return new Uint8Array(path.endsWith('.gz') ? gunzipSync(bytes) : bytes);
}

const say = (block: Block): string =>
  block.kind === 'paragraph' ? block.text : block.cells.map(({ text }) => text).join(' ');
const table = (first: number): string => pictureRows(first).flat().join(' ');

/** In the line, beside a paragraph, in a cell: what the picture in a cell shows stands behind its table, and the cell is not blank. */
const inText = [
  'The first words.',
  table(23),
  'Between two pictures.',
  'With a picture beside it.',
  table(31),
  'Before the table.',
  `甲 ${UNREAD_OBJECT} 乙 3`,
  table(47),
  'And the last 7.',
];
/** LibreOffice puts what hangs at a paragraph before its words. */
const inOpenDocument = [...inText.slice(0, 3), inText[4]!, inText[3]!, ...inText.slice(5)];
const inWorkbook = [
  'The first words.',
  table(23),
  'Between two pictures.',
  '甲 3 乙 5',
  table(31),
  'And the last 7.',
  table(47),
];

const files: [
  name: string,
  bytes: () => Promise<Uint8Array> | Uint8Array,
  blocks: string[],
  count: number,
][] = [
  ['DOC', () => fixture('doc/fixtures/pictures.doc'), inText, 3],
  ['RTF', () => fixture('rtf/fixtures/pictures.rtf.gz'), inText, 3],
  ['ODT', () => fixture('odt/fixtures/pictures.odt'), inOpenDocument, 3],
  ['XLS', () => fixture('sheet/fixtures/pictures.xls'), inWorkbook, 4],
  ['XLSX of LibreOffice', () => fixture('sheet/fixtures/pictures.xlsx'), inWorkbook, 4],
  ['XLSX', pictureWorkbook, inWorkbook, 4],
];

describe('pictures that office programs saved', () => {
  it.each(files)('are read where they stand: %s', async (_, make, blocks, count) => {
    const bytes = await make();
    const { value, issues } = await read(bytes, 'auto');
    expect(value.blocks.map(say)).toEqual(blocks);
    for (const block of value.blocks)
      for (const piece of block.kind === 'paragraph' ? [block] : block.cells)
        expect(value.text.slice(piece.start, piece.end)).toBe(piece.text);
    const pages = value.blocks.flatMap((block) => (block.kind === 'grid' ? [block.cells[0]!.page] : []));
    expect(pages.filter((page) => page !== undefined)).toEqual([1, 2, 3]);
    const told = issues.filter(({ code }) => code === 'ocr-pages' || code === 'image-content');
    // The picture on the hidden sheet of the workbooks is not read.
    expect(told.map(({ code }) => code)).toEqual(count > 3 ? ['ocr-pages', 'image-content'] : ['ocr-pages']);

    const unread = await read(bytes, 'never');
    expect(unread.value.blocks.map(say)).toEqual(blocks.filter((line) => !line.startsWith('Requests')));
    expect(unread.issues.find(({ code }) => code === 'image-content')?.message).toMatch(
      new RegExp(`^${count} images`, 'u'),
    );
  });
});
