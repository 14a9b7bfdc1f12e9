import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expandSpans, type Rectangle, type SpannedRow } from './expand-spans.js';

interface Named {
  name: string;
  rowSpan: number;
  colSpan: number;
}

/** "A2x1" is a cell A of two rows and one column; "B" is a plain one. */
const cell = (drawn: string): Named => {
  const [, name, rowSpan, colSpan] = /^([^\d]+)(?:(\d+)x(\d+))?$/.exec(drawn)!;
  return { name: name!, rowSpan: Number(rowSpan ?? 1), colSpan: Number(colSpan ?? 1) };
};
const rows = (...drawn: string[]): SpannedRow<Named>[] =>
  drawn.map((row) => ({ cells: row.split(' ').filter(Boolean).map(cell), groupEnd: drawn.length }));

/** The rectangle drawn with one letter a slot, "." where nothing is printed. */
function draw(rectangle: Rectangle<Named>): string[] {
  const slots = Array.from({ length: rectangle.rowCount }, () =>
    Array<string>(rectangle.columnCount).fill('.'),
  );
  for (const { cell: named, row, column, rowSpan, colSpan } of rectangle.cells) {
    for (let r = row; r < row + rowSpan; r++) {
      for (let c = column; c < column + colSpan; c++) {
        // Not `expect`: the drawn tables have millions of slots.
        if (slots[r]?.[c] !== '.') throw new Error(`${named.name} overlaps ${slots[r]?.[c]} at ${r},${c}`);
        slots[r]![c] = named.name;
      }
    }
  }
  return slots.map((row) => row.join(''));
}

describe('expandSpans', () => {
  it('places cells beside those that hang down from above', () => {
    expect(draw(expandSpans(rows('A2x1 B1x2', 'C D', 'E F G')))).toEqual(['ABB', 'ACD', 'EFG']);
  });

  it('ends a span where a cell hangs down, and goes on behind it', () => {
    const rectangle = expandSpans(rows('A B2x1', 'C1x2 D'));
    expect(draw(rectangle)).toEqual(['AB.', 'CBD']);
    expect(rectangle.overlaps).toBe(1);
  });

  it('leaves holes in ragged rows', () => {
    expect(draw(expandSpans(rows('A B C', 'D', '', 'E F')))).toEqual(['ABC', 'D..', '...', 'EF.']);
  });

  it('cuts spans at the end of their row group', () => {
    const table = rows('A0x1 B', 'C', 'D9x1 E');
    table[0]!.groupEnd = 2;
    table[1]!.groupEnd = 2;
    expect(draw(expandSpans(table))).toEqual(['AB', 'AC', 'DE']);
  });

  it('does not believe a span of a thousand columns', () => {
    const rectangle = expandSpans(rows('A1x1000', 'B C'));
    expect(draw(rectangle)).toEqual(['AA', 'BC']);
    expect(rectangle.cuts).toBe(1);
  });

  it('reports nothing on a sound table', () => {
    expect(expandSpans(rows('A2x2 B', 'C'))).toMatchObject({
      overlaps: 0,
      cuts: 0,
      rowCount: 2,
      columnCount: 3,
    });
  });

  it('always gives a rectangle in which no two cells overlap and none is lost', () => {
    const span = fc.oneof(fc.integer({ min: -2, max: 5 }), fc.constantFrom(Number.NaN, 60, 1000, 1e9));
    const spanned = fc.record({ name: fc.constant('x'), rowSpan: span, colSpan: span });
    fc.assert(
      fc.property(fc.array(fc.array(spanned, { maxLength: 6 }), { maxLength: 8 }), (table) => {
        const rectangle = expandSpans(table.map((cells) => ({ cells, groupEnd: table.length })));
        draw(rectangle);
        expect(rectangle.cells).toHaveLength(table.flat().length);
      }),
    );
  });
});
