import { type PrintedTable, unfoldTable } from '../synthesise/printed.js';
import type { Random } from '../synthesise/random.js';
import type { Damage } from './damage.js';
import { retexted } from './figure-damages.js';
import { type Line, type Place, type Sheet, textAt, withTexts } from './sheet.js';

/** Lines under one heading: they have as many figures, in the same columns. */
export const linesAlike = (sheet: Sheet, random: Random): Line[] => {
  const line = random.pick(sheet.lines);
  const at = sheet.lines.indexOf(line);
  const belongs = (other: Line | undefined, gap: number): boolean =>
    other !== undefined &&
    other.places.length === line.places.length &&
    Math.abs(other.index - line.index) === gap;
  const found = [line];
  for (let k = 1; belongs(sheet.lines[at - k], k); k++) found.unshift(sheet.lines[at - k]!);
  for (let k = 1; belongs(sheet.lines[at + k], k); k++) found.push(sheet.lines[at + k]!);
  return found;
};

/** Two columns that a body could confuse: in table 四 of one group, in table 三 two kinds of organisation. */
const pickColumns = (
  sheet: Sheet,
  lines: Line[],
  random: Random,
  withHeading: boolean,
): [number, number] | null => {
  const count = lines[0]!.places.length;
  if (count < 2) return null;
  if (sheet.table.id === 'review') {
    const group = random.int(0, 2) * 5;
    const one = random.int(0, 3);
    return [group + one, group + random.int(one + 1, 4)];
  }
  if (sheet.table.id === 'applications' && withHeading) {
    const one = random.int(1, 4);
    return [one, random.int(one + 1, 5)];
  }
  const one = random.int(0, count - 2);
  return [one, random.int(one + 1, count - 1)];
};

/** The cell, if it is one column wide, that starts at an unfolded place. */
const cellAt = (
  table: PrintedTable,
  line: number,
  column: number,
): { line: number; cell: number; text: string } | null => {
  const found = unfoldTable(table)[line]![column];
  if (!found?.origin) return null;
  return { line, cell: table.rows[line]!.indexOf(found.cell), text: found.cell.text };
};

export const columnOf = (table: PrintedTable, { line, cell }: Place): number =>
  unfoldTable(table)[line]!.findIndex((place) => place.origin && place.cell === table.rows[line]![cell]);

/** The lines above that belong to the heading of these lines. */
export const headingLines = (sheet: Sheet, first: number): number[] => {
  const lines: number[] = [];
  for (let at = first - 1; at >= 0 && !sheet.lines.some(({ index }) => index === at); at--) lines.unshift(at);
  return lines;
};

const swapFigures = (sheet: Sheet, lines: Line[], [one, two]: [number, number]) =>
  lines.flatMap(({ places }) => [
    { place: places[one]!, text: textAt(sheet, places[two]!) },
    { place: places[two]!, text: textAt(sheet, places[one]!) },
  ]);

/** Damages of whole columns. */
export const columnDamages: Damage[] = [
  {
    name: 'columns-swapped',
    says: 'two whole columns change places, headings and all',
    keepsLayout: false,
    apply: (sheet, random) => {
      const lines = linesAlike(sheet, random);
      const pair = pickColumns(sheet, lines, random, true);
      if (!pair) return null;
      const [one, two] = pair.map((at) => columnOf(sheet.table, lines[0]!.places[at]!)) as [number, number];
      const heads = headingLines(sheet, lines[0]!.index).flatMap((line) => {
        const cells = [cellAt(sheet.table, line, one), cellAt(sheet.table, line, two)];
        if (!cells[0] || !cells[1]) return [];
        return [
          { ...cells[0], text: cells[1].text },
          { ...cells[1], text: cells[0].text },
        ];
      });
      const figures = swapFigures(sheet, lines, pair).map(({ place, text }) => ({ ...place, text }));
      if (heads.length !== 2) return null;
      const hit = new Set(lines.flatMap(({ places }) => pair.map((at) => places[at]!.key)));
      return {
        table: withTexts(sheet.table, [...heads, ...figures]),
        hit,
        reads: new Map(),
        isVisible: true,
      };
    },
  },
  {
    name: 'column-figures-swapped',
    says: 'the figures of two columns change places, their headings stay',
    keepsLayout: true,
    apply: (sheet, random) => {
      const lines = linesAlike(sheet, random);
      const pair = pickColumns(sheet, lines, random, false);
      return pair && retexted(sheet, swapFigures(sheet, lines, pair));
    },
  },
  {
    name: 'column-shifted',
    says: 'the figures of a column stand a row too low, the last is gone',
    keepsLayout: true,
    apply: (sheet, random) => {
      const lines = linesAlike(sheet, random);
      if (lines.length < 2) return null;
      const at = random.int(0, lines[0]!.places.length - 1);
      const changes = lines.map(({ places }, row) => {
        const above = lines[row - 1]?.places[at];
        return { place: places[at]!, text: above ? textAt(sheet, above) : '' };
      });
      return retexted(sheet, changes);
    },
  },
  {
    name: 'column-emptied',
    says: 'the figures of a column are gone, their cells stand',
    keepsLayout: true,
    apply: (sheet, random) => {
      const lines = linesAlike(sheet, random);
      const at = random.int(0, lines[0]!.places.length - 1);
      return retexted(
        sheet,
        lines.map(({ places }) => ({ place: places[at]!, text: '' })),
      );
    },
  },
  {
    name: 'heading-lost',
    says: 'the headings of the columns are gone',
    keepsLayout: false,
    apply: (sheet, random) => {
      const lines = linesAlike(sheet, random);
      const heads = headingLines(sheet, lines[0]!.index);
      const blank = heads.flatMap((line) =>
        sheet.table.rows[line]!.map((_, cell) => ({ line, cell, text: '' })),
      );
      if (blank.length === 0) return null;
      const hit = new Set(lines.flatMap(({ places }) => places.map(({ key }) => key)));
      return { table: withTexts(sheet.table, blank), hit, reads: new Map(), isVisible: true };
    },
  },
];
