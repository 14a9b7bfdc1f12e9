import { describe, expect, it } from 'vitest';
import { loadDivisions } from '../../parsers/lookups/divisions.js';
import { documentWords } from '../../parsers/lookups/document-words.js';
import { type DrawnBlock, drawDocument } from '../testing/draw-document.js';
import { findTitle } from './find-title.js';
import { readHeaderPage } from './header-page.js';

const lookups = { words: documentWords, divisions: loadDivisions() };
const title = (drawn: DrawnBlock[], metadata: { name: string; value: string }[] = []) =>
  findTitle(readHeaderPage(drawDocument(drawn, metadata), lookups));

describe('findTitle', () => {
  it.each<[string, DrawnBlock[], string]>([
    [
      'first line',
      ['黟县2020年政府信息公开工作年度报告', '正文在此。'],
      '黟县2020年政府信息公开工作年度报告',
    ],
    ['broken line', ['黟县2020年政府信息公开', '工作年度报告'], '黟县2020年政府信息公开工作年度报告'],
    [
      'body above',
      ['黟县人民政府', '2020 年政府信息公开工作年度报告'],
      '黟县人民政府2020年政府信息公开工作年度报告',
    ],
    ['labelled', ['标题: 黟县2020年度政府信息公开年度报告', '文号：'], '黟县2020年度政府信息公开年度报告'],
    [
      'chrome above',
      ['首页', '政府信息公开年报', '黟县2020年政府信息公开工作年度报告'],
      '黟县2020年政府信息公开工作年度报告',
    ],
    [
      'index card glued to it',
      [
        '索引号0143/2021-00002分类信息公开年报 其他 报告发布机构黟县财政局公开日期2021-01-17文号关键词文件下载时效黟县财政局2020年政府信息公开年度报告根据《条例》编制本报告。一、总体情况2020年工作平稳。',
      ],
      '黟县财政局2020年政府信息公开年度报告',
    ],
    [
      'path above, source behind',
      [
        '政府信息公开',
        '政府信息公开年报',
        '黟县',
        '2020',
        '年度政府信息公开工作年度报告 来源：黟县人民政府 时间：',
      ],
      '黟县2020年度政府信息公开工作年度报告',
    ],
    [
      'a word above',
      ['正文', '2020年黟县财政局政府信息公开工作', '年度报告'],
      '2020年黟县财政局政府信息公开工作年度报告',
    ],
    [
      'year below',
      ['黟县政府信息公开工作年度报告', '（2020年度）'],
      '黟县政府信息公开工作年度报告（2020年度）',
    ],
    ['heading', ['# 黟县 2020 年 政府信息公开工作年度报告'], '黟县2020年政府信息公开工作年度报告'],
    ['in a cell', [[['名称', '黟县2020年政务公开工作年度报告']], '文'], '黟县2020年政务公开工作年度报告'],
    [
      'in a page of one paragraph',
      [`黟县2020年政府信息公开工作年度报告 2021-01-09 ${'公开工作有序开展，'.repeat(30)}`],
      '黟县2020年政府信息公开工作年度报告',
    ],
    ['site name behind', ['黟县2020年政府信息公开年报-黟县人民政府网'], '黟县2020年政府信息公开年报'],
    ['traditional', ['黟縣2020年政府信息公開工作年度報告'], '黟縣2020年政府信息公開工作年度報告'],
  ])('%s', (_, drawn, value) => {
    const field = title(drawn);
    expect(field.value).toBe(value);
    expect(field.raw!.replace(/\s/g, '')).toBe(value);
  });

  it.each([
    ['a sentence', '根据要求，现公布2020年政府信息公开工作年度报告。'],
    ['a notice', '关于做好2020年政府信息公开工作年度报告编制工作的通知'],
    ['an attachment', '附件：黟县2020年政府信息公开工作年度报告.docx'],
    ['a neighbour', '上一篇：黟县2019年政府信息公开工作年度报告'],
    ['a path', '首页 > 政府信息公开年报 > 黟县2020年政府信息公开工作年度报告'],
    ['a self-inspection', '黟县政务公开自查报告'],
  ])('takes no title from %s', (_, line) => {
    expect(title([line]).value).toBeNull();
  });

  it('believes the carrier where the text has no title', () => {
    const field = title(
      ['一、总体情况'],
      [{ name: 'ArticleTitle', value: '黟县2020年政府信息公开工作年度报告_黟县人民政府' }],
    );
    expect(field).toMatchObject({
      value: '黟县2020年政府信息公开工作年度报告',
      at: null,
      confidence: 'read',
    });
  });
});
