import type { Discovery, Link } from '../model/discovery.js';
import type { AddressNoise } from '../model/platform.js';
import { normaliseAsked, normaliseUrl, urlKey } from './normalise-url.js';

/** Why an address waits to be fetched. */
type Role = 'seed' | 'list' | 'next' | 'report' | 'attachment' | 'picture';

export interface Waiting {
  url: string;
  key: string;
  role: Role;
  /** Null for seeds; `discover` wants it with the page. */
  via: Link | null;
  /** Lists between the seed and here. */
  depth: number;
}

export interface FrontierOptions {
  noise: AddressNoise;
  /** Lists behind lists that are followed. */
  depthMax?: number;
  /** Pages of one list. */
  pagesMax?: number;
  /** Lists and pages of lists in all. */
  listsMax?: number;
  /** Whose turn it is: of reports and attachments those with the lowest number come first, of equal ones those found first. */
  turnOf?: (url: string) => number;
}

/** Links that were not followed, and the bound that stopped them. */
export interface Refused {
  link: Link;
  bound: 'depth' | 'pages' | 'repeats' | 'lists';
}

export interface Frontier {
  /** The next address to fetch: lists before reports, so that what a site has is known early. Null if nothing waits. */
  next(): Waiting | null;
  /** What was found on a page that came from here. Each key waits once in the life of the frontier. */
  add(from: Waiting, found: Discovery): void;
  /** A redirect led to an address: it counts as seen. @returns false if it was fetched or waits already */
  settle(from: Waiting, finalUrl: string): boolean;
  /** It waits, or did. */
  isSeen(key: string): boolean;
  /** How the address was spelt that waits or was fetched; null if it is not seen. */
  urlOf(key: string): string | null;
  readonly refused: readonly Refused[];
}

const DEPTH_MAX = 4;
const PAGES_MAX = 500;
const LISTS_MAX = 20_000;

/**
 * What is still to be fetched of one site, each address once, within bounds. A list with a page that was there
 * already is not turned any further: servers answer page 1000 with page 1.
 */
export function createFrontier(seeds: readonly string[], options: FrontierOptions): Frontier {
  const {
    noise,
    depthMax = DEPTH_MAX,
    pagesMax = PAGES_MAX,
    listsMax = LISTS_MAX,
    turnOf = () => 0,
  } = options;
  /** By its key, how each address was spelt first. */
  const seen = new Map<string, string>();
  const lists: Waiting[] = [];
  const documents: { waiting: Waiting; turn: number }[] = [];
  let isSorted = true;
  const refused: Refused[] = [];
  const pagesOf = new Map<string, number>();
  const entries = new Map<string, Set<string>>();
  const ended = new Set<string>();
  let listCount = 0;

  const enqueue = (link: Link, role: Role, depth: number): boolean => {
    if (seen.has(link.key)) return false;
    const isList = role === 'list' || role === 'next';
    if (isList) {
      const bound = boundOf(link, role, depth);
      if (bound !== null) {
        refused.push({ link, bound });
        // Not seen: another way may lead to it within the bounds.
        return false;
      }
      listCount++;
    }
    seen.set(link.key, link.url);
    const waiting = { url: link.url, key: link.key, role, via: link, depth };
    if (isList) lists.push(waiting);
    else {
      documents.push({ waiting, turn: turnOf(link.url) });
      isSorted = false;
    }
    return true;
  };

  const boundOf = (link: Link, role: Role, depth: number): Refused['bound'] | null => {
    if (listCount >= listsMax) return 'lists';
    if (role === 'list') return depth > depthMax ? 'depth' : null;
    const listKey = link.listKey ?? link.key;
    const pages = pagesOf.get(listKey) ?? 1;
    if (ended.has(listKey)) return 'repeats';
    if (pages >= pagesMax) return 'pages';
    pagesOf.set(listKey, pages + 1);
    return null;
  };

  for (const seed of seeds) {
    const url = normaliseUrl(seed, seed, noise);
    if (url === null || seen.has(urlKey(url))) continue;
    seen.set(urlKey(url), url);
    lists.push({ url, key: urlKey(url), role: 'seed', via: null, depth: 0 });
  }

  return {
    refused,
    isSeen: (key) => seen.has(key),
    urlOf: (key) => seen.get(key) ?? null,
    next() {
      const list = lists.shift();
      if (list !== undefined) return list;
      if (!isSorted) documents.sort((a, b) => a.turn - b.turn);
      isSorted = true;
      return documents.shift()?.waiting ?? null;
    },
    settle(from, finalUrl) {
      const url = normaliseAsked(finalUrl, noise);
      const key = urlKey(url);
      if (key === from.key) return true;
      if (seen.has(key)) return false;
      seen.set(key, url);
      return true;
    },
    add(from, found) {
      for (const link of found.reports) enqueue(link, 'report', from.depth);
      for (const link of found.attachments) enqueue(link, 'attachment', from.depth);
      for (const link of found.pictures) enqueue(link, 'picture', from.depth);
      for (const link of found.lists) enqueue(link, 'list', from.depth + 1);
      const listKey = found.next[0]?.listKey ?? from.via?.listKey ?? null;
      if (listKey !== null) {
        const known = entries.get(listKey) ?? new Set();
        if (known.has(found.entriesKey)) ended.add(listKey);
        entries.set(listKey, known.add(found.entriesKey));
      }
      for (const link of found.next) enqueue(link, 'next', from.depth);
    },
  };
}
