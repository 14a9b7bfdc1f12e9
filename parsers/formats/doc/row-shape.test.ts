import { describe, expect, it } from 'vitest';
import { rowShape } from './row-shape.js';
import { readSprms, SPRM } from './sprms.js';

const u16 = (value: number): number[] => [value & 0xff, (value >> 8) & 0xff];

/** A row's definition as it stands in a file: edges, and the first byte of each cell's flags. */
function definition(edges: number[], flags: number[]): number[] {
  const cells = flags.flatMap((flag) => [flag, ...Array<number>(19).fill(0)]);
  const operand = [flags.length, ...edges.flatMap(u16), ...cells];
  return [...u16(SPRM.rowDefinition), ...u16(operand.length + 1), ...operand];
}

const draw = (bytes: number[]): string | null =>
  rowShape(readSprms(Uint8Array.from(bytes)))
    ?.map(({ left, right, joined, vertical }) => `${left}-${right}${joined ? ' joined' : ''} ${vertical}`)
    .join(', ') ?? null;

describe('rowShape', () => {
  it('reads edges, left of the margin too', () => {
    expect(draw(definition([-108, 500, 900], [0, 0]))).toBe('-108-500 none, 500-900 none');
    expect(draw([])).toBeNull();
  });

  it('reads merged cells, whichever of the two flags begins a set', () => {
    const merged = '0-10 none, 10-20 joined none, 20-30 none, 30-40 joined none, 40-50 none';
    expect(draw(definition([0, 10, 20, 30, 40, 50], [1, 2, 1, 2, 0]))).toBe(merged);
    expect(draw(definition([0, 10, 20, 30, 40, 50], [2, 1, 2, 1, 0]))).toBe(merged);
    expect(draw(definition([0, 10, 20], [0x60, 0x20]))).toBe('0-10 first, 10-20 continued');
  });

  it('follows changes behind the definition', () => {
    const row = definition([0, 10, 20, 30], [0, 0, 0]);
    const edited = (...change: number[]) => draw([...row, ...change]);
    expect(edited(...u16(SPRM.rowMerge), 1, 3)).toBe('0-10 none, 10-20 none, 20-30 joined none');
    expect(edited(...u16(SPRM.rowDelete), 0, 1)).toBe('0-10 none, 10-20 none');
    expect(edited(...u16(SPRM.rowWidth), 0, 2, ...u16(7))).toBe('0-7 none, 7-14 none, 14-24 none');
    expect(edited(...u16(SPRM.rowInsert), 1, 1, ...u16(5))).toBe(
      '0-10 none, 10-15 none, 15-25 none, 25-35 none',
    );
    expect(edited(...u16(SPRM.rowVerticalMerge), 2, 0, 3)).toBe('0-10 first, 10-20 none, 20-30 none');
  });

  it('takes flags that are cut off for none', () => {
    const row = definition([0, 10, 20], [0x60, 0x60]).slice(0, 4 + 1 + 6 + 20);
    row.splice(2, 2, ...u16(row.length - 4 + 1));
    expect(draw(row)).toBe('0-10 first, 10-20 none');
  });
});
