import type { PictureReader } from '../model/picture-reader.js';
import { type OcrMode, PAGES_MAX, type ReadingAids } from '../model/reading-aids.js';
import { openPictureReader } from './open-picture-reader.js';

/** The model is loaded once a process, by the first document that asks for it. */
let opened: Promise<PictureReader> | undefined;

function pictures(): Promise<PictureReader> {
  opened ??= openPictureReader();
  return opened;
}

/** @param options of one document; by default pictures are recognised where nothing else can be read */
export function openAids(options: { ocr?: OcrMode; pagesMax?: number } = {}): ReadingAids {
  return { ocr: options.ocr ?? 'auto', pagesMax: options.pagesMax ?? PAGES_MAX, pictures };
}
