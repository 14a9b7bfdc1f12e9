import { type PrintedCell, type PrintedTable, unfoldTable } from '../synthesise/printed.js';
import { columnOf, headingLines, linesAlike } from './column-damages.js';
import type { Damage } from './damage.js';
import { keysOf, labelled, lengthenAround, shortened, visible, withRow } from './row-damages.js';
import { type Line, type Sheet, textAt, withoutLine, withTexts } from './sheet.js';

/** Rows of single cells: no label that reaches over other rows starts in them. */
const plainLines = (sheet: Sheet): (Line & { label: number })[] =>
  labelled(sheet).filter(({ index }) => sheet.table.rows[index]!.every(({ rowSpan }) => rowSpan === 1));

/** Takes a column out of some rows. Where `shrinks`, headings that reach over it get narrower, else they stay too wide. */
const withoutColumn = (
  table: PrintedTable,
  lines: readonly number[],
  column: number,
  shrinks: boolean,
): PrintedTable => {
  const unfolded = unfoldTable(table);
  return {
    ...table,
    rows: table.rows.map((row, line) => {
      const found = lines.includes(line) ? unfolded[line]![column] : undefined;
      return row.flatMap((cell) => {
        if (cell !== found?.cell || !startsHere(unfolded, line, column)) return [cell];
        if (cell.colSpan === 1) return [];
        return [shrinks ? { ...cell, colSpan: cell.colSpan - 1 } : cell];
      });
    }),
  };
};

/** Does the cell at that place start in this row (not above it)? */
const startsHere = (unfolded: ReturnType<typeof unfoldTable>, line: number, column: number): boolean =>
  unfolded[line - 1]?.[column]?.cell !== unfolded[line]![column]!.cell;

const columnLost = (name: string, says: string, shrinks: boolean): Damage => ({
  name,
  says,
  keepsLayout: false,
  apply: (sheet, random) => {
    const lines = linesAlike(sheet, random);
    const count = lines[0]!.places.length;
    if (count < 3) return null;
    const at = sheet.table.id === 'applications' ? random.int(1, 5) : random.int(0, count - 1);
    const column = columnOf(sheet.table, lines[0]!.places[at]!);
    const indices = [...headingLines(sheet, lines[0]!.index), ...lines.map(({ index }) => index)];
    const hit = new Set(lines.map(({ places }) => places[at]!.key));
    return visible(withoutColumn(sheet.table, indices, column, shrinks), hit);
  },
});

/** Damages of what belongs together: labels and figures, rows and rows, the parts of a figure. */
export const jointDamages: Damage[] = [
  {
    name: 'label-glued',
    says: 'a label and its first figure in one cell',
    keepsLayout: false,
    apply: (sheet, random) => {
      const lines = labelled(sheet);
      if (lines.length === 0) return null;
      const line = random.pick(lines);
      const first = line.places[0]!;
      const label = sheet.table.rows[line.index]![line.label]!.text;
      const glued = withTexts(sheet.table, [
        { line: line.index, cell: line.label, text: label + textAt(sheet, first) },
      ]);
      return shortened(
        withRow(glued, line.index, (row) => row.filter((_, at) => at !== first.cell)),
        [line],
      );
    },
  },
  {
    name: 'row-split',
    says: 'the second half of a row in a row of its own',
    keepsLayout: false,
    apply: (sheet, random) => {
      const lines = plainLines(sheet).filter(({ places }) => places.length > 2);
      if (lines.length === 0) return null;
      const line = random.pick(lines);
      const from = random.pick(line.places.slice(1)).cell;
      const { rows } = sheet.table;
      const row = rows[line.index]!;
      const half = (keeps: (at: number) => boolean): PrintedCell[] =>
        row.map((cell, at) => (keeps(at) ? cell : { ...cell, text: '' }));
      const split = [
        ...rows.slice(0, line.index),
        half((at) => at < from),
        half((at) => at >= from),
        ...rows.slice(line.index + 1),
      ];
      return visible(lengthenAround({ ...sheet.table, rows: split }, line.index), keysOf([line]));
    },
  },
  {
    name: 'rows-merged',
    says: 'two rows in one, their figures one above the other in one cell',
    keepsLayout: false,
    apply: (sheet, random) => {
      const lines = plainLines(sheet);
      const pairs = lines.flatMap((line, at) => {
        const next = lines[at + 1];
        return next?.index === line.index + 1 && next.places.length === line.places.length
          ? [[line, next]]
          : [];
      });
      if (pairs.length === 0) return null;
      const [upper, lower] = random.pick(pairs) as [Line & { label: number }, Line & { label: number }];
      const rows = sheet.table.rows;
      const both = withTexts(sheet.table, [
        ...upper.places.map((place, at) => {
          const texts = [textAt(sheet, place), textAt(sheet, lower.places[at]!)];
          return { ...place, text: texts.filter((text) => text !== '').join('\n') };
        }),
        {
          line: upper.index,
          cell: upper.label,
          text: `${rows[upper.index]![upper.label]!.text}\n${rows[lower.index]![lower.label]!.text}`,
        },
      ]);
      return visible(withoutLine(both, lower.index), keysOf([upper, lower]));
    },
  },
  {
    name: 'figure-spaced',
    says: 'a space inside a figure',
    keepsLayout: false,
    apply: (sheet, random) => {
      const long = sheet.lines
        .flatMap(({ places }) => places)
        .filter((place) => /^\d{2,}$/.test(textAt(sheet, place)));
      if (long.length === 0) return null;
      const place = random.pick(long);
      const text = textAt(sheet, place);
      const at = random.int(1, text.length - 1);
      const spaced = withTexts(sheet.table, [{ ...place, text: `${text.slice(0, at)} ${text.slice(at)}` }]);
      return visible(spaced, new Set([place.key]));
    },
  },
  columnLost('column-lost', 'a column is gone, heading and all', true),
  columnLost('column-lost-badly', 'a column is gone, and the headings over it are too wide', false),
  {
    name: 'column-figures-lost',
    says: 'the figures of a column are gone without their cells, its heading stands',
    keepsLayout: false,
    apply: (sheet, random) => {
      const lines = linesAlike(sheet, random);
      const count = lines[0]!.places.length;
      if (count < 2) return null;
      const column = columnOf(sheet.table, lines[0]!.places[random.int(0, count - 1)]!);
      const indices = lines.map(({ index }) => index);
      return shortened(withoutColumn(sheet.table, indices, column, false), lines);
    },
  },
  {
    name: 'table-cut-short',
    says: 'the last rows of the table are gone',
    keepsLayout: false,
    apply: (sheet, random) => {
      const lines = labelled(sheet);
      if (lines.length < 6) return null;
      const gone = lines.slice(lines.length - random.int(1, 4));
      const table = [...gone].reverse().reduce((left, { index }) => withoutLine(left, index), sheet.table);
      return visible(table, keysOf(gone));
    },
  },
];
