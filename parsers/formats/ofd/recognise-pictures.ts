import { isTextless } from '../../../src/layout/document/page-issues.js';
import { intersectBoxes } from '../../../src/layout/page/matrix.js';
import { pagePictures } from '../../../src/layout/page/page-pictures.js';
import { alignPages } from '../../../src/layout/ruled/align-pages.js';
import { type Issue, issue } from '../../../src/model/issue.js';
import type { PictureReader } from '../../../src/model/picture-reader.js';
import { picturesUnread } from '../../../src/model/pictures-unread.js';
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
import { drawPictures } from './draw-pictures.js';
import type { PaintedPicture } from './paint-page.js';
import type { ReadPage } from './read-page.js';

/** A picture that covers more of a page without text than this is the page. */
const PAGE_SHARE = 0.5;

interface Wanted {
  page: ReadPage;
  boxes: BoundingBox[];
}

/** The file of a picture of a page; null where the package does not hold it. */
export type PictureFile = (placed: PaintedPicture) => Promise<Uint8Array | null>;

/**
 * Recognises the large pictures of pages, and puts what stands in them where they stand.
 * Issues: what was recognised, and pictures that were not read.
 *
 * @throws UnreadableSourceError where all pictures are to be recognised and the reader of pictures can't be opened
 */
export async function recognisePictures(
  pages: readonly ReadPage[],
  fileOf: PictureFile,
  aids: ReadingAids | undefined,
): Promise<{ pages: ReadPage[]; issues: Issue[] }> {
  const wanted = pages.map((page) => ({ page, boxes: largePictures(page) })).filter(hasPictures);
  if (wanted.length === 0) return { pages: [...pages], issues: [] };
  const asTheyAre = (issues: Issue[]) => ({ pages: [...pages], issues: [...issues, ...countUnread(wanted)] });
  const scanned = wanted.flatMap(({ page }) => (isTextless(page) ? [page.number] : []));
  if (!aids || aids.ocr === 'never') return asTheyAre(scanned.length > 0 ? [missingIssue(scanned)] : []);
  let reader: PictureReader;
  try {
    reader = await aids.pictures();
  } catch (error) {
    if (aids.ocr === 'always' || !(error instanceof UnreadableSourceError)) throw error;
    // A scan is as unreadable as a picture file is.
    if (pages.every(isTextless)) throw error;
    return asTheyAre(
      unopenedIssues(
        error,
        wanted.map(({ page }) => page.number),
      ),
    );
  }
  const result = new Map(pages.map((page) => [page.number, page]));
  const recognised: RecognisedPage[] = [];
  const issues: Issue[] = [];
  const unread: Wanted[] = [];
  for (const { page, boxes } of wanted) {
    for (const box of boxes) {
      try {
        const shown = await readBox(page, box, fileOf, reader);
        if (shown.recognised.lines === 0 || isUnreadablePage(shown)) {
          unread.push({ page, boxes: [box] });
          if (isTextless(page) && shown.recognised.lines > 0) recognised.push(shown);
          continue;
        }
        recognised.push(shown);
        result.set(page.number, placeIn(result.get(page.number)!, box, shown));
      } catch (error) {
        if (!(error instanceof UnreadableSourceError)) throw error;
        const message = `A picture on page ${page.number} can't be read: ${error.message}`;
        issues.push(issue('ocr-page-unreadable', message));
      }
    }
  }
  return {
    pages: alignPages(pages.map(({ number }) => result.get(number)!)),
    issues: [...issues, ...ocrIssues(recognised), ...countUnread(unread)],
  };
}

const hasPictures = ({ boxes }: Wanted): boolean => boxes.length > 0;

const largePictures = (page: ReadPage): BoundingBox[] =>
  pagePictures({ glyphs: page.glyphs, pictures: page.pictures.map(({ box }) => box) });

/** That a page without text was not read is told otherwise. */
const countUnread = (wanted: readonly Wanted[]): Issue[] =>
  picturesUnread(wanted.reduce((sum, { page, boxes }) => sum + (isTextless(page) ? 0 : boxes.length), 0));

async function readBox(
  page: ReadPage,
  box: BoundingBox,
  fileOf: PictureFile,
  reader: PictureReader,
): Promise<RecognisedPage> {
  const held = async (placed: PaintedPicture): Promise<Uint8Array> => {
    const bytes = await fileOf(placed);
    if (bytes !== null) return bytes;
    throw new UnreadableSourceError('picture-damaged', 'The OFD file does not hold it.');
  };
  const pictures = page.pictures.filter(({ box: own }) => isMet(intersectBoxes(own, box)));
  const { picture, dpi } = await drawPictures(pictures, box, held, reader);
  return readPicturePage({ picture, dpi, number: page.number }, reader);
}

const isMet = ([x0, y0, x1, y1]: BoundingBox): boolean => x1 > x0 && y1 > y0;

/** A page that is one picture is read as that picture was straightened; other pictures stand among what is printed. */
function placeIn(page: ReadPage, box: BoundingBox, shown: RecognisedPage): ReadPage {
  const [x0, y0, x1, y1] = box;
  const isPage = isTextless(page) && (x1 - x0) * (y1 - y0) > PAGE_SHARE * page.width * page.height;
  if (!isPage) return mergePicture(page, box, shown);
  const { recognised: _, toDisplay, ...content } = shown;
  return {
    ...page,
    ...content,
    isCutOff: page.isCutOff,
    hiddenText: page.hiddenText,
    rotatedText: page.rotatedText,
    toDisplay: (own) => {
      const [left, top, right, bottom] = toDisplay(own);
      return [left + x0, top + y0, right + x0, bottom + y0];
    },
  };
}
