import type { Block } from '../../../src/model/parsed-document.js';
import { readHtmlBlocks } from '../html/read-html-blocks.js';
import { looksLikeHtml } from '../html/sniff-html.js';
import type { ListLiteral, Literal, ScalarLiteral } from '../text/parse-literals.js';
import { readTextBlocks } from '../text/read-text-blocks.js';
import { CELL_CHARS_MAX } from '../text/rows-of-literal.js';
import { tableOfLiteral } from '../text/table-of-literal.js';
import type { TextBlock, TextTable } from '../text/text-table.js';
import { writeText } from '../text/write-text.js';

/** What programs write of their own is in other letters. */
const HAN = /\p{Script=Han}/u;

/** The same page stands in as many cells as tables lie in each other. */
const PAGES_MAX = 20;

/** What was found in values, in the order in which it stands there. */
interface Found {
  tables: TextTable[];
  /** Cells of tables that lay out a page, which hold the text of it, its tables included. */
  pages: Set<ScalarLiteral>;
  blocks: (TextTable | ScalarLiteral)[];
}

/** The tables in values, and the texts between them. */
export function blocksOfLiterals(values: readonly Literal[]): TextBlock[] {
  const whole = tableOfLiteral(linesAsList(values));
  if (whole) return [whole];
  const found: Found = { tables: [], pages: new Set(), blocks: [] };
  for (const value of values) collect(value, found);
  const cells = new Set(
    found.tables.flatMap((table) => table.cells.map(({ pieces }) => pieces[0]!.text.trim())),
  );
  let read = '';
  return found.blocks.flatMap((block) => {
    if (block.kind === 'table') return [block];
    if (!found.pages.has(block)) return blocksOfText(block);
    if (read.includes(block.text)) return [];
    read += block.text;
    const lines = block.text.split('\n').filter((line) => line.trim() === '' || !cells.has(line.trim()));
    return blocksOfText({ ...block, text: lines.join('\n') });
  });
}

/** Records that follow each other are the rows of one table. */
const linesAsList = (values: readonly Literal[]): Literal => ({
  kind: 'list',
  items: [...values],
  start: values[0]?.start ?? 0,
  end: values.at(-1)?.end ?? 0,
});

function collect(value: Literal, found: Found): void {
  const table = tableOfLiteral(value);
  if (table) {
    found.tables.push(table);
    found.blocks.push(table);
  } else if (value.kind === 'scalar') found.blocks.push(value);
  else if (isLayout(value)) {
    const pages = value.items.flatMap(scalarsOf).filter(({ text }) => text.length > CELL_CHARS_MAX);
    for (const page of pages.slice(0, PAGES_MAX)) {
      found.pages.add(page);
      found.blocks.push(page);
    }
  } else for (const inner of partsOf(value)) collect(inner, found);
}

const partsOf = (value: Literal): Literal[] =>
  value.kind === 'list'
    ? value.items
    : value.kind === 'record'
      ? value.entries.map((entry) => entry.value)
      : [];

const scalarsOf = (value: Literal): ScalarLiteral[] =>
  partsOf(value).filter((part) => part.kind === 'scalar');

/** Rows of cells, but for one that holds more than a cell. */
const isLayout = (value: Literal): value is ListLiteral =>
  value.kind === 'list' &&
  value.items.length > 1 &&
  value.items.every((row) => row.kind !== 'scalar' && partsOf(row).every(({ kind }) => kind === 'scalar'));

function blocksOfText({ text, start, end }: ScalarLiteral): TextBlock[] {
  if (!HAN.test(text)) return [];
  if (looksLikeHtml(text)) {
    const page = readHtmlBlocks(text, { sourceOffsets: false, dropRegions: false });
    return [{ kind: 'island', start, end, text: page.text, blocks: page.blocks }];
  }
  if (!text.includes('\n'))
    return [{ kind: 'paragraph', text, start, end, sourceStart: start, sourceEnd: end }];
  const { blocks, text: written } = writeText(text, readTextBlocks(text).blocks);
  return [{ kind: 'island', start, end, text: written, blocks: blocks.map(withoutPlaces) }];
}

/** Of a text whose signs the source writes otherwise, no place but the whole one is known. */
function withoutPlaces(block: Block): Block {
  const { sourceStart: _, sourceEnd: __, ...rest } = block;
  if (rest.kind === 'paragraph') return rest;
  return { ...rest, cells: rest.cells.map(({ sourceStart: _, sourceEnd: __, ...cell }) => cell) };
}
