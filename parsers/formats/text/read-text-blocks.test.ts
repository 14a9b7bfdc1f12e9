import { describe, expect, it } from 'vitest';
import { readTextBlocks } from './read-text-blocks.js';
import { writeText } from './write-text.js';

const blocksOf = (text: string) => writeText(text, readTextBlocks(text).blocks).blocks;

const drawn = (text: string) =>
  blocksOf(text).map((block) => {
    if (block.kind === 'paragraph') return block.text;
    const rows: string[][] = [];
    for (const cell of block.cells) (rows[cell.row] ??= []).push(cell.text);
    return rows;
  });

describe('readTextBlocks', () => {
  it('reads closed pipe rows', () => {
    expect(drawn('头\n规章 | 0 | 0 |\n文件 | 4 | | 4 |\n尾')).toEqual([
      '头',
      [
        ['规章', '0', '0'],
        ['文件', '4', '', '4'],
      ],
      '尾',
    ]);
  });
  it('keeps the blank at which a row was broken', () => {
    expect(drawn('甲 | 5 | 0 |\n| 5 |\n乙 | 1 | 2 |')).toEqual([
      [
        ['甲', '5', '0'],
        ['', '5'],
        ['乙', '1', '2'],
      ],
    ]);
  });
  it('joins a cell broken over lines', () => {
    expect(drawn('内容 | 本年新\n制作数量 | 合计 |\n规章 | 0 | 0 |')).toEqual([
      [
        ['内容', '本年新\n制作数量', '合计'],
        ['规章', '0', '0'],
      ],
    ]);
  });
  it('joins rows that wrap where empty lines part them, below a heading that they do not', () => {
    const heading = '|===\n|内容 |数 |计\n|其中 |甲 |乙\n\n';
    expect(drawn(`${heading}|规章 |0\n|5\n\n|文件 |1 |2\n|===`)).toEqual([
      [['==='], ['内容', '数', '计'], ['其中', '甲', '乙'], ['规章', '0', '5'], ['文件', '1', '2'], ['===']],
    ]);
    expect(drawn(`${heading}|规章 |0 |5\n|文件 |1 |2\n|===`)).toEqual([
      [['==='], ['内容', '数', '计'], ['其中', '甲', '乙'], ['规章', '0', '5'], ['文件', '1', '2'], ['===']],
    ]);
  });
  it('reads bare pipes between lines', () => {
    expect(drawn('规章\n|\n0\n|\n|\n2\n|\n文件\n|\n3')).toEqual([[['规章', '0', '', '2', '文件', '3']]]);
  });
  it('leaves headings between pipe tables alone', () => {
    expect(drawn('甲 | 1 |\n乙 | 2 |\n三、申请情况\n丙 | 3 |\n丁 | 4 |')).toEqual([
      [
        ['甲', '1'],
        ['乙', '2'],
      ],
      '三、申请情况',
      [
        ['丙', '3'],
        ['丁', '4'],
      ],
    ]);
  });
  it('cuts Markdown tables at their heads', () => {
    expect(drawn('## 表\n| 内容 | 数 |\n|---|---|\n| 规章 | 0 |\n| 行 | 1 |\n|---|---|\n| 列 | 2 |')).toEqual(
      [
        '表',
        [
          ['内容', '数'],
          ['规章', '0'],
        ],
        [
          ['行', '1'],
          ['列', '2'],
        ],
      ],
    );
  });
  it('reads a cell a line behind tabs, labels broken over lines', () => {
    expect(drawn('\t三\n、\n本\n\t甲\n\t\u00a0\n\n\t\n\t乙\n\t2\n\n尾')).toEqual([
      [
        ['三\n、\n本', '甲', ''],
        ['', '乙', '2'],
      ],
      '尾',
    ]);
  });
  it('reads tab-separated values', () => {
    expect(drawn('甲\t1\t2\n乙\t\t4')).toEqual([
      [
        ['甲', '1', '2'],
        ['乙', '', '4'],
      ],
    ]);
  });
  it('joins rows of tab-separated values that a line break in a cell has cut', () => {
    expect(drawn('甲\t乙\t丙\n一\n二\t1\t2\n子\t丑\t9\n\t三\n四\t3\n五\t5\t6\n7')).toEqual([
      [
        ['甲', '乙', '丙'],
        ['一\n二', '1', '2'],
        ['子', '丑', '9'],
        ['', '三\n四', '3'],
        ['五', '5', '6\n7'],
      ],
    ]);
  });
  it('keeps the lines between tab-separated values that belong to no row', () => {
    expect(drawn('甲\t1\t2\n注：略\n内容\t数\n乙\t4\n尾')).toEqual([
      [['甲', '1', '2']],
      '注：略',
      [
        ['内容', '数'],
        ['乙', '4'],
      ],
      '尾',
    ]);
  });
  it('takes no table from a byline', () => {
    expect(drawn('来源 | 办公室\n正文')).toEqual(['来源 | 办公室', '正文']);
  });
  it('gives offsets that slice to the text', () => {
    const text = 'x\r\n# 题\n甲 | 1 |\n乙 |  2|\n\t3\n\t4\n';
    for (const block of blocksOf(text)) {
      for (const piece of block.kind === 'grid' ? block.cells : [block]) {
        expect(text.slice(piece.start, piece.end)).toBe(piece.text);
      }
    }
  });
});
