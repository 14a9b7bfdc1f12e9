import type { HeaderLookups } from '../model/header-lookups.js';
import { missingField } from '../model/missing-field.js';
import type { Contact, Field } from '../model/report-record.js';
import { type Rule, rulesInForce } from '../model/rule.js';
import type { HeaderPage } from './header-page.js';
import { fieldAt, tidyName } from './header-text.js';

interface ContactRule extends Rule {
  kind: keyof Contact;
  /** The printed text as a value. */
  tidy: (raw: string, words: HeaderLookups['words']) => string;
}

/** The patterns of each field are data. */
const contactFieldRules: readonly ContactRule[] = [
  { name: 'contact-address', kind: 'address', tidy: tidyName },
  { name: 'contact-postcode', kind: 'postcode', tidy: tidyName },
  { name: 'contact-phone', kind: 'phone', tidy: tidyNumber },
  { name: 'contact-fax', kind: 'fax', tidy: tidyNumber },
  { name: 'contact-email', kind: 'email', tidy: tidyName },
  { name: 'contact-website', kind: 'website', tidy: tidyName },
];

/** What makes a value the site's rather than the report's. */
const foreignRules: readonly (Rule & { isForeign: (page: HeaderPage, index: number) => boolean })[] = [
  { name: 'contact-before-title', isForeign: ({ from }, index) => index < from },
  { name: 'contact-in-footer', isForeign: isInFooter },
];

export const contactRules: readonly Rule[] = [...contactFieldRules, ...foreignRules];

/** A telephone number broken by a space between two runs of digits is one number; area code and number stay apart. */
function tidyNumber(raw: string, words: HeaderLookups['words']): string {
  return tidyName(raw, words).replace(/(\d{3,}) (\d{1,5})$/, (whole, head: string, tail: string) =>
    head.length + tail.length <= 8 && head.length > 4 ? head + tail : whole,
  );
}

/** How far around a value the words of a site's footer are looked for. */
const FOOTER_REACH = 150;

function isInFooter({ header, lookups, from }: HeaderPage, index: number): boolean {
  const around = header.text.slice(Math.max(from, index - FOOTER_REACH), index + FOOTER_REACH);
  return lookups.words.footer.test(around);
}

function findOne(page: HeaderPage, { kind, tidy }: ContactRule): Field<string> {
  const { header, lookups, without } = page;
  const rules = rulesInForce(foreignRules, without);
  const isForeign = ({ index }: RegExpExecArray) => rules.some((rule) => rule.isForeign(page, index));
  const hits = lookups.words.contact[kind].flatMap((pattern) => [...header.text.matchAll(pattern)]);
  const own = hits.find((hit) => !isForeign(hit));
  const match = own ?? hits[0];
  const value = match?.[1];
  if (!match || value === undefined) return missingField();
  const start = match.index + match[0].lastIndexOf(value);
  const field = fieldAt(header, start, start + value.length, '', {
    confidence: own ? 'read' : 'suspect',
    flags: own ? [] : ['outside-report'],
  });
  return { ...field, value: tidy(field.raw ?? '', lookups.words) };
}

/**
 * Address, postcode, telephone, fax, e-mail and site as printed, trimmed: dashes and full-width signs stay.
 * What only the header or the footer of a site says is `suspect`, with the flag `outside-report`.
 */
export function findContact(page: HeaderPage): Contact {
  const rules = rulesInForce(contactFieldRules, page.without);
  const find = (kind: keyof Contact): Field<string> => {
    const rule = rules.find((each) => each.kind === kind);
    return rule ? findOne(page, rule) : missingField();
  };
  return {
    address: find('address'),
    postcode: find('postcode'),
    phone: find('phone'),
    fax: find('fax'),
    email: find('email'),
    website: find('website'),
  };
}
