import { describe, expect, it } from 'vitest';
import { across, down, drawText } from '../../testing/layout/drawn.js';
import type { TablePart } from '../page/table-part.js';
import { buildLattices } from '../ruled/build-lattice.js';
import { fillTables } from './fill-table.js';
import { hasSameColumns, stitchTables } from './stitch-tables.js';

/**
 * Draws a table of 20 pt rows with columns of 44, 84 and 44 pt. Each row is its texts by column; `^` continues the cell
 * above, and `/` breaks the line. Text is 10 pt with 2 pt padding: four Chinese characters fill the first column.
 */
function part(page: number, rows: string[][], widths = [44, 84, 44]): TablePart {
  const xs = [0];
  for (const width of widths) xs.push(xs.at(-1)! + width);
  const bottom = rows.length * 30;
  const rulings = [
    across(0, 0, xs.at(-1)!),
    across(bottom, 0, xs.at(-1)!),
    ...xs.map((x) => down(x, 0, bottom)),
  ];
  const glyphs = rows.flatMap((row, r) =>
    row.flatMap((text, c) => {
      if (r > 0 && text !== '^') rulings.push(across(r * 30, xs[c]!, xs[c + 1]!));
      const lines = text === '^' ? [] : text.split('/');
      return lines.flatMap((line, i) => drawText(line, { x: xs[c]! + 2, y: r * 30 + 11 + 12 * i, page }));
    }),
  );
  return fillTables(buildLattices(rulings), { glyphs, number: page }).tables[0]!;
}

const drawn = (table: TablePart) =>
  table.cells.map(
    (cell) =>
      `${cell.row},${cell.column}${cell.rowSpan > 1 ? `x${cell.rowSpan}` : ''} ${cell.run.text} p${cell.page}`,
  );

describe('hasSameColumns', () => {
  const figures = [30, 30, 30, 30, 30];
  const rowOf = (...labels: string[]) => [[...labels, '1', '2', '3', '4', '5']];
  const inferred = (page: number, labels: string[], widths: number[], values = figures): TablePart => ({
    ...part(page, rowOf(...labels), [...widths, ...values]),
    isInferred: true,
  });

  it('knows a table by its columns of figures where the labels of a page show fewer columns', () => {
    const first = inferred(1, ['三、', '（一）', '1.甲'], [44, 94, 162]);
    const second = inferred(2, ['（二）', '2.乙'], [119, 181]);
    expect(hasSameColumns(first, second)).toBe(true);
    const { table } = stitchTables(first, second);
    expect(drawn(table).slice(-7)).toEqual([
      '1,0 （二） p2',
      '1,2 2.乙 p2',
      ...['1', '2', '3', '4', '5'].map((text, i) => `1,${3 + i} ${text} p2`),
    ]);
  });

  it('does so where the label of a group stands left of all labels of the page before', () => {
    const second = inferred(2, ['三、', '（一）', '1.甲'], [90, 60, 150]);
    const first = inferred(1, ['一、新收申请'], [200]);
    const moved = { ...first, xs: first.xs.map((x) => x + 100) };
    expect(hasSameColumns(moved, second)).toBe(true);
    const { table } = stitchTables(moved, second);
    expect(drawn(table).slice(0, 2)).toEqual(['0,0 一、新收申请 p1', '0,3 1 p1']);
    expect(table.xs[0]).toBe(0);
  });

  it('tells tables apart whose columns of figures differ', () => {
    const first = inferred(1, ['三、', '（一）', '1.甲'], [44, 94, 162]);
    const second = inferred(2, ['（二）', '2.乙'], [119, 181], [30, 40, 20, 30, 30]);
    expect(hasSameColumns(first, second)).toBe(false);
  });
});

describe('stitchTables', () => {
  it('joins a label that the page break cut, and keeps full rows apart', () => {
    const first = part(1, [
      ['（一）公', '1.甲', '7'],
      ['（四）无', '1.甲', '746'],
    ]);
    const second = part(2, [
      ['法提供', '2.乙', '11'],
      ['^', '3.丙', '1'],
    ]);
    const { table, isRowCut } = stitchTables(first, second);
    expect(isRowCut).toBe(false);
    expect(drawn(table)).toEqual([
      '0,0 （一）公 p1',
      '0,1 1.甲 p1',
      '0,2 7 p1',
      '1,0x3 （四）无法提供 p1',
      '1,1 1.甲 p1',
      '1,2 746 p1',
      '2,1 2.乙 p2',
      '2,2 11 p2',
      '3,1 3.丙 p2',
      '3,2 1 p2',
    ]);
  });

  it('does not join a new label', () => {
    const first = part(1, [
      ['（四）无', '1.甲', '7'],
      ['^', '2.乙', '8'],
    ]);
    const second = part(2, [
      ['（五）不', '1.丙', '9'],
      ['^', '2.丁', '0'],
    ]);
    expect(stitchTables(first, second).table.cells).toHaveLength(10);
  });

  it('joins a row whose label goes on below the break', () => {
    const first = part(1, [
      ['（四）', '1.甲', '7'],
      ['^', '2.没有现成信息需', '11'],
    ]);
    const second = part(2, [['', '要另行制作', '']]);
    const { table, isRowCut } = stitchTables(first, second);
    expect(isRowCut).toBe(true);
    expect(drawn(table)).toEqual([
      '0,0x2 （四） p1',
      '0,1 1.甲 p1',
      '0,2 7 p1',
      '1,1 2.没有现成信息需要另行制作 p1',
      '1,2 11 p1',
    ]);
  });

  it('joins a number that the cell and then the page broke', () => {
    const first = part(1, [
      ['甲', '1.甲', '7'],
      ['乙', '3.其他', '70165123'],
    ]);
    const second = part(2, [['', '', '65']]);
    const { table, isRowCut } = stitchTables(first, second);
    expect(isRowCut).toBe(true);
    expect(table.cells.at(-1)!.run).toMatchObject({ text: '7016512365', hasJoinedDigits: true });
  });

  it('never merges two rows that both hold values, and says when a row lacks its label', () => {
    const first = part(1, [
      ['甲', '1.甲', '7'],
      ['乙', '2.乙', '5'],
    ]);
    const second = part(2, [['', '', '65']]);
    const { table, isRowCut, isUnclear } = stitchTables(first, second);
    expect(isRowCut).toBe(false);
    expect(isUnclear).toBe(true);
    expect(drawn(table)).toContain('2,2 65 p2');
  });

  it('keeps a row of blanks that has a label', () => {
    const first = part(1, [['甲', '行政许可', '5']]);
    const second = part(2, [['乙', '行政处罚', '']]);
    expect(stitchTables(first, second).table.rowCount).toBe(2);
  });

  it('keeps a line of unfilled values apart from its heading', () => {
    const first = part(1, [['维持', '纠正', '总计']]);
    const second = part(2, [['', '', '']].concat([['1', '2', '3']]));
    expect(stitchTables(first, second).table.rowCount).toBe(3);
  });

  it('keeps rows apart whose narrow cells say that there is none', () => {
    const widths = [14, 14, 14];
    const { table, isRowCut } = stitchTables(
      part(1, [['无', '无', '无']], widths),
      part(2, [['无', '无', '无']], widths),
    );
    expect(isRowCut).toBe(false);
    expect(drawn(table).slice(-1)).toEqual(['1,2 无 p2']);
  });

  it('drops a repeated header, but no row with values', () => {
    const header = ['项目', '内容', '总计'];
    const dropped = stitchTables(part(1, [header, ['甲', '乙', '0']]), part(2, [header, ['丙', '丁', '0']]));
    expect(dropped.repeatedRows).toBe(1);
    expect(dropped.table.rowCount).toBe(3);
    const kept = stitchTables(part(1, [['甲', '乙', '0']]), part(2, [['甲', '乙', '0']]));
    expect(kept.repeatedRows).toBe(0);
    expect(kept.table.rowCount).toBe(2);
  });
});

describe('hasSameColumns', () => {
  const rows = [['甲', '乙', '1']];
  it('compares column lines', () => {
    expect(hasSameColumns(part(1, rows), part(2, rows))).toBe(true);
    expect(hasSameColumns(part(1, rows), part(2, [['甲', '1']], [44, 128]))).toBe(true);
    expect(hasSameColumns(part(1, rows), part(2, rows, [60, 68, 44]))).toBe(false);
    expect(hasSameColumns(part(1, rows), part(2, rows, [44, 84, 60]))).toBe(false);
  });
});
