import { pageList } from '../../layout/document/page-issues.js';
import type { Issue } from '../../model/issue.js';
import type { RecognisedPage } from './read-picture-page.js';

/** A page of which more than this share of its lines gave nothing, or whose characters are less sure than that, is not read. */
const UNREAD_SHARE_MAX = 0.5;
const SCORE_MIN = 0.45;

export const isUnreadablePage = ({ recognised: { lines, unread, score } }: RecognisedPage): boolean =>
  lines > 0 && (unread > UNREAD_SHARE_MAX * lines || score < SCORE_MIN);

/** What was recognised, and where recognition failed. */
export function ocrIssues(pages: readonly RecognisedPage[]): Issue[] {
  const issues: Issue[] = [];
  const add = (affected: readonly RecognisedPage[], issue: (where: string) => Issue) => {
    const numbers = [...new Set(affected.map(({ number }) => number))];
    if (numbers.length > 0) issues.push(issue(pageList(numbers)));
  };
  add(
    pages.filter((page) => page.recognised.lines > 0 && !isUnreadablePage(page)),
    (where) => ({
      code: 'ocr-pages',
      severity: 'warning',
      message: `The text on ${where} was recognised from pictures and may be misread.`,
    }),
  );
  add(pages.filter(isUnreadablePage), (where) => ({
    code: 'ocr-page-unreadable',
    severity: 'error',
    message: `The picture on ${where} can't be read: what is recognised there makes no text.`,
  }));
  return issues;
}
