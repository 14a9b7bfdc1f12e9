import { isDash, isDigits, isMinus, withoutDust } from './digit-ink.js';
import { findLines, type InkLine } from './find-lines.js';
import type { InkPiece } from './ink-pieces.js';
import type { Region } from './page-regions.js';

/** A line to be read. */
export interface PageLine extends InkLine {
  /** The cell that it stands in; null outside tables. Pixels. */
  cell: Region['box'];
  /** Usual em height of the print around it, pixels. */
  em: number;
  /** A border of its cell was not found: the print belongs to two cells. */
  isCrossed: boolean;
  /** What a seal left stands on the line: only dark pixels are print. */
  isStained: boolean;
  /** Beside it ink was taken off with a seal. */
  isHidden: boolean;
  /** Nothing but a long low stroke: a placeholder. */
  isDash: boolean;
  /** Something pale stands left of its figure, where a minus would. */
  mayHaveSign: boolean;
  /** Dust near the line, to be left out of its picture. */
  specks: InkPiece[];
}

type Unmarked = Omit<PageLine, 'isStained' | 'isDash' | 'isHidden'>;

/** Dust is no larger than this (points) in either direction; a point of small print is hardly smaller. */
const SPECK_MAX = 1.6;
/** A speck this near (ems) to other ink may be a point or a part of a character. */
const NEAR_EMS = 0.28;
/** A minus is at least this long, ems. */
const SIGN_EMS = 0.13;
/** Outside tables a gap of this many ems parts two columns of text. */
const COLUMN_GAP_EMS = 2;
/** Outside tables ink higher than this many ems is no print: a seal, a drawing. */
const PICTURE_EMS = 4;
/** A line of pieces no larger than this (ems) is dust. */
const DUST_EMS = 0.25;
/** A piece so high in its cell (share), and no wider than this (ems), is a border. */
const BORDER_SHARE = 0.8;
const BORDER_EMS = 0.25;
/** A piece so much higher than its cell goes on in others. */
const SEAL_SHARE = 1.1;
/** What went with a seal and is lower (ems) was no digit. */
const FIGURE_EMS = 0.45;
/** A piece along a border, thinner than this (points), is what is left of the border. */
const RESIDUE_MAX = 1.2;
const BORDER_REACH = 2.4;
/** Digits are this high, ems. */
const DIGIT_HIGH = { from: 0.55, to: 0.9 };

/**
 * The lines of print of a page, region by region. A cell of which all ink went with a seal has a line that says nothing.
 * @param seals what seals left on the page, and what was taken off it with them
 */
export function pageLines(
  regions: readonly Region[],
  dpi: number,
  { stains, gone }: { stains: readonly InkPiece[]; gone: readonly InkPiece[] } = { stains: [], gone: [] },
): PageLine[] {
  const pixels = (points: number) => (points * dpi) / 72;
  return regions.flatMap(({ box, pieces, em }) => {
    const ink = pieces.filter((piece) =>
      box === null
        ? heightOf(piece) <= PICTURE_EMS * em
        : !isResidue(piece, { box, em }, pixels) && !isSeal(piece, box, em),
    );
    const isSpeck = (piece: InkPiece) => sizeOf(piece) <= Math.max(2, pixels(SPECK_MAX));
    const solid = ink.filter((piece) => !isSpeck(piece));
    const specks = ink.filter(isSpeck);
    const lines = findLines(solid, em, box === null ? COLUMN_GAP_EMS * em : Number.POSITIVE_INFINITY);
    const printed = lines.filter((line) => line.pieces.some((piece) => sizeOf(piece) > DUST_EMS * em));
    const hidden = box === null ? [] : hiddenIn(box, { pieces, gone, em });
    if (box !== null && printed.length === 0 && hidden.length > 0) return [unreadLine(box, hidden, em)];
    return printed.map((printedLine) => {
      const line = box === null ? printedLine : withoutDust(printedLine, em);
      return {
        ...withSpecks(line, box, specks, em),
        isDash: box !== null && isDash(line, em),
        isHidden: hidden.length > 0,
        isStained: stains.some((stain) => isBeside(stain, line, em)),
      };
    });
  });
}

type Cell = NonNullable<Region['box']>;

/** Ink of a cell that is no print for its size, or went with a seal. */
function hiddenIn(
  box: Cell,
  { pieces, gone, em }: { pieces: readonly InkPiece[]; gone: readonly InkPiece[]; em: number },
): InkPiece[] {
  const isInside = ({ x0, y0, x1, y1 }: InkPiece) =>
    x0 + x1 > 2 * box.x0 && x0 + x1 < 2 * box.x1 && y0 + y1 > 2 * box.y0 && y0 + y1 < 2 * box.y1;
  const lost = gone.filter((piece) => heightOf(piece) >= FIGURE_EMS * em && isInside(piece));
  return [...pieces.filter((piece) => isSeal(piece, box, em)), ...lost];
}

function unreadLine(cell: Cell, hidden: readonly InkPiece[], em: number): PageLine {
  const pieces = hidden.map((piece) => ({
    ...piece,
    y0: Math.max(piece.y0, Math.ceil(cell.y0)),
    y1: Math.min(piece.y1, Math.floor(cell.y1)),
  }));
  const hull = {
    x0: Math.min(...pieces.map(({ x0 }) => x0)),
    y0: Math.min(...pieces.map(({ y0 }) => y0)),
    x1: Math.max(...pieces.map(({ x1 }) => x1)),
    y1: Math.max(...pieces.map(({ y1 }) => y1)),
  };
  const marks = { mayHaveSign: false, isDash: false, isStained: false, isHidden: true, isCrossed: true };
  return { ...hull, pieces, cell, em, specks: [], ...marks };
}

const heightOf = ({ y0, y1 }: InkPiece): number => y1 - y0;
const widthOf = ({ x0, x1 }: InkPiece): number => x1 - x0;
const sizeOf = (piece: InkPiece): number => Math.max(heightOf(piece), widthOf(piece));

const isBeside = (a: InkPiece, b: InkLine, reach: number): boolean =>
  a.x0 < b.x1 + reach && b.x0 - reach < a.x1 && a.y0 < b.y1 + reach && b.y0 - reach < a.y1;

function withSpecks(line: InkLine, cell: Region['box'], specks: readonly InkPiece[], em: number): Unmarked {
  const reach = Math.ceil(em);
  const beside = specks.filter(
    (speck) =>
      speck.x1 > line.x0 - reach &&
      speck.x0 < line.x1 + reach &&
      speck.y1 > line.y0 - reach &&
      speck.y0 < line.y1 + reach,
  );
  const isFigure = cell !== null && isDigits(line, em);
  const isNear = (speck: InkPiece) =>
    (!isFigure || isMinus(speck, line) || (speck.x0 > line.x0 && speck.x1 < line.x1)) &&
    line.pieces.some(
      (piece) =>
        speck.x0 - piece.x1 < NEAR_EMS * em &&
        piece.x0 - speck.x1 < NEAR_EMS * em &&
        speck.y0 - piece.y1 < NEAR_EMS * em &&
        piece.y0 - speck.y1 < NEAR_EMS * em,
    );
  const near = beside.filter(isNear);
  const own: Unmarked = {
    ...line,
    cell,
    em,
    mayHaveSign: isFigure && near.some((speck) => isMinus(speck, line) && widthOf(speck) >= SIGN_EMS * em),
    isCrossed: cell !== null && line.pieces.some((piece) => isBorder(piece, cell, em)),
    specks: beside.filter((speck) => !near.includes(speck)),
  };
  for (const { x0, x1, y0, y1 } of near) {
    own.x0 = Math.min(own.x0, x0);
    own.x1 = Math.max(own.x1, x1);
    own.y0 = Math.min(own.y0, y0);
    own.y1 = Math.max(own.y1, y1);
  }
  return own;
}

/** Higher than any print of the cell, and thin. */
const isBorder = (piece: InkPiece, { y0, y1 }: NonNullable<Region['box']>, em: number): boolean =>
  heightOf(piece) >= Math.max(BORDER_SHARE * (y1 - y0), em) && widthOf(piece) <= BORDER_EMS * em;

/** Higher than its cell and no straight border: a piece of the ring of a seal. */
const isSeal = (piece: InkPiece, { y0, y1 }: NonNullable<Region['box']>, em: number): boolean =>
  heightOf(piece) > SEAL_SHARE * (y1 - y0) && widthOf(piece) > BORDER_EMS * em && y1 - y0 > em;

/** What erasing left of a border of the cell. */
function isResidue(
  piece: InkPiece,
  { box, em }: { box: NonNullable<Region['box']>; em: number },
  pixels: (points: number) => number,
): boolean {
  const thin = Math.max(2, pixels(RESIDUE_MAX));
  const reach = Math.max(3, pixels(BORDER_REACH));
  const isAtSide = piece.x1 - box.x0 <= reach || box.x1 - piece.x0 <= reach;
  const isAtEnd = piece.y1 - box.y0 <= reach || box.y1 - piece.y0 <= reach;
  // A thin 1 that stands at the border is as high as a digit.
  const isDigitHigh = heightOf(piece) >= DIGIT_HIGH.from * em && heightOf(piece) <= DIGIT_HIGH.to * em;
  return (isAtSide && widthOf(piece) <= thin && !isDigitHigh) || (isAtEnd && heightOf(piece) <= thin);
}
