import type { Line } from './lines.js';

/**
 * A page or a table in one line, with a sign between every two cells, as tools write it that join all texts of a page:
 *
 *   … | 规章 | 0 | 3 | 0 | 行政规范性文件 | 12 | 3 | 61 | …
 *
 * The sign is the one that parts most of its figures. Gives what stands between two signs, empty pieces too; null where the line
 * is not of this kind.
 */
export function cutLongLine(line: Line): Line[] | null {
  const sign = line.text.length < LENGTH_MIN ? null : partingSign(line.text);
  if (sign === null) return null;
  const pieces: Line[] = [];
  let at = 0;
  for (const text of line.text.split(sign)) {
    pieces.push({ text, start: line.start + at, end: line.start + at + text.length });
    at += text.length + sign.length;
  }
  return pieces;
}

/** Shorter lines are rows. */
const LENGTH_MIN = 200;
/** Fewer figures in a row are prose. */
const FIGURES_MIN = 10;
/** Figures with one sign between them, or an empty cell; what only parts dates, numbers of phones and decimals is no such sign. */
const BETWEEN_FIGURES =
  /(?<=\d)[ \u3000]*([^\s\d\p{L}.:：\-–—/+%年月日）)」』”。]{1,2})[ \u3000]*(?=\d|\1)/gu;

function partingSign(text: string): string | null {
  const votes = new Map<string, number>();
  for (const [, sign] of text.matchAll(BETWEEN_FIGURES)) votes.set(sign!, (votes.get(sign!) ?? 0) + 1);
  const [best] = [...votes].sort((a, b) => b[1] - a[1]);
  return best && best[1] >= FIGURES_MIN ? best[0] : null;
}
