import { describe, expect, it } from 'vitest';
import { across, down } from '../../testing/layout/drawn.js';
import { buildLattices } from './build-lattice.js';

const shapes = (rulings: Parameters<typeof buildLattices>[0]) =>
  buildLattices(rulings).map((lattice) =>
    lattice.cells.map((cell) => `${cell.row},${cell.column} ${cell.rowSpan}x${cell.colSpan}`),
  );

const frame = [across(0, 0, 100), across(40, 0, 100), down(0, 0, 40), down(100, 0, 40)];

describe('buildLattices', () => {
  it('reads a plain table', () => {
    expect(shapes([...frame, across(20, 0, 100), down(50, 0, 40)])).toEqual([
      ['0,0 1x1', '0,1 1x1', '1,0 1x1', '1,1 1x1'],
    ]);
  });

  it('gives spans where inner borders are missing', () => {
    expect(shapes([...frame, across(20, 50, 100), down(50, 0, 40)])).toEqual([
      ['0,0 2x1', '0,1 1x1', '1,1 1x1'],
    ]);
    expect(shapes([...frame, across(20, 0, 100), down(50, 20, 40)])).toEqual([
      ['0,0 1x2', '1,0 1x1', '1,1 1x1'],
    ]);
  });

  it('joins pieces and double borders', () => {
    const pieces = [across(20, 0, 30), across(20.4, 31, 70), across(21.5, 0, 100), across(19.9, 71, 100)];
    expect(shapes([...frame, ...pieces, down(50, 0, 40), down(52, 0, 40)])).toEqual([
      ['0,0 1x1', '0,1 1x1', '1,0 1x1', '1,1 1x1'],
    ]);
  });

  it('cuts a region that is no rectangle', () => {
    const cells = shapes([...frame, across(20, 0, 50), down(50, 20, 40)])[0]!;
    expect(cells).toEqual(['0,0 1x2', '1,0 1x1', '1,1 1x1']);
  });

  it('closes sides that were left open', () => {
    const open = [across(0, 0, 100), across(20, 0, 100), across(40, 0, 100), down(50, 0, 60)];
    expect(shapes(open)[0]).toHaveLength(6);
  });

  it('marks what no line closes above and below the last cell of a longer row', () => {
    const inner = [across(20, 0, 150), across(40, 0, 150), across(60, 0, 100), across(0, 0, 100)];
    const longer = [...inner, down(0, 0, 60), down(50, 0, 60), down(100, 0, 60), down(150, 20, 40)];
    const open = buildLattices(longer)[0]!.cells.filter(({ isOpen }) => isOpen);
    expect(open.map(({ row, column }) => `${row},${column}`)).toEqual(['0,2', '2,2']);
    expect(buildLattices([...frame, across(20, 0, 100)])[0]!.cells.some(({ isOpen }) => isOpen)).toBe(false);
  });

  it('takes a lone line of the same height as the outer border', () => {
    const inner = [
      across(0, 30, 100),
      across(40, 30, 100),
      across(20, 30, 100),
      down(30, 0, 40),
      down(100, 0, 40),
    ];
    expect(shapes([...inner, down(0, 0, 40)])[0]).toContain('0,0 2x1');
    expect(shapes([...inner, down(0, 0, 90)])[0]).not.toContain('0,0 2x1');
  });

  it('keeps tables apart', () => {
    const moved = frame.map((r) =>
      r.axis === 'horizontal' ? { ...r, position: r.position + 100 } : { ...r, from: 100, to: 140 },
    );
    expect(shapes([...frame, down(50, 0, 40), ...moved, down(50, 100, 140)])).toHaveLength(2);
  });

  it('finds no table in a box, an underline or two crossing lines without cells', () => {
    expect(shapes(frame)).toEqual([]);
    expect(shapes([across(10, 0, 100), across(50, 0, 100)])).toEqual([]);
    expect(shapes([across(10, 0, 3), down(1, 10, 13)])).toEqual([]);
  });
});
