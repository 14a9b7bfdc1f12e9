import { type Issue, issue } from '../../model/issue.js';

/** Says that a document had more pages than were read. */
export function pageLimit(pages: number, read: number): Issue[] {
  if (pages <= read) return [];
  return [issue('page-limit', `Only the first ${read} of ${pages} pages were read.`)];
}
