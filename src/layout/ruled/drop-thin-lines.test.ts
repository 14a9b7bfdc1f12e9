import { describe, expect, it } from 'vitest';
import { across, down } from '../../testing/layout/drawn.js';
import { buildLattices } from './build-lattice.js';
import { dropThinLines } from './drop-thin-lines.js';

const frame = [across(0, 0, 100), across(40, 0, 100), down(0, 0, 40), down(100, 0, 40)];

describe('dropThinLines', () => {
  const lattice = buildLattices([...frame, across(34, 0, 100), down(50, 0, 40)])[0]!;
  const text = {
    textHeight: 10,
    hasRowText: () => false,
    hasColumnText: () => false,
    hasOnlyWords: () => false,
  };

  it('takes out an empty strip', () => {
    const kept = dropThinLines(lattice, text);
    expect(kept.ys).toEqual([0, 40]);
    expect(kept.cells).toHaveLength(2);
  });

  it('keeps the empty cells under names of columns', () => {
    const named = { ...text, hasOnlyWords: (from: number, to: number) => from === 0 && to === 34 };
    expect(dropThinLines(lattice, named).ys).toEqual([0, 34, 40]);
    expect(dropThinLines(lattice, named).cells).toHaveLength(4);
    const framed = buildLattices([...frame, across(34, 0, 100), down(50, 0, 34)])[0]!;
    expect(dropThinLines(framed, named).ys).toEqual([0, 40]);
  });

  it('keeps a thin row that holds text, and a low row of normal height', () => {
    expect(dropThinLines(lattice, { ...text, hasRowText: (from) => from === 34 }).ys).toEqual([0, 34, 40]);
    const normal = buildLattices([...frame, across(20, 0, 100), down(50, 0, 40)])[0]!;
    expect(dropThinLines(normal, text).ys).toEqual([0, 20, 40]);
  });
});
