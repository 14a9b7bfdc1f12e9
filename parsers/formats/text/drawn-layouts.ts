import type { Line } from './lines.js';
import { readCellsOnLines } from './read-cells-on-lines.js';
import { readCopiedRows } from './read-copied-rows.js';
import { readCsvRegion } from './read-csv-region.js';
import { findDashedTable, readDashedTable } from './read-dashed-table.js';
import { readDataFrame } from './read-data-frame.js';
import { drawnTableEnd, readDrawnTable } from './read-drawn-table.js';
import { readGutterColumns } from './read-gutter-columns.js';
import { readSpacedColumns } from './read-spaced-columns.js';
import { readTabsApart } from './read-tabs-apart.js';
import { readWikiTable, wikiTableEnd } from './read-wiki-table.js';
import { readPrintedList } from './table-of-literal.js';
import type { TextTable } from './text-table.js';

/** A way in which texts lay out tables whose cells can be told from the text alone. */
interface DrawnLayout {
  name: string;
  /** The table that begins at a line, and the line behind it; null where none of this layout does. */
  read: (text: string, lines: readonly Line[], from: number) => { table: TextTable; end: number } | null;
}

/** In the order in which a line is tried. */
export const drawnLayouts: readonly DrawnLayout[] = [
  {
    name: 'borders',
    read: (_, lines, from) => between(lines, from, drawnTableEnd(lines, from), readDrawnTable),
  },
  {
    name: 'wiki',
    read: (_, lines, from) => {
      const opens = /^[:*\s]*\{\|/u.test(lines[from]!.text);
      return opens ? between(lines, from, wikiTableEnd(lines, from), readWikiTable) : null;
    },
  },
  {
    name: 'dashes',
    read: (_, lines, from) => {
      const found = findDashedTable(lines, from);
      if (!found) return null;
      return between(lines, from, found.end, (own) => readDashedTable(own, lines[found.columns]!));
    },
  },
  { name: 'printed-list', read: readPrintedList },
  { name: 'tabs-apart', read: readTabsApart },
  { name: 'data-frame', read: readDataFrame },
  { name: 'cells-on-lines', read: readCellsOnLines },
  { name: 'gutter-columns', read: readGutterColumns },
  { name: 'copied-spans', read: readCopiedRows },
  { name: 'values', read: readCsvRegion },
  { name: 'spaced-columns', read: readSpacedColumns },
];

function between(
  lines: readonly Line[],
  from: number,
  end: number,
  read: (lines: readonly Line[]) => TextTable | null,
): { table: TextTable; end: number } | null {
  const table = end > from ? read(lines.slice(from, end)) : null;
  return table && { table, end };
}
