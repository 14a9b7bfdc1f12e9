import { type Chunk, chunkBottom, chunkTop } from '../page/chunks.js';
import { type FigureRow, sameLine } from '../page/figure-rows.js';
import type { Ruling } from '../page/page-content.js';

/** A row of a table as its text shows it: from the top of its first line to the bottom of its last. */
export interface RowBand {
  top: number;
  bottom: number;
  lines: Chunk[];
}

/** Lines of one text are this little further apart than its other lines. */
export const PITCH_SLACK = 1.08;
/** 一、 （一） 1. ①: a line that starts so begins a label. */
export const ORDINAL =
  /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[.．、](?!\d)|[①-⑳]|第[一二三四五六七八九十]+条)/u;

/** Rows of one line are further apart than this (ems). */
const NUMBERED_PITCH_EMS = 1.5;

/** What tells rows apart: the distance of wrapped lines, and the borders that are drawn. */
export interface RowSigns {
  innerPitch: number | undefined;
  horizontal: readonly Ruling[];
  /** Every row has a border. */
  isRuled: boolean;
  /** Most labels begin with an ordinal: one that does not, close under another, goes on with it. */
  isNumbered: boolean;
}

/** Whether a line goes on in the one under it. */
export function isOneText(upper: Chunk, lower: Chunk, signs: RowSigns): boolean {
  const x = (Math.max(upper.x0, lower.x0) + Math.min(upper.x1, lower.x1)) / 2;
  const isDivided = signs.horizontal.some(
    ({ position, from, to }) =>
      position > upper.baseline && position < lower.baseline && from <= x && to >= x,
  );
  if (isDivided) return false;
  if (signs.isRuled) return lower.baseline - upper.baseline < 3 * upper.size;
  if (ORDINAL.test(lower.text)) return false;
  const distance = lower.baseline - upper.baseline;
  if (signs.innerPitch === undefined) return signs.isNumbered && distance <= NUMBERED_PITCH_EMS * lower.size;
  return distance <= PITCH_SLACK * signs.innerPitch;
}

/**
 * The rows of a section: each label with the figures beside it, labels without figures, figures without label. No row has
 * two units.
 */
export function rowBands(
  leaves: readonly Chunk[],
  rows: readonly FigureRow[],
  signs: RowSigns,
  units: readonly Chunk[],
): RowBand[] {
  const blocks: Chunk[][] = [];
  for (const leaf of [...leaves].sort((a, b) => a.baseline - b.baseline || a.x0 - b.x0)) {
    const last = blocks.at(-1)?.at(-1);
    const isSameLine = last && Math.abs(leaf.baseline - last.baseline) <= 0.5 * leaf.size;
    if (
      last &&
      (isSameLine ||
        (!units.includes(leaf) && isOneText(last, leaf, signs) && !haveOwnFigures(last, leaf, rows)))
    )
      blocks.at(-1)!.push(leaf);
    else blocks.push([leaf]);
  }
  const bands = blocks.map(bandOf);
  for (const row of rows) {
    const own = bandOf(row.chunks);
    const middle = row.baseline - 0.38 * row.chunks[0]!.size;
    const home =
      bands.find(({ top, bottom }) => middle >= top && middle <= bottom) ??
      bands.find((band) => gapBetween(own, band) < 0) ??
      bands.find((band) => isWrapOf(own, band, signs) && mayWrap(band.lines, row, rows));
    if (home) Object.assign(home, bandOf([...home.lines, ...own.lines]));
    else bands.push(own);
  }
  return bands.sort((a, b) => a.top + a.bottom - (b.top + b.bottom));
}

/** Each line has figures beside it, and those below are not the rest of those above. */
function haveOwnFigures(upper: Chunk, lower: Chunk, rows: readonly FigureRow[]): boolean {
  const first = rows.find((row) => sameLine(upper, row));
  const second = rows.find((row) => sameLine(lower, row));
  return first !== undefined && second !== undefined && !mayWrap(first.chunks, second, rows);
}

/** Whether figures can be the last digits of those near them: these then fill their columns. */
const mayWrap = (near: readonly Chunk[], row: FigureRow, rows: readonly FigureRow[]): boolean =>
  row.chunks.every((rest) =>
    near.some(
      (figure) => figure.isFigure && isUnder(rest, figure) && widthOf(figure) >= 0.9 * widest(figure, rows),
    ),
  );

const isUnder = (a: Chunk, b: Chunk): boolean => a.x0 < b.x1 && a.x1 > b.x0;
const widthOf = ({ x0, x1 }: Chunk): number => x1 - x0;

const widest = (figure: Chunk, rows: readonly FigureRow[]): number =>
  Math.max(
    ...rows.flatMap(({ chunks }) =>
      chunks.filter((other) => other.isFigure && isUnder(other, figure)).map(widthOf),
    ),
  );

/** Points between two rows; rows never lie over each other, so that less than none means one row. */
const gapBetween = (a: RowBand, b: RowBand): number => Math.max(a.top - b.bottom, b.top - a.bottom);

/** Figures without a label of their own, as near to a row as the lines of one text: digits that wrapped. */
function isWrapOf(row: RowBand, band: RowBand, signs: RowSigns): boolean {
  const size = row.lines[0]!.size;
  const pitch = signs.innerPitch ?? WRAP_PITCH_EMS * size;
  return !signs.isRuled && gapBetween(row, band) <= PITCH_SLACK * pitch - size;
}

/** Lines of one text are about this many ems apart, where nothing shows how many. */
const WRAP_PITCH_EMS = 1.4;

const bandOf = (lines: Chunk[]): RowBand => ({
  top: Math.min(...lines.map(chunkTop)),
  bottom: Math.max(...lines.map(chunkBottom)),
  lines,
});
