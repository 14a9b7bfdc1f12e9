import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadDivisions } from '../../parsers/lookups/divisions.js';
import { documentWords } from '../../parsers/lookups/document-words.js';
import { kindWords } from '../../parsers/lookups/kind-words.js';
import { sectionRoles } from '../../parsers/lookups/section-roles.js';
import { findHeader } from '../header/find-header.js';
import { type DrawnBlock, drawDocument } from '../testing/draw-document.js';
import { classifyKind } from './classify-kind.js';
import { splitSections } from './split-sections.js';

const lookups = { words: documentWords, divisions: loadDivisions() };
const classify = (drawn: DrawnBlock[], tables = 0) => {
  const parsed = drawDocument(drawn);
  const { title, year } = findHeader(parsed, lookups).value;
  const sections = splitSections(parsed, sectionRoles).value;
  return classifyKind(parsed, { title, year, tables, sections }, { words: documentWords, kind: kindWords });
};
const prose = '我单位认真做好政府信息公开各项工作，健全制度，回应关切。'.repeat(12);
const report = [
  '黟县2020年政府信息公开工作年度报告',
  '一、总体情况',
  prose,
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
];
const labels = kindWords.formLabels;

describe('classifyKind keeps reports', () => {
  it.each<[string, DrawnBlock[], number]>([
    ['with tables', report, 2],
    ['whose tables were not found', report, 0],
    ['in prose without sections', ['黟县2010年政府信息公开工作年度报告', prose], 0],
    ['with tables and without a title', ['一、总体情况', prose], 2],
    ['beside notices in a menu', ['关于做好政府信息公开年度报告的通知', '政府信息公开指南', ...report], 0],
    [
      'with links to other years',
      [...report, ...[2016, 2017, 2018, 2019].map((year) => `黟县${year}年政府信息公开工作年度报告`)],
      0,
    ],
    ['on a mirror of model texts', ['小编为大家整理', '范文', ...report], 2],
  ])('%s', (_, drawn, tables) => {
    expect(classify(drawn, tables)).toEqual({
      value: { kind: 'annual-report', reasons: [], lacks: null },
      issues: [],
    });
  });
});

describe('classifyKind hears who speaks', () => {
  const title = '黟县2020年政府信息公开工作年度报告';
  const numbers = '全县主动公开政府信息14.6万条，收到申请1208件，办结1190件。';
  it.each<[string, DrawnBlock[], string]>([
    ['本报讯', ['本报讯（记者 甲）县政府办公室日前发布年报。', `年报显示，${numbers}`], 'News'],
    ['获悉', ['记者28日从县政府办公室获悉，年报已经公布。', numbers, '责任编辑：乙'], 'News'],
    ['据介绍', [`据介绍，${numbers}`, '“申请的背后是群众的关切，”科长告诉记者。'], 'News'],
    [
      '摘要',
      ['**摘要** 以黟县为例。', numbers, '## 参考文献', '[1] 甲：《年报研究》，载《法学》2020年第6期。'],
      'paper',
    ],
    ['关键词', ['摘要：讨论不予公开的理由。', '关键词：信息公开；年报', numbers], 'paper'],
    ['本文', ['作者简介：甲，讲师。', `本文选取黟县的年报。${numbers}`], 'paper'],
  ])('%s', (_, drawn, reason) => {
    const { kind, reasons } = classify([title, ...drawn]).value;
    expect(kind).toBe('other');
    expect(reasons[0]).toContain(reason);
  });

  it.each([
    [
      ['import pytest', 'from splitter import split', 'SAMPLE = "'],
      ['"', 'def test_heads():', 'assert split(SAMPLE)'],
    ],
    [
      ["import { it } from 'vitest';", 'const sample = `'],
      ['`;', "it('splits', () => {", 'expect(split(sample));', '});'],
    ],
    [
      ['package nianbao;', 'import java.util.List;', 'public class SplitTest {'],
      ['@Test', 'private void heads() {', '}'],
    ],
    [
      ['<?php', '$sample = <<<TEXT'],
      ['function test_heads() {', 'return split($sample);', '}', 'if ($x) {', '}'],
    ],
  ])('a program, however whole the report in it: %j', (before, after) => {
    const { kind, reasons } = classify([...before, ...report, ...after]).value;
    expect([kind, reasons[0]]).toEqual(['other', expect.stringContaining('program')]);
  });

  it.each<[string, DrawnBlock[]]>([
    ['printed by a paper', ['来源：黟县日报 责任编辑：甲', ...report, '六、其他需要报告的事项', '无。']],
    [
      'with scripts of its page',
      ['function go(){ }', 'var _hmt = _hmt || [];', ...report, 'return false;', '}'],
    ],
    ['with an abstract', ['摘要：本报告由县政府办公室编制。', ...report]],
    [
      'of two halves of a year',
      [report[0]!, '县政府按照上半年、下半年两个时段对全县信息公开工作进行了统计。', ...report.slice(1)],
    ],
  ])('but a report %s is one', (_, drawn) => {
    expect(classify(drawn).value.kind).toBe('annual-report');
  });

  it('takes the records of a data file for several reports', () => {
    const records = ['财政局', '审计局'].flatMap((body) => [
      `"title": "黟县${body}2022年政府信息公开工作年度报告",`,
      `"content": "${report.slice(1).join('')}"`,
    ]);
    expect(classify(['{ "items": [', ...records]).value.kind).toBe('compilation');
  });
});

describe('classifyKind names what is no report', () => {
  const essay = ['一、工作情况', '文', '二、存在问题', '文'];
  it.each<[string, DrawnBlock[], string, string]>([
    [
      'model texts',
      ['为您精选了8篇政务公开范文', '小编寄语', ...essay, ...essay, ...essay],
      'compilation',
      'model texts',
    ],
    ['texts without a title', [...essay, ...essay, ...essay], 'compilation', 'start again 3 times'],
    [
      'regulation',
      [
        '黟县信息公开规定',
        ...['一', '二', '三', '四', '五', '六'].map((n) => `第${n}条 政府信息公开应当${prose.slice(0, 30)}`),
      ],
      'other',
      'regulation',
    ],
    ['notice', ['关于编制2020年政府信息公开工作年度报告的通知', prose], 'other', 'notice'],
    ['self-inspection', ['黟县财政局政务公开工作自查报告', prose], 'other', 'self-inspection'],
    ['comparison', ['黟县2019年与2020年政府信息公开年度报告对比', prose], 'other', 'comparison'],
    ['comparison of texts', ['黟县政务公开年报比对', prose], 'other', 'comparison'],
    [
      'years against each other',
      ['黟县政务公开', '年份: 2019 vs 2020 重复率: 42%', prose],
      'other',
      'comparison',
    ],
    ['columns of two years', ['2019 年报告     2020 年报告', ...report.slice(1)], 'other', 'comparison'],
    ['empty form', ['二、主动公开政府信息情况', [labels]], 'other', 'empty form'],
    [
      'list',
      [2016, 2017, 2018, 2019, 2020].map((year) => `黟县${year}年政府信息公开工作年度报告`),
      'other',
      'list',
    ],
    [
      'error page',
      ['404 Not Found', '您访问的页面不存在，请返回首页或联系管理员，谢谢您的理解与支持，再次表示感谢'],
      'other',
      'error',
    ],
    [
      'anti-bot page',
      ['访问过于频繁，请完成安全验证后继续访问，感谢您的配合与理解，如有问题请联系网站管理人员'],
      'other',
      'anti-bot',
    ],
    ['ruined text', [`锟斤拷锟斤拷${'\ufffd'.repeat(60)}`], 'other', 'ruined'],
    ['nothing', [], 'other', 'no text'],
    [
      'a bare title',
      [
        '黟县2020年政府信息公开工作年度报告',
        '附件下载',
        '点击此处下载附件全文内容，谢谢您的浏览与支持，再见再见',
      ],
      'other',
      'does not hold it',
    ],
    ['something else', ['黟县今日天气晴朗', prose.replaceAll('政府信息公开', '绿化')], 'other', 'No title'],
  ])('%s', (_, drawn, kind, reason) => {
    const { value, issues } = classify(drawn);
    expect(value.kind).toBe(kind);
    expect(value.reasons.join()).toContain(reason);
    expect(issues.map((issue) => issue.code)).toEqual([
      kind === 'compilation' ? 'compilation' : 'not-a-report',
    ]);
  });
});

it('knows model texts although a fragment fits a form', () => {
  const drawn = ['范文精选五篇', '小编为您整理', '一、总体情况', prose];
  expect(classify(drawn, 1).value.kind).toBe('compilation');
});

const samples = new URL('../../samples/', import.meta.url);
describe('classifyKind on samples', () => {
  it.each(
    [
      '2012-linxi-narrative-numerals',
      '2014-yunchuan-provincial-statistics',
      '2018-yunchuan-regulation',
    ].concat(
      ['2019-luze-bare-lines', '2019-nowhere-model-essays', '2020-shizhang-polluted-mirror'],
      ['2022-jizhou-glued', '2023-weiqiao-single-spaces', '2025-chengtang-markdown-by-a-model'],
    ),
  )('%s', (name) => {
    const folder = new URL(`${name}/`, samples);
    const { truth } = JSON.parse(readFileSync(new URL('sample.json', folder), 'utf8'));
    const lines = readFileSync(new URL(truth.file, folder), 'utf8').split(/\r?\n/);
    expect(classify(lines.filter((line) => line.trim() !== '')).value.kind).toBe(truth.kind);
  });
});
