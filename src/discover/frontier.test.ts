import { describe, expect, it } from 'vitest';
import { addressNoise } from '../../parsers/lookups/report-links.js';
import type { Discovery, Link } from '../model/discovery.js';
import { createFrontier, type FrontierOptions } from './frontier.js';
import { urlKey } from './normalise-url.js';

const HOST = 'http://www.example.cn';
const linkTo = (path: string, listKey: string | null = null): Link => ({
  url: HOST + path,
  key: urlKey(HOST + path),
  text: '',
  year: null,
  date: null,
  evidence: ['drawn'],
  isInColumn: true,
  listKey,
});
const found = (
  links: Partial<Pick<Discovery, 'reports' | 'lists' | 'next' | 'attachments' | 'entriesKey'>>,
): Discovery => ({
  kind: 'list',
  evidence: [],
  title: '',
  year: null,
  platforms: [],
  reports: [],
  attachments: [],
  pictures: [],
  next: [],
  lists: [],
  rejected: [],
  announced: null,
  entriesKey: 'x',
  issues: [],
  ...links,
});
const frontier = (options: Partial<FrontierOptions> = {}) =>
  createFrontier([`${HOST}/`], { noise: addressNoise, ...options });

describe('createFrontier', () => {
  it('gives every address once, lists before reports', () => {
    const waiting = frontier();
    const seed = waiting.next()!;
    expect([seed.role, seed.via]).toEqual(['seed', null]);
    waiting.add(
      seed,
      found({ reports: [linkTo('/r1'), linkTo('/r2')], lists: [linkTo('/l1'), linkTo('/')] }),
    );
    const list = waiting.next()!;
    expect([list.url, list.role, list.depth]).toEqual([`${HOST}/l1`, 'list', 1]);
    waiting.add(list, found({ reports: [linkTo('/r2'), linkTo('/r3')] }));
    const rest = [waiting.next(), waiting.next(), waiting.next(), waiting.next()];
    expect(rest.map((item) => item?.url)).toEqual([`${HOST}/r1`, `${HOST}/r2`, `${HOST}/r3`, undefined]);
  });

  it('turns no list for ever whose pages are all new addresses', () => {
    const waiting = frontier();
    let fetched = 0;
    for (let at = waiting.next(); at !== null && fetched < 1000; at = waiting.next()) {
      fetched++;
      // A server that answers every number with the same page.
      waiting.add(at, found({ next: [linkTo(`/?page=${fetched + 1}`, 'list')], entriesKey: 'same' }));
    }
    expect(fetched).toBe(2);
    expect(waiting.refused.map(({ bound }) => bound)).toEqual(['repeats']);
  });

  it('keeps its bounds, and says what it left', () => {
    const waiting = frontier({ pagesMax: 5, depthMax: 2 });
    let fetched = 0;
    for (let at = waiting.next(); at !== null && fetched < 1000; at = waiting.next()) {
      fetched++;
      waiting.add(
        at,
        found({ next: [linkTo(`/?page=${fetched + 1}`, 'list')], entriesKey: String(fetched) }),
      );
    }
    expect(fetched).toBe(5);
    expect(waiting.refused.map(({ bound }) => bound)).toEqual(['pages']);

    const deep = frontier({ depthMax: 2 });
    let depth = 0;
    for (let at = deep.next(); at !== null; at = deep.next())
      deep.add(at, found({ lists: [linkTo(`/${++depth}/`)], entriesKey: String(depth) }));
    expect(depth).toBe(3);
    expect(deep.refused.map(({ bound }) => bound)).toEqual(['depth']);
  });

  it('counts where a redirect leads as seen', () => {
    const waiting = frontier();
    const seed = waiting.next()!;
    waiting.add(seed, found({ reports: [linkTo('/old'), linkTo('/new')] }));
    const old = waiting.next()!;
    expect(waiting.settle(old, `${HOST}/new`)).toBe(false);
    expect(waiting.settle(old, `${HOST}/newer`)).toBe(true);
    expect(waiting.settle(old, `${HOST}/old#top`)).toBe(true);
  });
});
