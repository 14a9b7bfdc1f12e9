import { createHash } from 'node:crypto';
import type { PageNoteCode } from '../model/codes/page-notes.js';
import type { FetchedPage, PageNote } from '../model/discovery.js';
import type { SiteKnowledge } from '../model/platform.js';
import { createLinkCollector, type LinkCollector } from './link-collector.js';

/** What the readers of each shape are handed. */
export interface Task {
  page: FetchedPage;
  knowledge: SiteKnowledge;
  /** Decoded text of the page. */
  text: string;
  hosts: ReadonlySet<string>;
  pagesMax: number;
  /** The pages of this list are counted under this key. */
  listKey: string;
  issues: PageNote[];
}

/** Says something about the page, as an issue. */
export const note = (issues: PageNote[], code: PageNoteCode, message: string): void => {
  issues.push({ code, severity: 'warning', message });
};

/** Links of a page, as `Discovery` lists them. */
export const collect = (task: Task, base: string, isInColumn: boolean): LinkCollector =>
  createLinkCollector({
    pageUrl: task.page.url,
    base,
    noise: task.knowledge.addresses,
    hosts: task.hosts,
    isInColumn,
  });

/** The addresses of a page's entries as one short text. */
export const entriesKeyOf = (addresses: readonly string[]): string =>
  createHash('sha256').update(addresses.join('\n')).digest('hex').slice(0, 16);
