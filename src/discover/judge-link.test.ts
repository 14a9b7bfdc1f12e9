import { describe, expect, it } from 'vitest';
import { formats } from '../../parsers/formats/index.js';
import { linkWords } from '../../parsers/lookups/report-links.js';
import { judgeLink } from './judge-link.js';

const judge = (name: string, options: { url?: string; isColumnPage?: boolean; isInFrame?: boolean } = {}) =>
  judgeLink(
    { name, url: 'http://www.example.cn/a/1.html', isInFrame: false, isColumnPage: false, ...options },
    linkWords(formats),
  );
const verdict = (name: string, options?: Parameters<typeof judge>[1]) => {
  const { kind, year } = judge(name, options);
  return [kind, year];
};

describe('judgeLink', () => {
  it.each([
    ['青岚县人民政府2023年政府信息公开工作年度报告', 2023],
    ['青岚县2023年度政府信息公开工作年度报告', 2023],
    ['2023年青岚县教育局政府信息公开工作年度报告', 2023],
    ['2023 年 度 政 府 信 息 公 开 年 报', 2023],
    ['２０２３年政府信息公开年度报告', 2023],
    ['青岚县教育局2010年政府信息公开工作总结', 2010],
    ['二〇一二年政府信息公开工作年度报告', 2012],
    ['二○一八年度政府信息公开工作报告', 2018],
    ['二〇二三年信息公开年报', 2023],
    ['青岚县教育局政府信息公开工作年度报告（2021年）', 2021],
    ['2022年度信息公开工作情况报告', 2022],
    ['青岚县教育局2019年政务公开工作年度报告', 2019],
    ['2020年信息公开工作年度报告.docx', 2020],
    ['（2024-01-15发布）2023年政府信息公开工作年度报告', 2023],
    ['青岚县2024年1月发布2023年政府信息公开工作年度报告', 2023],
    ['关于公布青岚县2023年政府信息公开工作年度报告的公告', 2023],
    ['青岚县市场监督管理局（知识产权局）2023年政府信息公开工…', 2023],
    ['青岚县审计局2023年政府信息公开工作年度报告', 2023],
    ['青岚县财政局2022年政府信息公开工作年度报告', 2022],
    ['青岚县统计局2022年政府信息公开年报', 2022],
    ['青岚县生态环境局2022年政府信息公开工作年度报告', 2022],
    ['青岚县预算评审中心2022年政府信息公开工作年度报告', 2022],
    ['2022年青岚县督查考核办公室政府信息公开工作年度报告', 2022],
    ['青岚县机关事务管理局（公务用车检查中心）2022年政府信息公开年报', 2022],
    ['青岚县人民政府政务服务和公共资源交易管理条例办公室2022年信息公开年报', 2022],
    ['青岚县国有资产监督管理局2022年政府信息公开工作年度报告', 2022],
  ])('takes %s', (name, year) => {
    expect(verdict(name)).toEqual(['report', year]);
    expect(judge(name).evidence).toContain(`year-${year}`);
  });

  it.each([
    ['政府信息公开指南', 'rejected', undefined],
    ['青岚县政府信息公开年度报告编制指南（2023年）', 'rejected', 'not:guide'],
    ['2023年政府信息公开工作年度报告解读', 'rejected', 'not:explanation'],
    ['一图读懂：青岚县2023年政府信息公开工作年度报告', 'rejected', 'not:explanation'],
    ['关于做好2023年政府信息公开工作年度报告编制工作的通知', 'rejected', 'not:notice'],
    ['2023年法治政府建设年度报告', 'rejected', 'not:other-report'],
    ['2023年政府网站工作年度报表', 'rejected', undefined],
    ['2023年度部门决算公开报告', 'rejected', undefined],
    ['青岚县统计年报2023年', 'rejected', 'not:other-report'],
    ['政府信息公开年报填报说明（2023年）', 'rejected', 'not:explanation'],
    ['2023年政府信息公开工作年度报告（征求意见稿）', 'rejected', 'not:draft'],
    ['2022年与2023年政府信息公开年度报告数据对比', 'rejected', 'not:comparison'],
    ['政府信息公开年度报告格式模板2023年', 'rejected', 'not:form'],
    ['图解青岚县教育局2023年政府信息公开工作年度报告', 'rejected', 'not:explanation'],
    ['青岚县教育局2023年政府信息公开工作年度报告问答', 'rejected', 'not:explanation'],
    ['关于青岚县教育局2023年政府信息公开工作考核情况的报告', 'rejected', undefined],
    ['青岚县审计局2023年度审计工作报告', 'rejected', undefined],
    ['2023年企业年度报告公示', 'rejected', 'not:other-report'],
    ['我县召开2023年政府信息公开工作年度报告编制培训会', 'rejected', 'not:news'],
    ['青岚县教育局2023年年度报告', 'rejected', 'not:names-no-disclosure'],
  ])('leaves %s', (name, kind, evidence) => {
    const judged = judge(name);
    expect(judged.kind === 'nothing' ? 'rejected' : judged.kind).toBe(kind);
    if (evidence !== undefined) expect(judged.evidence).toContain(evidence);
  });

  it.each([
    '首页',
    '通知公告',
    '2023年',
    '2023年部门工作总结',
    '县委书记调研教育工作',
    '2024年政府工作安排',
    '下一页',
    '',
    '青岚县教育局',
    '领导信箱',
    '政府信息公开申请表',
  ])('says nothing of a list for %s', (name) => {
    expect(['nothing', 'rejected']).toContain(judge(name).kind);
  });

  it.each([
    '政府信息公开年报',
    '政府信息公开工作年度报告',
    '信息公开年度报告',
    '部门年报',
    '乡镇街道年报',
    '历年年报',
    '年度报告',
    '青岚县教育局政府信息公开年报',
  ])('enters the column %s', (name) => {
    expect(verdict(name)).toEqual(['list', null]);
  });

  it('believes weaker names in a column', () => {
    const options = { isColumnPage: true };
    expect(verdict('青岚县教育局2023年年度报告', options)).toEqual(['report', 2023]);
    expect(verdict('教育局2023年年报', options)).toEqual(['report', 2023]);
    expect(verdict('2023年', options)).toEqual(['list', 2023]);
    expect(verdict('青岚县教育局', options)).toEqual(['list', null]);
    expect(verdict('教育局2023年度', { ...options, url: 'http://www.example.cn/u/1.docx' })).toEqual([
      'report',
      2023,
    ]);
    expect(verdict('2023年统计年报', options)).toEqual(['rejected', 2023]);
    expect(verdict('通知公告', options)).toEqual(['nothing', null]);
  });

  it('takes a file for no column', () => {
    const url = 'http://www.example.cn/u/1.pdf';
    expect(verdict('政府信息公开年报', { url })).toEqual(['report', null]);
    expect(verdict('2023年', { url, isColumnPage: true })).toEqual(['report', 2023]);
    expect(verdict('青岚县教育局', { url, isColumnPage: true })).toEqual(['report', null]);
    expect(verdict('2023年', { url })).toEqual(['nothing', 2023]);
  });

  it('believes no menu that it is the column', () => {
    expect(verdict('青岚县教育局', { isColumnPage: true, isInFrame: true })).toEqual(['nothing', null]);
  });

  it('takes several years for none', () => {
    expect(verdict('2019年-2023年政府信息公开工作年度报告')).toEqual(['list', null]);
  });
});
