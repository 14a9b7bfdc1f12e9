import { type Glyph, glyphBox } from './page-content.js';
import { groupLines } from './text-line.js';

/** Text of one line without a gap: a cell's, or the part of it that stands on this line. Points from the top left. */
export interface Chunk {
  text: string;
  x0: number;
  x1: number;
  baseline: number;
  size: number;
  /** A number, or what stands for none. */
  isFigure: boolean;
}

/** Cells keep this many ems between their texts: 3 points of padding on each side of small print. */
export const CHUNK_GAP_EMS = 0.45;

/** A figure as it stands alone in a cell. */
export const FIGURE = /^(?:[-+−－]?[\d０-９][\d０-９.,，．]*[％%]?|[-—–－/／\\]{1,6}|无)$/u;

/** Whether a text is a number, or what stands for none: —, /, 无. */
export const isFigureText = (text: string): boolean => FIGURE.test(text);

/** Cuts glyphs into chunks, from the top, and from the left in a line. */
export function chunksOf(glyphs: readonly Glyph[]): Chunk[] {
  return cutAtColumns(groupsOf(glyphs)).map(toChunk);
}

/** Glyphs of one line between which no gap shows. */
function groupsOf(glyphs: readonly Glyph[]): Glyph[][] {
  return groupLines(glyphs).flatMap((line) => {
    const groups: Glyph[][] = [];
    for (const { glyph } of line.glyphs) {
      const last = groups.at(-1)?.at(-1);
      const gap = last ? glyph.x0 - last.x1 : Number.POSITIVE_INFINITY;
      if (last && gap < CHUNK_GAP_EMS * Math.max(glyph.size, last.size)) groups.at(-1)!.push(glyph);
      else groups.push([glyph]);
    }
    return groups;
  });
}

/** Where a column begins, a gap of this many ems parts its texts from those of the column before. */
const COLUMN_GAP_MIN_EMS = 0.15;
/** Texts begin at one height of the page but for this (points); so many of them make a column ... */
const EDGE_SLACK = 0.75;
const EDGE_TEXTS_MIN = 2;
/** ... on lines that are this near (points). */
const EDGE_REACH = 260;

/**
 * Cuts texts that stand closer than columns usually do, where others begin at the same place:
 *
 *     行政规范性文件48     35      436       48 begins where 3 and 1418 do, a third of an em behind its label
 *     规章          3      1       12
 */
function cutAtColumns(groups: readonly (readonly Glyph[])[]): (readonly Glyph[])[] {
  const edges = new Map<number, number[]>();
  const keyOf = (x: number) => Math.round(x / EDGE_SLACK);
  for (const [first] of groups) {
    const key = keyOf(first!.x0);
    edges.set(key, [...(edges.get(key) ?? []), first!.baseline].slice(-EDGES_MAX));
  }
  const begins = ({ x0, baseline, size }: Glyph): boolean => {
    const near = [-1, 0, 1].flatMap((beside) => edges.get(keyOf(x0) + beside) ?? []);
    const others = near.filter((other) => {
      const distance = Math.abs(other - baseline);
      return distance > 0.5 * size && distance <= EDGE_REACH;
    });
    return new Set(others.map(Math.round)).size >= EDGE_TEXTS_MIN;
  };
  return groups.flatMap((group) => {
    const cuts = group.flatMap((glyph, i) => {
      const before = group[i - 1];
      const isCut = before && (glyph.x0 - before.x1) / glyph.size >= COLUMN_GAP_MIN_EMS && begins(glyph);
      return isCut ? [i] : [];
    });
    return [0, ...cuts].map((from, k) => group.slice(from, cuts[k] ?? group.length));
  });
}

/** A page has fewer lines. */
const EDGES_MAX = 200;

function toChunk(glyphs: readonly Glyph[]): Chunk {
  const text = glyphs.map((glyph) => glyph.text).join('');
  return {
    text,
    x0: Math.min(...glyphs.map((glyph) => glyph.x0)),
    x1: Math.max(...glyphs.map((glyph) => glyph.x1)),
    baseline: glyphs[0]!.baseline,
    size: Math.max(...glyphs.map((glyph) => glyph.size)),
    isFigure: isFigureText(text),
  };
}

/** Top and bottom of what a chunk prints. */
export const chunkTop = ({ baseline, size }: Chunk): number => baseline - 0.88 * size;
export const chunkBottom = ({ baseline, size }: Chunk): number => baseline + 0.12 * size;
export const chunkCentre = ({ x0, x1 }: Chunk): number => (x0 + x1) / 2;

/** Glyphs of chunks whose middle lies in a box are those of the region. */
export const isInside = (
  glyph: Glyph,
  [x0, y0, x1, y1]: readonly [number, number, number, number],
): boolean => {
  const [left, top, right, bottom] = glyphBox(glyph);
  const x = (left + right) / 2;
  const y = (top + bottom) / 2;
  return x >= x0 && x <= x1 && y >= y0 && y <= y1;
};
