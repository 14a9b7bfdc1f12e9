import type { PagingRule } from '../model/platform.js';
import type { PostBody } from '../model/post-address.js';

/** The pages that a rule found on a page. */
interface PagingFound {
  rule: string;
  /** The rule knew the list by its name. */
  isNamed: boolean;
  /** Absolute addresses, not yet normalised; the page at hand may be among them. */
  addresses: { url: string; page: number; post: PostBody | null }[];
  /** As the page says; null if it doesn't. */
  pageCount: number | null;
  itemCount: number | null;
}

const decodeEntities = (text: string): string => text.replace(/&amp;/gu, '&');

const fill = (
  template: string,
  values: Readonly<Record<string, string>>,
  written = (value: string): string => value,
): string => template.replace(/\{(\w+)\}/gu, (_, name: string) => written(values[name] ?? ''));

/** A value as it is written into a body: no group of a page can add a parameter of its own. */
const WRITTEN: Readonly<Record<PostBody['type'], (value: string) => string>> = {
  form: encodeURIComponent,
  json: (value) => JSON.stringify(value).slice(1, -1),
};

/** Sets query parameters and leaves all others as they are written. */
export function withParams(url: string, params: Readonly<Record<string, string>>): string {
  const at = url.indexOf('?');
  const parts = (at < 0 ? '' : url.slice(at + 1)).split('&').filter((part) => part !== '');
  for (const [name, value] of Object.entries(params)) {
    const own = parts.findIndex((part) => part.split('=', 1)[0] === name);
    const written = `${name}=${encodeURIComponent(value)}`;
    if (own < 0) parts.push(written);
    else parts[own] = written;
  }
  return parts.length === 0 ? url : `${at < 0 ? url : url.slice(0, at)}?${parts.join('&')}`;
}

const countOf = (text: string | undefined): number | null =>
  text !== undefined && /^\d{1,7}$/u.test(text) ? Number(text) : null;

/** Lists that one page may name by `each`. */
const LISTS_MAX = 50;

const readGroups = (match: RegExpMatchArray, groups: Record<string, string>): void => {
  for (const [name, value] of Object.entries(match.groups ?? {}))
    if (value !== undefined) groups[name] = decodeEntities(value);
};

/** What the patterns of a rule say, one set for each list; empty if they are not all on the page. */
function findGroups(rule: PagingRule, source: string): Record<string, string>[] {
  const shared: Record<string, string> = { ...rule.defaults };
  for (const pattern of rule.patterns) {
    const match = pattern.exec(source);
    if (match === null) return [];
    readGroups(match, shared);
  }
  if (rule.each === undefined) return [shared];
  return [...source.matchAll(rule.each)].slice(0, LISTS_MAX).map((match) => {
    const groups = { ...shared };
    readGroups(match, groups);
    return groups;
  });
}

/** The lists that a rule finds on a page. At most `pagesMax` pages of each are named, whatever the page claims. */
export function expandPaging(
  rule: PagingRule,
  source: string,
  pageUrl: string,
  pagesMax: number,
): PagingFound[] {
  return findGroups(rule, source).map((groups) => expandGroups(rule, groups, pageUrl, pagesMax));
}

function expandGroups(
  rule: PagingRule,
  groups: Readonly<Record<string, string>>,
  pageUrl: string,
  pagesMax: number,
): PagingFound {
  const itemCount = countOf(groups.items);
  const size = countOf(groups.size);
  const pageCount =
    countOf(groups.pages) ??
    (itemCount !== null && size !== null && size > 0 ? Math.ceil(itemCount / size) : null);
  const addresses: PagingFound['addresses'] = [];
  const last = pageCount === null ? 1 : Math.min(pageCount, pagesMax);
  for (let page: number = rule.startsAt; page <= last; page++) {
    const values = {
      ...groups,
      page: String(page - 1 + rule.firstNumber),
      from: String((page - 1) * (size ?? 0) + 1),
      to: String(Math.min(page * (size ?? 0), itemCount ?? Number.MAX_SAFE_INTEGER)),
    };
    const address = fill(rule.base, values);
    if (!URL.canParse(address, pageUrl)) continue;
    const params = Object.fromEntries(
      Object.entries(rule.params ?? {}).map(([name, value]) => [fill(name, values), fill(value, values)]),
    );
    const post = rule.post && { ...rule.post, text: fill(rule.post.text, values, WRITTEN[rule.post.type]) };
    addresses.push({ url: withParams(new URL(address, pageUrl).href, params), page, post: post ?? null });
  }
  return { rule: rule.name, isNamed: rule.each !== undefined, addresses, pageCount, itemCount };
}
