import { type BodyLookups, isSameBody } from './is-same-body.js';
import type { ReportReading } from './reading.js';

/** Files that were said to be one report, by what they say themselves. */
interface Grouping {
  /** Of each report its carriers; one alone where no other belongs to it. */
  groups: ReportReading[][];
  /** For each carrier that is kept apart from others: why, in words. */
  reasons: Map<ReportReading, string[]>;
}

/**
 * Puts together the carriers whose own headers name the same body and the same year. A carrier whose header says nothing takes
 * that of the others, where they are one report. Never puts together two parts of one source, nor anything with a page that is
 * something else than a report.
 * @param isSaid somebody said that they are one report: then there is an issue for each that is no part of it
 */
export function groupCarriers(
  readings: readonly ReportReading[],
  lookups: BodyLookups,
  isSaid = true,
): Grouping {
  const joining = readings.filter(mayJoin);
  // Carriers that name both come first: the others lack what keeps two reports apart.
  const byHeader = [...joining].sort(
    (left, right) => known(right) - known(left) || (left.raw.sha256 < right.raw.sha256 ? -1 : 1),
  );
  const groups: ReportReading[][] = [];
  for (const reading of byHeader) {
    const fitting = groups.filter((group) =>
      group.every((member) => whyApart(member, reading, lookups) === null),
    );
    if (fitting.length === 1) fitting[0]!.push(reading);
    else groups.push([reading]);
  }
  const whole = groups.flatMap((group) => (holdsReport(group) ? [group] : group.map((reading) => [reading])));
  const all = [...whole, ...readings.filter((reading) => !mayJoin(reading)).map((reading) => [reading])];
  const said = all.map((group) => group.filter((reading) => isSaid || mayJoin(reading)));
  return { groups: all, reasons: reasonsOf(said, lookups) };
}

/** A report, or half of a report whose other half is in another file. An empty form is as likely one to be filled in. */
export const mayJoin = ({ kind }: ReportReading): boolean =>
  kind.kind === 'annual-report' || kind.lacks === 'title' || kind.lacks === 'content';

const holdsReport = (group: readonly ReportReading[]): boolean =>
  group.some(({ kind }) => kind.kind === 'annual-report') ||
  (group.some(({ kind }) => kind.lacks === 'content') && group.some(({ kind }) => kind.lacks === 'title'));

const known = ({ header: { year, issuer } }: ReportReading): number =>
  (year.value === null ? 0 : 1) + (issuer.value === null ? 0 : 1);

/** Null if nothing speaks against one report. */
function whyApart(left: ReportReading, right: ReportReading, lookups: BodyLookups): string | null {
  const [a, b] = [left.header, right.header];
  if (left.raw.sha256 === right.raw.sha256) return 'it is another part of the same file';
  if (a.year.value !== null && b.year.value !== null && a.year.value !== b.year.value)
    return `it is of ${b.year.value}, this one of ${a.year.value}`;
  const [issuer, other] = [a.issuer.value, b.issuer.value];
  if (issuer !== null && other !== null && !isSameBody(issuer, other, lookups))
    return `it is of ${other}, this one of ${issuer}`;
  return null;
}

/** Of a collection only so many others are named. */
const REASONS_MAX = 5;

/** Other parts of a source that has one of the group were never said to be one report with it. */
function reasonsOf(groups: readonly ReportReading[][], lookups: BodyLookups): Grouping['reasons'] {
  const reasons: Grouping['reasons'] = new Map();
  for (const group of groups) {
    const own = new Set(group.map(({ raw }) => raw.sha256));
    const others = groups.flat().filter(({ raw }) => !own.has(raw.sha256));
    for (const reading of group) {
      const words = others
        .slice(0, REASONS_MAX)
        .map((other) => `${other.raw.source.uri}: ${reasonOf(reading, other, lookups)}`);
      if (others.length > REASONS_MAX) words.push(`${others.length - REASONS_MAX} more reports`);
      if (words.length > 0) reasons.set(reading, words);
    }
  }
  return reasons;
}

function reasonOf(reading: ReportReading, other: ReportReading, lookups: BodyLookups): string {
  if (!mayJoin(other)) return 'it is no report';
  if (!mayJoin(reading)) return 'this one is no report';
  return whyApart(reading, other, lookups) ?? 'nothing says which of the reports it belongs to';
}
