import { withRecognition } from '../evidence/with-recognition.js';
import type { HeaderLookups } from '../model/header-lookups.js';
import { type Issue, issue } from '../model/issue.js';
import type { ParsedDocument } from '../model/parsed-document.js';
import type { Contact, Division, Field } from '../model/report-record.js';
import type { Result } from '../model/result.js';
import { findContact } from './find-contact.js';
import { findDivision } from './find-division.js';
import { findIssuer, findIssuerCandidates } from './find-issuer.js';
import { findPeriod, type Period } from './find-period.js';
import { findPublishedOn } from './find-published-on.js';
import { bestTitle, findTitle, findTitleCandidates } from './find-title.js';
import { findYear } from './find-year.js';
import { type HeaderText, readHeaderText } from './header-text.js';

/** What a report says of itself outside its sections and tables. The fields are those of the record. */
export interface ReportHeader {
  title: Field<string>;
  issuer: Field<string>;
  year: Field<number>;
  period: Period;
  publishedOn: Field<string>;
  division: Division | null;
  contact: Contact;
}

/** The division of the issuer; where the title names none (市科委), that of another name of the same body, in doubt. */
function divisionOf(header: HeaderText, issuer: Field<string>, lookups: HeaderLookups): Division | null {
  if (issuer.value === null) return null;
  const own = findDivision(issuer.value, header.text, lookups);
  if (own) return issuer.confidence === 'suspect' ? { ...own, confidence: 'suspect' } : own;
  const unplaced =
    !lookups.words.issuer.place.test(issuer.value) && !lookups.words.issuer.zone.test(issuer.value);
  if (!unplaced) return null;
  for (const candidate of findIssuerCandidates(header, lookups)) {
    const division = candidate.strong ? findDivision(candidate.field.value!, header.text, lookups) : null;
    if (division) return { ...division, confidence: 'suspect' };
  }
  return null;
}

/** The header with each field as `change` makes it. A division whose issuer is in doubt is in doubt itself. */
export function mapHeader(header: ReportHeader, change: <T>(field: Field<T>) => Field<T>): ReportHeader {
  const { title, issuer, year, period, publishedOn, division, contact } = header;
  const own = change(issuer);
  const isDoubted = own.confidence === 'suspect';
  return {
    ...{ title: change(title), issuer: own, year: change(year), publishedOn: change(publishedOn) },
    period: { start: change(period.start), end: change(period.end) },
    division: division && isDoubted ? { ...division, confidence: 'suspect' } : division,
    contact: {
      ...{
        address: change(contact.address),
        postcode: change(contact.postcode),
        phone: change(contact.phone),
      },
      ...{ fax: change(contact.fax), email: change(contact.email), website: change(contact.website) },
    },
  };
}

function periodIssues(period: Period): Issue[] {
  const issues: Issue[] = [];
  for (const end of ['start', 'end'] as const) {
    const { raw, value, flags, at } = period[end];
    if (!flags.includes('date-repaired') && !flags.includes('rivals')) continue;
    issues.push(
      issue('date-damaged', `${raw} lost characters and is read as ${value ?? 'no single date'}.`, {
        path: `period.${end}`,
        ...(at ? { at } : {}),
      }),
    );
  }
  return issues;
}

/**
 * Title, issuer, year, period, publication, division and contact of one report.
 * Issues: `issuer-conflict`, `issuer-unknown-place`, `year-conflict`, `date-damaged`.
 */
export function findHeader(parsed: ParsedDocument, lookups: HeaderLookups): Result<ReportHeader> {
  const header = readHeaderText(parsed, lookups);
  const from = bestTitle(findTitleCandidates(header, lookups.words))?.start ?? 0;
  const title = findTitle(header, lookups);
  const issuer = findIssuer(header, lookups);
  const period = findPeriod(header, lookups);
  const publishedOn = findPublishedOn(header, lookups, from);
  const year = findYear(header, { title, period, publishedOn }, lookups);
  const value: ReportHeader = {
    title,
    issuer: issuer.value,
    year: year.value,
    period,
    publishedOn,
    division: divisionOf(header, issuer.value, lookups),
    contact: findContact(header, lookups, from),
  };
  return {
    value: mapHeader(value, (field) => withRecognition(field, parsed)),
    issues: [...issuer.issues, ...year.issues, ...periodIssues(period)],
  };
}
