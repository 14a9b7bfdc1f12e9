import { describe, expect, it } from 'vitest';
import { drawGrid } from '../draw-grid.js';
import { type PrintedTable, printedCell, unfoldTable } from '../printed.js';
import { cutTable, withoutRowSpans } from './tables.js';

//   三 | 甲 | 1
//   ^  | 乙 | 2
//   ^  | 丙 | 3
const table: PrintedTable = {
  id: 'applications',
  headRows: 0,
  widths: [1, 1, 1],
  rows: [
    [printedCell('三', 1, 3), printedCell('甲'), printedCell('1')],
    [printedCell('乙'), printedCell('2')],
    [printedCell('丙'), printedCell('3')],
  ],
};

describe('cutTable', () => {
  it('goes on with an empty cell where it cuts a span', () => {
    const [upper, lower] = cutTable(table, [1]);
    expect(drawGrid(upper!)).toBe('三 | 甲 | 1');
    expect(lower!.rows[0]!.map(({ text, rowSpan }) => [text, rowSpan])).toEqual([
      ['', 2],
      ['乙', 1],
      ['2', 1],
    ]);
  });

  it('loses no cell wherever it cuts', () => {
    for (const before of [[1], [2], [1, 2]]) {
      const parts = cutTable(table, before);
      const texts = parts
        .flatMap((part) => part.rows.flat().map(({ text }) => text))
        .filter((text) => text !== '');
      expect(texts).toEqual(['三', '甲', '1', '乙', '2', '丙', '3']);
    }
  });

  it('does not cut outside the table', () => {
    expect(cutTable(table, [0, 3, 9])).toHaveLength(1);
  });
});

describe('withoutRowSpans', () => {
  it('leaves an empty cell under the parent', () => {
    const places = unfoldTable(withoutRowSpans(table));
    expect(places.map((row) => row.map(({ cell }) => cell.text).join('/'))).toEqual([
      '三/甲/1',
      '/乙/2',
      '/丙/3',
    ]);
  });
});

describe('drawGrid', () => {
  it('marks covered places', () => {
    expect(drawGrid(table)).toBe('三 | 甲 | 1\n^  | 乙 | 2\n^  | 丙 | 3');
  });
});
