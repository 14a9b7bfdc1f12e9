import { withRecognition } from '../evidence/with-recognition.js';
import type { HeaderLookups } from '../model/header-lookups.js';
import { type Issue, issue } from '../model/issue.js';
import type { ParsedDocument } from '../model/parsed-document.js';
import type { Contact, Division, Field } from '../model/report-record.js';
import type { Result } from '../model/result.js';
import { divisionOfIssuer } from './division-of-issuer.js';
import { findContact } from './find-contact.js';
import { findIssuer } from './find-issuer.js';
import { findPeriod, type Period } from './find-period.js';
import { findPublishedOn } from './find-published-on.js';
import { findTitle } from './find-title.js';
import { findYear } from './find-year.js';
import { readHeaderPage } from './header-page.js';
import { titleBesideName } from './title-beside-name.js';
import type { TitledText } from './title-candidates.js';

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
export function findHeader(
  parsed: ParsedDocument,
  lookups: HeaderLookups,
  titled?: TitledText,
): Result<ReportHeader> {
  const page = readHeaderPage(parsed, lookups, titled);
  const issuer = findIssuer(page);
  const found = findTitle(page);
  const title = found.value === null ? titleBesideName(page, issuer.value.value) : found;
  const period = findPeriod(page);
  const publishedOn = findPublishedOn(page);
  const year = findYear(page, { title, period, publishedOn });
  const value: ReportHeader = {
    title,
    issuer: issuer.value,
    year: year.value,
    period,
    publishedOn,
    division: divisionOfIssuer(page, issuer.value),
    contact: findContact(page),
  };
  return {
    value: mapHeader(value, (field) => withRecognition(field, parsed)),
    issues: [...issuer.issues, ...year.issues, ...periodIssues(period)],
  };
}
