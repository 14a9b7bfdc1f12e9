import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { layoutDocument } from '../../../src/layout/document/layout-document.js';
import {
  garbledIssues,
  isUnmapped,
  layoutIssues,
  pageIssues,
} from '../../../src/layout/document/page-issues.js';
import { writeDocument } from '../../../src/layout/document/write-document.js';
import { pageLimit } from '../../../src/layout/page/page-limit.js';
import type { Format } from '../../../src/model/format.js';
import { type Issue, issue } from '../../../src/model/issue.js';
import type { ParsedDocument } from '../../../src/model/parsed-document.js';
import { PAGES_MAX, type ReadingAids } from '../../../src/model/reading-aids.js';
import type { Result } from '../../../src/model/result.js';
import { UnreadableSourceError } from '../../../src/model/source.js';
import { checkPrint } from './check-print.js';
import { isWrongChinese } from './looks-garbled.js';
import { openPdf } from './open-pdf.js';
import { readMetadata } from './read-metadata.js';
import { type ReadPage, readPage } from './read-page.js';
import { recognisePages } from './recognise-pages.js';
import { seeThroughPictures } from './see-through-pictures.js';

/**
 * PDF with a text layer. Grids come from ruling lines, or from alignment where nothing is drawn.
 * Pages without text that can be believed are recognised from their pictures where the aids allow it; else they give the issue
 * `pdf-no-text-layer`.
 */
export const read: Format['read'] = async ({ source: { bytes } }, aids) =>
  recogniseDocument(await readPrinted(bytes, aids), bytes, aids);

/** What the file holds as text, before any picture is recognised. */
interface Printed {
  metadata: ParsedDocument['metadata'];
  pages: ReadPage[];
  issues: Issue[];
}

const lostEnd = issue('source-cut', 'The PDF has lost its end; its pages were found without it.');

/** The document is closed again: it holds the bytes of the whole file, and pictures are drawn from another one. */
async function readPrinted(bytes: Uint8Array, aids: ReadingAids | undefined): Promise<Printed> {
  const { document, close, isRebuilt } = await openPdf(bytes);
  try {
    const metadata = await readMetadata(document);
    const { pages, issues } = await readPages(document, aids?.pagesMax ?? PAGES_MAX);
    return { metadata, pages, issues: isRebuilt ? [...issues, lostEnd] : issues };
  } finally {
    await close().catch(() => undefined);
  }
}

async function recogniseDocument(
  { metadata, pages: printed, issues }: Printed,
  bytes: Uint8Array,
  aids: ReadingAids | undefined,
): Promise<Result<ParsedDocument>> {
  const looked = await seeThroughPictures(bytes, printed);
  const { issues: seen, ...recognised } = await recognisePages(bytes, looked, aids);
  const isGarbled = (page: ReadPage) => !recognised.whole.has(page.number) && isWrongChinese(page);
  const lay = (all: readonly ReadPage[]) => {
    const mapped = all.filter((page) => !isUnmapped(page) && !isGarbled(page));
    const { blocks: layout, notes } = layoutDocument(mapped);
    return { layout, notes, ...writeDocument(layout, mapped) };
  };
  const { pages, whole, laid, isChecked, issues: compared } = await checkPrint(bytes, recognised, aids, lay);
  return {
    value: {
      ...laid.value,
      format: isScan(pages, whole) ? 'pdf-scan' : 'pdf',
      metadata,
      // A scan has no print to be compared.
      ...(recognised.pages.some(({ number }) => !recognised.whole.has(number)) && {
        isPrintChecked: isChecked,
      }),
    },
    issues: [
      ...issues,
      ...seen,
      ...compared,
      ...pageIssues(pages),
      ...garbledIssues(pages.filter(isGarbled)),
      ...layoutIssues(laid.notes),
      ...laid.issues,
    ],
  };
}

/** No table stands there whose text is the file's own. */
const isScan = (pages: readonly ReadPage[], whole: ReadonlySet<number>): boolean =>
  whole.size > 0 && pages.every((page) => whole.has(page.number) || page.rulings.length === 0);

/** Fonts are released after so many pages; those that go on are loaded again. */
const PAGES_BETWEEN_CLEANUPS = 8;

/** One page at a time: a page's resources are released before the next is read. */
async function readPages(
  document: PDFDocumentProxy,
  pagesMax: number,
): Promise<{ pages: ReadPage[]; issues: Issue[] }> {
  const layers = await document.getOptionalContentConfig().catch(() => null);
  const isLayerVisible = (properties: unknown): boolean => {
    try {
      return layers?.isVisible(properties as never) ?? true;
    } catch {
      // A broken layer description hides nothing.
      return true;
    }
  };
  const pages: ReadPage[] = [];
  const count = Math.min(document.numPages, pagesMax);
  const issues = pageLimit(document.numPages, count);
  let lastError: unknown;
  for (let number = 1; number <= count; number++) {
    try {
      pages.push(await readPage(await document.getPage(number), isLayerVisible));
      // Fonts stay loaded with the document: those of hundreds of pages are a gigabyte.
      if (number % PAGES_BETWEEN_CLEANUPS === 0) await document.cleanup();
    } catch (error) {
      lastError = error;
      issues.push({
        code: 'pdf-page-unreadable',
        severity: 'error',
        message: `Page ${number} could not be read: ${error instanceof Error ? error.message : String(error)}`,
      });
    }
  }
  if (pages.length === 0)
    throw new UnreadableSourceError('pdf-damaged', 'No page of the PDF can be read.', { cause: lastError });
  return { pages, issues };
}
