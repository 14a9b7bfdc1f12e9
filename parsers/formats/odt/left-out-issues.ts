import { type Issue, issue } from '../../../src/model/issue.js';
import type { OdtLeftOut } from './read-content.js';

/** Tells what of an OpenDocument text is not in the parsed text. */
export function leftOutIssues(leftOut: OdtLeftOut): Issue[] {
  const issues: Issue[] = [];
  const hidden = [
    leftOut.hidden > 0 ? 'hidden text' : '',
    leftOut.deleted > 0 ? 'text that tracked changes delete' : '',
    leftOut.unshown > 0 ? `text in ${leftOut.unshown} cells that others cover` : '',
  ].filter((part) => part !== '');
  if (hidden.length > 0) {
    const message = `The document holds ${hidden.join(', ')}; it was left out.`;
    issues.push(issue('hidden-content', message));
  }
  if (leftOut.lists > 0) {
    const message = 'The document numbers paragraphs automatically; those numbers are not in the text.';
    issues.push(issue('list-numbering', message));
  }
  if (leftOut.textBoxes > 0 || leftOut.embedded > 0) {
    const message = 'The document holds text boxes or embedded documents that could not be read.';
    issues.push(issue('content-not-read', message));
  }
  return issues;
}
