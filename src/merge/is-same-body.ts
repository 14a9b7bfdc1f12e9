import { splitPlaces } from '../header/compare-bodies.js';
import type { BodyWording } from '../model/body-wording.js';
import type { HeaderLookups } from '../model/header-lookups.js';
import { foldText } from '../words/fold-text.js';

export type BodyLookups = HeaderLookups & { bodyNames: readonly BodyWording[] };

/**
 * Do two files print the same body's name? Stricter than a reader of one document may be: of two files nothing else says that
 * they belong together.
 *
 *     谯城区教育局, 亳州市谯城区教育局, 区教育局    same
 *     谯城区, 谯城区人民政府, 谯城区政府           same: a title often names the place alone
 *     谯城区人民政府, 谯城区人民政府办公室          others
 *     南京市鼓楼区教育局, 徐州市鼓楼区教育局        others
 */
export function isSameBody(left: string, right: string, lookups: BodyLookups): boolean {
  const [a, b] = [nameOf(left, lookups), nameOf(right, lookups)];
  if (a.prefix !== b.prefix) return false;
  // A name without its place is any place's body, but nothing else keeps two governments apart.
  if (a.places.length === 0 || b.places.length === 0)
    return a.whole === b.whole || (a.body !== GOVERNMENT && b.body !== GOVERNMENT && isTail(a, b));
  if (a.body !== b.body) return false;
  const [inner, outer] = a.places.length <= b.places.length ? [a.places, b.places] : [b.places, a.places];
  return inner.every((place, index) => place === outer[outer.length - inner.length + index]);
}

/** Is one name the end of the other? 县教育局 of 某县教育局. */
const isTail = (left: BodyName, right: BodyName): boolean => {
  const [short, long] = left.whole.length <= right.whole.length ? [left, right] : [right, left];
  return short.whole.length >= TAIL_MIN && short.places.length === 0 && long.whole.endsWith(short.whole);
};

/** 局 is the end of every name, 办公室 of many. */
const TAIL_MIN = 4;

interface BodyName {
  whole: string;
  prefix: string;
  places: string[];
  body: string;
}

/** What a name that is only a place means. */
const GOVERNMENT = '人民政府';

function nameOf(printed: string, { words, divisions, bodyNames }: BodyLookups): BodyName {
  const whole = foldText(printed, words.characterFolds, words.noise).text;
  const prefix = words.issuer.prefix.exec(whole)?.[0] ?? '';
  const { places, rest } = splitPlaces(whole.slice(prefix.length), divisions);
  const known = bodyNames.find(({ pattern }) => pattern.test(rest))?.as ?? rest;
  const body = known === '' && places.length > 0 ? GOVERNMENT : known;
  return { whole, prefix, places: places.map(({ name }) => name), body };
}
