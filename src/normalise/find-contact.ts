import type { HeaderLookups } from '../model/header-lookups.js';
import { type Contact, type Field, missingField } from '../model/report-record.js';
import { fieldAt, type HeaderText, tidyName } from './header-text.js';

/** A telephone number broken by a space between two runs of digits is one number; area code and number stay apart. */
function tidyValue(kind: keyof Contact, raw: string): string {
  const tidy = tidyName(raw);
  if (kind !== 'phone' && kind !== 'fax') return tidy;
  return tidy.replace(/(\d{3,}) (\d{1,5})$/, (whole, head: string, tail: string) =>
    head.length + tail.length <= 8 && head.length > 4 ? head + tail : whole,
  );
}

function findOne(
  header: HeaderText,
  kind: keyof Contact,
  patterns: readonly RegExp[],
  from: number,
): Field<string> {
  for (const pattern of patterns) {
    // What the report says of itself comes after its title; the header of a site comes before.
    const hits = [...header.text.matchAll(pattern)];
    const match = hits.find((hit) => hit.index >= from) ?? hits[0];
    const value = match?.[1];
    if (!match || value === undefined) continue;
    const start = match.index + match[0].lastIndexOf(value);
    const field = fieldAt(header, start, start + value.length, '');
    return { ...field, value: tidyValue(kind, field.raw ?? '') };
  }
  return missingField();
}

/**
 * Address, postcode, telephone, fax, e-mail and site as printed, trimmed: dashes and full-width signs stay.
 *
 * @param from offset in `header.text` of the title; what stands behind it is preferred
 */
export function findContact(header: HeaderText, lookups: Pick<HeaderLookups, 'words'>, from = 0): Contact {
  const { contact } = lookups.words;
  const find = (kind: keyof Contact) => findOne(header, kind, contact[kind], from);
  return {
    address: find('address'),
    postcode: find('postcode'),
    phone: find('phone'),
    fax: find('fax'),
    email: find('email'),
    website: find('website'),
  };
}
