import type { PrintedCell, PrintedTable } from '../synthesise/printed.js';
import type { Random } from '../synthesise/random.js';
import type { Damage, Damaged } from './damage.js';
import { retexted } from './figure-damages.js';
import { type Line, readInPlace, type Sheet, textAt, withoutLine, withTexts } from './sheet.js';

export const withRow = (
  table: PrintedTable,
  line: number,
  change: (row: PrintedCell[]) => PrintedCell[],
): PrintedTable => ({
  ...table,
  rows: table.rows.map((row, index) => (index === line ? change(row) : row)),
});

export const keysOf = (lines: readonly Line[]): Set<string> =>
  new Set(lines.flatMap(({ places }) => places.map(({ key }) => key)));

export const labelled = (sheet: Sheet): (Line & { label: number })[] =>
  sheet.lines.filter((line): line is Line & { label: number } => line.label !== null);

const labelText = (sheet: Sheet, line: Line & { label: number }): string =>
  sheet.table.rows[line.index]![line.label]!.text;

/** A damage that changes what a row looks like; every figure that is left reads as before at the place of its label. */
export const visible = (table: PrintedTable, hit: Set<string>): Damaged => ({
  table,
  hit,
  reads: new Map(),
  isVisible: true,
});

/** Rows have fewer cells than they should. */
export const shortened = (table: PrintedTable, lines: readonly Line[]): Damaged => ({
  table,
  hit: keysOf(lines),
  reads: readInPlace(table, lines),
  isVisible: true,
  isByAbsence: true,
});

const onOneLine = (
  name: string,
  says: string,
  change: (sheet: Sheet, line: Line, random: Random) => Damaged | null,
): Damage => ({
  name,
  says,
  keepsLayout: false,
  apply: (sheet, random) => change(sheet, random.pick(sheet.lines), random),
});

/** Cells of a row that are fewer or more than they should be. */
const cellDamages: Damage[] = [
  onOneLine('cell-dropped', 'a cell is gone, those behind it move up', (sheet, line, random) => {
    if (line.places.length < 2) return null;
    const { cell } = random.pick(line.places);
    return shortened(
      withRow(sheet.table, line.index, (row) => row.filter((_, at) => at !== cell)),
      [line],
    );
  }),
  onOneLine('cell-doubled', 'a cell twice, those behind it move down', (sheet, line, random) => {
    if (line.places.length < 2) return null;
    const { cell } = random.pick(line.places);
    return visible(
      withRow(sheet.table, line.index, (row) =>
        row.flatMap((text, at) => (at === cell ? [text, text] : [text])),
      ),
      keysOf([line]),
    );
  }),
  onOneLine('cells-merged', 'two neighbours in one cell, a cell too few', (sheet, line, random) => {
    if (line.places.length < 2) return null;
    const at = random.int(1, line.places.length - 1);
    const [left, right] = [line.places[at - 1]!, line.places[at]!];
    const text = textAt(sheet, left) + textAt(sheet, right);
    const glued = withTexts(sheet.table, [{ ...left, text }]);
    return shortened(
      withRow(glued, line.index, (row) => row.filter((_, index) => index !== right.cell)),
      [line],
    );
  }),
  onOneLine('cells-spanned', 'two neighbours in one cell as wide as both', (sheet, line, random) => {
    if (line.places.length < 2) return null;
    const at = random.int(1, line.places.length - 1);
    const [left, right] = [line.places[at - 1]!, line.places[at]!];
    const text = textAt(sheet, left) + textAt(sheet, right);
    const merged = withRow(sheet.table, line.index, (row) =>
      row
        .map((cell, index) =>
          index === left.cell ? { ...cell, text, colSpan: cell.colSpan + row[right.cell]!.colSpan } : cell,
        )
        .filter((_, index) => index !== right.cell),
    );
    return { ...visible(merged, keysOf([line])), isBySpan: true };
  }),
];

/** Figures of a row, moved by one place; what falls off is gone. */
const shifted = (name: string, says: string, by: 1 | -1): Damage => ({
  name,
  says,
  keepsLayout: true,
  apply: (sheet, random) => {
    const { places } = random.pick(sheet.lines);
    const texts = places.map((place) => textAt(sheet, place));
    if (places.length < 2) return null;
    return retexted(
      sheet,
      places.map((place, at) => ({ place, text: texts[at - by] ?? '' })),
    );
  },
});

const rowDamages: Damage[] = [
  shifted('row-shifted-right', 'a row moved one cell to the right', 1),
  shifted('row-shifted-left', 'a row moved one cell to the left', -1),
  {
    name: 'label-lost',
    says: 'a row without its label',
    keepsLayout: false,
    apply: (sheet, random) => {
      const lines = labelled(sheet);
      if (lines.length === 0) return null;
      const line = random.pick(lines);
      return visible(
        withTexts(sheet.table, [{ line: line.index, cell: line.label, text: '' }]),
        keysOf([line]),
      );
    },
  },
  {
    name: 'labels-lost-2',
    says: 'two rows under each other without labels',
    keepsLayout: false,
    apply: (sheet, random) => {
      const lines = labelled(sheet);
      if (lines.length < 3) return null;
      const at = random.int(1, lines.length - 1);
      const pair = [lines[at - 1]!, lines[at]!];
      const gone = pair.map(({ index, label }) => ({ line: index, cell: label, text: '' }));
      return visible(withTexts(sheet.table, gone), keysOf(pair));
    },
  },
  {
    name: 'row-lost',
    says: 'a printed row is gone',
    keepsLayout: false,
    apply: (sheet, random) => {
      const lines = labelled(sheet);
      if (lines.length < 3) return null;
      const line = random.pick(lines);
      return visible(withoutLine(sheet.table, line.index), keysOf([line]));
    },
  },
  {
    name: 'row-and-label-lost',
    says: 'a row is gone, and its neighbour has lost its label',
    keepsLayout: false,
    apply: (sheet, random) => {
      const lines = labelled(sheet);
      if (lines.length < 4) return null;
      const at = random.int(1, lines.length - 1);
      const [gone, bare] = random.chance(0.5) ? [lines[at - 1]!, lines[at]!] : [lines[at]!, lines[at - 1]!];
      const table = withTexts(sheet.table, [{ line: bare.index, cell: bare.label, text: '' }]);
      return visible(withoutLine(table, gone.index), keysOf([gone, bare]));
    },
  },
  onOneLine('row-doubled', 'a row printed twice', (sheet, line) => {
    const { table } = sheet;
    const row = table.rows[line.index]!;
    if (row.some(({ rowSpan }) => rowSpan > 1) || table.id === 'review') return null;
    const above = table.rows.slice(0, line.index + 1);
    return visible(
      lengthenAround(
        { ...table, rows: [...above, [...row], ...table.rows.slice(line.index + 1)] },
        line.index,
      ),
      keysOf([line]),
    );
  }),
  onOneLine(
    'row-doubled-otherwise',
    'a row printed twice, the second time with another figure',
    (sheet, line, random) => {
      const { table } = sheet;
      const row = table.rows[line.index]!;
      if (row.some(({ rowSpan }) => rowSpan > 1) || table.id === 'review') return null;
      const { cell } = random.pick(line.places);
      const other = row.map((old, at) =>
        at === cell ? { ...old, text: String(Number(old.text || 0) + 3 || 3) } : old,
      );
      const above = table.rows.slice(0, line.index + (random.chance(0.5) ? 0 : 1));
      const rows = [...above, other, ...table.rows.slice(above.length)];
      return visible(lengthenAround({ ...table, rows }, above.length - 1), keysOf([line]));
    },
  ),
];

/** Cells that reach over the place of a new row get one row longer. */
export function lengthenAround(table: PrintedTable, line: number): PrintedTable {
  return {
    ...table,
    rows: table.rows.map((row, index) =>
      row.map((cell) =>
        index <= line && index + cell.rowSpan - 1 > line - 1 && cell.rowSpan > 1
          ? { ...cell, rowSpan: cell.rowSpan + 1 }
          : cell,
      ),
    ),
  };
}

/** Moves within the table that leave every sum as it was: what the identities can't see. */
const orderDamages: Damage[] = [
  {
    name: 'rows-swapped',
    says: 'two whole rows change places',
    keepsLayout: false,
    apply: (sheet, random) => {
      const pair = pickPair(labelled(sheet), random, sheet);
      if (!pair) return null;
      const [one, two] = pair;
      const changes = [one, two].flatMap((line, i) => {
        const other = i === 0 ? two : one;
        return [
          { line: line.index, cell: line.label, text: labelText(sheet, other) },
          ...line.places.map((place, at) => ({ ...place, text: textAt(sheet, other.places[at]!) })),
        ];
      });
      return visible(withTexts(sheet.table, changes), keysOf(pair));
    },
  },
  {
    name: 'row-figures-swapped',
    says: 'the figures of two rows change places, their labels stay',
    keepsLayout: true,
    apply: (sheet, random) => {
      const pair = pickPair(sheet.lines, random, sheet);
      if (!pair) return null;
      const changes = pair.flatMap((line, i) => {
        const other = pair[1 - i]!;
        return line.places.map((place, at) => ({ place, text: textAt(sheet, other.places[at]!) }));
      });
      return retexted(sheet, changes);
    },
  },
  {
    name: 'labels-shifted',
    says: 'all labels stand a row too low: the first row has none, the last label is gone',
    keepsLayout: false,
    apply: (sheet) => {
      const lines = labelled(sheet);
      if (lines.length < 3) return null;
      const texts = lines.map((line) => labelText(sheet, line));
      const changes = lines.map(({ index, label }, at) => ({
        line: index,
        cell: label,
        text: texts[at - 1] ?? '',
      }));
      return {
        ...visible(withTexts(sheet.table, changes), keysOf(lines)),
        reads: readsShifted(sheet, lines, 1),
      };
    },
  },
  {
    name: 'labels-rotated',
    says: 'the labels of the outcomes stand a row too low, the last one on top',
    keepsLayout: false,
    apply: (sheet) => {
      if (sheet.table.id !== 'applications') return null;
      const lines = labelled(sheet).slice(2, -2);
      const texts = lines.map((line) => labelText(sheet, line));
      const changes = lines.map(({ index, label }, at) => ({
        line: index,
        cell: label,
        text: texts.at(at - 1)!,
      }));
      const reads = new Map<string, string | null>();
      lines.forEach((line, at) => {
        const from = lines[(at + 1) % lines.length]!;
        line.places.forEach(({ key }, column) => {
          reads.set(key, textAt(sheet, from.places[column]!));
        });
      });
      return { table: withTexts(sheet.table, changes), hit: keysOf(lines), reads, isVisible: false };
    },
  },
];

const readsShifted = (sheet: Sheet, lines: readonly Line[], by: number): Map<string, string | null> => {
  const reads = new Map<string, string | null>();
  lines.forEach((line, at) => {
    const from = lines[at + by];
    line.places.forEach(({ key }, column) => {
      reads.set(key, from?.places[column] ? textAt(sheet, from.places[column]) : null);
    });
  });
  return reads;
};

const columnsOf = ({ places }: Line): string => places.map(({ key }) => key.split('.')[1]).join();

/** Two lines under the same headings whose figures differ. */
const pickPair = <T extends Line>(lines: readonly T[], random: Random, sheet: Sheet): [T, T] | null => {
  for (let tries = 0; lines.length > 1 && tries < 30; tries++) {
    const one = random.pick(lines);
    const two = random.pick(lines);
    if (one.index >= two.index || one.places.length !== two.places.length) continue;
    const differs = one.places.some((place, at) => textAt(sheet, place) !== textAt(sheet, two.places[at]!));
    if (differs && columnsOf(one) === columnsOf(two)) return [one, two];
  }
  return null;
};

export const layoutDamages: Damage[] = [...cellDamages, ...rowDamages, ...orderDamages];
