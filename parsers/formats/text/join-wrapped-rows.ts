import type { Line } from './lines.js';

/**
 * AsciiDoc between |=== and |===: where empty lines part the rows, a row that was too long for its line goes on below.
 * Rows may be parted from their heading alone: then joined ones would be wider than any on one line.
 *
 *   |（二）部分公开 |31 |4 |0
 *   |0 |3 |0 |38
 */

const EDGE = /^\s*\|={3,}\s*$/u;

/** The lines of a region of pipes, without empty ones. */
export function joinWrappedRows(text: string, lines: readonly Line[]): Line[] {
  const printed = lines.filter((line) => line.text.trim() !== '');
  if (!EDGE.test(lines[0]!.text)) return printed;
  const rows = rowsBetween(lines).filter((row) => row.length > 0);
  const widest = rows.reduce((most, row) => (row.length === 1 ? Math.max(most, widthOf(row)) : most), 0);
  if (rows.some((row) => widthOf(row) > widest)) return printed;
  return rows.map((row) => {
    const { start, end } = { start: row[0]!.start, end: row.at(-1)!.end };
    return { text: text.slice(start, end), start, end };
  });
}

function rowsBetween(lines: readonly Line[]): Line[][] {
  const rows: Line[][] = [[]];
  // No empty line parts the rows of a heading.
  let isHeading = false;
  for (const line of lines) {
    if (line.text.trim() === '') rows.push([]);
    else if (EDGE.test(line.text) || isHeading) rows.push([line], []);
    else rows.at(-1)!.push(line);
    isHeading = EDGE.test(line.text) || (isHeading && line.text.trim() !== '');
  }
  return rows;
}

const widthOf = (row: readonly Line[]): number =>
  row.reduce((sum, { text }) => sum + (text.match(/\|/gu)?.length ?? 0), 0);
