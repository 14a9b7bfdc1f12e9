import type { GridCell, Place } from '../../model/parsed-document.js';
import { parseCell } from '../../words/parse-cell.js';

/** A cell, or a line of one. */
export type CellPart = Omit<GridCell, 'sourceStart' | 'sourceEnd'> & Place;

/**
 * Cells into which a tool poured more than one piece, where the lines of the cells say how they are parted:
 *
 *   规范性文件⏎12⏎3⏎61 |    |    |             a label that swallowed the figures of its row
 *   规章⏎规范性文件     | 0⏎12 | 3⏎3 | 5⏎61    several rows in one: as many lines in every cell that holds figures
 *
 *   行政许可：12件                           a label and its figure in the only cell of a row
 *
 * Gives the rows as they were meant; a row of which none of this is true comes back as it is.
 */
export function partCells(row: readonly CellPart[]): CellPart[][] {
  const filled = row.filter(({ text }) => text.trim() !== '');
  const both = filled.length === 1 ? LABEL_AND_FIGURE.exec(filled[0]!.text) : null;
  if (both) {
    const [cell] = filled;
    const from = both[0].length - both.groups!.figure!.length;
    return [[partOf(cell!, both.groups!.label!, 0), partOf(cell!, both.groups!.figure!, from)]];
  }
  return partRows(row).map((cells) => {
    const parts = cells.flatMap(partLabel);
    // The empty cells behind such a label are those whose figures it swallowed.
    return parts.length === cells.length ? cells : parts.filter(({ text }) => text.trim() !== '');
  });
}

const isValue = (text: string): boolean => ['number', 'placeholder'].includes(parseCell(text).kind);

/** The only cell of a row that holds its label, a colon and its figure. */
const LABEL_AND_FIGURE =
  /^(?<label>\s*\p{Script=Han}[^\d:：]{1,30})[:：]\s*(?<figure>\d[\d,.]*\s*[^\d\s]{0,3})$/u;

/** The lines of a cell that hold something, each where it stands. */
export function linesOf(cell: CellPart): CellPart[] {
  if (!cell.text.includes('\n')) return [cell];
  return [...cell.text.matchAll(/[^\n]+/gu)]
    .filter(({ 0: line }) => line.trim() !== '')
    .map(({ 0: text, index }) => partOf(cell, text, index));
}

export function partOf(cell: CellPart, text: string, from: number): CellPart {
  const { sourceStart: _, sourceEnd: __, ...rest } = cell;
  return { ...rest, text, start: cell.start + from, end: cell.start + from + text.length };
}

/** A label whose last lines are figures, cut behind its words. */
function partLabel(cell: CellPart): CellPart[] {
  const lines = linesOf(cell);
  const words = lines.findLastIndex(({ text }) => !isValue(text)) + 1;
  if (words === 0 || words === lines.length) return [cell];
  const last = lines[words - 1]!;
  return [partOf(cell, cell.text.slice(0, last.end - cell.start), 0), ...lines.slice(words)];
}

/** A line begins a label of the forms: 一、 （三） 2. */
export const ORDINAL = /^\s*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|\d+[.、．])/u;

function partRows(row: readonly CellPart[]): CellPart[][] {
  const parted = row.map((cell) => linesOf(cell));
  const figures = parted.filter((lines) => lines.length > 0 && lines.every(({ text }) => isValue(text)));
  const count = figures[0]?.length ?? 1;
  if (count < 2 || !figures.every(({ length }) => length === count)) return [[...row]];
  const labels = row.filter(
    (_, i) => !figures.includes(parted[i]!) && parted[i]!.some(({ text }) => text.trim()),
  );
  const own = labels.at(-1);
  const begins = own ? beginningsOf(linesOf(own), count) : null;
  if (!begins) return [[...row]];
  return Array.from({ length: count }, (_, at) =>
    row.flatMap((cell, i) => {
      if (cell === own) {
        const [from, to] = [begins[at]!, begins[at + 1] ?? parted[i]!.length];
        const [first, last] = [parted[i]![from]!, parted[i]![to - 1]!];
        return [
          partOf(
            cell,
            cell.text.slice(first.start - cell.start, last.end - cell.start),
            first.start - cell.start,
          ),
        ];
      }
      return figures.includes(parted[i]!) ? [parted[i]![at]!] : [cell];
    }),
  );
}

/** At which lines as many labels begin; null where the lines do not say. */
function beginningsOf(lines: readonly CellPart[], count: number): number[] | null {
  if (lines.length === count) return lines.map((_, i) => i);
  const ordinals = lines.flatMap(({ text }, i) => (ORDINAL.test(text) ? [i] : []));
  return ordinals.length === count && ordinals[0] === 0 ? ordinals : null;
}
