import { describe, expect, it } from 'vitest';
import type { Truth } from '../synthesise/truth.js';
import { cellsInLines } from './pages.js';

const truth = {
  tables: {
    applications: {
      granted: { a: 1, b: 0, c: 1 },
      denied: { a: 0, b: 0, c: 0 },
      other: { a: 0, b: 0, c: 0 },
    },
  },
} as unknown as Truth;

describe('cellsInLines', () => {
  it('counts rows whose figures stand whole at the end of a line, each line once', () => {
    expect(cellsInLines(truth, '予以 公开 1 0 1\n不予公开 0 0 0')).toBe(6);
    expect(cellsInLines(truth, '予以公开 | 1 | 0| 1 |\n甲 0 0 0\n乙 0 0 0')).toBe(9);
  });

  it('gives nothing for a row that lacks a figure', () => {
    expect(cellsInLines(truth, '予以公开 1 1\n甲 O 0 0')).toBe(0);
  });
});
