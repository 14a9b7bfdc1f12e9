import type { Format } from '../../../src/model/format.js';
import { sniffPicture } from '../../../src/ocr/page/sniff-picture.js';

/** Pictures of pages: PNG, JPEG, TIFF with several pages, GIF, WebP, BMP. Read only with aids: the model is an optional package. */
export const imageFormat: Format = {
  id: 'image',
  about:
    'pictures of pages (TIFF with several): made even and level, ruling lines and lines of print found, each line recognised, laid out as PDF is',
  cannotRead: [
    { what: 'pictures, where `--ocr never` says so', code: 'ocr-off' },
    { what: 'handwriting' },
    { what: 'tables without ruling lines beside prose in columns' },
    { what: 'print under a dark seal (U+FFFD)', code: 'ocr-unsure' },
  ],
  suffixes: ['png', 'jpg', 'jpeg', 'jpe', 'jfif', 'gif', 'bmp', 'webp', 'tif', 'tiff'],
  mediaTypes: ['image/png', 'image/jpeg', 'image/tiff', 'image/gif', 'image/webp', 'image/bmp'],
  recordedAs: ['image'],
  traits: ['picture'],
  sniff: ({ bytes }) => {
    const mediaType = sniffPicture(bytes);
    return mediaType === null ? null : { value: { mediaType }, issues: [] };
  },
  read: async (...given) => (await import('./read.js')).read(...given),
};
