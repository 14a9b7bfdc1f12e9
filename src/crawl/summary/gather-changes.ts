import type { ReportChange } from '../../model/run-summary.js';
import type { RunVersion } from '../../store/run-versions.js';
import { cellsOf } from './cell-counts.js';

/** Differences of a report that a summary shows. */
const FIRST_MAX = 5;

const changeOf = { first: 'new', 'source-changed': 'changed', 'reading-changed': 'reread' } as const;

/** What a run learned of reports, by issuer, year, address. Of the records, one at a time is in memory. */
export function gatherChanges(versions: Iterable<RunVersion>): ReportChange[] {
  const changes: ReportChange[] = [];
  for (const version of versions) changes.push(describeVersion(version));
  return changes.sort(
    (a, b) =>
      compare(a.issuer ?? '\uffff', b.issuer ?? '\uffff') ||
      (a.year ?? 9999) - (b.year ?? 9999) ||
      compare(a.url, b.url) ||
      compare(a.report, b.report) ||
      a.version - b.version,
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function describeVersion({ report, number, cause, site, url, diff, record }: RunVersion): ReportChange {
  const { changes, omitted } = diff ?? { changes: [], omitted: 0 };
  // A number that is another one changes its text, its confidence and its checks, too: it says most.
  const isNumber = ({ path }: { path: string }): boolean =>
    /^(?:tables|facts|extras)\..*(?<!\.suggested)\.value$/u.test(path);
  const numbers = changes.filter(isNumber);
  const others = numbers.length < FIRST_MAX ? changes.filter((change) => !isNumber(change)) : [];
  return {
    ...{ report, change: changeOf[cause], site, url },
    ...{ issuer: record.issuer.value, year: record.year.value, kind: record.kind, version: number },
    cells: cellsOf(record.summary),
    differences: changes.length + omitted,
    first: [...numbers, ...others].slice(0, FIRST_MAX),
  };
}
