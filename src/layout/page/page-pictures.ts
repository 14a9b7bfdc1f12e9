import type { BoundingBox } from '../../model/span.js';
import { uniteBoxes } from './matrix.js';
import { type Glyph, glyphCentre } from './page-content.js';

/** Scanners cut a page into strips, with this many points between them at most. */
const STRIP_GAP = 4;
/** A picture is the ground of a page where more than this share of it is covered by the squares of visible characters. */
const TEXT_SHARE_MAX = 0.02;

/** A picture smaller than this (points) holds no table: a logo, a seal ... */
const SIDE_MIN = 100;
/** ... but a table of one line of figures is low and wide. */
const LOW_MIN = 40;
const WIDE_MIN = 250;

function mayHoldTable([x0, y0, x1, y1]: BoundingBox): boolean {
  const [short, long] = [Math.min(x1 - x0, y1 - y0), Math.max(x1 - x0, y1 - y0)];
  return short >= SIDE_MIN || (short >= LOW_MIN && long >= WIDE_MIN);
}

/** The large pictures of a page that may show text: strips put together, grounds under printed text left out. */
export function pagePictures(page: {
  glyphs: readonly Glyph[];
  pictures: readonly BoundingBox[];
}): BoundingBox[] {
  return joinStrips(page.pictures).filter((box) => {
    if (!mayHoldTable(box)) return false;
    const covered = page.glyphs
      .filter((glyph) => glyph.text.trim() !== '' && isIn(glyphCentre(glyph), box))
      .reduce((sum, { size, x0, x1 }) => sum + size * (x1 - x0), 0);
    return covered <= TEXT_SHARE_MAX * (box[2] - box[0]) * (box[3] - box[1]);
  });
}

/** A picture that covers this share of a page is the scan of it. */
const PAGE_SHARE_MIN = 0.8;

/** Text behind or over a picture as large as the page: what was once recognised in a scan, or printed on a ground. */
export const isOnPicture = (page: {
  pictures: readonly BoundingBox[];
  width: number;
  height: number;
}): boolean =>
  joinStrips(page.pictures).some(
    ([x0, y0, x1, y1]) => (x1 - x0) * (y1 - y0) >= PAGE_SHARE_MIN * page.width * page.height,
  );

export const isIn = ({ x, y }: { x: number; y: number }, box: BoundingBox): boolean =>
  x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3];

function joinStrips(pictures: readonly BoundingBox[]): BoundingBox[] {
  const joined: BoundingBox[] = [];
  for (const picture of [...pictures].sort((a, b) => a[1] - b[1] || a[0] - b[0])) {
    const at = joined.findIndex((other) => touches(other, picture));
    if (at < 0) joined.push(picture);
    else joined[at] = uniteBoxes(joined[at]!, picture);
  }
  return joined;
}

const touches = (a: BoundingBox, b: BoundingBox): boolean =>
  a[0] - STRIP_GAP <= b[2] &&
  b[0] - STRIP_GAP <= a[2] &&
  a[1] - STRIP_GAP <= b[3] &&
  b[1] - STRIP_GAP <= a[3];
