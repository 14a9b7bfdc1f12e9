import { describe, expect, it } from 'vitest';
import type { ColumnSpec } from '../model/template.js';
import { readValue } from './read-value.js';

const count: ColumnSpec = { id: 'count', label: '件数' };
const change: ColumnSpec = { id: 'change', label: '本年增/减', signed: true };
const fees: ColumnSpec = { id: 'fees', label: '收费金额', unit: 'CNY', printedIn: '万元' };
const amount: ColumnSpec = { id: 'amount', label: '采购总金额', unit: 'CNY' };

describe('readValue of counts', () => {
  it.each([
    ['0', 0],
    ['12', 12],
    ['１２', 12],
    ['1,362', 1362],
    ['+3', 3],
    ['3件', 3],
    ['22（其中修订16件）', 22],
  ])('%s is %d, without a doubt', (text, value) => {
    expect(readValue(text, count, null)).toMatchObject({ state: 'number', value, unit: null, doubts: [] });
  });

  it.each(['', ' ', '\u00a0', '\u200b'])('%j is a blank', (text) => {
    expect(readValue(text, count, null)).toMatchObject({ state: 'blank', value: null, flags: [] });
  });

  it('takes no number of more digits than it could keep', () => {
    const joined = '9007199254740993';
    expect(readValue(joined, count, null)).toMatchObject({ state: 'unreadable', value: null });
    expect(readValue(joined, fees, null)).toMatchObject({ state: 'unreadable', value: null });
    expect(readValue('9007199254740991', count, null)).toMatchObject({ state: 'number' });
  });

  it.each(['—', '/', '无', '-'])('%s is a placeholder, not a zero', (text) => {
    expect(readValue(text, count, null)).toMatchObject({
      state: 'blank',
      value: null,
      flags: ['placeholder'],
    });
  });

  it.each(['若干', '1 2', '3/4', '约5', '一二三'])('%s is no number', (text) => {
    expect(readValue(text, count, null)).toMatchObject({ state: 'unreadable', value: null });
    expect(readValue(text, count, null).doubts).toEqual(['unreadable']);
  });

  it.each([
    ['1.5', 'not-an-integer'],
    ['-3', 'sign-unexpected'],
    ['减4', 'sign-unexpected'],
    ['5万元', 'unit-unexpected'],
    ['5万条', 'unit-unexpected'],
    ['1,36', 'separator-doubtful'],
  ])('%s is doubted: %s', (text, doubt) => {
    const reading = readValue(text, count, null);
    expect(reading.state).toBe('number');
    expect(reading.doubts).toContain(doubt);
    expect(reading.flags).toContain(doubt);
  });

  it('takes 3.0 for the whole number that it is', () => {
    expect(readValue('3.0', count, null)).toMatchObject({ value: 3, doubts: [] });
  });

  it.each([
    ['-11', -11],
    ['减4', -4],
    ['--253', -253],
    ['−7', -7],
  ])('%s may stand where a change is asked for', (text, value) => {
    expect(readValue(text, change, null)).toMatchObject({ value, doubts: [] });
  });

  it('never gives a negative zero', () => {
    expect(Object.is(readValue('-0', change, null).value, 0)).toBe(true);
    expect(Object.is(readValue('-0', fees, null).value, 0)).toBe(true);
  });

  it('keeps the unit of the row', () => {
    expect(readValue('3', count, null, '条').unit).toBe('条');
  });
});

describe('readValue of amounts', () => {
  it.each([
    ['6181万元', 61_810_000],
    ['251000元', 251_000],
    ['160.5964万元', 1_605_964],
    ['4068.208万元', 40_682_080],
    ['0.1万元', 1000],
    ['1.2亿元', 120_000_000],
  ])('%s says its unit', (text, value) => {
    expect(readValue(text, amount, null)).toMatchObject({ value, unit: 'CNY', doubts: [] });
  });

  it('converts in decimals, not in binary', () => {
    expect(readValue('1.1', fees, null).value).toBe(11_000);
    expect(readValue('8.2', fees, null).value).toBe(82_000);
    expect(readValue('0.0007', fees, null).value).toBe(7);
  });

  it('takes the unit of the printed heading before the form', () => {
    expect(readValue('52.15', amount, { heading: '采购总金额（万元，保留四位小数）' })).toMatchObject({
      value: 521_500,
      doubts: [],
    });
    expect(readValue('52', fees, { heading: '本年收费金额（元）' })).toMatchObject({ value: 52, doubts: [] });
    expect(readValue('52', fees, { heading: '本年收费金额' })).toMatchObject({ value: 520_000, doubts: [] });
  });

  it('takes the unit in the cell before the heading', () => {
    expect(readValue('300元', fees, { heading: '本年收费金额（万元）' }).value).toBe(300);
  });

  it('doubts an amount whose unit nobody names', () => {
    const reading = readValue('52.15', amount, { heading: '采购总金额' });
    expect(reading).toMatchObject({ value: 52.15, doubts: ['unit-unknown'] });
    expect(reading.flags).toContain('unit-unknown');
  });

  it('needs no unit for nothing', () => {
    expect(readValue('0', amount, null)).toMatchObject({ value: 0, doubts: [] });
    expect(readValue('0.00', amount, null)).toMatchObject({ value: 0, doubts: [] });
  });

  it('knows the unit of an indicator', () => {
    expect(readValue('3.5', count, null, '万元')).toMatchObject({ value: 35_000, unit: 'CNY', doubts: [] });
  });

  it('says that it has converted', () => {
    expect(readValue('5', fees, null).flags).toContain('unit-converted');
    expect(readValue('5元', fees, null).flags).not.toContain('unit-converted');
  });
});

describe('units around a cell', () => {
  it.each([
    ['千元', 385_620],
    ['仟元', 385_620],
    ['萬元', 3_856_200],
    ['百万元', 385_620_000],
    ['百萬圓', 385_620_000],
    ['十万元', 38_562_000],
    ['千万元', 3_856_200_000],
    ['億元', 38_562_000_000],
    ['万元人民币', 3_856_200],
    ['人民币万元', 3_856_200],
    ['元', 385.62],
  ])('385.62 in %s is %d yuan, wherever the unit stands', (unit, value) => {
    const expected = { value, unit: 'CNY', doubts: [] };
    expect(readValue('385.62', fees, { heading: `本年收费金额（单位：${unit}）` })).toMatchObject(expected);
    expect(readValue('385.62', fees, { row: unit })).toMatchObject(expected);
    expect(readValue('385.62', fees, { caption: `单位：${unit}` })).toMatchObject(expected);
    expect(readValue(`385.62${unit.replace(/人民币/, '')}`, fees, null)).toMatchObject(expected);
  });

  it.each(['万美元', '美元', '港币', '万欧元', 'USD', '百万', '千', '元/万元'])(
    'a unit that can not be used (%s) is a doubt, never the unit of the form',
    (unit) => {
      expect(readValue('385.62', fees, { heading: `本年收费金额（单位：${unit}）` }).doubts).toEqual([
        'unit-unknown',
      ]);
      expect(readValue('385.62', fees, { caption: `单位：${unit}` }).doubts).toEqual(['unit-unknown']);
    },
  );

  it('goes from the cell to the row, the heading and the caption', () => {
    const around = { heading: '金额（万元）', caption: '单位：亿元' };
    expect(readValue('3元', fees, around).value).toBe(3);
    expect(readValue('3', fees, around).value).toBe(30_000);
    expect(readValue('3', fees, { row: '（元）', caption: '单位：万元' }).value).toBe(3);
    expect(readValue('3', fees, { row: '（元）', heading: '金额（万元）' }).doubts).toEqual(['unit-unknown']);
  });

  it('scales counts by the unit that is printed for them', () => {
    expect(readValue('3', count, { heading: '办理数量（万件）' })).toMatchObject({
      value: 30_000,
      doubts: [],
    });
    expect(readValue('3', count, { caption: '单位：件、万元' })).toMatchObject({ value: 3, doubts: [] });
    expect(readValue('3', count, { row: '千' }).doubts).toEqual(['unit-unknown']);
    expect(readValue('3', count, { row: '万元' }).doubts).toEqual(['unit-unexpected']);
    expect(readValue('3', fees, { row: '件' }).doubts).toEqual(['unit-unknown']);
  });

  it.each(['第二十条第（五）项', '公元2021年', '填报单位：某局', '各单元', '采购总金额'])(
    '%s names no unit',
    (heading) => {
      expect(readValue('3', fees, { heading })).toMatchObject({ value: 30_000, doubts: [] });
      expect(readValue('3', count, { heading })).toMatchObject({ value: 3, doubts: [] });
    },
  );
});
