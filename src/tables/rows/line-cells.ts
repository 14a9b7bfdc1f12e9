import type { Paragraph, ParsedDocument } from '../../model/parsed-document.js';
import { parseCell } from '../../words/parse-cell.js';
import type { PhysicalRow, Token } from '../token.js';
import { textRows } from './text-rows.js';

/**
 * Every cell on a line of its own, as word processors save a table as text. An empty cell leaves its line empty:
 *
 *   规章              one line break between cells, or two in all of the text
 *   4
 *                     an empty cell
 *   12
 *
 * A merged label that is written out for each of its places stands on several lines; it is one.
 */
export function lineCells({ blocks, text }: Pick<ParsedDocument, 'blocks' | 'text'>): PhysicalRow[] {
  const cells = blocks.flatMap((block, index) => (block.kind === 'paragraph' ? [{ block, index }] : []));
  const gaps = cells.map(({ block }, i) => (i === 0 ? 0 : lineBreaks(text, cells[i - 1]!.block, block)));
  const step = usualGap(
    cells.map(({ block }) => block),
    gaps,
  );
  if (step === null) return [];
  return cells.flatMap(({ block, index }, i) => {
    const empty = gaps[i]! / step - 1;
    const before = cells[i - 1]?.block;
    const blanks =
      before && empty > 0 && Number.isInteger(empty) && empty <= EMPTY_CELLS_MAX
        ? Array.from({ length: empty }, (_, at) => blankRow(before.end + at * step, index))
        : [];
    if (before?.text === block.text && parseCell(block.text).kind === 'text') return blanks;
    return [...blanks, ...textRows(block.text, block, index)];
  });
}

/** More empty lines are the distance between a table and the text behind it. */
const EMPTY_CELLS_MAX = 16;

const lineBreaks = (text: string, before: Paragraph, next: Paragraph): number =>
  text.slice(before.end, next.start).split('\n').length - 1;

const isFigure = ({ text }: Paragraph): boolean => parseCell(text).kind === 'number';

/** By how many line breaks most figures are parted from the figure before them; null where no two stand so. */
function usualGap(cells: readonly Paragraph[], gaps: readonly number[]): number | null {
  const votes = new Map<number, number>();
  cells.forEach((cell, i) => {
    const before = cells[i - 1];
    if (before && isFigure(before) && isFigure(cell)) votes.set(gaps[i]!, (votes.get(gaps[i]!) ?? 0) + 1);
  });
  const [usual] = [...votes].sort(([a, m], [b, n]) => n - m || a - b);
  return usual && usual[0] > 0 ? usual[0] : null;
}

function blankRow(at: number, block: number): PhysicalRow {
  const blank: Token = { kind: 'blank', text: '', place: { start: at, end: at }, block };
  return { form: 'line', block, row: 0, labels: [], values: [blank] };
}
