import type { Alarm, RunSummary, SiteSummary } from '../../model/run-summary.js';
import type { FailureOfRun, VanishedPage } from '../../store/run-facts.js';
import { groupBy } from './group-by.js';
import { alarmWords } from './summary-words.js';

/** What is known of a site beside its summary. */
export interface SiteLook {
  /** Where its lists begin. */
  start: string;
  /** All of its lists could be read. */
  isComplete: boolean;
  /** Runs in a row before this one that could not read them. */
  incompleteBefore: number;
  /** Documents that it had before this run. */
  documentsBefore: number;
}

export interface AlarmFacts {
  job: RunSummary['job'];
  sites: readonly SiteSummary[];
  /** By id of the site. */
  looks: ReadonlyMap<string, SiteLook>;
  failures: readonly FailureOfRun[];
  vanished: readonly VanishedPage[];
}

/** One bad night is no news, three are. */
const INCOMPLETE_RUNS = 3;
/** Sites take single documents away; they move many at once. */
const VANISHED_MIN = 3;
const VANISHED_SHARE = 0.1;

const LIST_ROLES: ReadonlySet<string> = new Set(['seed', 'list', 'next']);
/** What a run notes of lists whose reports are lost until somebody looks. */
export const LOSES_REPORTS: ReadonlySet<string> = new Set([
  'payload-unknown',
  'script-not-followed',
  'list-shows-less',
  'list-bounded',
]);
/** The stages that read and follow lists. */
const LIST_STAGES: ReadonlySet<string> = new Set(['discover', 'follow']);
/** Faults of nianbao or of its archive (`warc-`), not of the documents. */
const BROKEN: ReadonlySet<string> = new Set(['crashed', 'timeout']);

const isOfList = ({ stage, role }: FailureOfRun): boolean => stage === 'fetch' && LIST_ROLES.has(role);
const isNotUnderstood = ({ stage, code, role }: FailureOfRun): boolean =>
  LIST_STAGES.has(stage) && (LOSES_REPORTS.has(code) || (code === 'page-not-text' && LIST_ROLES.has(role)));

const isBroken = ({ stage, code }: FailureOfRun): boolean =>
  code === 'internal-error' || (stage === 'convert' && (BROKEN.has(code) || code.startsWith('warc-')));

/** What a person must look at, in the order of the sites. The sites that the file no longer holds come last. */
export function findAlarms(facts: AlarmFacts): Alarm[] {
  const failuresOf = groupBy(facts.failures, ({ site }) => site);
  const vanishedOf = groupBy(facts.vanished, ({ site }) => site);
  const alarms: Alarm[] = [];
  for (const site of facts.sites) {
    const failures = failuresOf.get(site.id) ?? [];
    const look = facts.looks.get(site.id)!;
    // Addresses that were named by hand promise no count.
    if (facts.job !== 'fetch') alarms.push(...judgeLists(site, look, failures));
    alarms.push(
      ...judgeFailures(site.id, failures),
      ...judgeVanished(site.id, look, [...(vanishedOf.get(site.id) ?? []), ...failures.filter(isReplaced)]),
    );
    failuresOf.delete(site.id);
  }
  for (const [id, failures] of failuresOf) alarms.push(...judgeFailures(id, failures));
  return alarms;
}

function judgeLists(site: SiteSummary, look: SiteLook, failures: readonly FailureOfRun[]): Alarm[] {
  const alarms: Alarm[] = [];
  if (site.verdict === 'none' || site.verdict === 'fewer') {
    const code = site.verdict === 'none' ? 'none-found' : 'fewer-found';
    alarms.push({ code, site: site.id, message: alarmWords[code](site.message, look.start) });
  }
  const runs = look.incompleteBefore + 1;
  if (!look.isComplete && runs >= INCOMPLETE_RUNS) {
    const first = failures.find(isOfList) ?? null;
    alarms.push({
      code: 'not-read',
      site: site.id,
      message: alarmWords['not-read'](runs, look.start, first),
    });
  }
  return alarms;
}

function judgeFailures(site: string, failures: readonly FailureOfRun[]): Alarm[] {
  const among = (code: 'challenge' | 'list-not-understood' | 'conversion-broken', of: typeof isOfList) => {
    const found = failures.filter(of);
    if (found.length === 0) return [];
    return [{ code, site, message: alarmWords[code](found.length, found[0]!) }];
  };
  return [
    ...among('challenge', ({ stage, code }) => stage === 'fetch' && code === 'challenge'),
    ...among('list-not-understood', isNotUnderstood),
    ...among('conversion-broken', isBroken),
  ];
}

/** Sites that are made anew answer old addresses with their home page: that is gone, too. */
const isReplaced = ({ stage, code }: FailureOfRun): boolean =>
  stage === 'discover' && code === 'no-longer-report';

function judgeVanished(site: string, look: SiteLook, vanished: readonly { url: string }[]): Alarm[] {
  const { documentsBefore } = look;
  if (vanished.length < VANISHED_MIN || vanished.length < documentsBefore * VANISHED_SHARE) return [];
  const message = alarmWords['many-vanished'](vanished.length, documentsBefore, vanished[0]!.url);
  return [{ code: 'many-vanished', site, message }];
}
