import type { ReportRecord } from '../../src/model/report-record.js';
import type { RunSummary } from '../../src/model/run-summary.js';
import { emptyTally, scoreDocument } from '../scoring/score-documents.js';
import type { Truth } from '../synthesise/truth.js';
import type { LogEntry, ServedSite, World } from '../world/start-world.js';
import { filesOf, recordsOf } from './records-of.js';

export interface LaterNight {
  requests: number;
  /** Answers 304. */
  unchanged: number;
  /** Bodies that were sent, by why. */
  bodies: Record<'list' | 'new' | 'changed' | 'moved' | 'no-validator' | 'robots', number>;
  /** Answers that sent on, or that something is gone. */
  redirects: number;
  gone: number;
  /** Addresses that were requested twice in the night: a page that moved is named by its list and by its old address. */
  twice: number;
  faults: string[];
}

type Report = ServedSite['reports'][number];
const partsOf = ({ url, fileUrl, pictureUrl }: Report): string[] =>
  [url, fileUrl ?? [], pictureUrl ?? []].flat();
const reportsOf = (sites: readonly ServedSite[]): Map<string, Report> =>
  new Map(sites.flatMap(({ reports }) => reports.map((report) => [report.id, report] as const)));

type Kind = 'added' | 'changed' | 'vanished' | 'moved';

/** Did the run fetch whole answers only of lists and of what changed? Did it see all that happened, and nothing else? */
export async function checkLaterNight(
  world: World,
  before: readonly ServedSite[],
  logs: { before: readonly LogEntry[]; now: readonly LogEntry[] },
  summary: RunSummary,
  records: { before: readonly ReportRecord[]; now: readonly ReportRecord[] },
): Promise<LaterNight> {
  const night = checkRequests(world, logs);
  const { faults } = night;
  const [old, now] = [reportsOf(before), reportsOf(world.sites)];
  const all = (kind: Kind): string[] => [...world.changes.values()].flatMap((changes) => changes[kind]);
  const changes = (change: string) =>
    summary.changes.filter((one) => one.change === change && one.kind === 'annual-report');
  const told = (change: string) => changes(change).map(({ url }) => url);
  const there = (kind: Kind) => all(kind).map((id) => now.get(id)!.url);
  faults.push(...differ('new reports', told('new'), there('added')));
  faults.push(...differ('changed reports', told('changed'), there('changed')));
  for (const { url, version, differences } of changes('changed'))
    if (version < 2 || differences === 0)
      faults.push(`${url}: version ${version} with ${differences} differences`);
  for (const id of [...all('added'), ...all('changed')]) {
    const { url, fileUrl } = now.get(id)!;
    faults.push(...judgeRecord(await world.truth(fileUrl ?? url), recordsOf(url, records.now)));
  }
  const known = new Set(logs.before.map(addressOf));
  const gone = logs.now.filter(({ status }) => status === 404 || status === 410).map(addressOf);
  const goneReports = gone.filter((url) => known.has(url) && !url.endsWith('/robots.txt'));
  faults.push(
    ...differ(
      'vanished pages',
      summary.vanished.map(({ url }) => url),
      goneReports,
    ),
  );
  const vanished = all('vanished').flatMap((id) => partsOf(old.get(id)!));
  for (const url of vanished) if (!gone.includes(url)) faults.push(`${url}: vanished, and nobody asked`);
  faults.push(...checkRecords(records, all('added').length));
  for (const { id, reports } of world.sites) {
    const found = summary.sites.find((site) => site.id === id)?.found;
    if (found !== reports.length) faults.push(`${id}: ${found} found, not ${reports.length}`);
  }
  return night;
}

/** The record that holds now says what the page says now. */
const judgeRecord = (truth: Truth, own: readonly ReportRecord[]): string[] =>
  scoreDocument(emptyTally(), truth, own).map(
    ({ file, path, want, got }) => `${file}: ${path} is ${got}, not ${String(want)}`,
  );

function differ(what: string, got: readonly string[], wanted: readonly string[]): string[] {
  const [left, right] = [new Set(got), new Set(wanted)];
  return [
    ...wanted.filter((one) => !left.has(one)).map((one) => `${what}: ${one} is missing`),
    ...got.filter((one) => !right.has(one)).map((one) => `${what}: ${one} does not belong there`),
  ];
}

/** What vanished stays on record; what moved is no second report. */
function checkRecords(
  { before, now }: { before: readonly ReportRecord[]; now: readonly ReportRecord[] },
  added: number,
): string[] {
  const uris = new Set(now.flatMap(filesOf));
  const annual = (list: readonly ReportRecord[]) =>
    list.filter(({ kind }) => kind === 'annual-report').length;
  const lost = before.filter((record) => !filesOf(record).every((uri) => uris.has(uri)));
  const [found, wanted] = [annual(now), annual(before) + added];
  return [
    ...lost.map(({ source }) => `${source.uri}: its record is lost`),
    ...(found === wanted ? [] : [`${found} annual reports on record, not ${wanted}`]),
  ];
}

const addressOf = ({ host, path }: LogEntry): string => `http://${host}${path}`;

/** What was requested and sent, request by request. */
function checkRequests(
  world: World,
  logs: { before: readonly LogEntry[]; now: readonly LogEntry[] },
): LaterNight {
  const night: LaterNight = {
    ...{ requests: logs.now.length, unchanged: 0, redirects: 0, gone: 0, twice: 0, faults: [] },
    bodies: { list: 0, new: 0, changed: 0, moved: 0, 'no-validator': 0, robots: 0 },
  };
  const known = new Set(logs.before.filter(({ status }) => status === 200 || status === 304).map(addressOf));
  const sites = new Map(world.sites.map((site) => [site.id, site]));
  const documents = new Map<string, string>();
  for (const { reports } of world.sites)
    for (const report of reports) for (const at of partsOf(report)) documents.set(at, report.id);
  const seen = new Set<string>();
  for (const entry of logs.now) {
    const url = addressOf(entry);
    const site = sites.get(entry.site)!;
    const id = documents.get(url);
    const changes = world.changes.get(site.id)!;
    if (seen.has(url)) night.twice++;
    if (seen.has(url) && !(id !== undefined && changes.moved.includes(id)))
      night.faults.push(`${url}: asked for again in the same night`);
    seen.add(url);
    if (entry.path === '/robots.txt') night.bodies.robots++;
    else if (entry.status === 304) night.unchanged++;
    else if (entry.status === 301) night.redirects++;
    else if (entry.status === 404 || entry.status === 410) night.gone++;
    else {
      // Lists have no date, only an ETag.
      const hasValidator = id === undefined ? /etag|both/u.test(site.validators) : site.validators !== 'none';
      const isAskedFully = known.has(url) && hasValidator && !entry.isConditional;
      if (isAskedFully) night.faults.push(`${url}: known, and asked for without its validator`);
      const why = whySent(id, known.has(url), hasValidator, changes);
      if (why === null) night.faults.push(`${url}: sent again, though nothing changed`);
      else night.bodies[why]++;
    }
  }
  return night;
}

function whySent(
  id: string | undefined,
  isKnown: boolean,
  hasValidator: boolean,
  changes: { added: string[]; changed: string[]; moved: string[] },
): 'list' | 'new' | 'changed' | 'moved' | 'no-validator' | null {
  if (id === undefined) return 'list';
  if (changes.added.includes(id)) return 'new';
  if (changes.moved.includes(id) && !isKnown) return 'moved';
  if (changes.changed.includes(id)) return 'changed';
  return hasValidator ? null : 'no-validator';
}
