import { describe, expect, it } from 'vitest';
import { loadDivisions } from '../../parsers/lookups/divisions.js';
import { documentWords } from '../../parsers/lookups/document-words.js';
import { type DrawnBlock, drawDocument } from '../testing/draw-document.js';
import { findPublishedOn } from './find-published-on.js';
import { readHeaderPage } from './header-page.js';

const lookups = { words: documentWords, divisions: loadDivisions() };
const published = (drawn: DrawnBlock[], metadata: { name: string; value: string }[] = []) =>
  findPublishedOn(readHeaderPage(drawDocument(drawn, metadata), lookups));

describe('findPublishedOn', () => {
  it.each<[string, DrawnBlock[], string]>([
    ['发布时间', ['发布时间:2021-01-18 00:00'], '2021-01-18'],
    ['发布日期', ['来源：县政府 发布日期：2021年1月8日 点击：3'], '2021-01-08'],
    ['cells', [[['文号', '', '公开日期', '2024-01-17']]], '2024-01-17'],
    ['日期', ['日期: 2016-12-30 字号:[ ]'], '2016-12-30'],
    ['时间', ['来源：县政府 时间：2015-01-02 00:00'], '2015-01-02'],
    ['under the title', ['歙县人民政府', '(2026年1月23日)', '依据条例编制。'], '2026-01-23'],
    ['signature', ['报告。', '歙县财政局', '2019年1月20日'], '2019-01-20'],
    ['signature in one line', ['报告。', '歙县财政局 二〇二二年一月五日'], '2022-01-05'],
    ['label before signature', ['发布日期：2019-02-02', '歙县财政局', '2019年1月20日'], '2019-02-02'],
  ])('%s', (_, drawn, value) => {
    expect(published(drawn)).toMatchObject({ value, confidence: 'read' });
  });

  it('reads the metadata of the carrier', () => {
    expect(published(['文'], [{ name: 'PubDate', value: '2022-01-28 10:11:12' }])).toMatchObject({
      value: '2022-01-28',
      at: null,
    });
  });

  it.each([
    ['the day of the visit', '2014年12月08日 星期一 黄山天气:多云'],
    ['the day of the crawl', '采集时间：2025-12-30T21:37:37+08:00'],
    ['the making of the page', '页面生成时间：2024-05-28'],
    ['the end of the data', '数据截止时间：2020-12-31'],
    ['a date in a sentence', '2020年5月6日，我局召开会议。'],
  ])('does not take %s', (_, line) => {
    expect(published([line]).value).toBeNull();
  });
});
