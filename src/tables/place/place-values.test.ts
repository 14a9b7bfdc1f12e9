import { describe, expect, it } from 'vitest';
import type { ColumnSpec, Identity } from '../../model/template.js';
import { drawTokens } from '../../testing/draw-tokens.js';
import type { ColumnEvidence } from '../columns/column-map.js';
import type { Slot } from '../slot.js';
import { placeByHeading, placeByOrder, type RowCells } from './place-values.js';
import { slotNumbers } from './row-sums.js';

const cellsOf = (...ids: string[]): RowCells => ({
  addresses: ids.map((column) => ({ row: 'r', column })),
  columns: ids.map((id): ColumnSpec => ({ id, label: id })),
});
const abc = cellsOf('a', 'b', 'c');
/** a + b = c */
const sum: Identity = {
  id: 'sum',
  relation: 'equals',
  parts: [abc.addresses[0]!, abc.addresses[1]!],
  whole: [abc.addresses[2]!],
};
const show = (slots: Slot[]) =>
  slots.map((s) => (s.text === null ? '·' : s.text === '' ? '_' : s.text)).join(' ');
const evidence = (map: [number, string][] | null): ColumnEvidence => ({
  map: map && new Map(map),
  order: null,
  contradicts: false,
  isShort: false,
  printed: new Map(),
  foreign: new Map(),
});

describe('placeByHeading', () => {
  const plain = evidence([
    [1, 'a'],
    [2, 'b'],
    [3, 'c'],
  ]);
  const placed = (drawing: string, from: ColumnEvidence, first = 1) => {
    const placement = placeByHeading(drawTokens(drawing, first), abc, from);
    return placement === null ? null : placement.placements.map(show);
  };

  it('puts values under their headings', () => {
    expect(placed('1|2|3', plain)).toEqual(['1 2 3']);
  });

  it('follows headings that stand in another order', () => {
    const swapped = evidence([
      [1, 'b'],
      [2, 'a'],
      [3, 'c'],
    ]);
    expect(placed('1|2|3', swapped)).toEqual(['2 1 3']);
  });

  it('keeps a blank, and does not lay a row that is short of a cell', () => {
    expect(placed('1||3', plain)).toEqual(['1 _ 3']);
    expect(placed('1|2', plain)).toBeNull();
  });

  it('takes a column that was written out twice, if both say the same', () => {
    const doubled = evidence([
      [1, 'a'],
      [2, 'a'],
      [3, 'b'],
      [4, 'c'],
    ]);
    expect(placed('1|1|2|3', doubled)).toEqual(['1 2 3']);
    expect(placed('|1|2|3', doubled)).toEqual(['1 2 3']);
    expect(placed('1|7|2|3', doubled)).toBeNull();
  });

  it('does not place a value that stands under no heading', () => {
    expect(placed('1|2|3|4', plain)).toBeNull();
    expect(placed('9|1|2|3', plain, 0)).toBeNull();
  });

  it('passes over a blank that stands under no heading', () => {
    expect(placed('1|2|3|', plain)).toEqual(['1 2 3']);
    expect(placed('|1|2|3', plain, 0)).toEqual(['1 2 3']);
  });

  it('does not place a value that spans two headings', () => {
    const [wide] = drawTokens('5', 1);
    expect(placeByHeading([{ ...wide!, colSpan: 2 }], abc, plain)).toBeNull();
  });

  it('takes a blank that spans headings for all of them', () => {
    const [wide, last] = drawTokens('|3', 1);
    const values = [
      { ...wide!, colSpan: 2 },
      { ...last!, column: 3 },
    ];
    expect(placeByHeading(values, abc, plain)!.placements.map(show)).toEqual(['_ _ 3']);
  });

  it('knows nothing without a heading', () => {
    expect(placed('1|2|3', evidence(null))).toBeNull();
  });
});

describe('placeByOrder', () => {
  const place = (drawing: string, identities: readonly Identity[] = [], blanksInRuns = false) =>
    placeByOrder(drawTokens(drawing), {
      ...abc,
      identities,
      blanksInRuns,
      isPadded: () => true,
      isShort: false,
    });

  it('takes as many values as cells as they stand', () => {
    const placement = place('1|2|4', [sum]);
    expect(placement.placements.map(show)).toEqual(['1 2 4']);
    expect(placement).toMatchObject({ spent: [], leftovers: [], flags: [] });
  });

  it('leaves out blanks at one end when only one window of values is left', () => {
    expect(place('|1|2|3').placements.map(show)).toEqual(['1 2 3']);
    expect(place('1|2|3|').placements.map(show)).toEqual(['1 2 3']);
    expect(place('||1|2').placements.map(show)).toEqual(['_ 1 2']);
    expect(place('1|2|3|').flags).toEqual([]);
  });

  it('keeps all windows when blanks stand at both ends', () => {
    expect(place('|1|2|').placements.map(show).sort()).toEqual(['1 2 _', '_ 1 2']);
    expect(place('|1|2|').flags).toContain('placed-by-identity');
  });

  it('chooses a window by the identities, and spends them', () => {
    const placement = place('|2|2|', [sum]);
    expect(placement.placements.map(show)).toEqual(['_ 2 2']);
    expect(placement.spent).toEqual(['sum']);
  });

  it('keeps the windows apart that an identity can not tell', () => {
    const placement = place('|0|0|', [sum]);
    expect(placement.placements).toHaveLength(2);
    expect(placement.spent).toEqual([]);
  });

  it('lays too few values in every way that the identities keep', () => {
    expect(place('4|4', [sum]).placements.map(show).sort()).toEqual(['4 · 4', '· 4 4']);
    expect(place('4|4').placements).toHaveLength(3);
  });

  it('leaves one or two doubled values out in every way', () => {
    expect(place('1|2|3|3', [sum]).placements.map(show)).toEqual(['1 2 3']);
    expect(place('1|2|3|9').placements).toHaveLength(4);
    expect(place('1|2|3|4|5').placements).toHaveLength(10);
  });

  it('places nothing of a row with far too many values, and says what is left', () => {
    const placement = place('1|2|3|4|5|6');
    expect(placement.placements).toEqual([]);
    expect(placement.leftovers.map((t) => t.text)).toEqual(['1', '2', '3', '4', '5', '6']);
  });

  it('drops the blanks where exactly the numbers of the row are printed', () => {
    expect(place('1||2||3').placements.map(show)).toEqual(['1 2 3']);
  });

  it('keeps the rivals where no placement keeps the identity', () => {
    expect(place('=999', [sum]).placements.map(show)).toContain('9 9 9');
    const rivals = place('=1234', [sum]).placements.map(show);
    expect(rivals).toEqual(expect.arrayContaining(['1 2 34', '1 23 4', '12 3 4']));
  });

  it('cuts a run by the identity', () => {
    const placement = place('=91019', [sum]);
    expect(placement.placements.map(show)).toEqual(['9 10 19']);
    expect(placement.spent).toEqual(['sum']);
    expect(placement.flags).toEqual(['placed-by-identity']);
  });

  it('lets blanks hide in a run where the table shows that they do', () => {
    expect(place('=202', [sum]).placements.map(show)).toEqual(['2 0 2']);
    expect(place('=202', [sum], true).placements.map(show).sort()).toEqual(['2 0 2']);
    expect(place('=22', [sum]).placements.map(show).sort()).toEqual(['2 · 2', '· 2 2']);
  });
});

describe('slotNumbers', () => {
  it('counts blanks as 0 and words as nothing', () => {
    const slots = drawTokens('1||无|x').map((t) => ({ text: t.text, place: t.place, block: 0 }));
    const columns = cellsOf('a', 'b', 'c', 'd').columns;
    expect(slotNumbers([...slots.slice(0, 3), slots[3]!], columns)).toEqual([1, 0, 0, null]);
    expect(slotNumbers([{ text: null, place: null, block: null }], columns)).toEqual([0]);
  });
});
