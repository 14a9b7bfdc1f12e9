import { describe, expect, it } from 'vitest';
import { drawText } from '../../testing/layout/drawn.js';
import { groupLines } from '../page/text-line.js';
import { findProseColumns } from './find-prose-columns.js';

/** Lines of [text, x] 16 pt apart; print of 10 pt. */
const linesOf = (rows: readonly (readonly (readonly [text: string, x: number])[])[]) =>
  groupLines(rows.flatMap((row, y) => row.flatMap(([text, x]) => drawText(text, { x, y: 100 + 16 * y }))));

/** As wide as a column. */
const FULL = '本单位全年公开各类信息并及时更新目录，';

describe('findProseColumns', () => {
  const rows = [
    [
      [FULL, 50],
      [FULL, 260],
    ],
    [
      [FULL, 50],
      [FULL, 260],
    ],
    [
      [FULL, 50],
      ['均已办结。', 260],
    ],
  ] as const;

  it('finds the gutter and the edges of both columns', () => {
    expect(findProseColumns(linesOf(rows))).toEqual({
      left: { left: 50, right: 240 },
      right: { left: 260, right: 450 },
      gutter: 250,
    });
  });

  it('finds them also where the lines of the columns stand at different heights', () => {
    const glyphs = rows.flatMap(([left, right], y) => [
      ...drawText(left[0], { x: left[1], y: 100 + 16 * y }),
      ...drawText(right[0], { x: right[1], y: 107 + 16 * y }),
    ]);
    expect(findProseColumns(groupLines(glyphs))?.gutter).toBe(250);
  });

  it('finds them under a title and beside headings', () => {
    const title = [['关于全年政府信息公开工作情况的说明', 165]] as const;
    const found = findProseColumns(linesOf([title, ...rows, [['二、其他事项', 50]], ...rows, title]));
    expect(found?.gutter).toBe(250);
  });

  it.each([
    ['a list of labels and figures', ['主动公开政府信息的数量，', 50], ['12085', 300]],
    ['a list of labels and amounts', ['主动公开政府信息的数量，', 50], ['12085件。', 300]],
    ['texts of different widths', ['地址，清泉路二十八号院，', 50], ['邮编，', 260]],
    ['labels beside explanations', ['信息内容，', 50], [FULL, 150]],
    ['names without a stop', ['本年新收政府信息公开申请数量', 50], ['上年结转政府信息公开申请数量', 260]],
    ['prose over the whole page', [`${FULL}${FULL}`, 50], ['，', 430]],
  ] as const)('takes %s for no columns', (_, left, right) => {
    expect(findProseColumns(linesOf(Array(6).fill([left, right])))).toBeUndefined();
  });

  it('takes rows of a table whose cells are filled for no columns', () => {
    const row = [
      ['行政机关处理决定的数量，', 50],
      ['12', 190],
      ['行政机关处理决定的数量，', 260],
      ['7', 400],
    ] as const;
    expect(findProseColumns(linesOf(Array(6).fill(row)))).toBeUndefined();
  });

  it('takes two lines for chance', () => {
    expect(findProseColumns(linesOf(rows.slice(0, 2)))).toBeUndefined();
  });
});
