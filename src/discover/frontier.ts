import type { Discovery, Link } from '../model/discovery.js';
import type { AddressNoise } from '../model/platform.js';
import { type Bound, ListBounds, type ListBoundsOptions } from './list-bounds.js';
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

export interface FrontierOptions extends ListBoundsOptions {
  noise: AddressNoise;
  /** Whose turn it is: of reports and attachments those with the lowest number come first, of equal ones those found first. */
  turnOf?: (url: string) => number;
}

/** Links that were not followed, and the bound that stopped them. */
export interface Refused {
  link: Link;
  bound: Bound;
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

/** What is still to be fetched of one site, each address once, within bounds. */
export function createFrontier(seeds: readonly string[], options: FrontierOptions): Frontier {
  const { noise, turnOf = () => 0 } = options;
  const bounds = new ListBounds(options);
  /** By its key, how each address was spelt first. */
  const seen = new Map<string, string>();
  const lists: Waiting[] = [];
  const documents: { waiting: Waiting; turn: number }[] = [];
  let isSorted = true;
  const refused: Refused[] = [];

  const enqueue = (link: Link, role: Role, depth: number): void => {
    if (seen.has(link.key)) return;
    const waiting = { url: link.url, key: link.key, role, via: link, depth };
    if (role === 'list' || role === 'next') {
      const bound = bounds.admit(link, role, depth);
      if (bound !== null) {
        refused.push({ link, bound });
        // Not seen: another way may lead to it within the bounds.
        return;
      }
      lists.push(waiting);
    } else {
      documents.push({ waiting, turn: turnOf(link.url) });
      isSorted = false;
    }
    seen.set(link.key, link.url);
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
      if (listKey !== null) bounds.note(listKey, found);
      for (const link of found.next) enqueue(link, 'next', from.depth);
    },
  };
}
