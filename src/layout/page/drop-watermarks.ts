import { intersectBoxes } from './matrix.js';
import { type Glyph, glyphBox, type PageContent } from './page-content.js';

/** A watermark is at least this many times as large as the usual text of its page; titles are at most twice as large. */
const SIZE_MIN = 2.2;
/** It lies over other text: it covers this share of a character of the usual size. */
const COVER_MIN = 0.2;
/** The same mark stands at the same place (points) of other pages, where it may lie over nothing. */
const PLACE_SLACK = 3;

/** A text that was drawn in one piece: one size, one baseline. */
interface Mark {
  page: number;
  glyphs: Glyph[];
  text: string;
}

interface WithoutWatermarks {
  pages: PageContent[];
  /** What was taken out, by page. */
  watermarks: { page: number; text: string }[];
}

/**
 * Takes out large text that lies over the text of the page: its letters would fall into cells and sentences.
 *
 *     | 规章 | C1 | O0 | P2 |      COPY, 80 points high, over a table of 10 points
 */
export function dropWatermarks(pages: readonly PageContent[]): WithoutWatermarks {
  const large = pages.map(largeMarks);
  const covering = pages.flatMap(({ glyphs }, i) => large[i]!.filter((mark) => coversText(mark, glyphs)));
  const watermarks: WithoutWatermarks['watermarks'] = [];
  const kept = pages.map((page, i) => {
    const dropped = large[i]!.filter((mark) => covering.some((other) => isSameMark(mark, other)));
    if (dropped.length === 0) return page;
    for (const { page: number, text } of dropped) watermarks.push({ page: number, text });
    const gone = new Set(dropped.flatMap(({ glyphs }) => glyphs));
    return { ...page, glyphs: page.glyphs.filter((glyph) => !gone.has(glyph)) };
  });
  return { pages: kept, watermarks };
}

function largeMarks({ number, glyphs }: PageContent): Mark[] {
  const inked = glyphs.filter(({ text }) => text.trim() !== '');
  const sizes = inked.map(({ size }) => size).sort((a, b) => a - b);
  const usual = sizes[sizes.length >> 1];
  if (usual === undefined) return [];
  const marks = new Map<string, Mark>();
  for (const glyph of glyphs) {
    if (glyph.size < SIZE_MIN * usual) continue;
    const key = `${glyph.font} ${glyph.size.toFixed(1)} ${glyph.baseline.toFixed(1)}`;
    const mark = marks.get(key) ?? { page: number, glyphs: [], text: '' };
    mark.glyphs.push(glyph);
    mark.text += glyph.text;
    marks.set(key, mark);
  }
  return [...marks.values()];
}

const coversText = (mark: Mark, glyphs: readonly Glyph[]): boolean => {
  const usual = glyphs.filter(
    (glyph) => glyph.text.trim() !== '' && glyph.size * SIZE_MIN <= mark.glyphs[0]!.size,
  );
  return mark.glyphs.some((large) => usual.some((glyph) => coverShare(large, glyph) > COVER_MIN));
};

function coverShare(large: Glyph, small: Glyph): number {
  const box = glyphBox(small);
  const common = intersectBoxes(box, glyphBox(large));
  const area = Math.max(0, common[2] - common[0]) * Math.max(0, common[3] - common[1]);
  return area / ((box[2] - box[0]) * (box[3] - box[1]));
}

const isSameMark = (a: Mark, b: Mark): boolean =>
  a.text === b.text &&
  Math.abs(a.glyphs[0]!.x0 - b.glyphs[0]!.x0) <= PLACE_SLACK &&
  Math.abs(a.glyphs[0]!.baseline - b.glyphs[0]!.baseline) <= PLACE_SLACK;
