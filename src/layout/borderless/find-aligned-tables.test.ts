import { describe, expect, it } from 'vitest';
import { drawText } from '../../testing/layout/drawn.js';
import { groupLines } from '../page/text-line.js';
import { findAlignedTables, isTablePart } from './find-aligned-tables.js';

/** Rows of [text, x] 14 pt apart. */
function tablesOf(rows: [text: string, x: number][][], pitch = 14) {
  const glyphs = rows.flatMap((row, r) =>
    row.flatMap(([text, x]) => drawText(text, { x, y: 100 + pitch * r })),
  );
  return findAlignedTables(groupLines(glyphs)).filter(isTablePart);
}

const drawn = (rows: [string, number][][]) =>
  tablesOf(rows)[0]?.cells.map((cell) => `${cell.row},${cell.column}x${cell.colSpan} ${cell.run.text}`);

describe('findAlignedTables', () => {
  it('reads columns, blanks and headings over several columns', () => {
    expect(
      drawn([
        [
          ['项目', 0],
          ['本年制发现行有效件数', 60],
        ],
        [
          ['规章', 0],
          ['1', 70],
          ['11', 140],
        ],
        [
          ['文件', 0],
          ['66', 140],
        ],
        [
          ['其他', 0],
          ['2', 70],
          ['6', 143],
        ],
      ]),
    ).toEqual([
      '0,0x1 项目',
      '0,1x2 本年制发现行有效件数',
      '1,0x1 规章',
      '1,1x1 1',
      '1,2x1 11',
      '2,0x1 文件',
      '2,1x1 ',
      '2,2x1 66',
      '3,0x1 其他',
      '3,1x1 2',
      '3,2x1 6',
    ]);
  });

  it('finds none in prose, in two lines, or where columns do not agree', () => {
    const row = (x: number): [string, number][] => [
      ['项目', 0],
      ['1', x],
    ];
    expect(tablesOf([[['公开公开', 0]], [['公开公开', 0]], [['公开公开', 0]]])).toEqual([]);
    expect(tablesOf([row(60), row(60)])).toEqual([]);
    expect(tablesOf([row(60), row(60), row(60)], 80)).toEqual([]);
    const uneven: [string, number][][] = [
      [
        ['公开公开公开', 0],
        ['公开', 90],
      ],
      [
        ['公', 0],
        ['公开公开公开公开', 40],
      ],
      row(60),
    ];
    expect(tablesOf(uneven)).toEqual([]);
  });
});
