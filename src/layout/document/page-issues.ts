import { type FixedIssueCode, type Issue, issue } from '../../model/issue.js';
import type { PageContent } from '../page/page-content.js';
import type { LayoutNotes } from './layout-document.js';

/** A page of which more than this share can't be told gives no values: what is left would be labels and numbers with holes. */
const UNMAPPED_SHARE_MAX = 0.3;

/** "page 3", "pages 1-3, 7". */
export const pageList = (pages: readonly number[]): string =>
  `page${pages.length > 1 ? 's' : ''} ${ranges(pages)}`;

/** 1, 2, 3, 7 as "1-3, 7". */
function ranges(pages: readonly number[]): string {
  const parts: [number, number][] = [];
  for (const page of pages) {
    const last = parts.at(-1);
    if (last && page === last[1] + 1) last[1] = page;
    else parts.push([page, page]);
  }
  return parts.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(', ');
}

const sample = (text: string): string => {
  const characters = [...text.replace(/\s+/gu, ' ').trim()];
  return characters.length > 40 ? `${characters.slice(0, 40).join('')}…` : characters.join('');
};

const numbers = (pages: readonly PageContent[]): number[] => pages.map((page) => page.number);

export const isTextless = (page: PageContent): boolean =>
  page.glyphs.every((glyph) => glyph.text.trim() === '');
export const isUnmapped = (page: PageContent): boolean => page.unmappedShare > UNMAPPED_SHARE_MAX;

/** Trouble that pages had before layout. */
export function pageIssues(pages: readonly (PageContent & { isCutOff: boolean })[]): Issue[] {
  const issues: Issue[] = [];
  const report = (affected: readonly PageContent[], said: (pages: string) => Issue) => {
    if (affected.length > 0) issues.push(said(pageList(numbers(affected))));
  };
  const textless = pages.filter((page) => isTextless(page) && page.rotatedText === '');
  const isWithoutAnyText = textless.length === pages.length;
  report(isWithoutAnyText ? textless : textless.filter((page) => page.hasDrawing), (where) =>
    issue('pdf-no-text-layer', `No text can be read on ${where}: only pictures or drawings stand there.`),
  );
  report(pages.filter(isUnmapped), (where) =>
    issue(
      'pdf-unmapped-text',
      `The fonts on ${where} do not say which characters they print; this text was left out.`,
      { severity: 'error' },
    ),
  );
  const holed = pages.filter((page) => !isUnmapped(page) && page.unmappedFonts.length > 0);
  report(holed, (where) =>
    issue(
      'pdf-unmapped-text',
      `Some characters on ${where} can't be told from their font; they stand as U+FFFD.`,
      { severity: 'warning' },
    ),
  );
  report(
    pages.filter((page) => page.isTextInvisible),
    (where) =>
      issue(
        'pdf-ocr-text-layer',
        `The text on ${where} is invisible: it was recognised from a picture and may be misread.`,
      ),
  );
  report(
    pages.filter((page) => page.isCutOff),
    (where) =>
      issue('pdf-page-cut-off', `There is more on ${where} than is read of one page; the rest is missing.`),
  );
  for (const page of pages) {
    if (page.hiddenText !== '') issues.push(setAside(page, 'pdf-hidden-text', 'hidden', page.hiddenText));
    if (page.rotatedText !== '') issues.push(setAside(page, 'pdf-rotated-text', 'rotated', page.rotatedText));
  }
  return issues;
}

/** Pages whose text is another than what they print, and that were not recognised either. */
export function garbledIssues(pages: readonly PageContent[]): Issue[] {
  if (pages.length === 0) return [];
  const message = `The fonts on ${pageList(numbers(pages))} say wrongly which characters they print; this text was left out.`;
  return [issue('pdf-garbled-text', message, { severity: 'error' })];
}

/** `kind` text that was left out. */
const setAside = (page: PageContent, code: FixedIssueCode, kind: string, text: string): Issue =>
  issue(
    code,
    `Page ${page.number} holds ${kind} text that was left out (${[...text].length} characters): "${sample(text)}".`,
  );

/** What layout tidied. */
export function layoutIssues(notes: LayoutNotes): Issue[] {
  const issues: Issue[] = [];
  if (notes.furniture.length > 0) {
    const pages = [...new Set(notes.furniture.map((item) => item.page))];
    const texts = [...new Set(notes.furniture.map((item) => item.text))].slice(0, 4);
    issues.push(
      issue(
        'ignored-page-furniture',
        `${notes.furniture.length} page numbers, headers or footers on ${pageList(pages)} were left out: ${texts.map((text) => `"${sample(text)}"`).join(', ')}.`,
      ),
    );
  }
  if (notes.watermarks.length > 0) {
    const pages = [...new Set(notes.watermarks.map((item) => item.page))];
    const texts = [...new Set(notes.watermarks.map((item) => item.text))].slice(0, 4);
    issues.push(
      issue(
        'pdf-watermark',
        `Large text over the text of ${pageList(pages)} was left out: ${texts.map((text) => `"${sample(text)}"`).join(', ')}.`,
      ),
    );
  }
  for (const { page, rows } of notes.repeatedHeaders)
    issues.push(
      issue(
        'repeated-header',
        `${rows} header row${rows > 1 ? 's' : ''} of a table ${rows > 1 ? 'are' : 'is'} repeated on page ${page} and left out there.`,
      ),
    );
  for (const page of notes.joinedRows)
    issues.push(
      issue(
        'joined-cut-row',
        `A table row that starts on page ${page} goes on over the page break and was joined.`,
      ),
    );
  for (const page of notes.unclearRows)
    issues.push(
      issue(
        'pdf-unclear-page-break',
        `Page ${page} begins with a table row that has values and no label: it may belong to the last row of the page before.`,
      ),
    );
  return issues;
}
