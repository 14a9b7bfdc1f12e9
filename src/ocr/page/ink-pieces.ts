import type { Raster } from '../../model/picture-reader.js';
import type { InkMask } from './ink-mask.js';

/** A connected piece of ink and the box around it, in pixels; `x1` and `y1` are exclusive. */
export interface InkPiece {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  /** Pixels of ink. */
  area: number;
  /** How light they are together: the sum of their pixels. */
  light: number;
}

/** A page of the smallest print has some 20,000; what has far more is a photograph or noise, and its rest is left out. */
const PIECES_MAX = 200_000;

interface Run {
  from: number;
  to: number;
  piece: number;
}

/**
 * Finds the pieces of ink, corners counting as connected, in order of their first pixel.
 * @param picture in which the mask found ink
 */
export function inkPieces({ width, height, bits }: InkMask, { pixels }: Raster): InkPiece[] {
  const pieces: InkPiece[] = [];
  const parents: number[] = [];
  const rootOf = (index: number): number => {
    let root = index;
    while (parents[root] !== root) root = parents[root]!;
    while (parents[index] !== root) [index, parents[index]] = [parents[index]!, root];
    return root;
  };
  let above: Run[] = [];
  for (let y = 0; y < height && pieces.length < PIECES_MAX; y++) {
    const row: Run[] = [];
    let first = 0;
    for (let x = 0; x < width; x++) {
      if (bits[y * width + x] === 0) continue;
      const from = x;
      let light = 0;
      for (; x < width && bits[y * width + x] === 1; x++) light += pixels[y * width + x]!;
      while (first < above.length && above[first]!.to < from) first++;
      let piece = -1;
      for (let i = first; i < above.length && above[i]!.from <= x; i++) {
        const root = rootOf(above[i]!.piece);
        if (piece === -1) piece = root;
        else if (root !== piece) {
          const [kept, gone] = piece < root ? [piece, root] : [root, piece];
          parents[gone] = kept;
          unite(pieces[kept]!, pieces[gone]!);
          piece = kept;
        }
      }
      const own = { x0: from, y0: y, x1: x, y1: y + 1, area: x - from, light };
      if (piece === -1) {
        piece = pieces.length;
        parents.push(piece);
        pieces.push(own);
      } else unite(pieces[piece]!, own);
      row.push({ from, to: x, piece });
    }
    above = row;
  }
  return pieces.filter((_, i) => parents[i] === i);
}

function unite(piece: InkPiece, other: InkPiece): void {
  piece.x0 = Math.min(piece.x0, other.x0);
  piece.y0 = Math.min(piece.y0, other.y0);
  piece.x1 = Math.max(piece.x1, other.x1);
  piece.y1 = Math.max(piece.y1, other.y1);
  piece.area += other.area;
  piece.light += other.light;
}
