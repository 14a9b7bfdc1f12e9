import type { Chunk } from './chunks.js';

/** The chunks that stand on one line of a page, from its left to its right end (points). */
export interface Line {
  chunks: Chunk[];
  baseline: number;
  size: number;
  x0: number;
  x1: number;
}

/** 一、 opens a section of the report; tables have it in labels only. */
export const SECTION_HEADING = /^[一二三四五六七八九十]+、/u;

/** The lines of a page, or of a part of it, from the top. */
export function linesOf(chunks: readonly Chunk[]): Line[] {
  const lines: Line[] = [];
  for (const chunk of [...chunks].sort((a, b) => a.baseline - b.baseline)) {
    const last = lines.at(-1);
    if (last && chunk.baseline - last.baseline <= 0.3 * chunk.size) {
      last.chunks.push(chunk);
      last.x0 = Math.min(last.x0, chunk.x0);
      last.x1 = Math.max(last.x1, chunk.x1);
    } else
      lines.push({ chunks: [chunk], baseline: chunk.baseline, size: chunk.size, x0: chunk.x0, x1: chunk.x1 });
  }
  return lines;
}

export const hasFigure = ({ chunks }: Line): boolean => chunks.some(({ isFigure }) => isFigure);
