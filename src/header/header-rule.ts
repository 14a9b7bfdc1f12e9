import { type Rule, rulesInForce } from '../model/rule.js';
import type { HeaderPage } from './header-page.js';

/** One way in which a page says a field. */
export interface HeaderRule<T, P = HeaderPage> extends Rule {
  /** What it sees on the page, the best first; nothing where it sees none. */
  find: (page: P) => Iterable<T>;
}

/** What the rules of a list see, in the order of the list. */
export function* candidatesOf<T, P extends Pick<HeaderPage, 'without'>>(
  rules: readonly HeaderRule<T, P>[],
  page: P,
): Generator<T> {
  for (const rule of rulesInForce(rules, page.without)) yield* rule.find(page);
}

/** What the first rule sees that sees something; later rules are not asked. */
export function firstCandidate<T, P extends Pick<HeaderPage, 'without'>>(
  rules: readonly HeaderRule<T, P>[],
  page: P,
): T | null {
  for (const candidate of candidatesOf(rules, page)) return candidate;
  return null;
}
