import { setMaxListeners } from 'node:events';
import PQueue from 'p-queue';
import type { ChallengePattern } from '../model/challenge-pattern.js';
import type { FetchOutcome } from '../model/fetch.js';
import { checkUserAgent } from './check-user-agent.js';
import type { Connections } from './connections.js';
import { isHostTrouble } from './fates.js';
import {
  type Clock,
  FetchEnd,
  fetchDocument,
  systemClock,
  type Turn,
  type Validators,
} from './fetch-document.js';
import { FetchFault } from './fetch-fault.js';
import { defaultLimits, type FetchLimits } from './fetch-limits.js';
import { defaultPace, HostPace, type PaceOptions } from './host-pace.js';
import type { Attempt } from './judge-answer.js';
import { drawQuietHours, isQuiet, type QuietHours } from './quiet-hours.js';
import { Robots, robotsLimits } from './robots.js';
import { robotsNameOf } from './robots-rules.js';

export interface HostRules {
  pace: PaceOptions;
  /** Requests at once. */
  concurrency: number;
  /** Requests in this run, robots.txt not counted. */
  requestsMax: number;
  quietHours: QuietHours | null;
}

export interface HostQueueOptions {
  connections: Connections;
  /** The name of the crawler, with a contact. */
  userAgent: string;
  limits?: FetchLimits;
  challenges?: readonly ChallengePattern[];
  /** Requests at once, over all hosts. */
  concurrency?: number;
  /** What holds for a host (`name` or `name:port`), where it is not the default. */
  rulesOf?: (host: string) => Partial<HostRules> | undefined;
  defaults?: Partial<HostRules>;
  /** URLs that end in trouble of the host, one after the other, before the host is left alone. */
  troubleMax?: number;
  /** A longer crawl-delay is not waited out: the host is left for another run. */
  crawlDelayMaxMs?: number;
  /** Called with every robots.txt that was requested, for the archive: no page's outcome holds its exchanges. */
  onRobots?: (outcome: FetchOutcome) => void;
  clock?: Clock;
}

/** What a run did to one host. */
export interface HostReport {
  host: string;
  requests: number;
  delayMs: number;
  /** Why it is left alone, or null. */
  stopped: string | null;
}

interface Host {
  name: string;
  rules: HostRules;
  queue: PQueue;
  pace: HostPace;
  requests: number;
  troubles: number;
  stopped: string | null;
}

/** Whoever waits for a robots.txt that others wait for, too, may leave without ending it. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((done, fail) => {
    const leave = (): void => fail(signal.reason);
    signal.addEventListener('abort', leave, { once: true });
    work.then(done, fail).finally(() => signal.removeEventListener('abort', leave));
    if (signal.aborted) leave();
  });
}

const DEFAULT_RULES: HostRules = {
  ...{ pace: defaultPace, concurrency: 1, requestsMax: Number.POSITIVE_INFINITY, quietHours: null },
};

/**
 * Fetches politely. Every request, also those of redirects, tries and robots.txt, waits for its turn at its host:
 * a queue a host, a delay between requests, a budget, quiet hours; and for one of the places that all hosts share,
 * A host never has more in this line than its own concurrency, so that no host crowds out the others.
 */
export class HostQueue {
  private readonly hosts = new Map<string, Host>();
  private readonly places: PQueue;
  private readonly stop = new AbortController();
  private readonly robots: Robots;
  private readonly clock: Clock;
  private readonly limits: FetchLimits;

  /** @throws {RangeError} if the User-Agent does not name the crawler and a contact */
  constructor(private readonly options: HostQueueOptions) {
    checkUserAgent(options.userAgent);
    // As many as wait for their turn: no leak.
    setMaxListeners(0, this.stop.signal);
    this.clock = options.clock ?? systemClock;
    this.limits = options.limits ?? defaultLimits;
    this.places = new PQueue({ concurrency: options.concurrency ?? 16 });
    this.robots = new Robots(
      (url) => this.run(url, robotsLimits(this.limits), null, this.stop.signal, true),
      robotsNameOf(options.userAgent),
      this.clock.now,
    );
  }

  /** Never throws: whatever happens is a state of the outcome. */
  async fetch(
    url: string,
    validators: Validators | null = null,
    signal?: AbortSignal,
  ): Promise<FetchOutcome> {
    const ended = signal === undefined ? this.stop.signal : AbortSignal.any([this.stop.signal, signal]);
    return this.run(url, this.limits, validators, ended, false);
  }

  private async run(
    url: string,
    limits: FetchLimits,
    validators: Validators | null,
    signal: AbortSignal,
    isRobots: boolean,
  ): Promise<FetchOutcome> {
    const { connections, userAgent, challenges = [] } = this.options;
    const outcome = await fetchDocument(url, {
      ...{ connections, limits, userAgent, challenges, validators, signal, clock: this.clock },
      turn: this.turn(isRobots),
      ...(isRobots ? {} : { permit: (at: URL) => untilAborted(this.permit(at), signal) }),
    });
    // The pages that wait for robots.txt report what it brings.
    if (isRobots) this.options.onRobots?.(outcome);
    else this.judgeHost(outcome);
    return outcome;
  }

  private async permit(url: URL): Promise<void> {
    const host = this.hostOf(url);
    this.checkOpen(host, true);
    const { crawlDelayMs } = await this.robots.permit(url);
    if (crawlDelayMs === null) return;
    if (crawlDelayMs > (this.options.crawlDelayMaxMs ?? 120_000))
      throw new FetchEnd(
        'robots-denied',
        `robots.txt asks for ${crawlDelayMs / 1000} s between requests`,
        'retry',
      );
    host.pace.obeyCrawlDelay(crawlDelayMs);
  }

  private hostOf(url: URL): Host {
    const known = this.hosts.get(url.host);
    if (known !== undefined) return known;
    const rules = { ...DEFAULT_RULES, ...this.options.defaults, ...this.options.rulesOf?.(url.host) };
    const host: Host = {
      ...{ name: url.host, rules, requests: 0, troubles: 0, stopped: null },
      queue: new PQueue({ concurrency: rules.concurrency }),
      pace: new HostPace(rules.pace, this.limits.retryAfterMaxMs),
    };
    this.hosts.set(url.host, host);
    return host;
  }

  /** @throws {FetchFault} host-stopped, over-budget or quiet-hours */
  private checkOpen(host: Host, isRobots: boolean): void {
    if (host.stopped !== null)
      throw new FetchFault('host-stopped', `${host.name} is left alone: ${host.stopped}`);
    const { quietHours, requestsMax } = host.rules;
    if (!isRobots && host.requests >= requestsMax)
      throw new FetchFault('over-budget', `${host.name} had its ${requestsMax} requests`);
    if (quietHours !== null && isQuiet(this.clock.now(), quietHours))
      throw new FetchFault('quiet-hours', `${host.name} is not asked during ${drawQuietHours(quietHours)}`);
  }

  private readonly turn =
    (isRobots: boolean): Turn =>
    (url, work, signal) => {
      const host = this.hostOf(url);
      return host.queue.add(
        () => this.takeTurn(host, work, isRobots, signal),
        signal === undefined ? {} : { signal },
      );
    };

  private async takeTurn(
    host: Host,
    work: () => Promise<Attempt>,
    isRobots: boolean,
    signal: AbortSignal | undefined,
  ): Promise<Attempt> {
    for (;;) {
      this.checkOpen(host, isRobots);
      const wait = host.pace.waitMs(this.clock.now());
      if (wait > 0) {
        await this.clock.sleep(wait, signal);
        continue;
      }
      // While this one waited for a place, another request to this host may have begun.
      const attempt = await this.places.add(async () =>
        host.pace.waitMs(this.clock.now()) > 0 ? null : this.begin(host, work, isRobots),
      );
      if (attempt !== null) return attempt;
    }
  }

  private async begin(host: Host, work: () => Promise<Attempt>, isRobots: boolean): Promise<Attempt> {
    host.pace.begin(this.clock.now());
    if (!isRobots) host.requests += 1;
    const attempt = await work();
    host.pace.learn(attempt, this.clock.now());
    host.queue.concurrency = host.pace.isBackedOff ? 1 : host.rules.concurrency;
    return attempt;
  }

  private judgeHost(outcome: FetchOutcome): void {
    if (!URL.canParse(outcome.finalUrl) || outcome.state === 'host-stopped') return;
    const host = this.hosts.get(new URL(outcome.finalUrl).host);
    if (host === undefined) return;
    if (isHostTrouble(outcome.state)) host.troubles += 1;
    else if (outcome.exchanges.length > 0) host.troubles = 0;
    const { troubleMax = 5 } = this.options;
    if (outcome.fate === 'stop-host') host.stopped ??= outcome.message;
    else if (host.troubles >= troubleMax)
      host.stopped ??= `${host.troubles} failures one after the other, the last: ${outcome.message}`;
  }

  /** Sitemaps that the robots.txt of a URL's host names; an empty list if it can't be had. */
  async sitemapsOf(url: URL): Promise<readonly string[]> {
    try {
      return (await this.robots.rulesFor(url)).sitemaps;
    } catch (error) {
      if (error instanceof FetchFault) return [];
      throw error;
    }
  }

  /** By name of the host. */
  report(): HostReport[] {
    return [...this.hosts.values()]
      .map(({ name, requests, pace, stopped }) => ({ host: name, requests, delayMs: pace.delayMs, stopped }))
      .sort((a, b) => (a.host < b.host ? -1 : 1));
  }

  /** Whatever is under way or waits ends as `cancelled`. */
  close(): void {
    this.stop.abort();
  }
}
