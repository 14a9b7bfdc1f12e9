import type { FetchOutcome, FetchState } from '../model/fetch.js';
import { FetchEnd } from './fetch-document.js';
import { FetchFault } from './fetch-fault.js';
import type { FetchLimits } from './fetch-limits.js';
import { parseRobots, type RobotsRules } from './robots-rules.js';

/** RFC 9309: a crawler reads at least 500 KiB, follows at least five redirects, and keeps rules for a day at most. */
export const robotsLimits = (limits: FetchLimits): FetchLimits => ({
  ...limits,
  ...{ bodyMax: 500 * 1024, decodedMax: 500 * 1024, atMax: 'cut', redirectsMax: 5 },
});
const KEPT_MS = 24 * 3_600_000;
/** What could not be read is tried again earlier. */
const KEPT_UNREAD_MS = 3_600_000;

/** There is no robots.txt, as RFC 9309 has it: everything is allowed. */
const UNAVAILABLE: ReadonlySet<FetchState> = new Set<FetchState>([
  'gone',
  'forbidden',
  'client-error',
  'redirect-loop',
  'too-many-redirects',
  'redirect-broken',
]);

/** The host answers, but not with its rules: nobody knows what it allows. */
const UNREADABLE: ReadonlySet<FetchState> = new Set<FetchState>([
  'server-error',
  'rate-limited',
  'truncated',
  'encoding-broken',
  'protocol-error',
  'too-large',
  'bomb',
]);

/** These say nothing about the host, so they are not remembered. */
const NOT_KEPT: ReadonlySet<FetchState> = new Set<FetchState>([
  'cancelled',
  'quiet-hours',
  'over-budget',
  'internal-error',
]);

type Verdict = { rules: RobotsRules } | { end: FetchFault };

interface Kept {
  verdict: Promise<Verdict>;
  until: number;
}

function judge(outcome: FetchOutcome, origin: string, robotsName: string): Verdict {
  const { state, message } = outcome;
  const at = `${origin}/robots.txt`;
  if (state === 'fetched')
    return { rules: parseRobots(at, outcome.body!, outcome.exchanges.at(-1)!.isBodyCut, robotsName) };
  if (UNAVAILABLE.has(state)) return { rules: parseRobots(at, new Uint8Array(), false, robotsName) };
  // A redirect of robots.txt that can't be followed hides the rules; it is no fault of the page's own address.
  if (UNREADABLE.has(state) || (state.endsWith('-refused') && outcome.exchanges.length > 0))
    return { end: new FetchEnd('robots-denied', `robots.txt can't be read: ${message}`, 'retry') };
  return { end: new FetchEnd(state, `robots.txt: ${message}`, outcome.fate) };
}

/** The rules of all hosts of a run, each fetched once a day. */
export class Robots {
  private readonly kept = new Map<string, Kept>();

  constructor(
    /** Gets a robots.txt, in its turn, within `robotsLimits`, asking nobody's permission. */
    private readonly get: (url: string) => Promise<FetchOutcome>,
    /** The name that rules are looked up under. */
    private readonly robotsName: string,
    private readonly now: () => number,
  ) {}

  private async read(origin: string): Promise<Verdict> {
    const outcome = await this.get(`${origin}/robots.txt`);
    const verdict = judge(outcome, origin, this.robotsName);
    if (NOT_KEPT.has(outcome.state)) this.kept.delete(origin);
    else if ('end' in verdict) this.kept.get(origin)!.until = this.now() + KEPT_UNREAD_MS;
    return verdict;
  }

  private verdictOf(origin: string): Promise<Verdict> {
    const kept = this.kept.get(origin);
    if (kept !== undefined && kept.until > this.now()) return kept.verdict;
    // Entered before it is read, so that callers at the same time share one request.
    const fresh: Kept = {
      verdict: Promise.resolve().then(() => this.read(origin)),
      until: this.now() + KEPT_MS,
    };
    this.kept.set(origin, fresh);
    return fresh.verdict;
  }

  /**
   * The rules for a URL.
   *
   * @throws {FetchFault} where they can't be had: the host's own trouble, or robots-denied for now
   */
  async rulesFor(url: URL): Promise<RobotsRules> {
    const verdict = await this.verdictOf(url.origin);
    if ('end' in verdict) throw verdict.end;
    return verdict.rules;
  }

  /**
   * The same, for a URL that they allow.
   *
   * @throws {FetchFault} like `rulesFor`, or robots-denied
   */
  async permit(url: URL): Promise<RobotsRules> {
    const rules = await this.rulesFor(url);
    const reason = url.pathname === '/robots.txt' ? null : rules.denies(url);
    if (reason !== null) throw new FetchFault('robots-denied', reason);
    return rules;
  }
}
