import type { Glyph, Ruling } from '../../layout/page/page-content.js';
import { groupLines, type TextLine } from '../../layout/page/text-line.js';

/** Helpers of the tests: text and lines as they would be read from a page. Chinese is one em wide, everything else half. */

interface Drawn {
  x?: number;
  y?: number;
  size?: number;
  page?: number;
  /** Extra distance after each character, in ems. */
  spread?: number;
}

export function drawText(
  text: string,
  { x = 0, y = 100, size = 10, page = 1, spread = 0 }: Drawn = {},
): Glyph[] {
  const glyphs: Glyph[] = [];
  let at = x;
  for (const character of text) {
    const width = /[\u2e80-\uffef]/u.test(character) ? size : size / 2;
    glyphs.push({ text: character, page, x0: at, x1: at + width, baseline: y, size, font: 'test' });
    at += width + spread * size;
  }
  return glyphs;
}

export function drawLine(text: string, how: Drawn = {}): TextLine {
  return groupLines(drawText(text, how))[0]!;
}

export const across = (y: number, from: number, to: number): Ruling => ({
  axis: 'horizontal',
  position: y,
  from,
  to,
});

export const down = (x: number, from: number, to: number): Ruling => ({
  axis: 'vertical',
  position: x,
  from,
  to,
});
