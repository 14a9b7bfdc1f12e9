import { describe, expect, it } from 'vitest';
import { characterVariants } from '../../parsers/lookups/character-variants.js';
import { templates } from '../../parsers/templates/index.js';
import { officialRows } from '../tables/official-labels.js';
import { rowLabel, rowSimilarity } from '../tables/rows/row-label.js';
import { foldLabel, labelSimilarity, makeFolder } from './label-text.js';

const fold = makeFolder(characterVariants);
const core = (text: string) => foldLabel(text, fold).core;
/** The least at which the aligner takes a printed label for a row's. */
const ACCEPTED = 0.62;

describe('makeFolder', () => {
  it.each([
    ['三\n、\n本\n年', '三、本年'],
    ['１．属于国家秘密', '1.属于国家秘密'],
    ['主動公開政府信息', '主动公开政府信息'],
    ['機(jī)構(gòu)', '机构'],
    ['公\u200b开\u00ad情况', '公开情况'],
    ['\u00a0\u3000', ''],
  ])('folds %j', (text, wanted) => {
    expect(fold(text)).toBe(wanted);
  });

  it('keeps a bracket that holds words', () => {
    expect(fold('（区分处理的）')).toBe('(区分处理的)');
  });
});

describe('foldLabel', () => {
  it.each([
    ['一、本年新收', '一', '本年新收'],
    ['（七）总计', '(七)', '总计'],
    ['2.重复申请', '2', '重复申请'],
    ['2、重复申请', '2', '重复申请'],
    ['其中：1.当面申请数', '1', '当面申请数'],
    ['其中：涉及国家秘密', '', '涉及国家秘密'],
    ['规 章', '', '规章'],
    ['本年增/减', '', '本年增减'],
    ['', '', ''],
  ])('%j has ordinal %j and core %j', (text, ordinal, wanted) => {
    expect(foldLabel(text, fold)).toEqual({ ordinal, core: wanted });
  });

  it.each(['一般公共预算', '三类内部事务', '2019年', '十佳'])('sees no ordinal in %s', (text) => {
    expect(foldLabel(text, fold).ordinal).toBe('');
  });
});

describe('labelSimilarity', () => {
  it.each([
    ['2.其他法律行政止公开', '2.其他法律行政法规禁止公开'],
    ['本年增/', '本年增/减'],
    ['一、本年新收政府信息公开申请', '一、本年新收政府信息公开申请数量'],
    ['5.要求行政机关确认或重新出具己获取信息', '5.要求行政机关确认或重新出具已获取信息'],
    ['行政规范性文件（含修订）', '行政规范性文件'],
    ['3.保护第三方合法权益', '4.保护第三方合法权益'],
    ['社会公益组织（个）', '社会公益组织'],
  ])('takes the misprint %s for %s', (printed, official) => {
    expect(labelSimilarity(core(printed), core(official))).toBeGreaterThanOrEqual(ACCEPTED);
  });

  it.each([
    ['行政检查', '行政处罚'],
    ['行政确认', '行政许可'],
    ['其他', '其他主动公开文件'],
    ['规章', '规章制度建设'],
    ['总计', '总计划'],
    ['', '规章'],
    ['四、结转下年度继续办理', '二、上年结转政府信息公开申请数量'],
    ['1.信访举报投诉类申请', '2.重复申请'],
    ['自然人', '法人'],
    ['商业企业', '科研机构'],
  ])('does not take %s for %s', (printed, official) => {
    expect(labelSimilarity(core(printed), core(official))).toBeLessThan(ACCEPTED);
  });

  it('is 1 for the same text only', () => {
    expect(labelSimilarity('总计', '总计')).toBe(1);
    expect(labelSimilarity('本年新收申请', '本年新收申请数')).toBeLessThan(1);
    expect(labelSimilarity('本年新收申请数', '本年新收申请')).toBeLessThan(1);
  });
});

/** Rows of one form whose labels are alike by the form's own doing. Only their order and their neighbours tell them apart. */
const ALIKE = new Set([
  'disclosedByGazette disclosedByMicroblog',
  'disclosedByGazette disclosedByWebsite',
  'disclosedByGazette disclosedByWechat',
  'disclosedByMicroblog disclosedByWebsite',
  'disclosedByMicroblog disclosedByWechat',
  'disclosedByWebsite disclosedByWechat',
  'onlineInterviews onlineInterviewsByPrincipal',
  'repliesDenied repliesGranted',
  'repliesGranted repliesPartiallyGranted',
  'deniedStateSecret deniedTradeSecret',
  'litigationsCorrected reconsiderationsCorrected',
  'litigationsOther reconsiderationsOther',
  'litigationsUpheld reconsiderationsUpheld',
  'staffFullTime staffPartTime',
  'carriedOver newlyReceived',
  // 行政诉讼 / 复议后起诉 runs together to 行政…复议…: the line fitter reads these, not the row aligner.
  'litigationDirect reconsideration',
  'litigationAfterReconsideration reconsideration',
]);

describe('official rows', () => {
  const pairs = templates.flatMap((template) =>
    template.tables.flatMap((table) => {
      const rows = officialRows(table, fold);
      return rows.flatMap((a) => rows.filter((b) => b !== a).map((b) => ({ a, b })));
    }),
  );
  const printed = (path: readonly string[], form: 'rectangle' | 'line') =>
    rowLabel(
      {
        form,
        block: 0,
        row: 0,
        labels: path.map((text) => ({
          kind: 'label',
          text,
          place: { start: 0, end: text.length },
          block: 0,
        })),
        values: [],
      },
      fold,
    );

  it.each(['rectangle', 'line'] as const)('do not take each other for themselves (%s)', (form) => {
    const confused = pairs.filter(({ a, b }) => {
      const alike = [a.spec.id, b.spec.id].sort().join(' ');
      return !ALIKE.has(alike) && rowSimilarity(printed(a.spec.labelPath, form), b) >= ACCEPTED;
    });
    expect(confused.map(({ a, b }) => `${a.spec.id} ${b.spec.id}`)).toEqual([]);
  });

  it('are themselves first of all', () => {
    for (const { a, b } of pairs) {
      const own = rowSimilarity(printed(a.spec.labelPath, 'rectangle'), a);
      expect(own).toBe(1);
      if (a.cores[0] !== b.cores[0])
        expect(rowSimilarity(printed(a.spec.labelPath, 'rectangle'), b)).toBeLessThan(own);
    }
  });
});
