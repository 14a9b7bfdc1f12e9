import { type Glyph, glyphBox } from '../../../src/layout/page/page-content.js';
import type { PictureReader, Raster } from '../../../src/model/picture-reader.js';
import type { BoundingBox } from '../../../src/model/span.js';
import { type RecognisedPage, readPicturePage } from '../../../src/ocr/page/read-picture-page.js';
import { pagesToDraw } from './pages-to-draw.js';
import type { ReadPage } from './read-page.js';
import { renderPage } from './render-page.js';

/** A page as its picture shows it. */
export interface ShownPage {
  content: RecognisedPage;
  /** Digits of the page's text of which the picture shows nothing: white on white, or covered. */
  unseen: ReadonlySet<Glyph>;
}

/** Paper is lighter than this (of 255); pure colours count as paper. */
const INK_BELOW = 224;

/**
 * Recognises pages from their pictures, turned as their text is read: places are those of the page's reading direction.
 * @returns by page number; a page that can't be rendered is not among them
 */
export async function showPages(
  bytes: Uint8Array,
  pages: readonly ReadPage[],
  reader: PictureReader,
): Promise<Map<number, ShownPage>> {
  const shown = new Map<number, ShownPage>();
  if (pages.length === 0) return shown;
  const source = pagesToDraw(bytes);
  try {
    for (const { number, turn, pictures, glyphs } of pages) {
      try {
        const { picture, dpi } = await renderPage(await source.page(number), turn, pictures);
        const digits = glyphs.filter(({ text }) => /\d/u.test(text.normalize('NFKC')));
        const unseen = new Set(digits.filter((digit) => !hasInk(picture, digit, dpi)));
        shown.set(number, { content: await readPicturePage({ picture, dpi, number }, reader), unseen });
      } catch {
        // Its text stands all the same, unchecked.
      }
    }
  } finally {
    await source.close();
  }
  return shown;
}

function hasInk({ width, height, pixels }: Raster, glyph: Glyph, dpi: number): boolean {
  const [left, top, right, bottom] = glyphBox(glyph).map((points) =>
    Math.round((points * dpi) / 72),
  ) as BoundingBox;
  for (let y = Math.max(0, top); y < Math.min(height, bottom); y++) {
    for (let x = Math.max(0, left); x < Math.min(width, right); x++)
      if (pixels[y * width + x]! < INK_BELOW) return true;
  }
  return false;
}

/** A recognised page in the place of one of text. */
export const asReadPage = (shown: RecognisedPage, page: ReadPage): ReadPage => ({
  ...shown,
  turn: page.turn,
  pictures: [],
  underPictures: new Set(),
  toDisplay: (box) => page.toDisplay(shown.toDisplay(box)),
});
