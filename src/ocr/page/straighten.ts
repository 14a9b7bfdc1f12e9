import type { PictureReader, Raster } from '../../model/picture-reader.js';
import type { BoundingBox } from '../../model/span.js';
import { dropDarkEdges } from './drop-dark-edges.js';
import { findSkew } from './find-skew.js';
import { flattenLight } from './flatten-light.js';
import { inkMask } from './ink-mask.js';

/** Darker than this (of 255, on white paper) is ink. */
export const INK_BELOW = 176;
/** A page that leans less than this (degrees) is left as it is: half a pixel over a page's width. */
const SKEW_MIN = 0.02;

/** A page with white paper and level lines. */
export interface StraightPage {
  picture: Raster;
  /** From its pixels back to the box around them in the picture that was given, pixels. */
  toOriginal: (box: BoundingBox) => BoundingBox;
}

/**
 * @param turn quarter turns clockwise after which the page is upright
 * @returns a page as large as the (turned) picture
 */
export async function straighten(
  picture: Raster,
  { dpi, turn, reader }: { dpi: number; turn: 0 | 1 | 2 | 3; reader: Pick<PictureReader, 'rotate'> },
): Promise<StraightPage> {
  const upright = turn === 0 ? picture : await reader.rotate(picture, 90 * turn);
  const flat = dropDarkEdges(flattenLight(upright, dpi));
  const skew = findSkew(inkMask(flat, INK_BELOW));
  const level =
    Math.abs(skew) < SKEW_MIN ? flat : centreOf(await reader.rotate(flat, -skew), flat.width, flat.height);
  return { picture: level, toOriginal: wayBack(sizeOf(flat), skew, turn, sizeOf(picture)) };
}

type Size = Pick<Raster, 'width' | 'height'>;
const sizeOf = ({ width, height }: Raster): Size => ({ width, height });

/** Knows sizes only: a document's pages outlive their pictures. */
const wayBack =
  (flat: Size, skew: number, turn: number, given: Size) =>
  (box: BoundingBox): BoundingBox =>
    turnBack(leanBack(box, skew, flat), turn, given);

/** The middle of a picture that grew while it was turned; what it lacks is white. */
function centreOf(grown: Raster, width: number, height: number): Raster {
  const pixels = new Uint8Array(width * height).fill(255);
  const left = Math.round((grown.width - width) / 2);
  const top = Math.round((grown.height - height) / 2);
  for (let y = 0; y < height; y++) {
    const row = y + top;
    if (row < 0 || row >= grown.height) continue;
    const from = Math.max(0, left);
    const to = Math.min(grown.width, left + width);
    pixels.set(
      grown.pixels.subarray(row * grown.width + from, row * grown.width + to),
      y * width + from - left,
    );
  }
  return { width, height, pixels };
}

/** Around the box where it stood before the page was levelled. */
function leanBack(box: BoundingBox, skew: number, { width, height }: Size): BoundingBox {
  const [sin, cos] = [Math.sin((skew * Math.PI) / 180), Math.cos((skew * Math.PI) / 180)];
  const corners = [
    [box[0], box[1]],
    [box[2], box[1]],
    [box[0], box[3]],
    [box[2], box[3]],
  ].map(([x, y]) => {
    const [dx, dy] = [x! - width / 2, y! - height / 2];
    return [width / 2 + dx * cos - dy * sin, height / 2 + dx * sin + dy * cos] as const;
  });
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  return [
    Math.max(0, Math.min(...xs)),
    Math.max(0, Math.min(...ys)),
    Math.min(width, Math.max(...xs)),
    Math.min(height, Math.max(...ys)),
  ];
}

/** From the upright picture to the one that was given. */
function turnBack([x0, y0, x1, y1]: BoundingBox, turn: number, { width, height }: Size): BoundingBox {
  if (turn === 1) return [y0, height - x1, y1, height - x0];
  if (turn === 2) return [width - x1, height - y1, width - x0, height - y0];
  if (turn === 3) return [width - y1, x0, width - y0, x1];
  return [x0, y0, x1, y1];
}
