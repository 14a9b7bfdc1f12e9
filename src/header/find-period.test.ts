import { describe, expect, it } from 'vitest';
import { loadDivisions } from '../../parsers/lookups/divisions.js';
import { documentWords } from '../../parsers/lookups/document-words.js';
import { drawDocument } from '../testing/draw-document.js';
import { findPeriod } from './find-period.js';
import { readHeaderPage } from './header-page.js';

const lookups = { words: documentWords, divisions: loadDivisions() };
const period = (...lines: string[]) => findPeriod(readHeaderPage(drawDocument(lines), lookups));

describe('findPeriod', () => {
  it.each([
    ['本报告所列数据统计期限自2020年1月1日至2020年12月31日。', '2020-01-01', '2020-12-31'],
    ['数据的统计时限从2020年1月1日起，至2020年12月31日止', '2020-01-01', '2020-12-31'],
    ['统计周期为 2024 年 1 月 1 日至 12 月 31 日。', '2024-01-01', '2024-12-31'],
    ['统计期限为二○一二年一月一日至二○一二年十二月三十一日', '2012-01-01', '2012-12-31'],
    ['本报告期间：2019-01-01至2019-12-31', '2019-01-01', '2019-12-31'],
  ])('%s', (line, start, end) => {
    expect(period(line)).toMatchObject({
      start: { value: start, confidence: 'read' },
      end: { value: end, confidence: 'read' },
    });
  });

  it('crosses the end of a line', () => {
    const { start, end } = period('本报告中所列数据的统计期限自2021年1月', '1日至2021年12月31日。');
    expect([start.value, start.raw, end.value]).toEqual(['2021-01-01', '2021年1月\n1日', '2021-12-31']);
  });

  it('restores dates that lost their signs, in doubt', () => {
    const { start, end } = period('数据截止时间为20171231日,数据为201711日以来制作的信息。');
    expect(start).toMatchObject({
      value: '2017-01-01',
      raw: '201711日',
      confidence: 'suspect',
      flags: ['date-repaired'],
    });
    expect(end).toMatchObject({ value: '2017-12-31', raw: '20171231日', flags: ['date-repaired'] });
  });

  it.each([
    '我局于2020年3月1日至2020年4月5日开展检查。',
    '截至2020年12月31日，共公开3条。',
    '全年公开信息若干。',
  ])('finds none in %s', (line) => {
    expect(period(line)).toMatchObject({ start: { value: null }, end: { value: null } });
  });
});
