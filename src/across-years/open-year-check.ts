import type { ReportRecord } from '../model/report-record.js';
import type { Template } from '../model/template.js';
import type { LeftOutReport, LinkCounts, YearCheck, YearFinding } from '../model/year-finding.js';
import { type Comparison, compareCarry, noCounts, type YearVersion } from './compare-carry.js';
import { compareStock } from './compare-stock.js';
import { compareVersions } from './compare-versions.js';
import { digestRecord, type YearReport } from './digest-record.js';
import { figurePacker } from './figures.js';
import { formLabels } from './form-labels.js';
import { gatherReports, type Series } from './gather-reports.js';
import { type IssuerLookups, identifyIssuer } from './identify-issuer.js';
import { type LinksOfForms, linkForms } from './link-forms.js';

export type YearKnowledge = IssuerLookups & { templates: readonly Template[] };

/** Takes records one by one and keeps some kilobytes of each; compares when all are there. */
export interface YearChecker {
  add(record: ReportRecord): void;
  /** May be asked again after more records. Findings come by body, year and column, whatever the order of `add`. */
  check(): YearCheck;
}

/**
 * Compares the reports of each body in consecutive years. Records are only read: findings are kept apart from them, since
 * a record says what its own bytes say.
 */
export function openYearCheck(knowledge: YearKnowledge): YearChecker {
  const { templates } = knowledge;
  const yearLinks = linkForms(templates);
  const packFigures = figurePacker();
  const reports = new Map<string, YearReport[]>();
  const leftOut = new Map<string, LeftOutReport>();
  const known = new Map<string, YearReport>();

  const add = (record: ReportRecord): void => {
    const { id: recordId, source } = record;
    const head = headOf(record, knowledge);
    if ('reason' in head) {
      const { uri } = leftOut.get(recordId) ?? source;
      leftOut.set(recordId, { recordId, uri: uri < source.uri ? uri : source.uri, reason: head.reason });
      return;
    }
    const { key, issuer, year } = head;
    const twin = known.get(recordId);
    if (twin) {
      // The same bytes under two names: the name that comes first in the alphabet, not in the run.
      if (source.uri < twin.uri) twin.uri = source.uri;
      return;
    }
    const report = digestRecord(record, { issuer, year }, yearLinks, templates, packFigures(record.tables));
    known.set(recordId, report);
    reports.set(key, [...(reports.get(key) ?? []), report]);
  };

  const check = (): YearCheck => {
    const { series, copies } = gatherReports(reports);
    const links = Object.fromEntries(
      [...yearLinks.carries, ...yearLinks.stocks].map(({ id }) => [id, noCounts()]),
    );
    const findings = series.flatMap((body) => checkSeries(body, yearLinks, templates, links));
    return {
      findings,
      reports: known.size - copies,
      issuers: series.length,
      yearPairs: series.reduce((sum, body) => sum + pairsOf(body).length, 0),
      copies,
      links,
      leftOut: [...leftOut.values()].sort((left, right) => (left.recordId < right.recordId ? -1 : 1)),
    };
  };
  return { add, check };
}

function headOf(
  record: ReportRecord,
  lookups: IssuerLookups,
): { key: string; issuer: string; year: number } | Pick<LeftOutReport, 'reason'> {
  const { kind, year } = record;
  if (kind !== 'annual-report') return { reason: 'no-report' };
  if (year.value === null) return { reason: 'no-year' };
  if (year.confidence === 'suspect') return { reason: 'year-doubtful' };
  const identity = identifyIssuer(record, lookups);
  if ('leftOut' in identity) return { reason: identity.leftOut };
  return { key: identity.key, issuer: identity.name, year: year.value };
}

type Year = Series['years'][number];

const pairsOf = ({ years }: Series): [before: Year, now: Year][] =>
  years.slice(1).flatMap((now, index): [Year, Year][] => {
    const before = years[index]!;
    return before[0] + 1 === now[0] ? [[before, now]] : [];
  });

const versionsOf = ([, versions]: Year): YearVersion[] =>
  versions.map((report) => ({ report, others: versions.filter((other) => other !== report) }));

/** Adds to `links` how the comparisons came out. */
function checkSeries(
  series: Series,
  yearLinks: LinksOfForms,
  templates: readonly Template[],
  links: Record<string, LinkCounts>,
): YearFinding[] {
  const labelOf = formLabels(templates);
  const findings = series.years.flatMap(([, versions]) => compareVersions(versions));
  const take = (id: string, { findings: found, counts }: Comparison): void => {
    findings.push(...found);
    const sums = links[id]!;
    for (const [outcome, count] of Object.entries(counts)) sums[outcome as keyof LinkCounts] += count;
  };
  for (const [before, now] of pairsOf(series)) {
    for (const link of yearLinks.carries)
      for (const earlier of versionsOf(before))
        for (const later of versionsOf(now)) take(link.id, compareCarry(link, earlier, later, labelOf));
  }
  for (const link of yearLinks.stocks)
    for (const chain of chainsOf(series)) take(link.id, compareStock(link, chain, labelOf));
  return sortByYear(findings);
}

/** The first versions of all years in one line; each further version between the first ones of its neighbours. */
function chainsOf({ years }: Series): YearReport[][] {
  const firstOf = (index: number): YearReport[] => years[index]?.[1].slice(0, 1) ?? [];
  const further = years.flatMap(([, versions], index) =>
    versions.slice(1).map((version) => [...firstOf(index - 1), version, ...firstOf(index + 1)]),
  );
  return [years.flatMap((_, index) => firstOf(index)), ...further];
}

/** Stable: within a year, findings stay in the order of the links, rows and columns. */
const sortByYear = (findings: YearFinding[]): YearFinding[] =>
  findings.sort((left, right) => left.years[1] - right.years[1] || left.years[0] - right.years[0]);
