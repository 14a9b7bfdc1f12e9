import { describe, expect, it } from 'vitest';
import type { OfficeBlock } from '../office-html/office-block.js';
import { buildBody } from './build-body.js';
import type { WordParagraph } from './read-paragraphs.js';
import type { CellShape } from './row-shape.js';

const plain: WordParagraph = {
  text: '',
  pictures: [],
  depth: 0,
  rowEnd: false,
  cellEnd: false,
  deleted: false,
  headingLevel: null,
  numbered: false,
  shape: null,
};
const paragraph = (text: string, depth = 0): WordParagraph => ({ ...plain, text, depth });
const cell = (text: string, depth = 1): WordParagraph => ({ ...plain, text, depth, cellEnd: true });

/** The end of a row with cells between these edges; `marks` says of each cell: J joined, F first, C continued. */
function rowEnd(edges: number[] | null, marks = '', depth = 1): WordParagraph {
  const shape = edges?.slice(1).map((right, index): CellShape => {
    const mark = marks[index];
    const vertical = mark === 'F' ? 'first' : mark === 'C' ? 'continued' : 'none';
    return { left: edges[index]!, right, joined: mark === 'J', vertical };
  });
  return { ...plain, depth, rowEnd: true, shape: shape ?? null };
}

const draw = (block: OfficeBlock): string => {
  if (block.kind === 'picture') return 'picture';
  if (block.kind === 'paragraph') return block.text;
  return block.rows
    .map((row) =>
      row.map((c) => `${c.column}:${c.rowSpan}x${c.colSpan} ${c.blocks.map(draw).join('/')}`).join(' | '),
    )
    .join(' // ');
};

const drawBody = (paragraphs: WordParagraph[]) => {
  const { blocks, unshown, brokenRows } = buildBody(paragraphs);
  return { blocks: blocks.map(draw), unshown, brokenRows };
};

describe('buildBody', () => {
  it('places cells by their edges, in columns of all rows together', () => {
    const body = [
      ...[paragraph('前'), cell('甲'), cell('乙'), rowEnd([0, 1000, 3000])],
      ...[cell('丙'), cell('1'), cell('2'), rowEnd([10, 1005, 2000, 2990]), paragraph('后')],
    ];
    expect(drawBody(body)).toEqual({
      blocks: ['前', '0:1x1 甲 | 1:1x2 乙 // 0:1x1 丙 | 1:1x1 1 | 2:1x1 2', '后'],
      unshown: 0,
      brokenRows: 0,
    });
  });

  it('merges cells downwards and sideways, and counts texts that merged cells hide', () => {
    const body = [
      ...[cell('甲'), cell('乙'), cell('9'), rowEnd([0, 1000, 2000, 3000], 'F-J')],
      ...[cell('8'), cell('1'), cell('2'), rowEnd([0, 1000, 2000, 3000], 'C--')],
    ];
    expect(drawBody(body)).toEqual({
      blocks: ['0:2x1 甲/ | 1:1x2 乙/ // 1:1x1 1 | 2:1x1 2'],
      unshown: 2,
      brokenRows: 0,
    });
  });

  it('puts tables into cells', () => {
    const body = [
      ...[paragraph('外', 1), cell('内1', 2), cell('内2', 2), rowEnd([0, 500, 900], '', 2), cell('外后')],
      ...[cell('右'), rowEnd([0, 1000, 2000])],
    ];
    expect(drawBody(body).blocks).toEqual(['0:1x1 外/0:1x1 内1 | 1:1x1 内2/外后 | 1:1x1 右']);
  });

  it('counts cells where a row does not say how they stand, or says it of other cells', () => {
    const body = [
      ...[cell('甲'), cell('乙'), rowEnd([0, 1000, 2000])],
      ...[cell('1'), cell('2'), cell('3'), rowEnd([0, 1000, 2000])],
    ];
    expect(drawBody(body)).toEqual({
      blocks: ['0:1x1 甲 | 1:1x1 乙 // 0:1x1 1 | 1:1x1 2 | 2:1x1 3'],
      unshown: 0,
      brokenRows: 1,
    });
    expect(drawBody([cell('1'), cell('2')]).blocks).toEqual(['0:1x1 1 | 1:1x1 2']);
  });

  it('leaves deleted rows out', () => {
    const body = [cell('1'), { ...rowEnd([0, 10]), deleted: true }, cell('2'), rowEnd([0, 10])];
    expect(drawBody(body).blocks).toEqual(['0:1x1 2']);
  });
});
