import { layoutDocument } from '../../layout/document/layout-document.js';
import { type Insertion, spliceBlocks } from '../../layout/document/splice-blocks.js';
import { writeDocument } from '../../layout/document/write-document.js';
import { type Crop, cropPicture } from '../../layout/page/crop.js';
import { alignPages } from '../../layout/ruled/align-pages.js';
import { type Issue, issue } from '../../model/issue.js';
import type { ParsedDocument } from '../../model/parsed-document.js';
import type { PictureReader } from '../../model/picture-reader.js';
import type { ReadingAids } from '../../model/reading-aids.js';
import type { Result } from '../../model/result.js';
import { UnreadableSourceError } from '../../model/source.js';
import { isMetafile } from './is-metafile.js';
import { isUnreadablePage, unopenedIssue } from './ocr-issues.js';
import { pictureDpi } from './picture-dpi.js';
import { type RecognisedPage, readPicturePage } from './read-picture-page.js';

/** A picture in a document of running text, and the number of blocks that stand before it. */
export interface PicturePlace {
  src: string;
  block: number;
}

export interface PictureSources {
  pictures: readonly PicturePlace[];
  /** The bytes of a picture; null where the document does not hold them. */
  bytesOf(src: string): Promise<Uint8Array | null> | Uint8Array | null;
  /** What the document does not show of a picture; of formats that can say so. */
  cropOf?(src: string): Crop | null;
}

/** A document with what was read of its pictures. */
interface WithPictures<T> extends Result<T> {
  /** Pictures that were read. */
  read: number;
  /** The number that a block has now. */
  blockOf(number: number): number;
}

interface HeldPicture {
  block: number;
  bytes: Uint8Array;
  crop: Crop | null;
}

type Inserted = Pick<ParsedDocument, 'text' | 'blocks' | 'locate' | 'recognition'>;

/** Files smaller than this hold no table: icons, codes, seals. */
const BYTES_MIN = 3_000;
/** Pictures smaller than this (pixels) hold no table. */
const SIDE_MIN = 150;
/** Pictures with fewer lines of print are photographs and signs. */
const LINES_MIN = 3;

/**
 * Reads the pictures of a document and puts what stands in them where they stand. Pictures that follow each other are taken as
 * pages of one print: a table may go on from one to the next. In the places of what was recognised `page` is the number of the
 * picture, counted from 1 over those that were read, and `bbox` is in points of the picture.
 *
 * @returns the document, and of the issues those that are about pictures
 */
export async function insertPictures<T extends Inserted>(
  document: T,
  { pictures, bytesOf, cropOf }: PictureSources,
  aids: ReadingAids | undefined,
): Promise<WithPictures<T>> {
  const none = { value: document, issues: [], read: 0, blockOf: (number: number) => number };
  if (!aids || aids.ocr === 'never') return none;
  const held: HeldPicture[] = [];
  let metafiles = 0;
  for (const { src, block } of pictures.slice(0, aids.pagesMax)) {
    const bytes = await bytesOf(src);
    if (!bytes || bytes.length < BYTES_MIN) continue;
    if (isMetafile(bytes)) metafiles++;
    else held.push({ block, bytes, crop: cropOf?.(src) ?? null });
  }
  const drawn = metafiles > 0 ? [undrawn(metafiles)] : [];
  if (held.length === 0) return { ...none, issues: drawn };
  let reader: PictureReader;
  try {
    reader = await aids.pictures();
  } catch (error) {
    if (aids.ocr === 'always' || !(error instanceof UnreadableSourceError)) throw error;
    const what = `The document holds ${held.length} pictures, which were`;
    return { ...none, issues: [...drawn, unopenedIssue(error, what)] };
  }
  const inserted = await readHeld(document, held, reader);
  return { ...inserted, issues: [...drawn, ...inserted.issues] };
}

const undrawn = (count: number): Issue =>
  issue(
    'ocr-page-unreadable',
    `${count} ${count === 1 ? 'picture in the document is a metafile' : 'pictures in the document are metafiles'} (EMF, WMF), which are not read.`,
  );

async function readHeld<T extends Inserted>(
  document: T,
  held: readonly HeldPicture[],
  reader: PictureReader,
): Promise<WithPictures<T>> {
  const byBlock = new Map<number, RecognisedPage[]>();
  const issues: Issue[] = [];
  let number = 1;
  for (const { block, ...picture } of held) {
    try {
      const page = await readPicture(picture, number, reader);
      if (page === null) continue;
      byBlock.set(block, [...(byBlock.get(block) ?? []), page]);
      number++;
    } catch (error) {
      if (!(error instanceof UnreadableSourceError)) throw error;
      const message = `A picture in the document can't be read: ${error.message}`;
      issues.push(issue('ocr-page-unreadable', message));
    }
  }
  const read = number - 1;
  if (read === 0) return { value: document, issues, read, blockOf: (block) => block };
  const insertions = [...byBlock].map(([block, pages]): Insertion => {
    const aligned = alignPages(pages);
    return { block, ...writeDocument(layoutDocument(aligned).blocks, aligned).value };
  });
  const message = `The text of ${read} ${read === 1 ? 'picture' : 'pictures'} was recognised and may be misread.`;
  issues.push(issue('ocr-pages', message));
  const blockOf = (block: number): number =>
    insertions.reduce((at, own) => (own.block <= block ? at + own.blocks.length : at), block);
  return { value: { ...document, ...spliceBlocks(document, insertions) }, issues, read, blockOf };
}

/** Null where the picture shows no print. */
async function readPicture(
  { bytes, crop }: Omit<HeldPicture, 'block'>,
  number: number,
  reader: PictureReader,
): Promise<RecognisedPage | null> {
  const opened = await reader.open(bytes);
  const whole = await opened.page(0);
  const picture = crop ? cropPicture(whole, crop) : whole;
  if (Math.min(picture.width, picture.height) < SIDE_MIN) return null;
  // What is cut off tells as much of the size of the print.
  const dpi = pictureDpi(whole, opened.dpi);
  const page = await readPicturePage({ picture, dpi, number }, reader);
  return page.recognised.lines < LINES_MIN || isUnreadablePage(page) ? null : page;
}
