import { intersectBoxes, type Matrix, transformBox } from '../../../src/layout/page/matrix.js';
import type { BoundingBox } from '../../../src/model/span.js';
import { childOf, childrenOf, type Element, numbersOf } from './read-xml.js';

/** What an object lets be seen: its box, and in it what its clips leave; null where all of the page is. */
export function windowOf(object: Element, outer: Matrix): BoundingBox | null {
  const [left = 0, top = 0, width = 0, height = 0] = numbersOf(object.attributes.get('Boundary'));
  if (!(width > 0 && height > 0)) return null;
  const own = transformBox(outer, [left, top, left + width, top + height]);
  const clips = childrenOf(childOf(object, 'Clips'), 'Clip').map((clip) => {
    const areas = childrenOf(clip, 'Area').flatMap((area) => childrenOf(area, 'Path'));
    const boxes = areas.flatMap(({ attributes }): BoundingBox[] => {
      const [x, y, wide, high] = numbersOf(attributes.get('Boundary'));
      if (wide === undefined || high === undefined) return [];
      return [transformBox(outer, [x!, y!, x! + wide, y! + high])];
    });
    return boxes.length === 1 ? boxes[0]! : null;
  });
  return clips.reduce<BoundingBox>((rest, clip) => (clip === null ? rest : intersectBoxes(rest, clip)), own);
}

/** Boxes are drawn tightly around text: what stands a little beyond is seen. */
const WINDOW_SLACK = 1;

export const isOutside = (window: BoundingBox | null, x: number, y: number): boolean =>
  window !== null &&
  (x < window[0] - WINDOW_SLACK ||
    x > window[2] + WINDOW_SLACK ||
    y < window[1] - WINDOW_SLACK ||
    y > window[3] + WINDOW_SLACK);
