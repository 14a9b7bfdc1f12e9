import type { Divisions } from '../model/header-lookups.js';
import { type Issue, issue } from '../model/issue.js';
import type { KeyScheme, KeyWords } from '../model/key-words.js';
import type { Key } from '../model/report-record.js';
import type { Result } from '../model/result.js';
import type { Rule } from '../model/rule.js';
import { isCreditCode, isOrganisationCode } from '../words/code-checks.js';
import { onceEach } from '../words/once-each.js';
import type { HeaderPage } from './header-page.js';
import { candidatesOf, type HeaderRule } from './header-rule.js';
import { printedAt } from './header-text.js';

type KeyPage = HeaderPage & { keyWords: KeyWords; uri: string };

interface KeyCandidate {
  key: Key;
  /** A label names its scheme. */
  isLabelled: boolean;
}

const keyPlaces: readonly HeaderRule<KeyCandidate, KeyPage>[] = [
  { name: 'key-behind-label', find: (page) => inText(page, 'labelled') },
  { name: 'key-in-index-number', find: (page) => inText(page, 'index') },
  { name: 'key-in-metadata', find: inMetadata },
  { name: 'key-in-address', find: inAddress },
];

export const keyRules: readonly Rule[] = keyPlaces;

const KEYS_MAX = 20;
/** Words of a footer this near before a code make it the host's. */
const FOOTER_REACH = 60;

const keyOf = (scheme: KeyScheme, printed: string, at: Key['at'], isHosts: boolean): Key => ({
  ...{ scheme, value: printed.replace('-', '') },
  identifies: scheme === 'site-id' || isHosts ? 'host' : 'body',
  at,
});

function* inText(
  { header, keyWords, lookups }: KeyPage,
  place: 'labelled' | 'index',
): Generator<KeyCandidate> {
  for (const { scheme, pattern } of keyWords[place]) {
    for (const match of header.text.matchAll(pattern)) {
      const start = match.index + match[0].lastIndexOf(match[1]!);
      const { at } = printedAt(header, start, start + match[1]!.length);
      const before = header.text.slice(Math.max(0, match.index - FOOTER_REACH), match.index);
      const isHosts = place === 'labelled' && lookups.words.footer.test(before);
      yield { key: keyOf(scheme, match[1]!, at, isHosts), isLabelled: place === 'labelled' };
    }
  }
}

function* inMetadata({ header, keyWords }: KeyPage): Generator<KeyCandidate> {
  for (const { name, value } of header.parsed.metadata) {
    const scheme = keyWords.metadata.find((each) => each.name.test(name))?.scheme;
    if (scheme) yield { key: keyOf(scheme, value.trim(), null, false), isLabelled: true };
    if (/^indexnumber$|^索引号$/iu.test(name))
      for (const each of keyWords.index)
        for (const match of `索引号:${value.trim()}`.matchAll(each.pattern))
          yield { key: keyOf(each.scheme, match[1]!, null, false), isLabelled: false };
  }
}

/** The address of the document, as it was fetched or as it says itself, names the body whose folder it lies in. */
function* inAddress({ header, keyWords, uri }: KeyPage): Generator<KeyCandidate> {
  const addresses = [uri, ...header.parsed.metadata.map(({ value }) => value)];
  for (const address of addresses.filter((each) => /^https?:/u.test(each)))
    for (const { scheme, pattern } of keyWords.address)
      for (const match of address.matchAll(pattern))
        yield { key: keyOf(scheme, match[1]!, null, false), isLabelled: false };
}

const codesOf = onceEach(({ entries }: Divisions) => new Set(entries.map(({ code }) => code)));

/** A site's code begins with the division of its office. */
function isSiteId(code: string, { lookups: { divisions } }: HeaderPage): boolean {
  if (!/^\d{10}$/u.test(code)) return false;
  const known = codesOf(divisions);
  return [code.slice(0, 6), `${code.slice(0, 4)}00`].some((division) => known.has(division));
}

const holds = ({ scheme, value }: Key, page: KeyPage): boolean =>
  scheme === 'uscc'
    ? isCreditCode(value)
    : scheme === 'org-code'
      ? isOrganisationCode(value)
      : isSiteId(value, page);

/**
 * Codes of the body and of its host whose check holds, each once. Issue: `key-invalid`, where a label names the scheme and the
 * check does not hold.
 */
export function findKeys(page: KeyPage): Result<Key[]> {
  const value: Key[] = [];
  const issues: Issue[] = [];
  const seen = new Set<string>();
  for (const { key, isLabelled } of candidatesOf(keyPlaces, page)) {
    const id = `${key.scheme} ${key.value}`;
    if (seen.has(id) || seen.size >= KEYS_MAX) continue;
    seen.add(id);
    if (holds(key, page)) value.push(key);
    else if (isLabelled)
      issues.push(
        issue('key-invalid', `${key.value} is no ${key.scheme}: its check does not hold.`, {
          path: 'keys',
          ...(key.at ? { at: key.at } : {}),
        }),
      );
  }
  return { value, issues };
}
