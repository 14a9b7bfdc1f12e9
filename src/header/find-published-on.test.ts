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

  describe.each([
    '2017年1月16日',
    '二〇一七年一月十六日',
    '二○一七年元月十六日',
    '二0一七年1月16日',
    '2017.1.16',
    '2017-01-16',
    '2017/1/16',
    '2017年1月16号',
  ])('a day printed %s', (day) => {
    it.each<[string, DrawnBlock[]]>([
      ['behind a label', [`发布时间：${day} 来源：县财政局`]],
      ['in brackets behind a label', [`发布日期：[${day}]`]],
      ['in a card', [[['发布机构：', '歙县财政局', '成文日期：', day]]]],
      ['alone above the name', ['报告。', '（此页无正文）', '歙县财政局（公章）', day]],
      ['behind the name', ['报告。', `歙县财政局 ${day}`]],
      ['in brackets at the end', ['报告。', `（歙县财政局 ${day}）`]],
      ['as a note under the title', ['歙县财政局2016年政府信息公开年报', `（${day}公布）`]],
      ['under the title', ['歙县财政局2016年政府信息公开年报', `${day} 15:20 来源：县财政局`]],
    ])('%s', (_, drawn) => {
      expect(published(drawn)).toMatchObject({ value: '2017-01-16', confidence: 'read' });
    });
  });

  it.each<[string, DrawnBlock[]]>([
    ['letter by letter', ['报告。', '歙县财政局', '2 0 1 7 年 1 月 1 6 日']],
    ['on two lines', ['报告。', '歙县财政局', '二〇一七年', '一月十六日']],
    ['glued to the time', ['年度报告发布时间:2017-01-1609:32来源:县财政局']],
    ['in a data file', ['"docPubTime": "2017-01-16 10:05:00",']],
    ['in the head of a page of notes', ['---', 'date: 2017-01-16', '---', '# 年度报告']],
    ['as the last change', ['点击数：1378 更新时间：2017-1-16 10:22:41']],
  ])('a day %s', (_, drawn) => {
    expect(published(drawn).value).toBe('2017-01-16');
  });

  it('doubts a day that lost its signs', () => {
    expect(published(['报告。', '歙县财政局', '20170116日'])).toMatchObject({
      ...{ value: '2017-01-16', confidence: 'suspect', flags: ['date-repaired'] },
    });
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
