import type { DivisionEntry } from '../model/division-entry.js';
import type { HeaderLookups } from '../model/header-lookups.js';
import type { Division } from '../model/report-record.js';
import { type PlacedName, splitPlaces } from './compare-bodies.js';

const isProvinceOrCity = (entry: DivisionEntry) => entry.code.endsWith('00');

/** How often the text names the parents of a division: a county of 南京市 in a text that says 南京市. */
function supportOf(entry: DivisionEntry, named: readonly string[], context: string): number {
  const parents = entry.path.slice(0, -1);
  if (parents.some((parent) => named.includes(parent))) return 100;
  return parents.reduce((sum, parent) => sum + context.split(parent).length - 1, 0);
}

/** The one division that the last place of a name can mean, or null where several remain. */
function choose(placed: PlacedName, context: string): { entry: DivisionEntry; sure: boolean } | null {
  const last = placed.places.at(-1);
  if (!last) return null;
  const named = placed.places.slice(0, -1).map((place) => place.name);
  // Where outer places stand before it, only their parts qualify: 南京市鼓楼区.
  const inside = last.entries.filter((entry) => named.every((name) => entry.path.includes(name)));
  const entries = named.length > 0 && inside.length > 0 ? inside : last.entries;
  if (entries.length === 1) return { entry: entries[0]!, sure: named.length === 0 || inside.length > 0 };
  const ranked = entries
    .map((entry) => ({ entry, support: supportOf(entry, named, context) }))
    .sort((left, right) => right.support - left.support);
  const [first, second] = ranked;
  if (!first || first.support === 0 || first.support === second?.support) return null;
  // Named parents of several homonyms: a doubt.
  return { entry: first.entry, sure: second?.support === 0 };
}

/**
 * The division of GB/T 2260 that a body belongs to, by its name and, for names that several divisions share, by the
 * parents that the text names. Null where the name holds no division or stays ambiguous; a functional zone
 * (某综合实验区) has no code of its own: null under a city or province, its county as `suspect`.
 *
 * @param issuer the body's name as printed, without white space
 * @param context other text of the report: names, address, opening
 */
export function findDivision(issuer: string, context: string, lookups: HeaderLookups): Division | null {
  const { divisions, words } = lookups;
  const placed = splitPlaces(issuer.replace(words.issuer.prefix, ''), divisions);
  const chosen = choose(placed, context);
  if (!chosen) return null;
  const { entry, sure } = chosen;
  const deeper = words.issuer.place.exec(placed.rest)?.[1] ?? '';
  const zoned =
    words.issuer.zone.test(placed.rest.slice(0, 14)) && !/局|厅|中心/.test(placed.rest.slice(0, 4));
  // 某市某县 with an unknown county: the city would be wrong.
  const unknownCounty = deeper.length >= 3 && deeper.length <= 5 && /[县旗区]$/.test(deeper);
  if (isProvinceOrCity(entry) && (zoned || unknownCounty)) return null;
  return {
    code: entry.code,
    name: entry.name,
    path: [...entry.path],
    confidence: sure && !zoned ? 'read' : 'suspect',
  };
}
