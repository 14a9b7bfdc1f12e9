import { describe, expect, it } from 'vitest';
import type { ColumnSpec } from '../../model/template.js';
import { drawTable } from '../../testing/draw-table.js';
import { makeFolder } from '../../words/label-text.js';
import { officialColumns } from '../official-labels.js';
import { physicalRows } from '../rows/physical-rows.js';
import { columnEvidence, headingNames } from './column-map.js';

const fold = makeFolder(new Map());
const specs: ColumnSpec[] = [
  { id: 'made', label: '本年制发件数' },
  { id: 'ended', label: '本年废止件数' },
  { id: 'valid', label: '现行有效件数' },
];

/** What the heading says of the columns of the last drawn row. */
function evidenceOf(drawing: string, layout: 'rectangle' | 'ragged' = 'rectangle') {
  const rows = physicalRows(drawTable(drawing, layout).blocks);
  const evidence = columnEvidence(
    rows,
    rows.length - 1,
    headingNames(officialColumns(specs, fold), []),
    fold,
  );
  return { ...evidence, map: evidence.map && Object.fromEntries(evidence.map) };
}

describe('columnEvidence of a rectangle', () => {
  it('maps grid columns to the columns of the form', () => {
    const { map, printed } = evidenceOf(
      '信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数\n规章 | 1 | 2 | 3',
    );
    expect(map).toEqual({ 1: 'made', 2: 'ended', 3: 'valid' });
    expect(printed.get('ended')).toBe('本年废止件数');
  });

  it('follows another order, and misprints', () => {
    expect(evidenceOf('信息内容 | 现行有效件数 | 本年制发数 | 本年废止件数\n规章 | 1 | 2 | 3').map).toEqual({
      1: 'valid',
      2: 'made',
      3: 'ended',
    });
  });

  it('knows a span by all its columns', () => {
    const { map } = evidenceOf(
      '信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 | <\n规章 | 1 | 2 | 3 | 3',
    );
    expect(map).toEqual({ 1: 'made', 2: 'ended', 3: 'valid', 4: 'valid' });
  });

  it('takes the lowest of several heading rows', () => {
    const drawing =
      '信息内容 | 现行有效件数 | < | <\n^ | 本年制发件数 | 本年废止件数 | 现行有效件数\n规章 | 1 | 2 | 3';
    expect(evidenceOf(drawing).map).toEqual({ 1: 'made', 2: 'ended', 3: 'valid' });
  });

  it.each([
    ['a column is missing', '信息内容 | 本年制发件数 | 本年废止件数 | 备注\n规章 | 1 | 2 | 3'],
    [
      'a column stands twice in place of another',
      '信息内容 | 本年制发件数 | 本年制发件数 | 现行有效件数\n规章 | 1 | 2 | 3',
    ],
    ['names were invented', '信息内容 | 数据1 | 数据2 | 数据3\n规章 | 1 | 2 | 3'],
    ['there is no heading', '规章 | 1 | 2 | 3'],
  ])('knows nothing where %s', (_, drawing) => {
    expect(evidenceOf(drawing)).toMatchObject({ map: null, order: null });
  });
});

describe('columnEvidence of flattened text', () => {
  it('reads the order of a heading above', () => {
    const { map, order } = evidenceOf(
      '信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数\n规章 | 1 | 2 | 3',
      'ragged',
    );
    expect(map).toBeNull();
    expect(order).toEqual(['made', 'ended', 'valid']);
  });

  it('reads a heading of one cell a row', () => {
    expect(evidenceOf('本年制发件数\n本年废止件数\n现行有效件数\n规章 | 1 | 2 | 3', 'ragged').order).toEqual([
      'made',
      'ended',
      'valid',
    ]);
  });

  it('knows nothing of a heading that names other columns', () => {
    expect(evidenceOf('信息内容 | 数据1 | 数据2 | 数据3\n规章 | 1 | 2 | 3', 'ragged').order).toBeNull();
  });
});
