import type { Alignment } from '../alignment.js';
import type { OfficialRow } from '../official-labels.js';
import type { PhysicalRow } from '../token.js';

/** Rows of this length end in an empty cell too often for an accident. */
export function isPadding(length: number, alignment: Alignment, rows: PhysicalRow[]): boolean {
  const alike = alignment.rows.filter(({ physical }) => {
    const { values } = rows[physical]!;
    return values.length === length && (values[0]!.kind === 'blank' || values.at(-1)!.kind === 'blank');
  });
  return alike.length > 1;
}

/** Is the row printed with one cell less than most others of its width in the table? One of them was lost. */
export function isShortRow(
  row: PhysicalRow,
  width: number,
  alignment: Alignment,
  rows: PhysicalRow[],
  officials: OfficialRow[],
): boolean {
  const { cellCount } = row;
  if (cellCount === undefined || row.isPieced) return false;
  const alike = alignment.rows
    .filter(({ official }) => officials[official]!.width === width)
    .map(({ physical }) => rows[physical]!)
    .filter((other) => other !== row);
  const longer = alike.filter((other) => other.cellCount === cellCount + 1);
  return longer.length > 1 && longer.length * 2 > alike.length;
}

/** Rows narrower than this are often followed by the empty cells of wider ones. */
const TWO_ROWS_WIDTH_MIN = 3;

/** Does the row have cells enough for two, and does no other have as many? The label of the second was lost. */
export function isTwoRows(
  row: PhysicalRow,
  width: number,
  alignment: Alignment,
  rows: PhysicalRow[],
): boolean {
  const count = row.values.length;
  if (width < TWO_ROWS_WIDTH_MIN || count < 2 * width) return false;
  return alignment.rows.every(
    ({ physical }) => rows[physical] === row || rows[physical]!.values.length < count,
  );
}
