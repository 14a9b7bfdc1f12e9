import { type Issue, issue } from '../../../src/model/issue.js';
import type { RtfLeftOut } from './read-rtf.js';

/** Tells what of an RTF file is not in the text, or may not be as it was printed. */
export function leftOutIssues(leftOut: RtfLeftOut): Issue[] {
  const issues: Issue[] = [];
  const hidden = [
    leftOut.hidden > 0 ? 'hidden text' : '',
    leftOut.deleted > 0 ? 'text that tracked changes delete' : '',
    leftOut.unshown > 0 ? `text in ${leftOut.unshown} cells that are merged into others` : '',
  ].filter((part) => part !== '');
  if (hidden.length > 0) {
    issues.push(issue('hidden-content', `The document holds ${hidden.join(', ')}; it was left out.`));
  }
  if (leftOut.listNumbers > 0) {
    const message = 'The document numbers paragraphs automatically; those numbers are not in the text.';
    issues.push(issue('list-numbering', message));
  }
  if (leftOut.textBoxes > 0 || leftOut.formulas > 0 || leftOut.trailing) {
    const what =
      leftOut.textBoxes > 0 ? 'text boxes' : leftOut.formulas > 0 ? 'formulas' : 'text behind its end';
    issues.push(issue('content-not-read', `The document holds ${what} that could not be read.`));
  }
  if (leftOut.brokenRows > 0) {
    const message = `${leftOut.brokenRows} rows have other cells than they define, or edges that contradict each other; the columns of their tables are counted from the left.`;
    issues.push(issue('rtf-broken-rows', message));
  }
  if (leftOut.otherCodePage) {
    const message = 'The bytes of the text read as Chinese in another code page than the document names.';
    issues.push(issue('charset-disagrees', message));
  }
  if (leftOut.lostCharacters > 0) {
    const message = `${leftOut.lostCharacters} characters could not be decoded.`;
    issues.push(issue('charset-damaged', message, { severity: 'warning' }));
  }
  return issues;
}
