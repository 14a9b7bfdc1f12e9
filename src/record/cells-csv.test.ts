import { describe, expect, it } from 'vitest';
import type { ReportRecord } from '../model/report-record.js';
import { cellsCsv, cellsCsvHeader } from './cells-csv.js';

const field = { raw: null, confidence: 'read', flags: [], at: null };

const record = {
  id: 'r-1',
  issuer: { ...field, value: '甲县"人社"局' },
  year: { ...field, value: 2020 },
  template: 'ogi-2019',
  tableTemplates: { review: 'ogi-2021' },
  tables: {
    review: {
      litigationDirect: {
        total: { ...field, value: 3, raw: '3,\n', suggested: { value: 4, because: 'x' } },
        pending: { ...field, value: null, raw: '', confidence: 'blank' },
      },
    },
  },
  extras: [
    { table: 'proactive', label: '其他文件', unit: '件', cells: { 本期: { ...field, value: 0, raw: '0' } } },
  ],
} as unknown as ReportRecord;

describe('cellsCsv', () => {
  it('writes a header and a line a cell', () => {
    expect(cellsCsvHeader()).toBe(
      'record,issuer,year,template,table,row,column,value,raw,confidence,suggested\n',
    );
    expect(cellsCsv(record)).toBe(
      [
        'r-1,"甲县""人社""局",2020,ogi-2021,review,litigationDirect,total,3,"3,\n",read,4',
        'r-1,"甲县""人社""局",2020,ogi-2021,review,litigationDirect,pending,,,blank,',
        'r-1,"甲县""人社""局",2020,ogi-2019,extras:proactive,其他文件,本期,0,0,read,',
        '',
      ].join('\n'),
    );
  });

  it('writes nothing for a record without tables', () => {
    expect(cellsCsv({ ...record, tables: {}, extras: [] })).toBe('');
  });
});
