import { pageList } from '../../layout/document/page-issues.js';
import { type Issue, issue } from '../../model/issue.js';
import type { UnreadableSourceError } from '../../model/source.js';
import type { RecognisedPage } from './read-picture-page.js';

/** A page of which more than this share of its lines gave nothing, or whose characters are less sure than that, is not read. */
const UNREAD_SHARE_MAX = 0.5;
const SCORE_MIN = 0.45;

export const isUnreadablePage = ({ recognised: { lines, unread, score } }: RecognisedPage): boolean =>
  lines > 0 && (unread > UNREAD_SHARE_MAX * lines || score < SCORE_MIN);

/** What was recognised, and where recognition failed. */
export function ocrIssues(pages: readonly RecognisedPage[]): Issue[] {
  const issues: Issue[] = [];
  const add = (affected: readonly RecognisedPage[], said: (where: string) => Issue) => {
    const numbers = [...new Set(affected.map(({ number }) => number))];
    if (numbers.length > 0) issues.push(said(pageList(numbers)));
  };
  add(
    pages.filter((page) => page.recognised.lines > 0 && !isUnreadablePage(page)),
    (where) => issue('ocr-pages', `The text on ${where} was recognised from pictures and may be misread.`),
  );
  add(pages.filter(isUnreadablePage), (where) =>
    issue(
      'ocr-page-unreadable',
      `The picture on ${where} can't be read: what is recognised there makes no text.`,
    ),
  );
  return issues;
}

/** Pictures that were not read, because what recognises them could not be loaded. */
export const unopenedIssue = ({ code, message }: UnreadableSourceError, what: string): Issue =>
  issue(code === 'ocr-not-installed' ? code : 'ocr-failed', `${what} not read. ${message}`);

/** The same of the pictures on pages. */
export const unopenedIssues = (error: UnreadableSourceError, pages: readonly number[]): Issue[] => [
  unopenedIssue(error, `Pictures on ${pageList(pages)} were`),
  missingIssue(pages),
];

/** Nobody read the pictures on these pages: there is nothing that recognises them, or it is not to be used. */
export const missingIssue = (pages: readonly number[]): Issue =>
  issue('recogniser-missing', `Nobody read the pictures on ${pageList(pages)}.`);
