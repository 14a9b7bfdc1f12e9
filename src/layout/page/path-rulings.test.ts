import { describe, expect, it } from 'vitest';
import { IDENTITY } from './matrix.js';
import { clipRuling, pathRulings } from './path-rulings.js';

const box = (x0: number, y0: number, x1: number, y1: number) => [
  0,
  x0,
  y0,
  1,
  x1,
  y0,
  1,
  x1,
  y1,
  1,
  x0,
  y1,
  3,
];
const drawn = (data: number[], painted: { stroke: boolean; fill: boolean }) =>
  pathRulings(data, IDENTITY, painted).map((r) => `${r.axis[0]} ${r.position}: ${r.from}-${r.to}`);
const stroke = { stroke: true, fill: false };
const fill = { stroke: false, fill: true };

describe('pathRulings', () => {
  it('reads strokes, and each side of a stroked box', () => {
    expect(drawn([0, 10, 5, 1, 90, 5], stroke)).toEqual(['h 5: 10-90']);
    expect(drawn(box(0, 0, 50, 20), stroke)).toEqual(['h 0: 0-50', 'v 50: 0-20', 'h 20: 0-50', 'v 0: 0-20']);
  });

  it('reads thin filled boxes and the ring between two boxes', () => {
    expect(drawn(box(10, 4, 90, 6), fill)).toEqual(['h 5: 10-90']);
    expect(drawn([...box(0, 0, 50, 20), ...box(1, 1, 49, 19)], fill)).toEqual([
      'h 0.5: 0-50',
      'h 19.5: 0-50',
      'v 0.5: 0-20',
      'v 49.5: 0-20',
    ]);
  });

  it('reads a dot as a piece of either line', () => {
    expect(drawn(box(0, 0, 1, 1), fill)).toEqual(['h 0.5: 0-1', 'v 0.5: 0-1']);
  });

  it('takes no shading, slope or curve for a line', () => {
    expect(drawn(box(0, 0, 50, 20), fill)).toEqual([]);
    expect(drawn([0, 0, 0, 1, 50, 20], stroke)).toEqual([]);
    expect(drawn([0, 0, 0, 2, 10, 0, 20, 0, 50, 0], stroke)).toEqual([]);
    expect(drawn([7, 7, 7], stroke)).toEqual([]);
  });
});

describe('clipRuling', () => {
  const ruling = { axis: 'horizontal', position: 5, from: 0, to: 100 } as const;
  it('cuts at the clip', () => {
    expect(clipRuling(ruling, [20, 0, 50, 10])).toMatchObject({ from: 20, to: 50 });
    expect(clipRuling(ruling, [20, 7, 50, 10])).toBeUndefined();
    expect(clipRuling(ruling, [120, 0, 150, 10])).toBeUndefined();
  });

  it('drops damaged numbers', () => {
    expect(clipRuling({ ...ruling, position: Number.NaN }, [0, 0, 100, 100])).toBeUndefined();
  });
});
