import type { DivisionEntry } from '../model/division-entry.js';
import type { HeaderLookups } from '../model/header-lookups.js';
import type { Division } from '../model/report-record.js';
import { type Rule, rulesInForce } from '../model/rule.js';
import { type PlacedName, splitPlaces } from './compare-bodies.js';
import { firstCandidate, type HeaderRule } from './header-rule.js';

interface NamedPlace {
  placed: PlacedName;
  /** Divisions that the last place of the name can mean. */
  entries: readonly DivisionEntry[];
  /** Names of the places before it. */
  outer: readonly string[];
  /** Other text of the report. */
  context: string;
  lookups: HeaderLookups;
  without: HeaderLookups['without'];
}

interface PlacedBody {
  entry: DivisionEntry;
  isSure: boolean;
}

/** In order of trust. */
const placeRules: readonly HeaderRule<PlacedBody, NamedPlace>[] = [
  { name: 'division-inside-outer-place', find: insideOuterPlace },
  { name: 'division-only-of-its-name', find: onlyOfItsName },
  { name: 'division-by-parents-in-text', find: byParentsInText },
];

/** What keeps a place from being the division of the body: not at all, or not surely. */
const divisionDoubts: readonly (Rule & {
  doubt: (body: PlacedBody, place: NamedPlace) => PlacedBody | null;
})[] = [
  { name: 'division-of-zone', doubt: ofZone },
  { name: 'division-of-unknown-county', doubt: ofUnknownCounty },
];

export const divisionRules: readonly Rule[] = [...placeRules, ...divisionDoubts];

/** Where outer places stand before it, only their parts qualify: 南京市鼓楼区. */
function* insideOuterPlace({ entries, outer }: NamedPlace): Generator<PlacedBody> {
  if (outer.length === 0) return;
  const inside = entries.filter((entry) => outer.every((name) => entry.path.includes(name)));
  if (inside.length === 1) yield { entry: inside[0]!, isSure: true };
}

/** Doubtful where another place stands before it, which does not hold it. */
function* onlyOfItsName({ entries, outer }: NamedPlace): Generator<PlacedBody> {
  if (entries.length === 1) yield { entry: entries[0]!, isSure: outer.length === 0 };
}

/** How often the text names the parents of a division: a county of 南京市 in a text that says 南京市. */
function supportOf(entry: DivisionEntry, { outer, context }: NamedPlace): number {
  const parents = entry.path.slice(0, -1);
  if (parents.some((parent) => outer.includes(parent))) return 100;
  return parents.reduce((sum, parent) => sum + context.split(parent).length - 1, 0);
}

/** The homonym whose parents the text names most. Named parents of several homonyms: a doubt. */
function* byParentsInText(place: NamedPlace): Generator<PlacedBody> {
  const [first, second] = place.entries
    .map((entry) => ({ entry, support: supportOf(entry, place) }))
    .sort((left, right) => right.support - left.support);
  if (!first || first.support === 0 || first.support === second?.support) return;
  yield { entry: first.entry, isSure: second?.support === 0 };
}

const isProvinceOrCity = (entry: DivisionEntry) => entry.code.endsWith('00');

/** A functional zone (某综合实验区) has no code of its own: none under a city or province, its county in doubt. */
function ofZone(body: PlacedBody, { placed, lookups }: NamedPlace): PlacedBody | null {
  const isZone =
    lookups.words.issuer.zone.test(placed.rest.slice(0, 14)) && !/局|厅|中心/.test(placed.rest.slice(0, 4));
  if (!isZone) return body;
  return isProvinceOrCity(body.entry) ? null : { ...body, isSure: false };
}

/** 某市某县 with an unknown county: the city would be wrong. */
function ofUnknownCounty(body: PlacedBody, { placed, lookups }: NamedPlace): PlacedBody | null {
  const deeper = lookups.words.issuer.place.exec(placed.rest)?.[1] ?? '';
  const isCounty = deeper.length >= 3 && deeper.length <= 5 && /[县旗区]$/.test(deeper);
  return isCounty && isProvinceOrCity(body.entry) ? null : body;
}

/**
 * The division of GB/T 2260 that a body belongs to, by its name and, for names that several divisions share, by the
 * parents that the text names. Null where the name holds no division or stays ambiguous.
 *
 * @param issuer the body's name as printed, without white space
 * @param context other text of the report: names, address, opening
 */
export function findDivision(issuer: string, context: string, lookups: HeaderLookups): Division | null {
  const { divisions, words, without } = lookups;
  const placed = splitPlaces(issuer.replace(words.issuer.prefix, ''), divisions);
  const last = placed.places.at(-1);
  if (!last) return null;
  const outer = placed.places.slice(0, -1).map(({ name }) => name);
  const place = { placed, entries: last.entries, outer, context, lookups, without };
  let body = firstCandidate(placeRules, place);
  for (const { doubt } of rulesInForce(divisionDoubts, without)) body = body && doubt(body, place);
  if (!body) return null;
  const { code, name, path } = body.entry;
  return { code, name, path: [...path], confidence: body.isSure ? 'read' : 'suspect' };
}
