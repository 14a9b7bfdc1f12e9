import type { LinkWords } from '../model/platform.js';
import { foldName } from './fold-name.js';
import type { LinkCollector } from './link-collector.js';
import type { Anchor } from './read-anchors.js';

/** Two addresses of one list differ in a number only: `index.html` and `index_2.html`, `?page=1` and `?page=2`, `list` and `list?p=2`. */
function stemOf(url: string): string {
  const { host, pathname } = new URL(url);
  return host + pathname.replace(/(?:index)?[-_]?\d*(?:\.\w{2,5})?$/u, '');
}

/** Links to further pages of the same list, by their names: 下一页, 2, 3, 尾页. */
export function findNextPages(
  anchors: readonly Anchor[],
  links: LinkCollector,
  pageUrl: string,
  words: LinkWords,
): { url: string; evidence: string }[] {
  return anchors.flatMap((anchor) => {
    const name = foldName(anchor.text);
    const isNamed = words.nextPage.test(name);
    const isNumber = /^\[?\d{1,4}\]?$/u.test(name);
    if (!isNamed && !isNumber) return [];
    const url = links.resolve(anchor.href);
    // 下一页 of a gallery, or a number that is no page: another folder is another list.
    if (url === null || stemOf(url) !== stemOf(pageUrl)) return [];
    return [{ url, evidence: isNamed ? 'names-next-page' : 'page-number' }];
  });
}
