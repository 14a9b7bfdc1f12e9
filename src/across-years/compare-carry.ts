import type { FindingCell, LinkCounts, YearFinding } from '../model/year-finding.js';
import type { CarryLink } from '../model/year-link.js';
import type { YearCell, YearReport } from './digest-record.js';
import type { LabelOf } from './form-labels.js';
import { type LinkOfForms, linkOf } from './link-forms.js';
import { type CarryEnd, numberOf, weighEvidence } from './weigh-evidence.js';

export interface Comparison {
  findings: YearFinding[];
  counts: LinkCounts;
}

export const noCounts = (): LinkCounts => ({ agree: 0, agreeAsNothing: 0, differ: 0, notComparable: 0 });

/** A year's report and the other versions of it. */
export interface YearVersion {
  report: YearReport;
  others: readonly YearReport[];
}

type Cells = Readonly<Record<string, YearCell>>;

/** Compares what a report carries over with what the report of the year before carried forward, column by column. */
export function compareCarry(
  link: LinkOfForms<CarryLink>,
  before: YearVersion,
  now: YearVersion,
  labelOf: LabelOf,
): Comparison {
  // The two years may follow different forms, each with words of its own for the number.
  const [linkBefore, linkNow] = [linkOf(link, before.report), linkOf(link, now.report)];
  const cellsBefore = linkBefore ? rowOf(before.report, linkBefore.table, linkBefore.rowBefore) : {};
  const cellsNow = linkNow ? rowOf(now.report, linkNow.table, linkNow.row) : {};
  const counts = noCounts();
  const columns = [...new Set([...Object.keys(cellsBefore), ...Object.keys(cellsNow)])];
  const pairs = columns.map((column) => {
    const pair = { column, before: cellsBefore[column], now: cellsNow[column] };
    return { ...pair, outcome: compareCells(pair.before, pair.now) };
  });
  for (const { outcome } of pairs) counts[outcome]++;
  const findings = pairs
    .filter(({ outcome }) => outcome === 'differ')
    .map(({ column, ...pair }): YearFinding => {
      const others = pairs.filter((other) => other.column !== column);
      const restAgrees =
        others.every(({ outcome }) => outcome !== 'differ') &&
        others.some(({ outcome, now: cell }) => outcome === 'agree' && numberOf(cell!) !== 0);
      const ends = {
        before: endOf(linkBefore!, 'before', before, column, pair.before!, pair.now!),
        now: endOf(linkNow!, 'now', now, column, pair.now!, pair.before!),
      };
      return findingOf({ linkBefore: linkBefore!, linkNow: linkNow! }, column, ends, restAgrees, labelOf);
    });
  return { findings, counts };
}

const rowOf = ({ rows }: YearReport, table: string, row: string): Cells => rows[table]?.[row] ?? {};

/** A printed blank means nothing; a missing cell, or one whose number is undecided, says nothing at all. */
export const saysNumber = (cell: YearCell | undefined): cell is YearCell =>
  cell !== undefined && (cell.value !== null || (cell.confidence === 'blank' && cell.isPrinted));

function compareCells(before: YearCell | undefined, now: YearCell | undefined): keyof LinkCounts {
  if (!saysNumber(before) || !saysNumber(now)) return 'notComparable';
  if (numberOf(before) !== numberOf(now)) return 'differ';
  return before.value === null || now.value === null ? 'agreeAsNothing' : 'agree';
}

function endOf(
  { table, row, rowBefore, prose }: CarryLink,
  side: 'before' | 'now',
  { report, others }: YearVersion,
  column: string,
  cell: YearCell,
  other: YearCell,
): CarryEnd {
  const facts = side === 'now' ? prose.facts : prose.factsBefore;
  const stated = facts.flatMap((id) => report.facts[id] ?? []);
  const ownRow = side === 'now' ? row : rowBefore;
  return {
    report,
    cell,
    stated: column === prose.column ? (stated[0] ?? null) : null,
    otherVersionAgrees: others.some((version) => {
      const twin = version.rows[table]?.[ownRow]?.[column];
      return twin?.value != null && twin.value === numberOf(other);
    }),
  };
}

const show = ({ value }: YearCell): string => (value === null ? 'a blank' : String(value));

export const findingCell = ({ year, recordId, uri }: YearReport, cell: YearCell): FindingCell => ({
  year,
  recordId,
  uri,
  path: cell.path,
  value: cell.value,
  confidence: cell.confidence,
});

function findingOf(
  { linkBefore, linkNow }: { linkBefore: CarryLink; linkNow: CarryLink },
  column: string,
  { before, now }: { before: CarryEnd; now: CarryEnd },
  restAgrees: boolean,
  labelOf: LabelOf,
): YearFinding {
  const { evidence, culprit } = weighEvidence(before, now, restAgrees);
  const label = (end: CarryEnd, table: string, row: string) => labelOf(end.report, table, row, column);
  const finding: YearFinding = {
    code: linkNow.finding,
    severity: linkNow.severity,
    issuer: now.report.issuer,
    years: [before.report.year, now.report.year],
    cells: [findingCell(before.report, before.cell), findingCell(now.report, now.cell)],
    message:
      `${before.report.year} prints ${show(before.cell)} for ${label(before, linkBefore.table, linkBefore.rowBefore)}, ` +
      `${now.report.year} ${show(now.cell)} for ${label(now, linkNow.table, linkNow.row)}: it should be one number.`,
    evidence,
    culprit: culprit && {
      year: culprit.end.report.year,
      recordId: culprit.end.report.recordId,
      because: culprit.because,
    },
  };
  // Where its own sums hold as printed, more than this one cell would have to change.
  if (!culprit || culprit.end.cell.holding > 0) return finding;
  const { report, cell } = culprit.end;
  const value = numberOf(culprit.end === before ? now.cell : before.cell);
  return { ...finding, suggested: { recordId: report.recordId, path: cell.path, value } };
}
