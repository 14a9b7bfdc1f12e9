import type { PictureReader } from './picture-reader.js';

/**
 * When pictures of text are recognised. auto: where no text that can be believed stands; never: not at all;
 * always: pages of fixed layout too whose text can be taken as it stands, to compare its numbers with what they show.
 */
export const OCR_MODES = ['auto', 'never', 'always'] as const;
export type OcrMode = (typeof OCR_MODES)[number];

/** What a format's reader may use beside the bytes, and how far it may go. */
export interface ReadingAids {
  ocr: OcrMode;
  /**
   * The reader of pictures, opened when it is first asked for.
   * @throws UnreadableSourceError `ocr-not-installed` where its packages are not there, `ocr-failed` where they do not work
   */
  pictures(): Promise<PictureReader>;
  /** Pages of fixed layout whose numbers are compared with what their pictures show, where the packages for it are there. */
  comparePages?: readonly number[];
  /** Pages of one document that are read; `page-limit` says that there were more. */
  pagesMax: number;
}

/** The longest compilations of a province's reports have some 600 pages. */
export const PAGES_MAX = 2_000;
