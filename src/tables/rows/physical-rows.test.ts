import { describe, expect, it } from 'vitest';
import { drawDocument } from '../../testing/draw-table.js';
import type { PhysicalRow } from '../token.js';
import { joinFragments } from './join-fragments.js';
import { physicalRows } from './physical-rows.js';

const show = (rows: PhysicalRow[]) =>
  rows.map((row) =>
    `${row.labels.map((t) => t.text).join('/')}: ${row.values.map((t) => t.text || '_').join(' ')}`.trim(),
  );
const rectangle = (table: string) => show(physicalRows(drawDocument({ table }).blocks));
const ragged = (table: string) => show(physicalRows(drawDocument({ table, layout: 'ragged' }).blocks));

describe('physicalRows of a rectangle', () => {
  it('parts labels from values', () => {
    expect(rectangle('项目 | 数量\n规章 | 1\n行政许可 | 22')).toEqual([
      '项目/数量:',
      '规章: 1',
      '行政许可: 22',
    ]);
  });

  it('keeps a blank value, and drops a blank where a parent should stand', () => {
    expect(rectangle('三 | 予以公开 | 1 | 2\n | 部分公开 | | 3')).toEqual([
      '三/予以公开: 1 2',
      '部分公开: _ 3',
    ]);
  });

  it('takes words among the numbers for an unreadable value', () => {
    expect(rectangle('甲项 | 1 | 2\n乙项 | 3 | 若干\n丙项 | 4 | 5')).toEqual([
      '甲项: 1 2',
      '乙项: 3 若干',
      '丙项: 4 5',
    ]);
  });

  it.each(['\ufffd 0', '0 \ufffd', '. 0.', '\ufffd'])('takes %s for a value that is dirty', (dirty) => {
    expect(rectangle(`项目 | 数量\n规章 | ${dirty}\n行政许可 | 22`)).toEqual([
      '项目/数量:',
      `规章: ${dirty}`,
      '行政许可: 22',
    ]);
  });

  it('counts a placeholder as a value', () => {
    expect(rectangle('规章 | — | 3')).toEqual(['规章: — 3']);
  });
});

describe('physicalRows of other forms', () => {
  it('keep every blank of a ragged row behind its label', () => {
    expect(ragged('规章 | | 3 |')).toEqual(['规章: _ 3 _']);
  });

  it('cut a row that holds two labels with values', () => {
    expect(ragged('规章 | 1 | 行政许可 | 2')).toEqual(['规章: 1', '行政许可: 2']);
  });

  it('drop blanks before the first label of a ragged row', () => {
    expect(ragged(' | | 规章 | 3')).toEqual(['规章: 3']);
  });

  it('read a line of text', () => {
    const { blocks } = drawDocument({ paragraph: '规章 1 2 行政许可 3' });
    expect(show(physicalRows(blocks))).toEqual(['规章: 1 2', '行政许可: 3']);
    expect(physicalRows(blocks)[0]!.form).toBe('line');
  });

  it('know prose by its full stops', () => {
    const { blocks } = drawDocument({ paragraph: '本年工作有序推进。规章 1 2 3' });
    expect(physicalRows(blocks)[0]!.form).toBe('running');
  });
});

describe('joinFragments', () => {
  const joined = (capacity: number, ...paragraphs: string[]) =>
    show(
      joinFragments(
        physicalRows(drawDocument(...paragraphs.map((paragraph) => ({ paragraph }))).blocks),
        capacity,
      ),
    );

  it('joins a label and the values that stand below it', () => {
    expect(joined(3, '规章', '1', '2', '3', '行政许可', '4')).toEqual(['规章: 1 2 3', '行政许可: 4']);
  });

  it('joins a label that was wrapped', () => {
    expect(joined(1, '行政规范', '性文件', '6')).toEqual(['行政规范/性文件: 6']);
  });

  it('takes no more values than a row has cells', () => {
    expect(joined(2, '规章', '1', '2', '3')).toEqual(['规章: 1 2', ': 3']);
  });

  it('never joins the rows of a rectangle', () => {
    const { blocks } = drawDocument({ table: '规章 | <\n1 | 2' });
    expect(joinFragments(physicalRows(blocks), 9)).toHaveLength(2);
  });

  it('never joins over the border of a ragged table', () => {
    const { blocks } = drawDocument(
      { table: '规章', layout: 'ragged' },
      { table: '1 | 2', layout: 'ragged' },
    );
    expect(show(joinFragments(physicalRows(blocks), 9))).toEqual(['规章:', ': 1 2']);
  });
});
