import { isTextless, isUnmapped } from '../../../src/layout/document/page-issues.js';
import { cutOut } from '../../../src/layout/page/crop.js';
import { isOnPicture, pagePictures } from '../../../src/layout/page/page-pictures.js';
import { alignPages } from '../../../src/layout/ruled/align-pages.js';
import { type Issue, issue } from '../../../src/model/issue.js';
import type { PictureReader, Raster } from '../../../src/model/picture-reader.js';
import type { ReadingAids } from '../../../src/model/reading-aids.js';
import { UnreadableSourceError } from '../../../src/model/source.js';
import type { BoundingBox } from '../../../src/model/span.js';
import { mergePicture } from '../../../src/ocr/page/merge-picture.js';
import {
  isUnreadablePage,
  missingIssue,
  ocrIssues,
  unopenedIssues,
} from '../../../src/ocr/page/ocr-issues.js';
import { type RecognisedPage, readPicturePage } from '../../../src/ocr/page/read-picture-page.js';
import { looksGarbled } from './looks-garbled.js';
import { pagesToDraw } from './pages-to-draw.js';
import type { ReadPage } from './read-page.js';
import { renderPage } from './render-page.js';

interface Recognition {
  pages: ReadPage[];
  issues: Issue[];
  /** Numbers of the pages whose text was recognised as a whole. */
  whole: Set<number>;
}

/** What of a page is to be recognised: all of it, or the pictures on it. */
type Wanted = { page: ReadPage; boxes: BoundingBox[] | 'whole' };

/**
 * Recognises the pages whose text can't be had or believed, and pictures on pages of text.
 * @throws UnreadableSourceError where all pages are to be recognised and the reader of pictures can't be opened
 */
export async function recognisePages(
  bytes: Uint8Array,
  pages: readonly ReadPage[],
  aids: ReadingAids | undefined,
): Promise<Recognition> {
  const none: Recognition = { pages: [...pages], issues: [], whole: new Set() };
  const scanned = pages.filter(isScanned).map(({ number }) => number);
  if (!aids || aids.ocr === 'never')
    return { ...none, issues: scanned.length > 0 ? [missingIssue(scanned)] : [] };
  const wanted = pages.flatMap((page) => wantedOf(page, aids.ocr === 'always'));
  if (wanted.length === 0) return none;
  let reader: PictureReader;
  try {
    reader = await aids.pictures();
  } catch (error) {
    if (aids.ocr === 'always' || !(error instanceof UnreadableSourceError)) throw error;
    // A scan is as unreadable as a picture file is.
    if (pages.every(isScanned)) throw error;
    return {
      ...none,
      issues: unopenedIssues(
        error,
        wanted.map(({ page }) => page.number),
      ),
    };
  }
  return recogniseWanted(bytes, pages, wanted, reader);
}

const isScanned = (page: ReadPage): boolean => isTextless(page) && page.hasDrawing;

function wantedOf(page: ReadPage, isAlways: boolean): Wanted[] {
  // Who asks for a check is told what the scan shows: its text layer is an older reading of it.
  const isLayer = isAlways && isOnPicture(page);
  if (isScanned(page) || isLayer || page.isTextInvisible || isUnmapped(page) || looksGarbled(page)) {
    return [{ page, boxes: 'whole' }];
  }
  const boxes = pagePictures(page);
  return boxes.length > 0 ? [{ page, boxes }] : [];
}

async function recogniseWanted(
  bytes: Uint8Array,
  pages: readonly ReadPage[],
  wanted: readonly Wanted[],
  reader: PictureReader,
): Promise<Recognition> {
  const source = pagesToDraw(bytes);
  const result = new Map(pages.map((page) => [page.number, page]));
  const recognised: RecognisedPage[] = [];
  const issues: Issue[] = [];
  const whole = new Set<number>();
  try {
    for (const { page, boxes } of wanted) {
      try {
        const turn = boxes === 'whole' ? 0 : page.turn;
        const { picture, dpi } = await renderPage(await source.page(page.number), turn, page.pictures);
        const seen: RecognisedPage[] = [];
        if (boxes === 'whole') {
          const shown = await readPicturePage({ picture, dpi, number: page.number }, reader);
          seen.push(shown);
          if (isUnreadablePage(shown)) continue;
          whole.add(page.number);
          result.set(page.number, { ...shown, turn: 0, pictures: [], underPictures: new Set() });
        } else {
          for (const box of boxes) {
            const part = crop(picture, box, dpi);
            const shown = await readPicturePage({ picture: part, dpi, number: page.number }, reader);
            // A photograph, a chart: no text to be read.
            if (shown.recognised.lines === 0 || isUnreadablePage(shown)) continue;
            result.set(page.number, mergePicture(result.get(page.number)!, box, shown));
            seen.push(shown);
          }
        }
        recognised.push(...seen);
      } catch (error) {
        issues.push(unreadable(page.number, error));
      }
    }
  } finally {
    await source.close();
  }
  return {
    pages: alignPages(pages.map(({ number }) => result.get(number)!)),
    issues: [...issues, ...ocrIssues(recognised)],
    whole,
  };
}

const unreadable = (page: number, error: unknown): Issue =>
  issue(
    'ocr-page-unreadable',
    `The picture on page ${page} can't be read: ${error instanceof Error ? error.message : String(error)}`,
  );

/** A part of a picture; `box` in points. */
function crop(picture: Raster, box: BoundingBox, dpi: number): Raster {
  const [left, top, right, bottom] = box.map((value) => Math.round((value * dpi) / 72)) as BoundingBox;
  return cutOut(picture, { left, top, right, bottom });
}
