import { setTimeout as sleepFor } from 'node:timers/promises';
import type { ChallengePattern } from '../model/challenge-pattern.js';
import type { Exchange, Fate, FetchOutcome, FetchState } from '../model/fetch.js';
import { POST_TYPES, type PostBody, postAddress, postOf } from '../model/post-address.js';
import type { Connections, Lease } from './connections.js';
import { fateOf, mayPass } from './fates.js';
import { FetchFault } from './fetch-fault.js';
import type { FetchLimits } from './fetch-limits.js';
import { followLocation, parseAsked } from './follow-location.js';
import { type Attempt, fieldOf, judgeAnswer, readContentType } from './judge-answer.js';
import { type Answer, makeRequest } from './make-request.js';

/** What is known of a URL from the last time it was fetched. */
export interface Validators {
  /** The URL that gave them: they are sent to no other, whatever redirects say today. */
  url: string;
  etag: string | null;
  lastModified: string | null;
}

/** What time and chance are to the fetcher. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** 0 <= x < 1 */
  random(): number;
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: Date.now,
  random: Math.random,
  sleep: (ms, signal) => sleepFor(ms, undefined, { ...(signal === undefined ? {} : { signal }) }),
};

/** Makes one request in its turn. Throws a FetchFault where the host gets no request now. */
export type Turn = (url: URL, work: () => Promise<Attempt>, signal?: AbortSignal) => Promise<Attempt>;

/** Throws a FetchFault where robots.txt denies a URL. */
type Permit = (url: URL) => Promise<unknown>;

export interface FetchOptions {
  connections: Connections;
  limits: FetchLimits;
  /** The name of the crawler, with a contact. Never empty. */
  userAgent: string;
  validators?: Validators | null;
  challenges?: readonly ChallengePattern[];
  turn?: Turn;
  permit?: Permit;
  signal?: AbortSignal;
  clock?: Clock;
}

/** Thrown to end a fetch whose fate is another than its state's. */
export class FetchEnd extends FetchFault {
  constructor(
    state: FetchState,
    message: string,
    readonly fate: Fate,
  ) {
    super(state, message);
  }
}

function requestFields({ url, post }: Course, options: FetchOptions): [string, string][] {
  const known = post === null && options.validators?.url === url.href ? options.validators : null;
  return [
    ['user-agent', options.userAgent],
    ['accept', 'text/html,application/xhtml+xml,application/pdf,*/*;q=0.8'],
    ['accept-language', 'zh-CN,zh;q=0.9,en;q=0.5'],
    ['accept-encoding', 'gzip, deflate, br'],
    ...(post === null ? [] : [['content-type', POST_TYPES[post.type]] as [string, string]]),
    ...(known?.etag == null ? [] : [['if-none-match', known.etag] as [string, string]]),
    ...(known?.lastModified == null ? [] : [['if-modified-since', known.lastModified] as [string, string]]),
  ];
}

const addressOf = ({ href }: URL, post: PostBody | null): string => (post && postAddress(href, post)) ?? href;

/** One fetch under way: what it has seen so far. */
interface Course {
  url: URL;
  /** What is sent; null for GET. */
  post: PostBody | null;
  seen: Set<string>;
  exchanges: Exchange[];
  tries: number;
  elapsedMs: number;
}

async function tryOnce(course: Course, options: FetchOptions, clock: Clock): Promise<Attempt> {
  const { url, post } = course;
  const { connections, limits, signal, turn } = options;
  const work = async (): Promise<Attempt> => {
    const fields = requestFields(course, options);
    const body = post && Buffer.from(post.text);
    const request = (lease: Lease): Promise<Answer> =>
      makeRequest({ url, fields, body }, lease, limits, clock.now, signal);
    const lease = connections.lease(url.origin, limits.connectMs);
    let answer = await request(lease);
    // A kept connection that turns out to be closed says nothing about the page: it is as if never asked.
    if (lease.isUsed && answer.exchange === null && answer.fault?.state === 'connection-reset')
      answer = await request(connections.lease(url.origin, limits.connectMs));
    const isConditional = fields.some(([name]) => name.startsWith('if-'));
    return judgeAnswer(answer, isConditional, limits, options.challenges ?? [], clock.now());
  };
  course.tries += 1;
  const attempt = turn === undefined ? await work() : await turn(url, work, signal);
  course.elapsedMs += attempt.elapsedMs;
  if (attempt.exchange !== null) course.exchanges.push(attempt.exchange);
  return attempt;
}

/** Tries one URL until its answer is final, waiting between tries as long as the server asks for. */
async function tryUrl(course: Course, options: FetchOptions, clock: Clock): Promise<Attempt> {
  const { triesMax, retryMs, retryAfterMaxMs } = options.limits;
  course.tries = 0;
  for (;;) {
    const attempt = await tryOnce(course, options, clock);
    if (attempt.state === null || !mayPass(attempt.state) || course.tries >= triesMax) return attempt;
    if ((attempt.retryAfterMs ?? 0) > retryAfterMaxMs) return attempt;
    const backOff = retryMs * 2 ** (course.tries - 1) * (1 - clock.random() / 2);
    await clock.sleep(Math.max(backOff, attempt.retryAfterMs ?? 0), options.signal);
  }
}

async function follow(course: Course, options: FetchOptions, clock: Clock): Promise<Attempt> {
  for (let hops = 0; ; hops += 1) {
    await options.permit?.(course.url);
    const attempt = await tryUrl(course, options, clock);
    if (attempt.location === null) return attempt;
    const next = followLocation(attempt.location, course.url);
    // As browsers do it: only 307 and 308 say that the same is to be sent again.
    const { status } = course.exchanges.at(-1)!;
    if (status !== 307 && status !== 308) course.post = null;
    const address = addressOf(next, course.post);
    if (course.seen.has(address)) throw new FetchFault('redirect-loop', `redirects in a circle`);
    if (hops >= options.limits.redirectsMax)
      throw new FetchFault('too-many-redirects', `more than ${options.limits.redirectsMax} redirects`);
    course.seen.add(address);
    course.url = next;
  }
}

function nameEnd(error: unknown, signal: AbortSignal | undefined): FetchFault {
  if (error instanceof FetchFault) return error;
  if (signal?.aborted === true) return new FetchFault('cancelled', 'cancelled');
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return new FetchFault('internal-error', `the fetcher failed (${what})`);
}

/** An address for people and records, even where it can't be parsed: no fragment, no name or password. */
const withoutSecrets = (text: string): string =>
  text.replace(/#.*$/su, '').replace(/^(\s*[a-z][a-z0-9+.-]*:)?\/\/[^/?#]*@/iu, '$1//');

function outcomeOf(
  url: string,
  course: Course | null,
  end: Attempt | FetchFault,
  startedAt: string,
): FetchOutcome {
  const attempt = end instanceof FetchFault ? null : end;
  const state = end.state ?? 'internal-error';
  const last = course?.exchanges.at(-1) ?? null;
  return {
    url,
    finalUrl: course ? addressOf(course.url, course.post) : url,
    state,
    fate: end instanceof FetchEnd ? end.fate : fateOf(state),
    status: last?.status ?? null,
    body: state === 'fetched' ? (attempt?.body ?? null) : null,
    ...readContentType(fieldOf(last, 'content-type')),
    etag: fieldOf(last, 'etag'),
    lastModified: fieldOf(last, 'last-modified'),
    retryAfterMs: attempt?.retryAfterMs ?? null,
    exchanges: course?.exchanges ?? [],
    tries: course?.tries ?? 0,
    elapsedMs: course?.elapsedMs ?? 0,
    fetchedAt: last?.startedAt ?? startedAt,
    message: end.message,
  };
}

/**
 * One GET, or the POST that the address names, with its redirects and tries. Never throws and never hangs: whatever happens is a state. Every hop is
 * checked like the first one (scheme, address, robots, turn); credentials in addresses are dropped.
 */
export async function fetchDocument(asked: string, options: FetchOptions): Promise<FetchOutcome> {
  const clock = options.clock ?? systemClock;
  const startedAt = new Date(clock.now()).toISOString();
  let url = withoutSecrets(asked);
  let course: Course | null = null;
  try {
    const first = parseAsked(asked);
    const post = postOf(asked);
    url = addressOf(first, post);
    course = { url: first, post, seen: new Set([url]), exchanges: [], tries: 0, elapsedMs: 0 };
    return outcomeOf(url, course, await follow(course, options, clock), startedAt);
  } catch (error) {
    return outcomeOf(url, course, nameEnd(error, options.signal), startedAt);
  }
}
