import { type Chunk, chunkBottom, chunkTop } from './chunks.js';
import type { FigureRow } from './figure-rows.js';
import type { Ruling } from './page-content.js';

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

/** What tells rows apart: the distance of wrapped lines, and the borders that are drawn. */
export interface RowSigns {
  innerPitch: number | undefined;
  horizontal: readonly Ruling[];
  /** Every row has a border. */
  isRuled: boolean;
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
  return signs.innerPitch !== undefined && lower.baseline - upper.baseline <= PITCH_SLACK * signs.innerPitch;
}

/** The rows of a section: each label with the figures beside it, labels without figures, figures without label. */
export function rowBands(leaves: readonly Chunk[], rows: readonly FigureRow[], signs: RowSigns): RowBand[] {
  const blocks: Chunk[][] = [];
  for (const leaf of [...leaves].sort((a, b) => a.baseline - b.baseline || a.x0 - b.x0)) {
    const last = blocks.at(-1)?.at(-1);
    const isSameLine = last && Math.abs(leaf.baseline - last.baseline) <= 0.5 * leaf.size;
    if (last && (isSameLine || isOneText(last, leaf, signs))) blocks.at(-1)!.push(leaf);
    else blocks.push([leaf]);
  }
  const bands = blocks.map(bandOf);
  const loose: RowBand[] = [];
  const taken = new Map<RowBand, FigureRow[]>();
  for (const row of rows) {
    const middle = row.baseline - 0.38 * row.chunks[0]!.size;
    const band = bands.find(({ top, bottom }) => middle >= top && middle <= bottom);
    if (band) taken.set(band, [...(taken.get(band) ?? []), row]);
    else loose.push(bandOf(row.chunks));
  }
  const divided = bands.flatMap((band) => divide(band, taken.get(band) ?? []));
  return [...divided, ...loose].sort((a, b) => a.top + a.bottom - (b.top + b.bottom));
}

const bandOf = (lines: Chunk[]): RowBand => ({
  top: Math.min(...lines.map(chunkTop)),
  bottom: Math.max(...lines.map(chunkBottom)),
  lines,
});

/** Labels without a sign between them stand beside several rows of figures: each line goes to the nearest row. */
function divide(band: RowBand, rows: readonly FigureRow[]): RowBand[] {
  if (rows.length <= 1) return [bandOf([...band.lines, ...(rows[0]?.chunks ?? [])])];
  const parts = rows.map((row) => [...row.chunks]);
  for (const line of band.lines) {
    let best = 0;
    rows.forEach(({ baseline }, i) => {
      if (Math.abs(baseline - line.baseline) < Math.abs(rows[best]!.baseline - line.baseline)) best = i;
    });
    parts[best]!.push(line);
  }
  return parts.map(bandOf);
}
