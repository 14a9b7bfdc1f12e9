import { isFigureText } from '../page/chunks.js';
import { firstGlyphWidth } from '../page/join-lines.js';
import { cellText, type TableCell, type TablePart } from '../page/table-part.js';

/** 一、 （一） (1) 1. 1、 ① 第…条: a label that starts so is a new one. */
const ORDINAL =
  /^(?:[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十\d]+[）)]|\d+[.．、](?!\d)|[①-⑳]|第[一二三四五六七八九十百\d]+[条项款章])/u;
const HAN = /\p{Script=Han}/u;
/** Digits of which some may stand on the other side of the break. */
const DIGITS = /^[-+−－]?[\d０-９.,，]+%?$/u;

/** 无 is a figure that stands for none, and no word. */
const isWords = (text: string): boolean => HAN.test(text) && !isFigureText(text);

export interface Pair {
  above: TableCell;
  below: TableCell;
}

/** Cells that meet at the page break and have the same width. */
export function edgePairs(upper: TablePart, lower: TablePart): Pair[] {
  const bottom = upper.cells.filter((cell) => cell.row + cell.rowSpan === upper.rowCount);
  const top = lower.cells.filter((cell) => cell.row === 0);
  return bottom.flatMap((above) => {
    const below = top.find((cell) => cell.column === above.column && cell.colSpan === above.colSpan);
    return below ? [{ above, below }] : [];
  });
}

/** The cell above had no room for the first character of the cell below. */
function isFull({ above, below }: Pair): boolean {
  const first = below.lines[0];
  return first !== undefined && above.lines.length > 0 && above.room < firstGlyphWidth(first);
}

/** The words above were cut off by the full cell, and those below do not begin anew. */
const isTextCut = (pair: Pair): boolean =>
  isFull(pair) &&
  !ORDINAL.test(cellText(pair.below)) &&
  !isFigureText(cellText(pair.above)) &&
  !isFigureText(cellText(pair.below));

/** A number broken by a narrow cell, and then by the page: its digits go on below. */
const isNumberCut = (pair: Pair): boolean =>
  isFull(pair) && DIGITS.test(cellText(pair.above)) && DIGITS.test(cellText(pair.below));

const isOneSided = ({ above, below }: Pair): boolean => cellText(above) === '' || cellText(below) === '';

/** A cell beside several rows names a group of rows. Its column may do so in either part. */
const isSpanning = (cell: TableCell, part: TablePart): boolean =>
  cell.rowSpan > 1 ||
  part.cells.some(
    (other) => other.rowSpan > 1 && other.column === cell.column && other.colSpan === cell.colSpan,
  );

/**
 * The last row above and the first row below are one printed row: all cells meet, none has two texts but a cut one,
 * and the two halves need each other: a cut label, nothing at all on one side, or a label here and its values there.
 */
export function isRowCut(pairs: readonly Pair[], upper: TablePart, lower: TablePart): boolean {
  const bottomCount = upper.cells.filter((cell) => cell.row + cell.rowSpan === upper.rowCount).length;
  const topCount = lower.cells.filter((cell) => cell.row === 0).length;
  if (pairs.length === 0 || pairs.length !== bottomCount || pairs.length !== topCount) return false;
  // Cells that span rows on either side say nothing about this row: they may be cut between rows.
  const own = pairs.filter(({ above, below }) => above.rowSpan === 1 && below.rowSpan === 1);
  const goesOn = (pair: Pair) => isOneSided(pair) || isTextCut(pair) || isNumberCut(pair);
  if (own.length === 0 || !own.every(goesOn)) return false;
  const leaf = own.filter((pair) => !isSpanning(pair.above, upper) && !isSpanning(pair.below, lower));
  const label = leaf[0];
  if (!label) return false;
  if (own.some((pair) => isTextCut(pair) && leaf.includes(pair))) return true;
  // A row without its label is a fragment only in a table whose rows have labels: a line of 15 unfilled values is a row.
  if (!hasRowLabels(upper, label.above.column) && !hasRowLabels(lower, label.above.column)) return false;
  const isLeafBlank = (side: 'above' | 'below') => leaf.every((pair) => cellText(pair[side]) === '');
  if (isLeafBlank('above') || isLeafBlank('below')) return true;
  if (cellText(label.above) === '' || cellText(label.below) !== '') return false;
  return leaf.some(isNumberCut) || leaf.every((pair) => pair === label || cellText(pair.above) === '');
}

/** Some row holds words in this column and values to its right. */
const hasRowLabels = (part: TablePart, column: number): boolean =>
  part.cells.some(
    (label) =>
      label.column === column &&
      isWords(cellText(label)) &&
      hasCellRightOf(part, label, label.row, isFigureText),
  );

const hasCellRightOf = (
  part: TablePart,
  cell: TableCell,
  row: number,
  isWanted: (text: string) => boolean,
): boolean =>
  part.cells.some(
    (other) =>
      other.column > cell.column &&
      other.row <= row &&
      other.row + other.rowSpan > row &&
      isWanted(cellText(other)),
  );

/**
 * A spanned label that goes on below the break. Where one half is blank, the row beside it must show that the cell is
 * a label's: words to its right. A blank half above must not be the corner of a header: its row holds values.
 */
export function isLabelCut(pair: Pair, upper: TablePart, lower: TablePart): boolean {
  const { above, below } = pair;
  // In a heading of several tiers each half of a cell can be one row high; the rows beside it then differ in columns.
  const isTiered = edgePairs(upper, lower).length < lower.cells.filter((cell) => cell.row === 0).length;
  if (isTiered && isTextCut(pair)) return true;
  if (!isSpanning(above, upper) && !isSpanning(below, lower)) return false;
  if (isFigureText(cellText(above)) || isFigureText(cellText(below))) return false;
  if (!isOneSided(pair)) return isTextCut(pair);
  const isLabelBelow = hasCellRightOf(lower, below, 0, isWords);
  const isLabelAbove = hasCellRightOf(upper, above, upper.rowCount - 1, isWords);
  const isDataAbove = hasCellRightOf(upper, above, upper.rowCount - 1, isFigureText);
  return isLabelBelow && isLabelAbove && (cellText(above) !== '' || isDataAbove);
}

/** The row below the break holds values, but its label cell is blank. */
export function lacksLabel(upper: TablePart, lower: TablePart, pairs: readonly Pair[]): boolean {
  const label = pairs.find(({ above, below }) => !isSpanning(above, upper) && !isSpanning(below, lower));
  if (!label || cellText(label.below) !== '' || !hasRowLabels(upper, label.above.column)) return false;
  return hasCellRightOf(lower, label.below, 0, isFigureText);
}
