import { describe, expect, it } from 'vitest';
import { across, down, drawText } from '../../testing/layout/drawn.js';
import type { Glyph, PageContent } from '../page/page-content.js';
import { alignPages } from './align-pages.js';

/** A page with a table of two columns from `left` on, `wide` points wide. */
function pageOf(left: number, { wide = 300, isScanned = true } = {}): PageContent {
  const recognised = { score: 1, rivals: [] };
  const glyphs = drawText('7', { x: left + 10, y: 114 }).map(
    (glyph): Glyph => ({ ...glyph, ...(isScanned && { recognised }) }),
  );
  const rulings = [
    ...[100, 120, 140].map((y) => across(y, left, left + wide)),
    ...[left, left + 100, left + wide].map((x) => down(x, 100, 140)),
  ];
  return {
    ...{ number: 1, width: 500, height: 700, glyphs, rulings, hiddenText: '', rotatedText: '' },
    ...{ isTextInvisible: false, hasDrawing: true, unmappedFonts: [], unmappedShare: 0 },
    toDisplay: (box) => box,
  };
}

const leftOf = ({ rulings }: PageContent): number =>
  Math.min(...rulings.filter(({ axis }) => axis === 'vertical').map(({ position }) => position));

describe('alignPages', () => {
  it('puts the parts of a table under each other, and still knows where they stood', () => {
    const [, second, third] = alignPages([pageOf(50), pageOf(62), pageOf(41)]);
    expect([leftOf(second!), leftOf(third!)]).toEqual([50, 50]);
    expect(second!.glyphs[0]!.x0).toBe(60);
    expect(second!.toDisplay([60, 100, 65, 110])).toEqual([72, 100, 77, 110]);
    expect(third!.width).toBe(509);
  });

  it('leaves pages of text, other tables and far shifts alone', () => {
    for (const page of [pageOf(62, { isScanned: false }), pageOf(62, { wide: 250 }), pageOf(120)]) {
      expect(alignPages([pageOf(50), page])[1]).toBe(page);
    }
    const empty = { ...pageOf(62), rulings: [] };
    expect(alignPages([pageOf(50), empty])[1]).toBe(empty);
  });
});
