import type { InkPiece } from './ink-pieces.js';

/** One line of print and its pieces of ink; pixels, `x1` and `y1` exclusive. */
export interface InkLine {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  pieces: InkPiece[];
  /** One large character. */
  isOne?: true;
}

/** Strokes of one character (二) stand apart, but within this many ems. */
const CHARACTER_EMS = 1.15;
/** A line of a heading is so many times wider than high. */
const HEADING_WIDTHS = 4;
/** What is higher is two lines whose ink meets somewhere. */
const LINE_EMS = 1.75;
/** Neither half of a cut line is lower. */
const HALF_EMS = 0.5;

/**
 * Cuts pieces of ink into lines, from top to bottom and left to right.
 *
 * @param em usual height of the print, pixels
 * @param columnGap a gap this wide (pixels) parts two columns of text; infinite inside a cell
 */
export function findLines(pieces: readonly InkPiece[], em: number, columnGap: number): InkLine[] {
  return mergeStrokes(bandsOf(pieces), em).flatMap((band) => {
    const columns = columnsOf(band.pieces, columnGap);
    if (columns.length > 1) return columns.flatMap((column) => findLines(column, em, columnGap));
    const halves = cutTall(band, em);
    return halves ? halves.flatMap((half) => findLines(half, em, columnGap)) : [band];
  });
}

function bandsOf(pieces: readonly InkPiece[]): InkLine[] {
  const bands: InkLine[] = [];
  for (const piece of [...pieces].sort((a, b) => a.y0 - b.y0 || a.x0 - b.x0)) {
    const band = bands.at(-1);
    if (band && piece.y0 < band.y1) add(band, piece);
    else bands.push({ x0: piece.x0, y0: piece.y0, x1: piece.x1, y1: piece.y1, pieces: [piece] });
  }
  return bands;
}

function add(band: InkLine, piece: InkPiece): void {
  band.pieces.push(piece);
  band.x0 = Math.min(band.x0, piece.x0);
  band.x1 = Math.max(band.x1, piece.x1);
  band.y0 = Math.min(band.y0, piece.y0);
  band.y1 = Math.max(band.y1, piece.y1);
}

/** Puts bands together that are no higher than one character, the nearest first. */
function mergeStrokes(bands: InkLine[], em: number): InkLine[] {
  const merged = [...bands];
  for (;;) {
    let nearest = -1;
    let gap = Number.POSITIVE_INFINITY;
    for (let i = 0; i + 1 < merged.length; i++) {
      const [a, b] = [merged[i]!, merged[i + 1]!];
      const isOne = b.y1 - a.y0 <= CHARACTER_EMS * em || isLarge(a, b, merged[i - 1]);
      if (!isOne || b.y0 - a.y1 >= gap) continue;
      nearest = i;
      gap = b.y0 - a.y1;
    }
    if (nearest < 0) return merged;
    const [a, b] = merged.splice(nearest, 2) as [InkLine, InkLine];
    const both: InkLine = { ...a, pieces: [...a.pieces] };
    for (const piece of b.pieces) add(both, piece);
    if (both.y1 - both.y0 > CHARACTER_EMS * em) both.isOne = true;
    merged.splice(nearest, 0, both);
  }
}

/** The last character of a heading in larger print, alone on its line: no wider than high, and as high as the line above it. */
function isLarge(a: InkLine, b: InkLine, above: InkLine | undefined): boolean {
  if (!above || above.x1 - above.x0 < HEADING_WIDTHS * (above.y1 - above.y0)) return false;
  const high = b.y1 - a.y0;
  const wide = Math.max(a.x1, b.x1) - Math.min(a.x0, b.x0);
  return high <= CHARACTER_EMS * (above.y1 - above.y0) && wide <= CHARACTER_EMS * high;
}

function columnsOf(pieces: readonly InkPiece[], columnGap: number): InkPiece[][] {
  const columns: { pieces: InkPiece[]; x1: number }[] = [];
  for (const piece of [...pieces].sort((a, b) => a.x0 - b.x0 || a.y0 - b.y0)) {
    const column = columns.at(-1);
    if (column && piece.x0 - column.x1 < columnGap) {
      column.pieces.push(piece);
      column.x1 = Math.max(column.x1, piece.x1);
    } else columns.push({ pieces: [piece], x1: piece.x1 });
  }
  return columns.map((column) => column.pieces);
}

/** Cuts a band that is too high where the least ink stands; a large character alone has no such place. */
function cutTall({ y0, y1, pieces, isOne }: InkLine, em: number): [InkPiece[], InkPiece[]] | undefined {
  if (isOne || y1 - y0 < LINE_EMS * em) return undefined;
  const cover = new Float64Array(y1 - y0 + 1);
  for (const piece of pieces) {
    for (let y = piece.y0 - y0; y < piece.y1 - y0; y++) cover[y]! += piece.x1 - piece.x0;
  }
  const half = Math.ceil(HALF_EMS * em);
  const usual = [...cover].sort((a, b) => a - b)[cover.length >> 1]!;
  let best = -1;
  for (let y = half; y < cover.length - half; y++) if (best < 0 || cover[y]! < cover[best]!) best = y;
  if (best < 0 || cover[best]! > 0.5 * usual) return undefined;
  const upper = pieces.filter((piece) => (piece.y0 + piece.y1) / 2 < y0 + best);
  const lower = pieces.filter((piece) => (piece.y0 + piece.y1) / 2 >= y0 + best);
  return upper.length > 0 && lower.length > 0 ? [upper, lower] : undefined;
}
