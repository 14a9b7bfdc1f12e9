import type { CellAddress, Identity, TableSpec } from '../../src/model/template.js';
import { enumerateCuts } from '../../src/tables/place/enumerate-cuts.js';
import { settlePlacements } from '../../src/tables/place/settle-placements.js';
import type { Token } from '../../src/tables/token.js';

/** What is printed in a table: row -> column -> number, '' for an empty cell. */
type Printed = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Searches for one more explanation stop here; what they did not refute counts as possible. */
const STEPS_MAX = 60;

interface Unit {
  addresses: readonly CellAddress[];
  placements: (number | null)[][];
  /** The same, with empty cells told from zeros. */
  texts: string[][];
}

/**
 * How many printed numbers of a table a full search over its sums can tell, where rows are known by their labels and empty cells left no
 * trace: those that are the same in every explanation. An explanation is a way to lay each row's figures into its cells, in order, in which
 * every sum holds. Where the search stops early the bound is too high, never too low.
 * @param isGlued the figures of a row have nothing between them
 */
export function boundOfSums(spec: TableSpec, printed: Printed, isGlued: boolean): number {
  const lines = linesOf(spec, printed);
  const units = lines.map((line) => unitOf(line, printed, isGlued));
  const sums = spec.identities.filter(
    ({ relation, parts, whole }) =>
      relation === 'equals' &&
      [...parts, ...whole].every(({ row, column }) => isNumber(printed[row]?.[column])),
  );
  const left = narrow(units, sums);
  if (!left) return 0;
  return left.reduce((told, unit, at) => {
    const possible = unit.texts.filter(
      (_, p) => unit.texts.length === 1 || isPossible(replaced(left, at, pick(unit, [p])), sums),
    );
    const isTold = ({ row, column }: CellAddress, i: number) =>
      printed[row]![column] !== '' && new Set(possible.map((texts) => texts[i])).size === 1;
    return told + unit.addresses.filter(isTold).length;
  }, 0);
}

const isNumber = (value: unknown): boolean => typeof value === 'number' || value === '';

/** The cells that are printed on one line: a row of the form, or all of a table that is one line. */
function linesOf({ layout, groups }: TableSpec, printed: Printed): CellAddress[][] {
  const rows = groups.flatMap((group) =>
    group.rows.map((row) =>
      group.columns
        .filter((column) => isNumber(printed[row.id]?.[column.id]))
        .map((column) => ({ row: row.id, column: column.id })),
    ),
  );
  return (layout === 'line' ? [rows.flat()] : rows).filter((line) => line.length > 0);
}

function unitOf(addresses: CellAddress[], printed: Printed, isGlued: boolean): Unit {
  const texts = addresses.map(({ row, column }) => String(printed[row]![column]));
  const figures = texts.filter((text) => text !== '');
  const pieces = isGlued && figures.length > 0 ? [figures.join('')] : figures;
  const tokens = pieces.map(
    (text, at): Token => ({
      ...{ kind: isGlued ? 'run' : 'value', text, block: 0 },
      place: { start: at * 100, end: at * 100 + text.length },
    }),
  );
  const rules = { width: addresses.length, blanksLeaveNoTrace: true, decimals: new Set<number>() };
  const cuts = enumerateCuts(tokens, rules)?.map((slots) => slots.map(({ text }) => text ?? '')) ?? [];
  const possible = cuts.length > 0 ? cuts : [texts];
  return { addresses, texts: possible, placements: possible.map((cut) => cut.map(Number)) };
}

const pick = (unit: Unit, kept: readonly number[]): Unit => ({
  ...unit,
  placements: kept.map((p) => unit.placements[p]!),
  texts: kept.map((p) => unit.texts[p]!),
});

const replaced = (units: readonly Unit[], at: number, unit: Unit): Unit[] =>
  units.map((old, i) => (i === at ? unit : old));

/** What the sums leave of each line; null where one of them can't hold. */
function narrow(units: readonly Unit[], sums: readonly Identity[]): Unit[] | null {
  const { kept, broken } = settlePlacements([...units], new Map(), sums);
  return broken.size > 0 ? null : units.map((unit, i) => pick(unit, kept[i]!));
}

/** Is there an explanation of the whole table? */
function isPossible(units: readonly Unit[], sums: readonly Identity[]): boolean {
  let steps = 0;
  const search = (all: readonly Unit[]): boolean => {
    if (steps++ > STEPS_MAX) return true;
    const left = narrow(all, sums);
    if (!left) return false;
    const open = left
      .map((unit, at) => ({ unit, at, numbers: distinctNumbers(unit) }))
      .filter(({ numbers }) => numbers.length > 1)
      .sort((a, b) => a.numbers.length - b.numbers.length)[0];
    return !open || open.numbers.some((p) => search(replaced(left, open.at, pick(open.unit, [p]))));
  };
  return search(units);
}

/** One placement for each row of numbers: to a sum an empty cell and a zero are the same. */
const distinctNumbers = ({ placements }: Unit): number[] => [
  ...new Map(placements.map((numbers, p) => [numbers.join(), p])).values(),
];

/** The cells of a table in which something is printed. */
export const printedCells = (spec: TableSpec, printed: Printed): CellAddress[] =>
  linesOf(spec, printed)
    .flat()
    .filter(({ row, column }) => printed[row]![column] !== '');
