import type { HeaderLookups } from '../model/header-lookups.js';
import { missingField } from '../model/missing-field.js';
import type { Contact, Field } from '../model/report-record.js';
import { fieldAt, type HeaderText, tidyName } from './header-text.js';

/** A telephone number broken by a space between two runs of digits is one number; area code and number stay apart. */
function tidyValue(kind: keyof Contact, raw: string, words: HeaderLookups['words']): string {
  const tidy = tidyName(raw, words);
  if (kind !== 'phone' && kind !== 'fax') return tidy;
  return tidy.replace(/(\d{3,}) (\d{1,5})$/, (whole, head: string, tail: string) =>
    head.length + tail.length <= 8 && head.length > 4 ? head + tail : whole,
  );
}

/** How far around a value the words of a site's footer are looked for. */
const FOOTER_REACH = 150;

function findOne(
  header: HeaderText,
  kind: keyof Contact,
  words: HeaderLookups['words'],
  from: number,
): Field<string> {
  // What the report says of itself comes after its title; the header and the footer of a site are not its words.
  const foreign = ({ index }: RegExpExecArray) =>
    index < from ||
    words.footer.test(header.text.slice(Math.max(from, index - FOOTER_REACH), index + FOOTER_REACH));
  const hits = words.contact[kind].flatMap((pattern) => [...header.text.matchAll(pattern)]);
  const match = hits.find((hit) => !foreign(hit)) ?? hits[0];
  const value = match?.[1];
  if (!match || value === undefined) return missingField();
  const start = match.index + match[0].lastIndexOf(value);
  const field = fieldAt(header, start, start + value.length, '', {
    confidence: foreign(match) ? 'suspect' : 'read',
    flags: foreign(match) ? ['outside-report'] : [],
  });
  return { ...field, value: tidyValue(kind, field.raw ?? '', words) };
}

/**
 * Address, postcode, telephone, fax, e-mail and site as printed, trimmed: dashes and full-width signs stay.
 * What only the header or the footer of a site says is `suspect`, with the flag `outside-report`.
 *
 * @param from offset in `header.text` of the title
 */
export function findContact(header: HeaderText, lookups: Pick<HeaderLookups, 'words'>, from = 0): Contact {
  const find = (kind: keyof Contact) => findOne(header, kind, lookups.words, from);
  return {
    address: find('address'),
    postcode: find('postcode'),
    phone: find('phone'),
    fax: find('fax'),
    email: find('email'),
    website: find('website'),
  };
}
