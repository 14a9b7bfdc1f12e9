import type { HeaderLookups } from '../model/header-lookups.js';
import { splitPlaces } from './compare-bodies.js';

/** Official names that differ from this one in a single character; empty when the name is known or is no division's. */
export function misreadPlace(
  name: string,
  lookups: HeaderLookups,
): { printed: string; near: string[] } | null {
  const { divisions, words } = lookups;
  const { places, rest } = splitPlaces(name, divisions);
  const printed = words.issuer.place.exec(rest)?.[1];
  if (printed === undefined || printed.length < 3 || words.issuer.zone.test(printed)) return null;
  const stem = printed.replace(words.issuer.divisionEnding, '');
  // A known stem with another ending is a division that has changed its rank since.
  if (divisions.byStem.has(stem)) return null;
  const differs = (other: string) => [...other].filter((character, at) => character !== printed[at]).length;
  // Characters of one radical stand together in Unicode: 沐 and 沭 are neighbours.
  const far = (other: string) =>
    [...other].reduce(
      (sum, character, at) => sum + Math.abs(character.charCodeAt(0) - printed.charCodeAt(at)),
      0,
    );
  // Behind a known place only its own parts can be meant: 徐州市沐阳县.
  const outer = places.at(-1)?.name;
  const inside = (other: string) =>
    outer === undefined || divisions.byName.get(other)!.some((entry) => entry.path.includes(outer));
  const near = [...divisions.byName.keys()]
    .filter(
      (other) =>
        other.length === printed.length &&
        other.at(-1) === printed.at(-1) &&
        differs(other) === 1 &&
        inside(other),
    )
    .sort((left, right) => far(left) - far(right));
  return near.length > 0 ? { printed, near } : null;
}
