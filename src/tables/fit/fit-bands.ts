import type { CellAddress, Identity, TableSpec, Template } from '../../model/template.js';
import { type FoldCharacters, foldLabel } from '../../words/label-text.js';
import { readValue } from '../../words/read-value.js';
import { type CellContext, draftFromRivals, undecided } from '../cell-draft.js';
import { type OfficialRow, officialRows } from '../official-labels.js';
import { namesAny } from '../rows/names-any.js';
import { NO_TRACE, type Slot, slotOf } from '../slot.js';
import { evaluateIdentity } from '../sums/evaluate-identities.js';
import { rowOfSum } from '../sums/row-of-sum.js';
import { mergeRanges, type TableFit } from '../table-fit.js';
import type { PhysicalRow, Token } from '../token.js';

/**
 * A table whose labels stand apart from its figures, and whose figures are read in bands: the rows of a page, or a part of them, each
 * band down its columns or along its rows, as programs write a page that they take apart:
 *
 *   3001 34 1288 … | 53 0 21 … | 0 0 0 …      a band down its columns: all of the first one, all of the second
 *   11 0 0 0 0 0 11 | 1 0 0 0 0 0 1           a band along its rows
 *
 * Nothing but the sums tells where a band ends. All ways to cut the figures into few bands are tried; those are kept in which every
 * sum of the table holds, and a cell is sure if all of them give it the same figure.
 */
export function fitBands(
  rows: readonly PhysicalRow[],
  template: Template,
  spec: TableSpec,
  fold: FoldCharacters,
): TableFit | null {
  const [group, another] = spec.groups;
  if (!group || another || spec.layout !== 'rows') return null;
  const officials = officialRows(spec, fold);
  const sums = spec.identities.filter(({ relation }) => relation === 'equals');
  const rowSums = officials.map((official) => sums.filter((sum) => rowOfSum(sum) === official.spec.id));
  if (rowSums.some(({ length }) => length === 0)) return null;
  const columns = group.columns.filter((column) => !column.optional);
  for (const tokens of stretches(rows, spec, officials.length * columns.length, fold)) {
    const table: BandTable = {
      officials,
      columns: columns.map(({ id }) => id),
      sums,
      rowSums,
      figures: figuresOf(tokens),
    };
    const readings = bandReadings(table);
    const [first] = readings;
    if (!first) continue;
    const drafts = officials.flatMap((official, row) =>
      columns.map((column, c) => {
        const context: CellContext = {
          ...{ row: official.spec, column, heading: null, rowLabelled: false, columnLabelled: false },
          flags: ['placed-by-identity'],
        };
        const at = row * columns.length + c;
        const places = readings.map((reading) => reading[at] ?? null);
        if (places.includes(null)) return undecided(NO_TRACE, context);
        const slots = distinct(places.map((place) => slotOf(tokens[place!]!)));
        return draftFromRivals(slots, context, slots[0]!);
      }),
    );
    return {
      ...{ template, spec, drafts, extras: [], leftovers: [], issues: [] },
      spent: new Set(rowSums.flat().map(({ id }) => id)),
      score: officials.length,
      region: mergeRanges(
        tokens.map(({ place: { start, end } }) => ({ start, end })),
        GAP_MAX,
      ),
    };
  }
  return null;
}

interface BandTable {
  officials: readonly OfficialRow[];
  columns: readonly string[];
  sums: readonly Identity[];
  /** Those of one row, row by row. */
  rowSums: readonly (readonly Identity[])[];
  /** What each figure counts in a sum; null for an empty cell, NaN for what is no number. */
  figures: readonly (number | null)[];
}

/** For each cell, row by row, which of the figures stands in it; null where only its row, or its neighbours', is known. */
type Reading = readonly (number | null)[];

/**
 * What an explanation costs: a band 1, a row whose own sum fails 1, and rows whose figures stand in no order that can be told 3. The
 * cheapest ones count, and those that cost one more.
 */
const COST_MAX = 8;
const JUMBLED_COST = 3;
const JUMBLED_ROWS_MAX = 3;
const FAILED_ROWS_MAX = 2;
/** So many sums of a table may fail where one of its figures is wrong. */
const FAILED_SUMS_MAX = 4;
/** Cuts that are tried; beyond them nothing is known. */
const STEPS_MAX = 6_000;
/** Readings that differ beyond these decide nothing. */
const READINGS_MAX = 16;
const GAP_MAX = 300;

const distinct = (slots: Slot[]): Slot[] => [...new Map(slots.map((slot) => [slot.text, slot])).values()];

function figuresOf(tokens: readonly Token[]): (number | null)[] {
  return tokens.map(({ text, kind }) => {
    const { state, value } = readValue(text, COUNT, null);
    return kind === 'blank' || state === 'blank' ? null : state === 'number' ? value : Number.NaN;
  });
}

const COUNT = { id: '', label: '' };

/** As many figures as the table has cells, from each place at which its section or heading is named. */
function* stretches(
  rows: readonly PhysicalRow[],
  spec: TableSpec,
  count: number,
  fold: FoldCharacters,
): Generator<Token[]> {
  const names = [...spec.sectionTitles, ...spec.headingLabels].map((name) => foldLabel(name, fold).core);
  let before = -1;
  for (const [at, row] of rows.entries()) {
    if (!namesAny(row, names, fold)) continue;
    const tokens: Token[] = [];
    for (let i = at; i < rows.length && tokens.length < count; i++) {
      if (rows[i]!.form !== 'running') tokens.push(...rows[i]!.values);
    }
    const start = tokens[0]?.place.start ?? before;
    if (tokens.length < count || start === before) continue;
    before = start;
    yield tokens.slice(0, count);
  }
}

/** The readings that explain the figures most cheaply. */
function bandReadings(table: BandTable): Reading[] {
  const height = table.officials.length;
  const { along, down } = makeBands(table);
  const found: { reading: Reading; failed: number }[] = [];
  let steps = 0;
  const extend = (
    from: number,
    cost: number,
    failed: number,
    reading: (number | null)[],
    isAlong: boolean,
  ): void => {
    if (steps++ > STEPS_MAX || cost < 0 || failed > FAILED_ROWS_MAX) return;
    if (from === height) {
      const sums = cost === 0 ? failedSums(table, reading) : Number.POSITIVE_INFINITY;
      if (sums <= (failed > 0 ? FAILED_SUMS_MAX : 0)) found.push({ reading, failed: sums });
      return;
    }
    for (let to = height; to > from; to--) {
      for (const band of [down(from, to), isAlong ? null : along(from, to)]) {
        if (!band || band.failed * 2 > to - from) continue;
        const left = cost - 1 - band.failed;
        extend(to, left, failed + band.failed, [...reading, ...band.places], band.isAlong);
      }
      if (to - from > JUMBLED_ROWS_MAX) continue;
      const jumbled = Array.from({ length: (to - from) * table.columns.length }, () => null);
      extend(to, cost - JUMBLED_COST, failed, [...reading, ...jumbled], false);
    }
  };
  for (let cost = 1; cost <= COST_MAX; cost++) {
    const isNearest = found.length > 0;
    extend(0, cost, 0, [], false);
    if (isNearest || steps > STEPS_MAX) break;
  }
  if (steps > STEPS_MAX || found.length > READINGS_MAX) return [];
  const least = Math.min(...found.map(({ failed }) => failed));
  return found.filter(({ failed }) => failed === least).map(({ reading }) => reading);
}

/** Rows that follow each other, read one way. */
interface Band {
  isAlong: boolean;
  places: number[];
  /** Rows of it whose own sums fail. */
  failed: number;
}

function makeBands(table: BandTable) {
  const width = table.columns.length;
  const known = new Map<string, Band>();
  const band = (isAlong: boolean, from: number, to: number): Band => {
    const key = `${isAlong} ${from} ${to}`;
    const before = known.get(key);
    if (before) return before;
    const made: Band = { isAlong, places: [], failed: 0 };
    for (let row = from; row < to; row++) {
      const places = table.columns.map((_, c) =>
        isAlong ? row * width + c : from * width + c * (to - from) + (row - from),
      );
      made.places.push(...places);
      if (!rowHolds(table, row, places)) made.failed++;
    }
    known.set(key, made);
    return made;
  };
  return {
    along: (from: number, to: number) => band(true, from, to),
    /** One row is read along. */
    down: (from: number, to: number) => (to - from > 1 ? band(false, from, to) : null),
  };
}

function rowHolds({ columns, rowSums, figures }: BandTable, row: number, places: readonly number[]): boolean {
  const figureAt = ({ column }: CellAddress) => figures[places[columns.indexOf(column)]!] ?? 0;
  return rowSums[row]!.every(({ parts, whole }) => sumOf(parts, figureAt) === sumOf(whole, figureAt));
}

const sumOf = (cells: readonly CellAddress[], figureAt: (cell: CellAddress) => number): number =>
  cells.reduce((sum, cell) => sum + figureAt(cell), 0);

function failedSums({ officials, columns, sums, figures }: BandTable, reading: Reading): number {
  const rowOf = new Map(officials.map(({ spec }, row) => [spec.id, row]));
  return sums.filter(
    (sum) =>
      evaluateIdentity(sum, ({ row, column }) => {
        const place = reading[rowOf.get(row)! * columns.length + columns.indexOf(column)]!;
        if (place === null) return { kind: 'open' };
        const figure = figures[place]!;
        return figure === null ? { kind: 'blank' } : { kind: 'number', value: figure };
      }).status === 'fail',
  ).length;
}
