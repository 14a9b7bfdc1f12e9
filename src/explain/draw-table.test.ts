import picocolors from 'picocolors';
import { describe, expect, it } from 'vitest';
import type { Cell, ReportRecord } from '../model/report-record.js';
import type { Template } from '../model/template.js';
import { describeDoubts } from './describe-doubts.js';
import { drawTable } from './draw-table.js';
import { formLabels } from './form-labels.js';

const colors = picocolors.createColors(false);
const drawing = { colors, width: 60 };

const template: Template = {
  id: 'form',
  reportYears: [2019, null],
  issuedBy: null,
  tables: [
    {
      id: 'applications',
      sectionTitles: ['申请情况'],
      layout: 'rows',
      ordered: true,
      headingLabels: [],
      identities: [
        {
          id: 'row-total/granted',
          relation: 'equals',
          parts: ['persons', 'firms'].map((column) => ({ row: 'granted', column })),
          whole: [{ row: 'granted', column: 'total' }],
        },
        {
          id: 'subset/granted',
          relation: 'at-most',
          parts: [{ row: 'granted', column: 'persons' }],
          whole: [{ row: 'received', column: 'persons' }],
        },
      ],
      groups: [
        {
          columns: [
            { id: 'persons', label: '自然人' },
            { id: 'firms', label: '商业企业' },
            { id: 'total', label: '总计' },
            { id: 'cumulative', label: '历年累计', optional: true },
          ],
          rows: [
            { id: 'received', labelPath: ['一、新收申请数量'] },
            { id: 'granted', labelPath: ['二、办理结果', '（一）予以公开（区分处理的不计在内）'] },
            { id: 'absent', labelPath: ['二、办理结果', '（二）部分公开'] },
          ],
        },
      ],
    },
  ],
};

const cell = (value: number | null, confidence: Cell['confidence'], more: Partial<Cell> = {}): Cell => ({
  value,
  raw: value === null ? '' : String(value),
  confidence,
  flags: [],
  at: null,
  ...more,
});

const cells = {
  received: {
    persons: cell(1234, 'verified'),
    firms: cell(null, 'blank', { suggested: { value: 0, because: 'applications/x' } }),
    total: cell(null, 'missing'),
  },
  granted: {
    persons: cell(2, 'read'),
    firms: cell(null, 'suspect', { raw: '12', flags: ['rivals', 'rival:1', 'rival:12'] }),
    total: cell(4, 'suspect', { suggested: { value: 3, because: 'applications/row-total/granted' } }),
  },
  unknown: { persons: cell(5, 'read') },
};

const labels = formLabels('applications', template);

describe('drawTable', () => {
  it('draws rows as the form prints them, doubts beside the digits', () => {
    expect(drawTable(cells, labels, drawing)).toEqual(
      [
        '                                       自然人  商业企业  总计',
        '  一、新收申请数量                      1234✓       [0]     ·',
        '  二、办理结果',
        '    （一）予以公开（区分处理的不计在',
        '    内）                                    2       12?    4?',
        // A row that the form does not know is named by its id.
        '           persons',
        '  unknown       5',
      ].map((line) =>
        expect.stringMatching(new RegExp(`^${line.replace(/[[\]?()·]/g, '\\$&').replace(/ {2,}/g, ' +')}$`)),
      ),
    );
  });

  it('draws a table of an unknown form by its ids', () => {
    const lines = drawTable({ a: { b: cell(1, 'read') } }, formLabels('applications', undefined), drawing);
    expect(lines.map((line) => line.trim().split(/ +/))).toEqual([['b'], ['a', '1']]);
  });
});

describe('describeDoubts', () => {
  const failing = (id: string, left: number, right: number) => ({
    id,
    status: 'fail',
    left,
    right,
    cells: [],
  });
  const record = {
    tables: { applications: cells },
    checks: [
      failing('applications/row-total/granted', 3, 4),
      failing('applications/subset/granted', 2, 1),
      failing('applications/other', 1, 2),
      failing('elsewhere/row-total/granted', 1, 2),
      { id: 'applications/row-total/received', status: 'pass', left: 1, right: 1, cells: [] },
    ],
  } as unknown as ReportRecord;
  const doubts = describeDoubts(record, 'applications', labels, colors);

  it('says which sums fail, with both sides', () => {
    expect(doubts.filter(({ sign }) => sign === '✗').map(({ text }) => text)).toEqual([
      '（一）予以公开: 自然人 + 商业企业 make 3, but 总计 says 4 row-total/granted',
      'column 自然人: （一）予以公开 says 2, but 一、新收申请数量, of which it is a part, says only 1 subset/granted',
      '1 on one side, 2 on the other other',
    ]);
  });

  it('says what is suspect, its rivals, and what is suggested because of which checks', () => {
    expect(doubts.filter(({ sign }) => sign === '?')).toEqual([
      {
        sign: '?',
        text: '（一）予以公开 · 商业企业: printed "12", no number was taken',
        details: ['more than one reading is possible, and nothing decides between them: 1 or 12'],
      },
      {
        sign: '?',
        text: '（一）予以公开 · 总计: printed "4", read as 4',
        details: ['suggested: 3, with which row-total/granted would hold'],
      },
    ]);
  });

  it('names a blank that the sums fill, and the checks where they are not those of the form', () => {
    expect(doubts.filter(({ sign }) => sign === '–').map(({ text }) => text)).toEqual([
      '一、新收申请数量 · 商业企业: blank, and 0 is the only number with which x would hold',
    ]);
  });
});
