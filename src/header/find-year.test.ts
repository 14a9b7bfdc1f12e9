import { describe, expect, it } from 'vitest';
import { loadDivisions } from '../../parsers/lookups/divisions.js';
import { documentWords } from '../../parsers/lookups/document-words.js';
import { type DrawnBlock, drawDocument } from '../testing/draw-document.js';
import { findPeriod } from './find-period.js';
import { findPublishedOn } from './find-published-on.js';
import { findTitle } from './find-title.js';
import { findYear } from './find-year.js';
import { readHeaderPage } from './header-page.js';

const lookups = { words: documentWords, divisions: loadDivisions() };
const year = (...drawn: DrawnBlock[]) => {
  const page = readHeaderPage(drawDocument(drawn), lookups);
  const known = {
    title: findTitle(page),
    period: findPeriod(page),
    publishedOn: findPublishedOn(page),
  };
  return findYear(page, known);
};

describe('findYear', () => {
  it.each<[string, DrawnBlock[], number, string]>([
    ['title', ['歙县2020年度政府信息公开工作年度报告'], 2020, '2020'],
    ['numerals', ['二○一二年歙县政府信息公开工作年度报告'], 2012, '二○一二'],
    ['year without 年', ['歙县2020政府信息公开年报'], 2020, '2020'],
    ['period', ['政府信息公开工作年度报告', '数据统计期限为2019年1月1日至12月31日。'], 2019, '2019年1月1日'],
    ['late publication', ['歙县2015年政府信息公开年报', '发布时间：2018-03-01'], 2015, '2015'],
  ])('from the %s', (_, drawn, value, raw) => {
    expect(year(...drawn)).toMatchObject({ value: { value, raw, confidence: 'read' }, issues: [] });
  });

  it('goes by title and period against the opening, and says so', () => {
    const { value, issues } = year(
      '2016年歙县政府信息公开工作年度报告',
      '现公布歙县2015年度政府信息公开工作报告。数据统计期限自2016年1月1日至2016年12月31日。',
    );
    expect(value).toMatchObject({ value: 2016, confidence: 'suspect' });
    expect(issues).toMatchObject([{ code: 'year-conflict', severity: 'warning', path: 'year' }]);
    expect(issues[0]!.message).toContain('the title says 2016, the period says 2016, the opening says 2015');
  });

  it('lets the day of publication break a tie of title and period', () => {
    const { value, issues } = year(
      '歙县2021年政府信息公开年度报告',
      '发布时间：2021-01-28',
      '统计期限为2020年1月1日至2020年12月31日。',
    );
    expect(value).toMatchObject({ value: 2020, confidence: 'suspect' });
    expect(issues).toHaveLength(1);
  });

  it('doubts a year that was not over when the report appeared', () => {
    const { value, issues } = year('歙县2021年政府信息公开年度报告', '发布时间：2021-01-28');
    expect(value).toMatchObject({ value: 2021, confidence: 'suspect' });
    expect(issues[0]!.message).toContain('the publication says 2021-01-28');
  });

  it('does not take years from names of documents', () => {
    const { value, issues } = year(
      '歙县2020年政府信息公开工作年度报告',
      '根据《关于做好2019年政府信息公开工作年度报告编制的通知》要求编制。',
    );
    expect([value.value, issues]).toEqual([2020, []]);
  });

  it('is missing without evidence, and in doubt where only the text speaks', () => {
    expect(year('政府信息公开工作年度报告', '发布时间：2021-01-28').value.confidence).toBe('missing');
    const text = year(
      '政府信息公开工作年度报告',
      '2020年，我局认真落实。',
      '2020年全局公开信息。',
      '发布时间：2021-01-28',
    );
    expect(text.value).toMatchObject({ value: 2020, confidence: 'suspect' });
  });
});
