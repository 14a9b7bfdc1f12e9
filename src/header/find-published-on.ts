import type { HeaderLookups } from '../model/header-lookups.js';
import { missingField } from '../model/missing-field.js';
import type { Field } from '../model/report-record.js';
import { parseDate } from '../words/parse-date.js';
import { dateField } from './find-period.js';
import { findSignatures } from './find-signatures.js';
import { fieldOfMetadata, type HeaderText } from './header-text.js';

function labelled(header: HeaderText, lookups: Pick<HeaderLookups, 'words'>): Field<string> | null {
  const labels = [...lookups.words.published.labels].sort((left, right) => left.rank - right.rank);
  for (const { pattern } of labels) {
    for (const match of header.text.matchAll(pattern)) {
      const text = match[1]!;
      const start = match.index + match[0].lastIndexOf(text);
      const field = dateField(header, start, start + text.length);
      if (field?.value) return field;
    }
  }
  return null;
}

function stated(header: HeaderText, lookups: Pick<HeaderLookups, 'words'>): Field<string> | null {
  for (const name of lookups.words.published.metadata) {
    for (const entry of header.parsed.metadata) {
      const value = entry.name === name ? parseDate(entry.value)?.value : null;
      if (value) return fieldOfMetadata(entry.value, value);
    }
  }
  return null;
}

/**
 * The day of publication: from its label (发布时间, 公开日期, 日期), from the carrier's metadata, else the date of the
 * signature under the title or at the end. The date line of a site's header is none.
 *
 * @param from offset in `header.text` of the title; signatures stand behind it
 */
export function findPublishedOn(
  header: HeaderText,
  lookups: Pick<HeaderLookups, 'words'>,
  from = 0,
): Field<string> {
  const known = labelled(header, lookups) ?? stated(header, lookups);
  if (known) return known;
  const signatures = findSignatures(header, lookups.words, from);
  const signed = signatures.filter((signature) => signature.name !== null).at(-1) ?? signatures.at(-1);
  return (signed && dateField(header, signed.date.start, signed.date.end)) ?? missingField();
}
