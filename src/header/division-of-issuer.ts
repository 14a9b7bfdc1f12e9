import type { Division, Field } from '../model/report-record.js';
import { findDivision } from './find-division.js';
import { findIssuerCandidates } from './find-issuer.js';
import type { HeaderPage } from './header-page.js';
import { firstCandidate, type HeaderRule } from './header-rule.js';

type PageOfBody = HeaderPage & { issuer: Field<string> };

/** In order of trust. */
export const bodyDivisionRules: readonly HeaderRule<Division, PageOfBody>[] = [
  { name: 'division-of-issuer', find: ofIssuer },
  { name: 'division-of-other-name', find: ofOtherName },
];

function* ofIssuer({ issuer, header, lookups }: PageOfBody): Generator<Division> {
  const division = findDivision(issuer.value!, header.text, lookups);
  if (division) yield issuer.confidence === 'suspect' ? { ...division, confidence: 'suspect' } : division;
}

/** Where the issuer's name has no place in it (市科委): that of another name of the same body, in doubt. */
function* ofOtherName(page: PageOfBody): Generator<Division> {
  const { issuer, header, lookups } = page;
  const { place, zone } = lookups.words.issuer;
  if (place.test(issuer.value!) || zone.test(issuer.value!)) return;
  for (const { strong, field } of findIssuerCandidates(page)) {
    const division = strong ? findDivision(field.value!, header.text, lookups) : null;
    if (division) yield { ...division, confidence: 'suspect' };
  }
}

/** The division of the issuer. */
export const divisionOfIssuer = (page: HeaderPage, issuer: Field<string>): Division | null =>
  issuer.value === null ? null : firstCandidate(bodyDivisionRules, { ...page, issuer });
