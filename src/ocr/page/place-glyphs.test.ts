import { describe, expect, it } from 'vitest';
import type { PageLine } from './page-lines.js';
import { placeGlyphs } from './place-glyphs.js';

const DPI = 72;
const line = (...boxes: [number, number][]): PageLine => ({
  ...{ x0: boxes[0]![0], x1: boxes.at(-1)![1], y0: 100, y1: 117 },
  pieces: boxes.map(([x0, x1]) => ({ x0, x1, y0: 100, y1: 117, area: 50, light: 0 })),
  ...{ cell: { x0: 0, y0: 90, x1: 300, y1: 130 }, em: 24, specks: [] },
  ...{ isCrossed: false, isHidden: false, isStained: false, isDash: false, mayHaveSign: false },
});
const cut = { left: 0, picture: { width: 300, height: 20, pixels: new Uint8Array(6000) } };
const seen = (text: string, ats: number[]) => ({
  characters: [...text].map((own, i) => ({ text: own, score: 0.9, rivals: [], at: ats[i]! / 300 })),
});
const say = (glyphs: ReturnType<typeof placeGlyphs>) =>
  [...glyphs]
    .sort((a, b) => a.x0 - b.x0)
    .map(({ text }) => text)
    .join('');

describe('placeGlyphs', () => {
  it('sets digits side by side, from the first ink to the last', () => {
    const glyphs = placeGlyphs(line([50, 60], [64, 74]), cut, seen('24', [56, 68]), { page: 1, dpi: DPI });
    expect(glyphs.map(({ text, x0, x1 }) => [text, x0, x1])).toEqual([
      ['2', 50, 62],
      ['4', 62, 74],
    ]);
  });

  it('keeps the order of the reading, whatever the places', () => {
    const glyphs = placeGlyphs(line([50, 60], [64, 74]), cut, seen('24', [70, 55]), { page: 1, dpi: DPI });
    expect(say(glyphs)).toBe('24');
    const apart = placeGlyphs(line([50, 60], [124, 134]), cut, seen('24', [128, 55]), { page: 1, dpi: DPI });
    expect(say(apart).replace('\ufffd', '')).toBe('24');
  });

  it('marks ink of a cell that gave no character', () => {
    const glyphs = placeGlyphs(line([50, 60], [124, 134]), cut, seen('2', [55]), { page: 1, dpi: DPI });
    expect(say(glyphs)).toBe('2\ufffd');
    const [smear] = placeGlyphs({ ...line([50, 90]), y0: 20 }, cut, seen('', []), { page: 1, dpi: DPI });
    expect(smear).toMatchObject({ text: '\ufffd', size: 24 });
  });
});
