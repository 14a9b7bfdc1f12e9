import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDates, parseDate } from './parse-date.js';

describe('parseDate reads complete dates', () => {
  it.each([
    ['2016年12月30日', '2016-12-30'],
    ['2016 年 1 月 5 日', '2016-01-05'],
    ['2016-12-30', '2016-12-30'],
    ['2016/1/3', '2016-01-03'],
    ['2016.12.30', '2016-12-30'],
    ['２０１６年１２月３０日', '2016-12-30'],
    ['二○一二年二月二十日', '2012-02-20'],
    ['二〇二三年十二月三十一日', '2023-12-31'],
    ['二О一八年十月廿三日', '2018-10-23'],
    ['二零一九年元月八日', '2019-01-08'],
    ['二0一九年一月十日', '2019-01-10'],
    ['2017年3月8号', '2017-03-08'],
    ['发布时间:2019-02-18 09:30', '2019-02-18'],
    ['20161230', '2016-12-30'],
    ['2020年2月29日', '2020-02-29'],
  ])('%s', (text, value) => {
    expect(parseDate(text)).toMatchObject({ value, flags: [], rivals: [] });
  });
});

describe('parseDate restores a damaged date only where one reading is left', () => {
  it.each([
    ['20161230日', '2016-12-30'],
    ['201611日', '2016-01-01'],
    ['2016313日', '2016-03-13'],
    ['20160105日', '2016-01-05'],
    ['2018931日', null],
    ['20171日', undefined],
  ])('%s', (text, value) => {
    if (value === undefined) expect(parseDate(text)).toBeNull();
    else if (value === null) expect(parseDate(text)).toMatchObject({ value: null, rivals: [] });
    else expect(parseDate(text)).toMatchObject({ value, flags: ['date-repaired'], rivals: [] });
  });

  it('keeps the rivals of 2016111日', () => {
    expect(parseDate('2016111日')).toEqual({
      value: null,
      raw: '2016111日',
      flags: ['rivals'],
      rivals: ['2016-01-11', '2016-11-01'],
    });
  });

  it('reads bare month and day only with a year', () => {
    expect(parseDate('1229')).toBeNull();
    expect(parseDate('1229', { year: 2016 })).toMatchObject({
      value: '2016-12-29',
      flags: ['date-repaired'],
    });
    expect(parseDate('111', { year: 2016 })).toMatchObject({
      value: null,
      rivals: ['2016-01-11', '2016-11-01'],
    });
    expect(parseDate('3月8日', { year: 2016 })).toMatchObject({
      value: '2016-03-08',
      flags: ['year-inherited'],
    });
    expect(parseDate('3月8日')).toBeNull();
  });
});

describe('parseDate refuses', () => {
  it.each([
    '2016年2月30日',
    '2019-02-29',
    '2016年13月1日',
    '2016年',
    '12月',
    '10.12.30.4',
    '2016.12.30.1',
    '某政发〔2016〕12号',
    '',
    '1362条',
    '20161301',
    '2016年12月12件',
  ])('%s', (text) => {
    expect(parseDate(text)).toBeNull();
  });
});

describe('findDates', () => {
  it('gives every mention with its place', () => {
    const text = '统计期限自2021年1月1日起，至2021 年 12 月 31 日止，报告于2022-1-20印发。';
    const dates = findDates(text);
    expect(dates.map((date) => date.value)).toEqual(['2021-01-01', '2021-12-31', '2022-01-20']);
    for (const { start, end, raw } of dates) expect(text.slice(start, end)).toBe(raw);
  });

  it('lends the year to the end of a period', () => {
    const dates = findDates('2021 年 1 月 1 日至 12 月 31 日。9月3日开会。');
    expect(dates.map((date) => [date.value, date.flags])).toEqual([
      ['2021-01-01', []],
      ['2021-12-31', ['year-inherited']],
    ]);
  });

  it('finds damaged dates only in the shape year-digits-日', () => {
    expect(findDates('截止20171231日，自201711日，共2017313条，1229').map((date) => date.value)).toEqual([
      '2017-12-31',
      '2017-01-01',
    ]);
  });

  it('never throws, every raw is a slice, every value is a day of the calendar', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789年月日至-./二〇一十 ') }), (text) => {
        for (const { start, end, raw, value } of findDates(text, { year: 2020 })) {
          expect(text.slice(start, end)).toBe(raw);
          if (value !== null) expect(new Date(`${value}T00:00:00Z`).toISOString().slice(0, 10)).toBe(value);
        }
      }),
    );
  });
});
