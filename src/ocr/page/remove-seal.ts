import type { Raster } from '../../model/picture-reader.js';
import type { InkPiece } from './ink-pieces.js';

/** A ring or a star is larger than any character: at least this long, and this broad (ems). */
const LENGTH_EMS = 2.5;
const BREADTH_EMS = 1;
/** Pieces of a ring that rulings have cut are at least so long (ems), and so near to its other pieces. */
const PIECE_EMS = 1;
const REACH_EMS = 3;
/** Stamps are at most so wide: points (the widest, of 45 mm, have 128). */
const WIDTH_MAX = 150;
/** The ink of a stamp has one tone (0 to 255) between these, and so large a share of it lies so near to that tone; strokes of print are all tones. */
const TONE = { from: 70, to: 165 };
const NEAR = 15;
const NEAR_SHARE = 0.4;
/** Print is darker than the stamp by this much, and its edges stand beside such ink. */
const DARKER = 30;
const EDGE_DARKER = 10;
/** A piece no larger than a character (ems) that has so many such pixels, and such a share of them, is print as a whole: thin strokes are hardly darker than a stamp. */
const CHARACTER_EMS = 1.3;
const DARK_MIN = 2;
const DARK_SHARE = 0.06;
/** So large a share of a page's ink is as dark as print is in the middle of its strokes; a stamp is paler by this much. */
const PRINT_RANK = 0.2;
const PALER = 40;
/** More pieces of one tone are print. */
const PARTS_MAX = 150;

interface Seal {
  box: Pick<InkPiece, 'x0' | 'y0' | 'x1' | 'y1'>;
  tone: number;
}

/**
 * Takes a seal off a grey scan, where its colour is gone: its ring, its star and what it says are of one tone, and the print that
 * stands under them is darker. A seal of a colour is light already, see `lightestChannel`.
 *
 * @param picture changed in place; its paper is white
 * @param em usual height of the print, pixels
 * @param inkBelow the lightest ink, 0 to 255
 * @returns what was taken off and is no larger than a character, a part of the seal or pale print; null where there was no seal
 */
export function removeSeal(
  picture: Raster,
  pieces: readonly InkPiece[],
  { em, dpi, inkBelow }: { em: number; dpi: number; inkBelow: number },
): InkPiece[] | null {
  const toSeals = (box: InkPiece): Seal[] => {
    const tone = toneOf(picture, box, inkBelow);
    return tone === null ? [] : [{ box: { ...box }, tone }];
  };
  const lengthOf = ({ x0, y0, x1, y1 }: InkPiece) => Math.max(x1 - x0, y1 - y0);
  const breadthOf = ({ x0, y0, x1, y1 }: InkPiece) => Math.min(x1 - x0, y1 - y0);
  const widthMax = (WIDTH_MAX * dpi) / 72;
  const isLarge = (piece: InkPiece) =>
    lengthOf(piece) > LENGTH_EMS * em && breadthOf(piece) > BREADTH_EMS * em;
  const paleFrom = printTone(picture, inkBelow) + PALER;
  const seals = pieces
    .filter(isLarge)
    .flatMap(toSeals)
    .filter(({ tone, box }) => tone >= paleFrom && Math.max(box.x1 - box.x0, box.y1 - box.y0) <= widthMax);
  if (seals.length === 0) return null;
  const parts = pieces
    .filter((piece) => lengthOf(piece) > PIECE_EMS * em && !isLarge(piece))
    .flatMap(toSeals);
  const joined = joinParts([...seals, ...parts].slice(0, PARTS_MAX), {
    reach: REACH_EMS * em,
    widthMax,
  });
  const characters = pieces.filter((piece) => lengthOf(piece) <= CHARACTER_EMS * em);
  const gone: InkPiece[] = [];
  for (const whole of joined.filter((one) => seals.some((seal) => holds(one, seal)))) {
    const inside = characters.filter((piece) => meets(whole, piece));
    const kept = new Set(inside.filter((piece) => isPrinted(picture, piece, whole.tone)));
    gone.push(...inside.filter((piece) => !kept.has(piece)));
    lighten(picture, whole, [...kept]);
  }
  return gone;
}

const meets = ({ box }: Seal, { x0, y0, x1, y1 }: InkPiece): boolean =>
  x0 < box.x1 && x1 > box.x0 && y0 < box.y1 && y1 > box.y0;

function isPrinted({ width, pixels }: Raster, { x0, y0, x1, y1, area }: InkPiece, tone: number): boolean {
  let dark = 0;
  for (let y = y0; y < y1; y++)
    for (let x = x0; x < x1; x++) if (pixels[y * width + x]! < tone - DARKER) dark++;
  return dark >= Math.max(DARK_MIN, DARK_SHARE * area);
}

const holds = ({ box: a }: Seal, { box: b }: Seal): boolean =>
  a.x0 <= b.x0 && a.y0 <= b.y0 && a.x1 >= b.x1 && a.y1 >= b.y1;

/** Puts together what stands near, is of one tone, and no wider together than a stamp. */
function joinParts(parts: readonly Seal[], { reach, widthMax }: { reach: number; widthMax: number }): Seal[] {
  const seals: Seal[] = [...parts];
  for (;;) {
    const pair = seals.flatMap((a, i) =>
      seals.slice(i + 1).flatMap((b, j) => {
        const box = hullOf(a.box, b.box);
        const isNear =
          Math.max(a.box.x0, b.box.x0) - Math.min(a.box.x1, b.box.x1) <= reach &&
          Math.max(a.box.y0, b.box.y0) - Math.min(a.box.y1, b.box.y1) <= reach;
        const isOne = Math.max(box.x1 - box.x0, box.y1 - box.y0) <= widthMax;
        return isNear && isOne && Math.abs(a.tone - b.tone) <= NEAR ? [{ i, j: i + 1 + j, box }] : [];
      }),
    )[0];
    if (!pair) return seals;
    const { i, j, box } = pair;
    seals[i] = { box, tone: Math.min(seals[i]!.tone, seals[j]!.tone) };
    seals.splice(j, 1);
  }
}

const hullOf = (a: Seal['box'], b: Seal['box']): Seal['box'] => ({
  x0: Math.min(a.x0, b.x0),
  y0: Math.min(a.y0, b.y0),
  x1: Math.max(a.x1, b.x1),
  y1: Math.max(a.y1, b.y1),
});

/** The tone of the middle of strokes. */
function printTone({ pixels }: Raster, inkBelow: number): number {
  const counts = new Uint32Array(inkBelow);
  let ink = 0;
  for (const pixel of pixels) {
    if (pixel >= inkBelow) continue;
    counts[pixel]!++;
    ink++;
  }
  let seen = 0;
  return counts.findIndex((count) => {
    seen += count;
    return seen >= PRINT_RANK * ink;
  });
}

/** The one tone in which most of the ink in a box is; null where it has none. */
function toneOf({ width, pixels }: Raster, { x0, y0, x1, y1 }: Seal['box'], inkBelow: number): number | null {
  const counts = new Uint32Array(256);
  let ink = 0;
  for (let y = y0; y < y1; y++) {
    for (const pixel of pixels.subarray(y * width + x0, y * width + x1)) {
      if (pixel >= inkBelow) continue;
      counts[pixel]!++;
      ink++;
    }
  }
  let best = 0;
  let most = 0;
  for (let tone = TONE.from; tone <= TONE.to; tone++) {
    const near = counts.subarray(tone - NEAR, tone + NEAR + 1).reduce((sum, count) => sum + count, 0);
    if (near > most) [best, most] = [tone, near];
  }
  return most >= NEAR_SHARE * ink ? best : null;
}

function lighten(
  { width, pixels }: Raster,
  { box: { x0, y0, x1, y1 }, tone }: Seal,
  kept: readonly Seal['box'][],
): void {
  const isKept = (x: number, y: number) =>
    kept.some((piece) => x >= piece.x0 - 1 && x <= piece.x1 && y >= piece.y0 - 1 && y <= piece.y1);
  const isPrint = (x: number, y: number) =>
    x >= x0 && x < x1 && y >= y0 && y < y1 && pixels[y * width + x]! < tone - DARKER;
  const gone: number[] = [];
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++) {
      const at = y * width + x;
      if (pixels[at] === 255 || isPrint(x, y) || isKept(x, y)) continue;
      const isEdge = pixels[at]! < tone - EDGE_DARKER && isBeside(x, y);
      if (!isEdge) gone.push(at);
    }
  }
  for (const at of gone) pixels[at] = 255;

  function isBeside(x: number, y: number): boolean {
    for (let dy = -1; dy <= 1; dy++)
      for (let dx = -1; dx <= 1; dx++) if (isPrint(x + dx, y + dy)) return true;
    return false;
  }
}
