import { glyphCentre, type PageContent } from '../../layout/page/page-content.js';
import { isIn } from '../../layout/page/page-pictures.js';
import type { BoundingBox } from '../../model/span.js';
import type { RecognisedPage } from './read-picture-page.js';

/**
 * Puts what was recognised in a picture where the picture stands on its page. What the page printed over the picture is left
 * out: it was recognised along with it.
 *
 * @param shown the picture as a page of its own, with the same dots per point
 */
export function mergePicture<T extends PageContent>(page: T, box: BoundingBox, shown: RecognisedPage): T {
  const [dx, dy] = [box[0], box[1]];
  return {
    ...page,
    glyphs: [
      ...page.glyphs.filter((glyph) => !isIn(glyphCentre(glyph), box)),
      ...shown.glyphs.map((glyph) => ({
        ...glyph,
        x0: glyph.x0 + dx,
        x1: glyph.x1 + dx,
        baseline: glyph.baseline + dy,
      })),
    ],
    rulings: [
      ...page.rulings,
      ...shown.rulings.map((ruling) => {
        const [along, across] = ruling.axis === 'horizontal' ? [dx, dy] : [dy, dx];
        return {
          ...ruling,
          position: ruling.position + across,
          from: ruling.from + along,
          to: ruling.to + along,
        };
      }),
    ],
    toDisplay: (own) => {
      if (!isIn({ x: (own[0] + own[2]) / 2, y: (own[1] + own[3]) / 2 }, box)) return page.toDisplay(own);
      const [x0, y0, x1, y1] = shown.toDisplay([own[0] - dx, own[1] - dy, own[2] - dx, own[3] - dy]);
      return page.toDisplay([x0 + dx, y0 + dy, x1 + dx, y1 + dy]);
    },
  };
}
