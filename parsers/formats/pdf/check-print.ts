import type { LayoutBlock } from '../../../src/layout/document/layout-document.js';
import { garbledIssues, isTextless, isUnmapped, pageList } from '../../../src/layout/document/page-issues.js';
import { alignPages } from '../../../src/layout/ruled/align-pages.js';
import { type Issue, issue } from '../../../src/model/issue.js';
import type { ParsedDocument } from '../../../src/model/parsed-document.js';
import type { PictureReader } from '../../../src/model/picture-reader.js';
import type { ReadingAids } from '../../../src/model/reading-aids.js';
import { UnreadableSourceError } from '../../../src/model/source.js';
import { isUnreadablePage, ocrIssues } from '../../../src/ocr/page/ocr-issues.js';
import { type Comparison, comparePrint } from './compare-print.js';
import type { ReadPage } from './read-page.js';
import { asReadPage, type ShownPage, showPages } from './show-pages.js';
import { wrongFonts } from './wrong-fonts.js';

/** A document that is laid out and written. */
interface LaidDocument {
  layout: readonly LayoutBlock[];
  value: Pick<ParsedDocument, 'blocks'>;
}

/** Pages, of which some may have been recognised as a whole. */
interface CheckedPages {
  pages: ReadPage[];
  whole: Set<number>;
  issues: Issue[];
  /** Whether any text was compared with its picture. */
  isChecked: boolean;
}

/**
 * Compares the numbers of a document's text with the pictures of its pages. Where they differ, an issue says so. Where the
 * pictures show that a font says wrongly which digits it prints, the pages that use it are taken from their pictures.
 * @param lay lays out pages, and writes them
 * @throws UnreadableSourceError where all pages are to be compared and the reader of pictures can't be opened
 */
export async function checkPrint<T extends LaidDocument>(
  bytes: Uint8Array,
  { pages, whole }: { pages: ReadPage[]; whole: Set<number> },
  aids: ReadingAids | undefined,
  lay: (pages: readonly ReadPage[]) => T,
): Promise<CheckedPages & { laid: T }> {
  const unchecked = { pages, whole, issues: [], isChecked: false, laid: lay(pages) };
  const wanted = pages.filter((page) => isWanted(page, aids) && !whole.has(page.number));
  if (!aids || wanted.length === 0) return unchecked;
  const reader = await readerOf(aids);
  if (!reader) return unchecked;
  const shown = await showClearly(bytes, wanted, reader);
  if (shown.size === 0) return unchecked;
  const compare = (laid: LaidDocument) => comparePrint(laid.layout, laid.value.blocks, shown);
  const first = compare(unchecked.laid);
  const fonts = wrongFonts(first.digits);
  if (fonts.size === 0) {
    return { ...unchecked, isChecked: isClear(first), issues: issuesOf(first, shown) };
  }

  const wrong = pages.filter(
    ({ number, glyphs }) => !whole.has(number) && glyphs.some(({ font }) => fonts.has(font)),
  );
  const unseen = wrong.filter(({ number }) => !shown.has(number));
  const taken = new Map([...shown, ...(await showClearly(bytes, unseen, reader))]);
  const replaced = wrong.filter(({ number }) => taken.has(number));
  for (const { number } of replaced) shown.delete(number);
  const numbers = new Set(replaced.map(({ number }) => number));
  const kept = pages.filter((page) => numbers.has(page.number) || !wrong.includes(page));
  const mended = alignPages(
    kept.map((page) => (numbers.has(page.number) ? asReadPage(taken.get(page.number)!.content, page) : page)),
  );
  const laid = lay(mended);
  const issues = [
    ...wrongDigits(replaced),
    ...garbledIssues(wrong.filter((page) => !replaced.includes(page))),
    ...ocrIssues(replaced.map(({ number }) => taken.get(number)!.content)),
    ...issuesOf(compare(laid), shown),
  ];
  return { pages: mended, whole: new Set([...whole, ...numbers]), issues, isChecked: true, laid };
}

/** Text that could be taken as it stands. */
function isWanted(page: ReadPage, aids: ReadingAids | undefined): boolean {
  const isAsked = aids?.ocr === 'always' || (aids?.comparePages ?? []).includes(page.number);
  return isAsked && !isTextless(page) && !isUnmapped(page);
}

/** Where the check is our own idea, a document is read without it. */
async function readerOf(aids: ReadingAids): Promise<PictureReader | undefined> {
  try {
    return await aids.pictures();
  } catch (error) {
    if (aids.ocr === 'always' || !(error instanceof UnreadableSourceError)) throw error;
    return undefined;
  }
}

async function showClearly(
  bytes: Uint8Array,
  pages: readonly ReadPage[],
  reader: PictureReader,
): Promise<Map<number, ShownPage>> {
  const shown = await showPages(bytes, pages, reader);
  const isRead = ({ content }: ShownPage) => content.recognised.lines > 0 && !isUnreadablePage(content);
  return new Map([...shown].filter(([, page]) => isRead(page)));
}

function wrongDigits(pages: readonly ReadPage[]): Issue[] {
  if (pages.length === 0) return [];
  const where = pageList(pages.map(({ number }) => number));
  const message = `The fonts on ${where} say wrongly which digits they print; the text was recognised from pictures of the pages.`;
  return [issue('pdf-garbled-text', message, { severity: 'warning' })];
}

/** Pictures in which most numbers are not clear say nothing of the text. */
const isClear = ({ telling, unclear, differences }: Comparison): boolean =>
  telling + differences.length > unclear;

function issuesOf({ agree, unclear, differences }: Comparison, shown: ReadonlyMap<number, unknown>): Issue[] {
  if (shown.size === 0) return [];
  const differ = differences.length;
  const message = `The numbers on ${pageList([...shown.keys()])} were compared with pictures of the pages: ${agree} agree, ${differ} differ, ${unclear} are not clear in the pictures.`;
  const compared = issue('print-compared', message);
  return [
    compared,
    ...differences.map(({ page, printed, shown: seen, at }): Issue => {
      const reading = seen === '' ? 'nothing' : `"${seen}"`;
      const message = `On page ${page} the text says "${printed}", and the picture of the page shows ${reading}.`;
      return issue('print-differs', message, { at });
    }),
  ];
}
