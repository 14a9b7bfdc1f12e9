import type { InkPiece } from './ink-pieces.js';

/** How far from the tone of the print (0) to the lightest ink (1) a piece is pale. */
const PALE_FROM = 0.55;
/** Shorter or flatter pieces (ems) may be hairlines of characters. */
const LENGTH_EMS = 0.6;
const BREADTH_EMS = 0.2;
/** A seal leaves pieces of this length together (ems). */
const TOGETHER_EMS = 4;
/** Even beside a seal this is print. */
const PRINT_BELOW_MIN = 125;

/** What a coloured seal leaves on a page of print. */
interface Stains {
  pieces: InkPiece[];
  /** On this page what is darker than this (0 to 255) is print, not seal. */
  printBelow: number;
}

/**
 * Finds the pieces that are too pale to be print. Print and seal that touch are one piece, and dark.
 * @param em usual height of the print, pixels
 * @param inkBelow the lightest ink, 0 to 255
 */
export function findStains(pieces: readonly InkPiece[], em: number, inkBelow: number): Stains {
  const print = toneOfPrint(pieces);
  const pale = print + PALE_FROM * (inkBelow - print);
  const pieceLength = ({ x0, y0, x1, y1 }: InkPiece) => Math.max(x1 - x0, y1 - y0);
  const found = pieces.filter(
    (piece) =>
      piece.light / piece.area > pale &&
      pieceLength(piece) >= LENGTH_EMS * em &&
      Math.min(piece.x1 - piece.x0, piece.y1 - piece.y0) >= BREADTH_EMS * em,
  );
  const together = found.reduce((sum, piece) => sum + pieceLength(piece), 0);
  const faint = together >= TOGETHER_EMS * em ? found : [];
  return { pieces: faint, printBelow: faint.length > 0 ? Math.max(pale, PRINT_BELOW_MIN) : inkBelow };
}

/** The tone of the piece in the middle, by area. */
function toneOfPrint(pieces: readonly InkPiece[]): number {
  const sorted = pieces
    .map(({ light, area }) => ({ tone: light / area, area }))
    .sort((a, b) => a.tone - b.tone);
  const half = sorted.reduce((sum, { area }) => sum + area, 0) / 2;
  let seen = 0;
  for (const { tone, area } of sorted) {
    seen += area;
    if (seen >= half) return tone;
  }
  return 0;
}
