import type { DivisionEntry } from '../model/division-entry.js';
import type { HeaderLookups } from '../model/header-lookups.js';

/** The divisions that a name starts with, outermost first, and what is left of the name behind them. */
export interface PlacedName {
  places: { name: string; entries: readonly DivisionEntry[] }[];
  rest: string;
}

/** 亳州市谯城区教育局 -> 亳州市, 谯城区 and 教育局. Full names only. */
export function splitPlaces(name: string, divisions: HeaderLookups['divisions']): PlacedName {
  const places: PlacedName['places'] = [];
  let at = 0;
  for (;;) {
    let length = Math.min(divisions.nameLengthMax, name.length - at);
    while (length >= 2 && !divisions.byName.has(name.slice(at, at + length))) length -= 1;
    if (length < 2) return { places, rest: name.slice(at) };
    const place = name.slice(at, at + length);
    places.push({ name: place, entries: divisions.byName.get(place)! });
    at += length;
  }
}

/** Are all characters of the shorter text in the longer one, in order? 发改局 in 发展和改革局. */
function isAbbreviation(left: string, right: string): boolean {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  let at = 0;
  for (const character of long) if (character === short[at]) at += 1;
  return at === short.length;
}

function sharedCharacters(left: string, right: string): number {
  const characters = new Set(right);
  return [...new Set(left)].filter((character) => characters.has(character)).length;
}

function samePlace(left: PlacedName, right: PlacedName): boolean {
  const [a, b] = [left.places.at(-1), right.places.at(-1)];
  if (!a || !b || a.name === b.name) return true;
  const contains = (outer: string, inner: readonly DivisionEntry[]) =>
    inner.some((entry) => entry.path.includes(outer));
  return contains(a.name, b.entries) || contains(b.name, a.entries);
}

/** Two printed names of the reporting body: can they mean the same one? Government and its office count as the same. */
export function compareBodies(
  left: string,
  right: string,
  lookups: HeaderLookups,
): 'same' | 'place' | 'agency' {
  const a = splitPlaces(left, lookups.divisions);
  const b = splitPlaces(right, lookups.divisions);
  if (!samePlace(a, b)) return 'place';
  const core = (placed: PlacedName) => placed.rest.replace(lookups.words.issuer.generic, '');
  const [coreA, coreB] = [core(a), core(b)];
  if (coreA === '' || coreB === '' || isAbbreviation(coreA, coreB)) return 'same';
  // 财政 and 民政 share a sign. Of four and more a quarter may be misread, or stand in another order.
  const shorter = Math.min(new Set(coreA).size, new Set(coreB).size);
  const isNear = shorter >= 4 && sharedCharacters(coreA, coreB) * 4 >= shorter * 3;
  return isNear ? 'same' : 'agency';
}
