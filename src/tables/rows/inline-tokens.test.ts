import { describe, expect, it } from 'vitest';
import { inlineTokens } from './inline-tokens.js';

const read = (text: string) =>
  inlineTokens(text, { start: 100, end: 100 + text.length }, 0).map((t) => `${t.kind}:${t.text}`);

describe('inlineTokens', () => {
  it('cuts glued labels and digits', () => {
    expect(read('一、本年新收申请数量713000074二、上年结转')).toEqual([
      'label:一、本年新收申请数量',
      'run:713000074',
      'label:二、上年结转',
    ]);
  });

  it('leaves the digit of an ordinal to the label behind it', () => {
    expect(read('3.其他0200002（七）总计')).toEqual(['label:3.其他', 'run:0200002', 'label:（七）总计']);
    expect(read('行政许可42.重复申请')).toEqual(
      ['label:行政许可', 'run:4', 'label:2.重复申请'].map(loneDigit),
    );
  });

  it('keeps a figure with a letter for a digit whole: a value that can not be read', () => {
    expect(read('573.O2')).toEqual(['value:573.O2']);
    expect(read('规章 0 1O l3 O')).toEqual(['label:规章', 'value:0', 'value:1O', 'value:l3', 'value:O']);
    expect(read('行政事业性收费573.O2')).toEqual(['label:行政事业性收费573.O2']);
    expect(read('邮箱 lo.Il 共享 IO')).toEqual(['label:邮箱 lo.Il 共享 IO']);
  });

  it('keeps separate values apart', () => {
    expect(read('规章 0 0 13')).toEqual(['label:规章', 'value:0', 'value:0', 'value:13']);
  });

  it('knows full-width digits', () => {
    expect(read('规范性文件 ２ ６ １０')).toEqual(['label:规范性文件', 'value:２', 'value:６', 'value:１０']);
    expect(read('２．重复申请 0')).toEqual(['label:２．重复申请', 'value:0']);
  });

  it('keeps a number beside a slash that stands for nothing', () => {
    expect(read('四、结转下年度继续办理 3 / / 3')).toEqual([
      'label:四、结转下年度继续办理',
      'value:3',
      'value:/',
      'value:/',
      'value:3',
    ]);
    expect(read('2021/3/5')).toEqual(['label:2021/3/5']);
  });

  it('takes a lone number between two labels for a possible run', () => {
    expect(read('行政处罚 1204 行政强制 7')).toEqual([
      'label:行政处罚',
      'run:1204',
      'label:行政强制',
      'value:7',
    ]);
  });

  it('keeps a negative number glued to its neighbour in the run', () => {
    expect(read('行政许可2648-18538')).toEqual(['label:行政许可', 'run:2648-18538']);
  });

  it('takes dashes and 无 between spaces for values', () => {
    expect(read('规章 — / 无 3')).toEqual(['label:规章', 'value:—', 'value:/', 'value:无', 'value:3']);
  });

  it('keeps a worded sign and a note in one value', () => {
    expect(read('行政许可 5 减4 22（其中修订16件）')).toEqual([
      'label:行政许可',
      'value:5',
      'value:减4',
      'value:22（其中修订16件）',
    ]);
  });

  it('takes an amount with its unit', () => {
    expect(read('行政事业性收费 6181万元')).toEqual(['label:行政事业性收费', 'run:6181万元']);
  });

  it.each([
    '全年共受理申请15件',
    '2021年1月1日起',
    '公开率达98%',
    '国办公开办函〔2021〕30号',
    '第20条',
    'http://www.example.gov.cn/2021/index.html',
    '无法提供',
  ])('leaves the prose %s alone', (text) => {
    expect(read(text).filter((t) => t.startsWith('run'))).toEqual([]);
  });

  it('points into the parsed text', () => {
    const text = '规章 12  行政处罚3';
    for (const token of inlineTokens(text, { start: 100, end: 100 + text.length }, 0)) {
      expect(text.slice(token.place.start - 100, token.place.end - 100)).toBe(token.text);
    }
  });

  it('gives nothing for nothing', () => {
    expect(read('')).toEqual([]);
    expect(read(' \u3000')).toEqual([]);
  });
});

/** A single digit can't be several cells. */
const loneDigit = (token: string) => token.replace(/^run:(\d)$/u, 'value:$1');
