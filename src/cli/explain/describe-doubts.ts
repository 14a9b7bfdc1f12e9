import type { Colors } from 'picocolors/types.js';
import type { Cell, Check, ReportRecord } from '../../model/report-record.js';
import { printable } from '../printable.js';
import { describeFailure, shortCheckId } from './describe-check.js';
import { clip } from './fit-width.js';
import { cellName, type FormLabels } from './form-labels.js';
import { flagWords } from './wording.js';

/** Names in a list before the rest is counted. */
const NAMES_MAX = 4;
/** In a list; some labels of the forms are whole sentences. */
const ROW_WIDTH_MAX = 36;

/** One thing to know about a table: a sign, a line, and what explains it. */
export interface Doubt {
  sign: string;
  text: string;
  details: string[];
}

interface Placed {
  row: string;
  column: string;
  cell: Cell;
}

/** The evidence behind every cell that is not plainly right: failed sums, suspects, proved blanks, and other flags. */
export function describeDoubts(
  record: ReportRecord,
  table: string,
  labels: FormLabels,
  colors: Colors,
): Doubt[] {
  const cells: Placed[] = Object.entries(record.tables[table] ?? {}).flatMap(([row, columns]) =>
    Object.entries(columns).map(([column, cell]) => ({ row, column, cell })),
  );
  const suspects = cells.filter(({ cell }) => cell.confidence === 'suspect');
  const calm = cells.filter(({ cell }) => cell.confidence !== 'suspect' && cell.confidence !== 'missing');
  return [
    ...failedChecks(record.checks, table).map((check) => ({
      sign: colors.red('✗'),
      text: `${describeFailure(check, table, labels)} ${colors.dim(shortCheckId(check.id, table))}`,
      details: [],
    })),
    ...groupBy(suspects, togetherKey).flatMap(([, members]) =>
      members.length > 2
        ? [describeSuspectRow(members, labels, colors)]
        : members.map((placed) => describeSuspect(placed, table, labels, colors)),
    ),
    ...describeProvedBlanks(calm, labels),
    ...describeFlags(calm, labels),
  ];
}

const failedChecks = (checks: Check[], table: string): Check[] =>
  checks.filter(({ id, status }) => status === 'fail' && id.startsWith(`${table}/`));

/** Cells of a row that are in doubt for the same reason, and without a suggestion of their own, are told together. */
const togetherKey = ({ row, column, cell }: Placed): string =>
  cell.suggested || cell.raw === null || cell.flags.some((flag) => flag.startsWith('rival:'))
    ? JSON.stringify([row, column])
    : JSON.stringify([row, cell.flags, cell.value === null]);

function describeSuspectRow(placed: Placed[], labels: FormLabels, colors: Colors): Doubt {
  const { row, cell } = placed[0]!;
  const printed = placed.map((one) => `${labels.column(row, one.column)} ${quote(one.cell.raw ?? '')}`);
  return {
    sign: colors.red('?'),
    text: `${labels.row(row)}: ${printed.join(', ')}`,
    details: [`${placed.length} cells are in doubt together`, ...explainFlags(cell.flags)],
  };
}

function describeSuspect(placed: Placed, table: string, labels: FormLabels, colors: Colors): Doubt {
  const { cell } = placed;
  const printed = cell.raw === null ? 'nothing certain is printed' : `printed ${quote(cell.raw)}`;
  const reading = cell.value === null ? 'no number was taken' : `read as ${cell.value}`;
  const details = explainFlags(cell.flags);
  const because = cell.suggested?.because.split(', ').map((id) => shortCheckId(id, table)) ?? [];
  if (cell.suggested) {
    details.push(`suggested: ${cell.suggested.value}, with which ${listed(because)} would hold`);
  }
  return {
    sign: colors.red('?'),
    text: `${cellName(labels, placed)}: ${printed}, ${reading}`,
    details,
  };
}

/** Flags in words; the numbers of rival readings stand behind the flag that speaks of them. */
export function explainFlags(flags: string[]): string[] {
  const rivals = flags.flatMap((flag) => (flag.startsWith('rival:') ? [flag.slice('rival:'.length)] : []));
  const others = flags.filter((flag) => !flag.startsWith('rival:'));
  const speaker = others.find((flag) => flag === 'rivals' || flag === 'copies-differ');
  return others.map((flag) => {
    const words = flagWords[flag] ?? `flag ${printable(flag)}`;
    return flag === speaker && rivals.length > 0 ? `${words}: ${rivals.join(' or ')}` : words;
  });
}

/** Blanks that the sums fill: the table shows the numbers. */
function describeProvedBlanks(cells: Placed[], labels: FormLabels): Doubt[] {
  const proved = cells.filter(({ cell }) => cell.confidence === 'blank' && cell.suggested);
  if (proved.length === 0) return [];
  const what = proved.length === 1 ? 'a blank cell' : `${proved.length} blank cells`;
  const text = `the sums leave one number for ${what}, in [brackets]: ${namesOf(proved, labels)}`;
  return [{ sign: '–', text, details: [] }];
}

/** Flags of cells that are not suspect: one line a flag. Placeholders are blanks, which the table shows. */
function describeFlags(cells: Placed[], labels: FormLabels): Doubt[] {
  const flagged = cells.flatMap((placed) => placed.cell.flags.map((flag) => ({ flag, placed })));
  return groupBy(flagged, ({ flag }) => flag)
    .filter(([flag]) => flag !== 'placeholder' && !flag.startsWith('rival:'))
    .map(([flag, members]) => {
      const placed = members.map((member) => member.placed);
      const words = flagWords[flag] ?? `flag ${printable(flag)}`;
      return { sign: 'i', text: `${words}: ${namesOf(placed, labels)}`, details: shownAs(flag, placed) };
    });
}

/** Where the stored number does not look like the printed one, both. */
const shownAs = (flag: string, placed: Placed[]): string[] =>
  flag === 'unit-converted' || flag === 'note-in-cell'
    ? placed
        .slice(0, NAMES_MAX)
        .map(({ cell }) => `${quote(cell.raw ?? '')} is ${cell.value}${cell.unit ? ` ${cell.unit}` : ''}`)
    : [];

/** Cells by name; of a row with many of them, only the row. */
function namesOf(placed: Placed[], labels: FormLabels): string {
  const names = groupBy(placed, ({ row }) => row).flatMap(([row, members]) => {
    const label = clip(labels.row(row), ROW_WIDTH_MAX);
    if (members.length > 2) return [`${label} (${members.length} cells)`];
    return members.map(({ column }) => `${label} · ${labels.column(row, column)}`);
  });
  return listed(names);
}

function listed(names: string[]): string {
  const shown = names.slice(0, NAMES_MAX).join(', ');
  return names.length > NAMES_MAX ? `${shown} and ${names.length - NAMES_MAX} more` : shown;
}

const quote = (raw: string): string => `"${printable(raw)}"`;

function groupBy<T>(items: T[], keyOf: (item: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups];
}
