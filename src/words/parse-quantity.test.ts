import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuantity } from './parse-quantity.js';

const brief = (text: string) =>
  parseQuantity(text).map(({ value, unit, raw, flags }) => [value, unit, raw, flags]);

describe('parseQuantity reads', () => {
  it.each([
    ['公开信息120条', [[120, '条', '120条', []]]],
    ['收到申请 34 件，', [[34, '件', '34 件', []]]],
    ['收到申请 34\n件，', [[34, '件', '34\n件', []]]],
    ['共１，３６２条。', [[1362, '条', '１，３６２条', []]]],
    ['共1,362条', [[1362, '条', '1,362条', []]]],
    ['资金6181万元', [[61810000, 'CNY', '6181万元', ['unit-converted']]]],
    ['收费160.5964万元', [[1605964, 'CNY', '160.5964万元', ['unit-converted']]]],
    ['收取3940元', [[3940, 'CNY', '3940元', []]]],
    ['信息800余条', [[800, '条', '800余条', ['approximate']]]],
    ['信息70多条', [[70, '条', '70多条', ['approximate']]]],
    ['约900条', [[900, '条', '约900条', ['approximate']]]],
    ['近500人次', [[500, '人次', '近500人次', ['approximate']]]],
    ['逾300篇', [[300, '篇', '逾300篇', ['approximate']]]],
    ['500条以上', [[500, '条', '500条以上', ['approximate']]]],
    ['500条左右', [[500, '条', '500条左右', ['approximate']]]],
    ['1.2万余条', [[12000, '条', '1.2万余条', ['approximate', 'unit-converted']]]],
    ['3000余万元', [[30000000, 'CNY', '3000余万元', ['approximate', 'unit-converted']]]],
    ['2千人次', [[2000, '人次', '2千人次', ['unit-converted']]]],
    ['答复十二件', [[12, '件', '十二件', []]]],
    ['一百多条', [[100, '条', '一百多条', ['approximate']]]],
    ['办理两件', [[2, '件', '两件', []]]],
    [
      '会议3次，培训2期、200人次',
      [
        [3, '次', '3次', []],
        [2, '期', '2期', []],
        [200, '人次', '200人次', []],
      ],
    ],
    ['发布会5场', [[5, '场', '5场', []]]],
    [
      '栏目7个，事项8项、宗地9宗',
      [
        [7, '个', '7个', []],
        [8, '项', '8项', []],
        [9, '宗', '9宗', []],
      ],
    ],
    ['0件', [[0, '件', '0件', []]]],
    ['2021年12件', [[12, '件', '12件', []]]],
  ])('%s', (text, wanted) => {
    expect(brief(text)).toEqual(wanted);
  });

  it('keeps an absurd unit as printed and doubts it', () => {
    expect(parseQuantity('浏览量98765万条')[0]).toMatchObject({
      value: 987650000,
      confidence: 'suspect',
      flags: ['unit-converted', 'unit-absurd'],
    });
    expect(parseQuantity('支出98765万元')[0]!.confidence).toBe('read');
    expect(parseQuantity('访问1200万次')[0]!.confidence).toBe('read');
  });

  it('doubts a number that may have swallowed a year, lost a digit, or is no whole count', () => {
    expect(parseQuantity('其中201745条')[0]).toMatchObject({
      value: 201745,
      confidence: 'suspect',
      flags: ['glued-digits'],
    });
    expect(parseQuantity('共045件')[0]!.flags).toEqual(['glued-digits']);
    expect(parseQuantity('共3.5件')[0]!.flags).toEqual(['fraction']);
    expect(parseQuantity('2 543条')[0]!.flags).toEqual(['split-digits']);
    expect(parseQuantity('共20174条')[0]!.confidence).toBe('read');
  });

  it('gives offsets into the text it was handed', () => {
    const text = '全年　公开 1,020 余 条，答复七件。';
    for (const { start, end, raw } of parseQuantity(text)) expect(text.slice(start, end)).toBe(raw);
    expect(parseQuantity(text).map((one) => one.raw)).toEqual(['1,020 余 条', '七件']);
  });
});

describe('parseQuantity leaves alone', () => {
  it.each([
    '截至2018年12月31日',
    '某政办发〔2018〕30号',
    '某政办〔201830号',
    '办结率100%',
    '第9次会议',
    '第 3 期',
    '第二十条',
    '第十二次',
    '电话0555-1234567',
    '12345热线',
    '2018年度',
    '3-5件',
    '3至5件',
    '三五件',
    '几十件',
    '数百条',
    '统一条件',
    '进一步',
    '十三五期间',
    '20条例',
    '5项目',
    '国令第711号',
    '行政许可447228',
    '每一件',
    '',
  ])('%s', (text) => {
    expect(parseQuantity(text)).toEqual([]);
  });

  it('never throws, and every raw is a slice', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0123456789,.，条件万元余多约一二百第年月日 \n人次〔') }),
        (text) => {
          for (const { start, end, raw, value } of parseQuantity(text)) {
            expect(text.slice(start, end)).toBe(raw);
            expect(Number.isFinite(value)).toBe(true);
          }
        },
      ),
    );
  });
});
