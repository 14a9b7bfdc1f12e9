import type { Colors } from 'picocolors/types.js';
import type { Cell, Check, ReportRecord } from '../model/report-record.js';
import { printable } from '../printing/printable.js';
import { describeFailure, shortCheckId } from './describe-check.js';
import { describeLineFault, isOfLine } from './describe-line-fault.js';
import { describeProof } from './describe-proof.js';
import { describeProvedGaps } from './describe-proved-gaps.js';
import { describeRivals } from './describe-rivals.js';
import { describeUndecided, isUndecided, undecidedKey } from './describe-undecided.js';
import type { Doubt } from './doubt.js';
import { explainFlags, isFault, wordsOf } from './explain-flags.js';
import { cellName, type FormLabels } from './form-labels.js';
import { groupBy, listed, NAMES_MAX, namesOf, type Placed } from './name-cells.js';
import { clustersOf } from './rival-explanations.js';
import { reasonsOf, signIn, type TableSums, tableSums } from './table-sums.js';

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
  const book = tableSums(record, table, labels);
  const suspects = cells.filter(({ cell }) => cell.confidence === 'suspect');
  const rivals = suspects.filter(({ cell }) => isOnlyAccusedBySums(cell) && labels.spec !== null);
  const others = suspects.filter((placed) => !rivals.includes(placed));
  const line = describeLineFault(others.filter(isOfLine), labels);
  const calm = cells.filter(({ cell }) => cell.confidence !== 'suspect' && cell.confidence !== 'missing');
  return [
    ...failedChecks(record.checks, table).map((check) => ({
      sign: colors.red('✗'),
      text: `${describeFailure(check, table, labels)} ${colors.dim(shortCheckId(check.id, table))}`,
      details: [],
    })),
    ...(line ? [{ sign: colors.red('?'), ...line }] : []),
    ...groupBy(line ? others.filter((placed) => !isOfLine(placed)) : others, togetherKey).flatMap(
      ([, members]) =>
        members.length > 2
          ? [describeSuspectRow(members, labels, colors)]
          : members.map((placed) => describeSuspect(placed, { table, labels, book, colors })),
    ),
    ...describeAccused(rivals, others, { labels, book, colors }),
    ...describeProvedGaps(cells, table, labels, book),
    ...describeFlags(suspects.filter(isOfSource).map(onlyOfSource), labels),
    ...describeFlags(calm, labels),
  ];
}

const failedChecks = (checks: Check[], table: string): Check[] =>
  checks.filter(({ id, status }) => status === 'fail' && id.startsWith(`${table}/`));

/** Cells of a row that are in doubt for the same reason, and without a suggestion of their own, are described together. */
const togetherKey = ({ row, column, cell }: Placed): string =>
  isUndecided({ row, column, cell })
    ? undecidedKey({ row, column, cell })
    : cell.suggested || cell.raw === null || cell.flags.some((flag) => flag.startsWith('rival:'))
      ? JSON.stringify([row, column])
      : JSON.stringify([row, cell.flags, cell.value === null]);

function describeSuspectRow(placed: Placed[], labels: FormLabels, colors: Colors): Doubt {
  const { row, cell } = placed[0]!;
  if (isUndecided(placed[0]!)) return { sign: colors.red('?'), ...describeUndecided(placed, labels) };
  const printed = placed.map((one) => `${labels.column(row, one.column)} ${quote(one.cell.raw ?? '')}`);
  return {
    sign: colors.red('?'),
    text: `${labels.row(row)}: ${printed.join(', ')}`,
    details: [`${placed.length} cells are in doubt together`, ...explainFlags(cell.flags)],
  };
}

/** Where the sums prove a number: the proof. Else what is printed, and what speaks against it. */
function describeSuspect(
  placed: Placed,
  { table, labels, book, colors }: { table: string; labels: FormLabels; book: TableSums; colors: Colors },
): Doubt {
  const { cell } = placed;
  const sign = colors.red('?');
  const name = cellName(labels, placed);
  const proof = describeProof(placed, table, labels, book);
  if (proof) {
    const flags = cell.flags.filter((flag) => flag !== 'identity-failed' && flag !== OF_SOURCE);
    return { sign, text: `${name}: ${proof}`, details: explainFlags(flags, cell) };
  }
  const printed = cell.raw === null ? 'nothing certain is printed' : `printed ${quote(cell.raw)}`;
  const reading = cell.value === null ? 'no number was taken' : `read as ${cell.value}`;
  const details = explainFlags(
    cell.flags.filter((flag) => flag !== OF_SOURCE),
    cell,
  );
  if (cell.suggested) {
    details.push(
      `suggested: ${cell.suggested.value}, with which ${listed(reasonsOf(cell, table))} would hold`,
    );
  }
  return { sign, text: `${name}: ${printed}, ${reading}`, details };
}

/** Said once a table, with its cells: in a table that does not add up it is the same for all of them. */
const OF_SOURCE = 'source-inconsistent';
const isOfSource = ({ cell }: Placed): boolean => cell.flags.includes(OF_SOURCE);
const onlyOfSource = (placed: Placed): Placed => ({
  ...placed,
  cell: { ...placed.cell, flags: [OF_SOURCE] },
});

/** Cells that failed sums name, without one number that would mend them. Nothing else speaks against them. */
const isOnlyAccusedBySums = ({ value, suggested, flags }: Cell): boolean =>
  value !== null &&
  !suggested &&
  flags.includes('identity-failed') &&
  flags.every((flag) => ACCUSED.includes(flag) || flag.startsWith('rival:') || isFault(flag));
const ACCUSED = ['identity-failed', 'rivals', OF_SOURCE];

/** Rival explanations, a line for each group of cells; then the cells that share a failed sum with corrected ones. */
function describeAccused(
  accused: Placed[],
  others: Placed[],
  { labels, book, colors }: { labels: FormLabels; book: TableSums; colors: Colors },
): Doubt[] {
  const failed = book.sums.filter(({ status }) => status === 'fail');
  const proved = others.filter(({ cell }) => cell.suggested);
  const isNearProved = (placed: Placed): boolean =>
    failed.some((sum) => signIn(sum, placed) !== 0 && proved.some((other) => signIn(sum, other) !== 0));
  const clusters = clustersOf(accused, book);
  const near = clusters.filter((members) => members.some(isNearProved)).flat();
  const sign = colors.red('?');
  return [
    ...clusters
      .filter((members) => !members.some(isNearProved))
      .map((members) => ({
        sign,
        text: describeRivals(members, labels, book),
        details: explainFlags(sharedFaults(members)),
      })),
    ...(near.length > 0
      ? [
          {
            sign,
            text: `less likely to be wrong, but not ruled out by the sums: ${namesOf(near, labels)}`,
            details: [],
          },
        ]
      : []),
  ];
}

/** Kinds of fault that are named for all of the cells, once. */
function sharedFaults(members: Placed[]): string[] {
  const faults = members[0]!.cell.flags.filter(isFault);
  return faults.filter((fault) => members.every(({ cell }) => cell.flags.includes(fault)));
}

/** Flags of cells that are not suspect: one line a flag. Placeholders are blanks, which the table shows. */
function describeFlags(cells: Placed[], labels: FormLabels): Doubt[] {
  const flagged = cells.flatMap((placed) => placed.cell.flags.map((flag) => ({ flag, placed })));
  return groupBy(flagged, ({ flag }) => flag)
    .filter(([flag]) => flag !== 'placeholder' && !flag.startsWith('rival:'))
    .map(([flag, members]) => {
      const placed = members.map((member) => member.placed);
      const words = wordsOf(flag);
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

const quote = (raw: string): string => `"${printable(raw)}"`;
