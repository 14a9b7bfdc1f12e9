import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseChineseNumber } from './parse-chinese-number.js';

describe('parseChineseNumber', () => {
  it.each([
    ['两万', 20000],
    ['二〇二三', 2023],
    ['二○二三', 2023],
    ['二零一九', 2019],
    ['二О一二', 2012],
    ['廿三', 23],
    ['卅', 30],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['九十九', 99],
    ['一百零五', 105],
    ['一百一十', 110],
    ['一百十二', 112],
    ['两百二十五', 225],
    ['一千零五', 1005],
    ['一千零二十', 1020],
    ['三千五百', 3500],
    ['一万零三', 10003],
    ['两万三千四百五十六', 23456],
    ['十二万', 120000],
    ['一亿', 100000000],
    ['1亿2千万', 120000000],
    ['3万', 30000],
    ['３万', 30000],
    ['1.2万', 12000],
    ['4068.208万', 40682080],
    ['1万2000', 12000],
    ['3千5百', 3500],
    ['1.5亿', 150000000],
    ['1.2万亿', 1200000000000],
    ['壹贰叁', 123],
    ['壹佰贰拾叁', 123],
    ['伍仟', 5000],
    ['零', 0],
    ['〇', 0],
    ['两', 2],
    ['1,362', 1362],
    ['１，３６２', 1362],
    ['42', 42],
  ])('%s is %d', (text, value) => {
    expect(parseChineseNumber(text)).toBe(value);
  });

  it.each([
    '',
    '件',
    '万',
    '百',
    '一百五',
    '一万二',
    '三五',
    '三四十',
    '十二五',
    '五百千',
    '十百',
    '零百',
    '一件',
    '12件',
    '二〇两三',
    '1.2.3',
    '○',
    'O',
    '1,36',
    '亿万',
    '-3',
  ])('%s is no number', (text) => {
    expect(parseChineseNumber(text)).toBeNull();
  });

  it('never throws and never gives a negative or broken number', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'零〇一二两三九十百千万亿廿0123.,壹O件 ') }),
        (text) => {
          const value = parseChineseNumber(text);
          expect(value === null || (Number.isFinite(value) && value >= 0)).toBe(true);
        },
      ),
    );
  });
});
