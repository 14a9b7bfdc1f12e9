import type { Issue } from '../../../src/model/issue.js';
import type { RtfLeftOut } from './read-rtf.js';

/** Tells what of an RTF file is not in the text, or may not be as it was printed. */
export function leftOutIssues(leftOut: RtfLeftOut): Issue[] {
  const issues: Issue[] = [];
  const say = (code: string, severity: Issue['severity'], message: string) =>
    issues.push({ code, severity, message });
  const hidden = [
    leftOut.hidden > 0 ? 'hidden text' : '',
    leftOut.deleted > 0 ? 'text that tracked changes delete' : '',
    leftOut.unshown > 0 ? `text in ${leftOut.unshown} cells that are merged into others` : '',
  ].filter((part) => part !== '');
  if (hidden.length > 0) {
    say('hidden-content', 'warning', `The document holds ${hidden.join(', ')}; it was left out.`);
  }
  if (leftOut.listNumbers > 0) {
    const message = 'The document numbers paragraphs automatically; those numbers are not in the text.';
    say('list-numbering', 'info', message);
  }
  if (leftOut.textBoxes > 0 || leftOut.trailing) {
    const what = leftOut.textBoxes > 0 ? 'text boxes' : 'text behind its end';
    say('content-not-read', 'warning', `The document holds ${what} that could not be read.`);
  }
  if (leftOut.brokenRows > 0) {
    const message = `${leftOut.brokenRows} rows have other cells than they define, or edges that contradict each other; the columns of their tables are counted from the left.`;
    say('rtf-broken-rows', 'warning', message);
  }
  if (leftOut.otherCodePage) {
    const message = 'The bytes of the text read as Chinese in another code page than the document names.';
    say('charset-disagrees', 'warning', message);
  }
  if (leftOut.lostCharacters > 0) {
    const message = `${leftOut.lostCharacters} characters could not be decoded.`;
    say('charset-damaged', 'warning', message);
  }
  return issues;
}
