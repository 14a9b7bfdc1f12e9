import { splitPlaces } from '../header/compare-bodies.js';
import type { BodyWording } from '../model/body-wording.js';
import type { HeaderLookups } from '../model/header-lookups.js';
import type { ReportRecord } from '../model/report-record.js';
import type { LeftOutReport } from '../model/year-finding.js';
import { foldText } from '../words/fold-text.js';

export type IssuerLookups = HeaderLookups & { bodyNames: readonly BodyWording[] };

/** `key` is the same for two records exactly if they are held to be one body's. */
type IssuerIdentity =
  | { key: string; name: string }
  | { leftOut: Extract<LeftOutReport['reason'], `${string}issuer${string}`> };

/**
 * The body that reports, so that reports of different years can be put together. Rather apart than wrongly together: reports of
 * two bodies compared would be false alarms.
 *
 *     安徽省亳州市谯城区教育局, 亳州市谯城区教育局, 谯城区教育局    one: 341602 and what follows the place
 *     谯城区政府, 谯城区人民政府                                  one
 *     谯城区人民政府办公室, 谯城区                               two others
 *     鼓楼区教育局 if the report does not name the city           left out: issuer-ambiguous
 *     a name whose place no list holds                          by the whole name
 */
export function identifyIssuer(
  { issuer, division, issues }: Pick<ReportRecord, 'issuer' | 'division' | 'issues'>,
  { words, divisions, bodyNames }: IssuerLookups,
): IssuerIdentity {
  if (issuer.value === null) return { leftOut: 'no-issuer' };
  // A place that no list holds is odd, but the same odd name in two years is one body.
  const isOnlyUnknown = issuer.flags.includes('issuer-unknown-place');
  const isContradicted = issues.some(({ code }) => code === 'issuer-conflict');
  if (isContradicted || (issuer.confidence === 'suspect' && !isOnlyUnknown))
    return { leftOut: 'issuer-doubtful' };

  const name = foldText(issuer.value, words.characterFolds, words.noise).text;
  const prefix = words.issuer.prefix.exec(name)?.[0] ?? '';
  const { places, rest } = splitPlaces(name.slice(prefix.length), divisions);
  const last = places.at(-1);
  const body = bodyName(rest, bodyNames);
  const printed = { name: issuer.value };
  if (!last) {
    return words.issuer.placeless.test(name) ? { leftOut: 'issuer-ambiguous' } : { key: name, ...printed };
  }
  if (division && division.confidence !== 'suspect' && division.name === last.name)
    return { key: `${division.code} ${prefix}${last.name}${body}`, ...printed };
  const outer = places.slice(0, -1).map((place) => place.name);
  const meant = last.entries.filter(({ path }) => outer.every((place) => path.includes(place)));
  if (meant.length !== 1) return { leftOut: 'issuer-ambiguous' };
  return { key: `${prefix}${places.map((place) => place.name).join('')}${body}`, ...printed };
}

const bodyName = (rest: string, bodyNames: readonly BodyWording[]): string =>
  bodyNames.find(({ pattern }) => pattern.test(rest))?.as ?? rest;
