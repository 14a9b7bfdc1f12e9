import type { PayloadRule } from '../model/platform.js';
import { postAddress, postOf } from '../model/post-address.js';
import { withParams } from './expand-paging.js';
import { postParam, withPostParam } from './post-params.js';
import { findDate } from './read-anchors.js';

interface PayloadEntry {
  title: string;
  /** As written, relative to the answer. */
  address: string;
  date: string | null;
}

export interface PayloadFound {
  rule: string;
  entries: PayloadEntry[];
  total: number | null;
  /** Addresses of the other pages; the next one alone, where no total is given. */
  pages: string[];
  /** The question has the parameter that turns pages in the rule: the rule was written for such questions. */
  isNumbered: boolean;
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const ENTRIES_MAX = 5000;
const JSONP = /^[\s;]*[\w$.]{1,60}\s*\(([\s\S]*)\)[\s;]*$/u;

/** The value of a JSON or JSONP text; undefined if it is neither. */
export function parsePayload(text: string): Json | undefined {
  const trimmed = text.trim();
  const inner = /^[[{]/u.test(trimmed) ? trimmed : JSONP.exec(trimmed)?.[1];
  if (inner === undefined) return undefined;
  try {
    return JSON.parse(inner) as Json;
  } catch {
    // Not JSON after all: the caller reads it as something else.
    return undefined;
  }
}

const at = (value: Json | undefined, path: string): Json | undefined =>
  path === ''
    ? value
    : path.split('.').reduce<Json | undefined>((inner, key) => {
        if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return undefined;
        return Object.hasOwn(inner, key) ? inner[key] : undefined;
      }, value);

const textAt = (value: Json, paths: readonly string[]): string => {
  for (const path of paths) {
    const found = at(value, path);
    if (typeof found === 'string' && found.trim() !== '') return found.trim();
    if (typeof found === 'number') return String(found);
  }
  return '';
};

const withoutMarkup = (text: string): string => text.replace(/<[^<>]{0,200}>/gu, '');

function readEntry(value: Json, rule: PayloadRule): PayloadEntry | null {
  const template = rule.addressTemplate;
  const written = textAt(value, rule.address);
  const address =
    written === '' && template !== undefined
      ? template.replace(/\{([\w.]+)\}/gu, (_, key: string) => encodeURIComponent(textAt(value, [key])))
      : written;
  const title = withoutMarkup(textAt(value, rule.title));
  return address === '' || title === '' ? null : { title, address, date: findDate(textAt(value, rule.date)) };
}

/** Parameters of the question that an answer belongs to: of what was sent, else of the query. */
const numberParam = (asked: string, names: readonly string[]): { name: string; value: number } | null => {
  const post = postOf(asked);
  for (const name of names) {
    const value = post === null ? new URL(asked).searchParams.get(name) : postParam(post, name);
    if (value !== null && /^\d{1,6}$/u.test(value)) return { name, value: Number(value) };
  }
  return null;
};

/** Reads the answer of a list endpoint by one rule; null if its entries are not where the rule says. */
export function readPayload(
  value: Json,
  rule: PayloadRule,
  pageUrl: string,
  pagesMax: number,
): PayloadFound | null {
  const items = at(value, rule.items);
  if (!Array.isArray(items)) return null;
  const entries = items.slice(0, ENTRIES_MAX).flatMap((item) => readEntry(item, rule) ?? []);
  if (items.length > 0 && entries.length === 0) return null;
  const totalText = textAt(value, rule.total);
  const total = /^\d{1,7}$/u.test(totalText) ? Number(totalText) : null;
  const isNumbered = numberParam(pageUrl, rule.pageParam) !== null;
  const pages = pagesOf(rule, pageUrl, items.length, total, pagesMax);
  return { rule: rule.name, entries, total, pages, isNumbered };
}

function pagesOf(
  rule: PayloadRule,
  pageUrl: string,
  count: number,
  total: number | null,
  pagesMax: number,
): string[] {
  const own = numberParam(pageUrl, rule.pageParam);
  if (own === null) return [];
  const page = own.value - rule.firstNumber;
  const size = numberParam(pageUrl, rule.sizeParam)?.value ?? count;
  if (total === null || size === 0) {
    const next = own.value + 1;
    return count > 0 && page + 1 < pagesMax ? [withNumber(pageUrl, own.name, next)] : [];
  }
  const pages = Math.min(Math.ceil(total / size), pagesMax);
  return Array.from({ length: pages }, (_, index) => index)
    .filter((index) => index !== page)
    .map((index) => withNumber(pageUrl, own.name, index + rule.firstNumber));
}

/** The same question for another page. Numbers do not make a body too long. */
function withNumber(asked: string, name: string, value: number): string {
  const post = postOf(asked);
  return post === null
    ? withParams(new URL(asked).href, { [name]: String(value) })
    : (postAddress(asked, withPostParam(post, name, value)) ?? asked);
}
