import type { ReportRecord } from '../../src/model/report-record.js';
import type { RunSummary } from '../../src/model/run-summary.js';
import { emptyTally, scoreDocument, type Tally } from '../scoring/score-documents.js';
import type { LogEntry, World } from '../world/start-world.js';
import { filesOf, recordsOf } from './records-of.js';

export interface FirstNight {
  reports: number;
  files: number;
  pictures: number;
  /** Requests for anything else: lists, and robots.txt. */
  others: number;
  tally: Tally;
  faults: string[];
}

/**
 * Was everything found that there is, fetched once, and read rightly? By the server's log, and by the world's own truth of every cell.
 */
export async function checkFirstNight(
  world: World,
  log: readonly LogEntry[],
  summary: RunSummary,
  records: readonly ReportRecord[],
): Promise<FirstNight> {
  const faults: string[] = [];
  const night: FirstNight = {
    reports: 0,
    files: 0,
    pictures: 0,
    others: log.length,
    tally: emptyTally(),
    faults,
  };
  const asked = groupBy(log, ({ host, path }) => `http://${host}${path}`);
  for (const [url, entries] of asked)
    if (entries.length > 1) faults.push(`${url}: asked for ${entries.length} times`);
  for (const site of world.sites) {
    const told = summary.sites.find(({ id }) => id === site.id);
    if (told?.found !== site.reports.length || told.verdict !== 'ok')
      faults.push(`${site.id}: ${told?.found} found (${told?.verdict}), not ${site.reports.length}`);
    for (const { url, fileUrl, pictureUrl, title, issuer, year } of site.reports) {
      for (const part of [url, fileUrl, pictureUrl].filter((one) => one !== null)) {
        night.others--;
        if (asked.get(part)?.[0]?.status !== 200) faults.push(`${part}: never fetched`);
      }
      night.reports++;
      if (fileUrl !== null) night.files++;
      if (pictureUrl !== null) night.pictures++;
      const own = recordsOf(url, records);
      const files = [url, fileUrl ?? [], pictureUrl ?? []].flat();
      const named = own.flatMap(filesOf);
      if (files.some((file) => !named.includes(file)))
        faults.push(`${url}: its record names ${named.join(', ')}`);
      const { kind, title: readTitle, issuer: readIssuer, year: readYear } = own[0] ?? {};
      const read = [own.length, kind, readTitle?.value, readIssuer?.value, readYear?.value].join(' ');
      const wanted = [1, 'annual-report', title, issuer, year].join(' ');
      if (read !== wanted) faults.push(`${url}: read as ${read}, not ${wanted}`);
      for (const bad of scoreDocument(night.tally, await world.truth(fileUrl ?? url), own))
        faults.push(`${url}: ${bad.path} is ${bad.got}, not ${String(bad.want)} (${bad.verdict})`);
    }
  }
  const annual = records.filter(({ kind }) => kind === 'annual-report').length;
  if (annual !== night.reports) faults.push(`${annual} records of annual reports, not ${night.reports}`);
  return night;
}

function groupBy<T>(list: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}
