import { createCanvas, ImageData } from '@napi-rs/canvas';
import type { PictureReader, Raster } from '../../../src/model/picture-reader.js';
import type { BoundingBox } from '../../../src/model/span.js';
import type { PaintedPicture } from './paint-page.js';

/** A stretch of a page as a picture of its own. */
interface DrawnPictures {
  picture: Raster;
  dpi: number;
}

const POINTS_PER_INCH = 72;
/** Pictures are drawn anew as finely as the finest of them, within these. */
const DPI_MIN = 100;
const DPI_MAX = 300;
const PIXELS_MAX = 40_000_000;
/** A picture may be this much wider or higher than it is shown, and be taken as it is. */
const STRETCH_MAX = 0.004;
/** Edges that are nearer are one, points. */
const SAME_EDGE = 1.5;

interface Opened {
  raster: Raster;
  placed: PaintedPicture;
}

/**
 * Draws the pictures of a page that lie in a box: strips of a scan, or one picture.
 *
 * @param bytesOf the file of a picture
 * @throws UnreadableSourceError picture-damaged | picture-too-large
 */
export async function drawPictures(
  pictures: readonly PaintedPicture[],
  box: BoundingBox,
  bytesOf: (placed: PaintedPicture) => Promise<Uint8Array>,
  reader: PictureReader,
): Promise<DrawnPictures> {
  const opened: Opened[] = [];
  for (const placed of pictures) {
    const picture = await reader.open(await bytesOf(placed));
    opened.push({ raster: await picture.page(0), placed });
  }
  const [only] = opened;
  if (only !== undefined && opened.length === 1 && isShownAsItIs(only, box)) {
    return { picture: only.raster, dpi: (only.raster.width * POINTS_PER_INCH) / (box[2] - box[0]) };
  }
  return drawAnew(opened, box);
}

/** Upright, whole, and as wide and high as its dots are. */
function isShownAsItIs({ raster, placed: { matrix } }: Opened, box: BoundingBox): boolean {
  const [a, b, c, d, e, f] = matrix;
  if (!(a > 0 && d > 0) || Math.abs(b) > SAME_EDGE || Math.abs(c) > SAME_EDGE) return false;
  const edges = [e, f, e + a, f + d];
  if (edges.some((edge, index) => Math.abs(edge - box[index]!) > SAME_EDGE)) return false;
  return Math.abs((raster.width * d) / (raster.height * a) - 1) <= STRETCH_MAX;
}

function drawAnew(opened: readonly Opened[], box: BoundingBox): DrawnPictures {
  const [across, down] = [box[2] - box[0], box[3] - box[1]];
  const finest = Math.max(...opened.map(({ raster, placed: { matrix } }) => finenessOf(raster, matrix)));
  const most = POINTS_PER_INCH * Math.sqrt(PIXELS_MAX / Math.max(1, across * down));
  const dpi = Math.min(Math.max(finest, DPI_MIN), DPI_MAX, most);
  const scale = dpi / POINTS_PER_INCH;
  const size = {
    width: Math.max(1, Math.round(across * scale)),
    height: Math.max(1, Math.round(down * scale)),
  };
  const canvas = createCanvas(size.width, size.height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, size.width, size.height);
  context.imageSmoothingQuality = 'high';
  for (const { raster, placed } of opened) {
    const [x0, y0, x1, y1] = placed.box.map((edge, index) => (edge - box[index % 2]!) * scale) as BoundingBox;
    context.save();
    context.beginPath();
    context.rect(x0, y0, x1 - x0, y1 - y0);
    context.clip();
    const [a, b, c, d, e, f] = placed.matrix;
    context.transform(a * scale, b * scale, c * scale, d * scale, (e - box[0]) * scale, (f - box[1]) * scale);
    context.drawImage(canvasOf(raster), 0, 0, raster.width, raster.height, 0, 0, 1, 1);
    context.restore();
  }
  const { data } = context.getImageData(0, 0, size.width, size.height);
  const pixels = new Uint8Array(size.width * size.height);
  for (let i = 0; i < pixels.length; i++) pixels[i] = data[4 * i]!;
  return { picture: { ...size, pixels }, dpi };
}

/** Dots per inch of a picture as it is shown. */
const finenessOf = ({ width, height }: Raster, [a, b, c, d]: PaintedPicture['matrix']): number =>
  POINTS_PER_INCH * Math.sqrt((width * height) / Math.max(1, Math.abs(a * d - b * c)));

function canvasOf({ width, height, pixels }: Raster) {
  const data = new Uint8ClampedArray(4 * pixels.length);
  pixels.forEach((grey, index) => {
    data.fill(grey, 4 * index, 4 * index + 3);
    data[4 * index + 3] = 255;
  });
  const canvas = createCanvas(width, height);
  canvas.getContext('2d').putImageData(new ImageData(data, width, height), 0, 0);
  return canvas;
}
