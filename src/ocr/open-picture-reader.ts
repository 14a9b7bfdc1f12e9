import type { PictureReader } from '../model/picture-reader.js';
import { UnreadableSourceError } from '../model/source.js';

/** @throws UnreadableSourceError `ocr-not-installed` */
export async function openPictureReader(): Promise<PictureReader> {
  throw new UnreadableSourceError(
    'ocr-not-installed',
    'The packages that recognise pictures are not installed.',
  );
}
