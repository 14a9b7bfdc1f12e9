import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factPatterns, factSums } from '../../parsers/lookups/fact-patterns.js';
import { proseWords } from '../../parsers/lookups/prose-words.js';
import type { Fact } from '../model/report-record.js';
import { checkFacts } from './check-facts.js';
import { findFacts } from './find-facts.js';

/** The finders alone: the model is tested in hear-model.test.ts. */
const { model: _, ...finderWords } = proseWords;

/** Every line is a paragraph. */
function factsOf(text: string, year: number | null = 2021, issuer: string | null = null) {
  let start = 0;
  const paragraphs = text.split('\n').map((line, block) => {
    const paragraph = { text: line, start, block };
    start += line.length + 1;
    return paragraph;
  });
  const result = findFacts(
    { text, paragraphs, year, issuer },
    { facts: factPatterns, proseWords: finderWords },
  );
  for (const { raw, at } of result.value) expect(text.slice(at!.start, at!.end)).toBe(raw);
  return result;
}

/** "id=value", with "?" behind a suspect and "~" behind an estimate. */
const drawnFact = ({ id, value, confidence, flags }: Fact): string =>
  `${id}=${value}${flags.includes('approximate') ? '~' : ''}${confidence === 'suspect' ? '?' : ''}`;

const drawn = (text: string, year?: number | null): string[] => factsOf(text, year).value.map(drawnFact);

describe('findFacts reads', () => {
  it.each([
    ['2021年，全镇共主动公开政府信息318条。', ['disclosed.total=318']],
    ['主动公开的政府信息总数为１，０２６条', ['disclosed.total=1026']],
    ['全年发布政策、规划、人事等信息；共发布各类信息400余条', ['disclosed.total=400~']],
    ['全年主动公开了57条政府信息', ['disclosed.total=57']],
    ['2021年度主动公开机构、人事、规划、应急等政府信息92条', ['disclosed.total=92']],
    ['截至2021年12月31日，新增公开政府信息75条', ['disclosed.total=75']],
    ['今年以来，全局共发布信息980条', ['disclosed.total=980']],
    ['通过县政府门户网站主动公开政府信息640条', ['disclosed.website=640']],
    ['通过网站、公开栏、会议等形式主动公开政府信息81条', ['disclosed.total=81']],
    ['依托网站、微博、微信等平台，主动公开政府信息700条', ['disclosed.total=700']],
    [
      '主动公开政府信息90条，其中政府网站公开60条，政务微信公开18条，政务微博公开12条',
      ['disclosed.total=90', 'disclosed.website=60', 'disclosed.wechat=18', 'disclosed.weibo=12'],
    ],
    ['制定并公开行政规范性文件3件', ['normativeDocuments.issued=3']],
    ['动态更新本年度制发的规范性文件6件', ['normativeDocuments.issued=6']],
    ['共发布图片、文字及其他形式解读31篇', ['interpretations=31']],
    ['全年发布政策解读12件，回应社会关切9次', ['interpretations=12', 'responses=9']],
    ['举办“惠企政策”等新闻发布会4场，开展在线访谈6期', ['pressConferences=4', 'onlineInterviews=6']],
    ['共收到政府信息公开申请 23 件，均按时办结', ['requests.received=23']],
    ['全年收到依申请公开十二件，已办结十一件', ['requests.received=12', 'requests.closed=11']],
    ['共收到7件政府信息公开申请', ['requests.received=7']],
    [
      '新收政府信息公开申请8件，上年结转2件，办结10件',
      ['requests.received=8', 'requests.carriedOver=2', 'requests.closed=10'],
    ],
    ['收到政府信息公开申请5件，在法定期限内答复5件', ['requests.received=5', 'requests.closedOnTime=5']],
    [
      '受理政府信息公开申请9件，其中当面申请1件，网络申请4件，信函申请3件，传真申请1件',
      [
        'requests.received=9',
        'requests.inPerson=1',
        'requests.online=4',
        'requests.byLetter=3',
        'requests.byFax=1',
      ],
    ],
    [
      '答复政府信息公开申请40件（含上年度结转申请3件，另有5件顺延）',
      ['requests.closed=40', 'requests.carriedOver=3'],
    ],
    ['2021年有2件涉及政府信息公开工作的行政复议，行政诉讼数为0件', ['reconsiderations=2?', 'litigations=0']],
    ['政府信息公开行政复议和行政诉讼均为0件', ['reconsiderations=0', 'litigations=0']],
    [
      '政府信息公开行政复议6件，其中结果维持4件；政府信息公开行政诉讼3件',
      ['reconsiderations=6', 'litigations=3'],
    ],
    ['全年收取信息处理费共计460元', ['processingFee=460']],
    ['收取政府信息公开信息处理费1.2万元', ['processingFee=12000']],
    ['配备政府信息公开专职人员2名，兼职人员5名', ['staff.fullTime=2', 'staff.partTime=5']],
    ['共有政务公开工作人员4人', ['staff.total=4']],
    ['政府信息公开专(兼)职工作人员8名', ['staff.total=8']],
    [
      '召开政务公开工作推进会2次，举办政务公开培训班3期，培训人员150人次',
      ['meetings=2', 'trainings=3', 'trainees=150'],
    ],
    ['政府信息查阅点全年接待群众320人次', ['readingVisits=320']],
    ['收到关于政府信息公开的举报1件', ['complaints=1']],
  ])('%s', (text, wanted) => {
    expect(drawn(text)).toEqual(wanted);
  });

  it('joins lines that print wrapped, and keeps headings apart', () => {
    const text =
      '三、申请情况\n本年度我单位一共收到公民和法人提出的政府信息公开申请 14\n件，全部依法办理完毕，另有上年结转政府信息公开\n申请 2 件。';
    expect(drawn(text)).toEqual(['requests.received=14', 'requests.carriedOver=2']);
    expect(factsOf(text).value[0]!.raw).toBe('14\n件');
  });

  it('reads one giant paragraph clause by clause', () => {
    const text =
      ' 一、总体情况 2021年共主动公开政府信息66条。 二、主动公开政府信息情况 规章000行政规范性文件8331 三、收到和处理情况 0 0 无法提供 2.没有现成信息需要另行制作 00000003.补正后申请内容仍不明确 0000000 四、行政复议 未经复议直接起诉 复议后起诉 0 1 0 六、其他事项 2021年，无收取信息处理费情况。';
    expect(drawn(text)).toEqual(['disclosed.total=66', 'processingFee=0']);
  });

  it('gives the printed text, unit and place', () => {
    const [fact] = factsOf('第一段\n共公开政府信息约1.3万余条。').value;
    expect(fact).toEqual({
      id: 'disclosed.total',
      label: '主动公开政府信息数',
      value: 13000,
      unit: '条',
      raw: '约1.3万余条',
      confidence: 'read',
      flags: ['approximate', 'unit-converted'],
      at: { block: 1, start: 11, end: 18 },
    });
  });
});

describe('findFacts takes a zero from words', () => {
  it.each([
    ['2021年，我局未收到公民、法人提出的政府信息公开申请。', ['requests.received=0']],
    ['没有公民向我局提出政府信息公开申请。', ['requests.received=0']],
    ['没有发生因政府信息公开被申请行政复议或提起行政诉讼的情况', ['reconsiderations=0', 'litigations=0']],
    ['未收到有关政府信息公开行政复议的申请', ['reconsiderations=0']],
    ['我镇政府信息公开未收取任何费用', ['processingFee=0']],
    ['目前全市依申请提供政府信息一律不收取任何费用', ['processingFee=0']],
    ['本局未发生政府信息公开收费事项', ['processingFee=0']],
    ['未收到有关政府信息公开的投诉举报', ['complaints=0']],
  ])('%s', (text, wanted) => {
    expect(drawn(text)).toEqual(wanted);
    expect(factsOf(text).value.every((fact) => fact.flags.includes('stated-none'))).toBe(true);
  });

  it('and keeps the clause as raw', () => {
    expect(factsOf('一年来，本局未收到政府信息公开申请，工作平稳。').value[0]!.raw).toBe(
      '本局未收到政府信息公开申请',
    );
  });

  it.each([
    '如未收到政府信息公开申请，应当零报告。',
    '未收到法人提出的政府信息公开申请。',
    '未发生行政复议被纠正的情况。',
    '2.没有现成信息需要另行制作',
    '4.无正当理由大量反复申请',
    '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    '行政机关依申请提供政府信息，不收取费用。但是，数量过多的可以收取信息处理费。',
    '避免出现没有及时答复而引起的政府信息公开行政复议',
    '无锡路街道政府信息公开行政复议情况',
    '2020年未收到政府信息公开申请',
  ])('but not from: %s', (text) => {
    expect(drawn(text)).toEqual([]);
  });
});

describe('findFacts passes over', () => {
  it.each([
    ['a postcode', '依申请公开受理机构：县政府办公室，邮政编码为321100，传真：62013'],
    ['a plan', '下一步，我局将主动公开政府信息200条以上'],
    ['a target', '力争全年主动公开政府信息500条'],
    ['a rule', '每个单位公开政府信息30条'],
    ['a deadline', '应当自收到政府信息公开申请15个工作日内答复'],
    ['another year', '2020年主动公开政府信息100条'],
    ['last year', '上年主动公开政府信息100条'],
    ['a half year', '上半年收到政府信息公开申请3件'],
    ['a comparison', '主动公开政府信息比上年增加30条'],
    ['a growth rate', '政府信息公开申请同比增长20%'],
    ['a figure since the launch', '网站开通以来，累计主动公开政府信息8000条'],
    ['a figure of many years', '2009年1月1日至2021年12月31日，主动公开政府信息8000条'],
    ['a part', '其中主动公开政府信息45条'],
    ['a class of information', '主动公开财政预决算信息20条'],
    ['a topic', '全年公开重点领域政府信息88条'],
    ['a category list', '政府信息的主要类别有：机构类信息40条，其他应主动公开的信息90条'],
    ['townships', '各乡镇主动公开政府信息300条'],
    ['one organ', '主动公开某某区政府及办公室的各类政府信息24条'],
    ['a joint channel count', '政务微博、微信公开政府信息63条'],
    ['two channels that share a list', '网站公开机构设置、人事任免等政府信息30条'],
    ['what was not published', '不予公开信息59条'],
    ['documents reviewed', '清理规范性文件20件'],
    ['interpretation by form', '图片解读5个、视频解读3个'],
    ['a joint review count', '办理政府信息公开行政复议、行政诉讼案件7件'],
    ['outcomes', '政府信息公开行政复议维持3件'],
    ['service requests', '窗口共受理申请12151件'],
    ['messages', '收到群众留言300条，办结300条'],
    ['waived fees', '减免政府信息公开费用120元'],
    ['a title', '印发《关于全年主动公开政府信息100条的通知》'],
    ['a document number', '依据某政办发〔2021〕30号，公开政府信息'],
    ['a form label', '主动公开政府信息数（不同渠道公开相同信息计1条） 条 120 800'],
    ['meetings of others', '第9次常务会议听取政务公开汇报'],
    ['trainings attended', '参加上级政务公开培训2次'],
  ])('%s', (_, text) => {
    expect(drawn(text)).toEqual([]);
  });

  it('parts of a total that look like totals', () => {
    expect(
      drawn(
        '主动公开政府信息300条。其中，区直部门主动公开政府信息200条，占67%。各乡镇主动公开政府信息100条。',
      ),
    ).toEqual(['disclosed.total=300']);
    expect(drawn('利用网站及时、便民的优势，主动公开各类政府信息130条')).toEqual(['disclosed.website=130?']);
    expect(drawn('共发布信息500条其中,政策解读20条,回应关切信息9条。')).toEqual([
      'disclosed.total=500',
      'interpretations=20?',
      'responses=9?',
    ]);
    expect(drawn('收到政府信息公开申请30件，其中自然人申请28件；共办理29件，结转下一年3件')).toEqual([
      'requests.received=30',
      'requests.closed=29?',
      'requests.carriedForward=3',
    ]);
  });
});

describe('findFacts doubts', () => {
  it('what may be more or less than the fact', () => {
    expect(drawn('门户网站全年累计发布信息2100条')).toEqual(['disclosed.website=2100?']);
    expect(drawn('依申请公开政府信息5条')).toEqual(['requests.received=5?']);
    // One screen is a part of the other ways, and here the only one.
    expect(drawn('办事大厅显示屏主动公开政府信息23条')).toEqual(['disclosed.other=23?']);
  });

  it('two values for one fact', () => {
    const { value, issues } = factsOf('全县收到政府信息公开申请8件。\n全县共收到政府信息公开申请35件。');
    expect(value.map((fact) => [fact.value, fact.confidence, fact.flags])).toEqual([
      [8, 'suspect', ['rivals']],
      [35, 'suspect', ['rivals']],
    ]);
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatchObject({ code: 'facts-differ', severity: 'warning' });
    expect(issues[0]!.message).toContain('8件');
    expect(issues[0]!.message).toContain('35件');
  });

  it('a stated zero beside a number', () => {
    expect(drawn('收到政府信息公开申请3件。\n全年未收到政府信息公开申请。')).toEqual([
      'requests.received=3?',
      'requests.received=0?',
    ]);
  });

  it('an absurd unit, glued digits, an undated cumulative figure', () => {
    expect(drawn('共主动公开政府信息98765万条')).toEqual(['disclosed.total=987650000?']);
    expect(drawn('共主动公开政府信息2021456条')).toEqual(['disclosed.total=2021456?']);
    expect(drawn('我局累计主动公开政府信息900条')).toEqual(['disclosed.total=900?']);
  });

  it('reconsiderations of which nobody says that they are about disclosure', () => {
    expect(drawn('收到行政复议申请30件')).toEqual(['reconsiderations=30?']);
    const behindRequests =
      '三、收到和处理政府信息公开申请情况\n依法办理。\n四、其他情况\n收到行政复议申请30件。';
    expect(drawn(behindRequests)).toEqual(['reconsiderations=30?']);
  });

  it.each([
    ['县卫生局主动公开政府信息96条', '黟县', ['disclosed.total=96?']],
    ['在互联网上，2021年县政府公开办主动公开信息数为96条', '黟县人民政府', ['disclosed.total=96?']],
    ['县教育局收到政府信息公开申请8件', '黟县人民政府', ['requests.received=8?']],
    ['县教育局主动公开政府信息8条', '黟县教育局', ['disclosed.total=8']],
    ['县政府办主动公开政府信息8条', '黟县人民政府办公室', ['disclosed.total=8']],
    ['我局主动公开政府信息8条', '黟县教育局', ['disclosed.total=8']],
    ['县卫生局主动公开政府信息96条。\n全县主动公开政府信息1733条', '黟县', ['disclosed.total=1733']],
  ])('the number of an office, where it is not the body itself: %s', (text, issuer, expected) => {
    expect(factsOf(text, 2021, issuer).value.map(drawnFact)).toEqual(expected);
  });

  it('but not the same value twice, nor an estimate of it', () => {
    const { value, issues } = factsOf(
      '共主动公开政府信息300余条。\n全年主动公开政府信息312条。\n共主动公开政府信息312条。',
    );
    expect(value.map((fact) => [fact.value, fact.confidence])).toEqual([[312, 'read']]);
    expect(issues).toEqual([]);
  });

  it('prefers the figure of the year to the cumulative one', () => {
    expect(drawn('到年底累计主动公开政府信息5900条，其中，本年度新增主动公开政府信息210条。')).toEqual([
      'disclosed.total=210',
    ]);
  });
});

describe('findFacts is robust', () => {
  it('never throws and always slices the text', () => {
    const words = [
      '主动公开',
      '政府信息',
      '12条',
      '收到',
      '申请',
      '3件',
      '其中',
      '，',
      '。',
      '（',
      '）',
      '\n',
      '2020年',
      '未',
      '行政复议',
      '《',
      '》',
      ' ',
      '一、',
      '：',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 40 }), (parts) => {
        factsOf(parts.join(''));
      }),
    );
  });

  it('copes with no text at all', () => {
    expect(factsOf('', null)).toEqual({ value: [], issues: [] });
  });
});

/** Invented, with the turns of phrase of reports that were found. */
const WANTED: [name: string, year: number, text: string, facts: string[]][] = [
  [
    'half-width marks, and parts that follow the sum without a mark between',
    2020,
    '(一)主动公开情况。一是加大主动公开力度。今年以来,青岚县政府办公室共发布信息4210条其中,发布重点领域信息2034条,政策法规46条。二是加强政策解读,共发布解读材料58篇。回复留言91件,召开新闻发布会7场。\n(二)依申请公开情况。今年收到依申请公开6件,均在规定时限内办结。',
    ['disclosed.total=4210', 'interpretations=58', 'pressConferences=7', 'requests.received=6'],
  ],
  [
    'years without their marks, estimates, and ways that do not add up to the whole',
    2016,
    '  报告数据截止时间为20161230日。\n  一年来主动公开政府信息1800余条。共有政府信息公开工作人员1人,举办培训班3期,培训90人次。利用区政府门户网站主动公开政府信息1210条,政策解读1条。\n  受理政府信息公开申请40件,其中网上申请20件,信函申请2件。未收取任何费用。',
    [
      'disclosed.total=1800~',
      'staff.total=1',
      'trainings=3',
      'trainees=90',
      'disclosed.website=1210',
      'interpretations=1',
      'requests.received=40?',
      'requests.online=20?',
      'requests.byLetter=2?',
      'processingFee=0',
    ],
  ],
  [
    'lines broken in the middle of words, as PDF gives them',
    2024,
    '一、总体情况\n2024 年市科技局有 1 件涉及政府信息公开工作的行政复\n议，该行政复议件未被纠错。涉及的行政诉讼数为\n0 件。\n截至 2024 年 12 月\n31 日，市科技局通过部门网站当年发布政府信息 287 件。\n全年收到政府信息公开申请 21 件，上年结转 3 件。\n依申请提供政府信息未收取任何费用。',
    [
      'reconsiderations=1',
      'litigations=0',
      'disclosed.website=287',
      'requests.received=21',
      'requests.carriedOver=3',
      'processingFee=0',
    ],
  ],
  [
    'everything in one line',
    2022,
    '一、总体情况 2022年，冀州新区主动公开政府信息5120条，制发规范性文件12件。 （二）依申请公开 全年收到政府信息公开申请33件，已全部答复。涉及政府信息公开行政诉讼1件，行政复议2件。 二、收费情况 2022年未收取信息处理费。',
    [
      'disclosed.total=5120?',
      'normativeDocuments.issued=12',
      'requests.received=33',
      'litigations=1?',
      'reconsiderations=2',
      'processingFee=0',
    ],
  ],
  [
    'a fee, and what was finished of what came',
    2025,
    '全年通过县政府门户网站主动公开政府信息1911条，发布政策解读21条。收到政府信息公开申请249件，办结218件，收取信息处理费180元。',
    [
      'disclosed.website=1911',
      'interpretations=21',
      'requests.received=249',
      'requests.closed=218',
      'processingFee=180',
    ],
  ],
];

describe('findFacts on text as it is found', () => {
  it.each(WANTED)('%s', (_, year, text, facts) => {
    const { value } = factsOf(text, year);
    expect(checkFacts(value, factSums).value.map(drawnFact)).toEqual(facts);
  });
});

describe('findFacts hears what stands around a sentence', () => {
  it.each<[string, string, string[]]>([
    ['the question', '有多少人来申请公开？\n一共21件。', ['requests.received=21?']],
    [
      'the sentence before',
      '全年收到政府信息公开申请9件。办结8件，网上提交5件。',
      ['requests.received=9', 'requests.closed=8?', 'requests.online=5'],
    ],
    [
      'the clause behind',
      '收到政府信息公开申请9件，余下一件因需征求第三方意见，转入二○二二年办理。',
      ['requests.received=9', 'requests.carriedForward=1?'],
    ],
    [
      'what all of them are',
      '新收政府信息公开申请5件，均为自然人，全部从网上提交。',
      ['requests.received=5', 'requests.online=5?'],
    ],
    [
      'a number of copies',
      '五类渠道共公开信息991条，去掉重复的209条，主动公开政府信息782条。',
      ['disclosed.total=782'],
    ],
    [
      'what was to be handled',
      '全年收到公开申请87件，加上2020年结转的4件，共91件。',
      ['requests.received=87', 'requests.carriedOver=4'],
    ],
    [
      'a single denial',
      '未因政府信息公开发生一起行政复议或者行政诉讼。',
      ['reconsiderations=0', 'litigations=0'],
    ],
    ['the section of problems', '五、存在的主要问题\n政策解读不足，37篇。', ['interpretations=37?']],
    ['a link', '相关阅读：某局2020年政府信息公开工作年度报告（新收176件，答复171件）', []],
  ])('%s', (_, text, wanted) => {
    expect(drawn(text)).toEqual(wanted);
  });

  it('knows the own name of the body', () => {
    const said = '市交通运输局通过门户网站公开政府信息1438条。';
    expect(factsOf(said, 2021, '青石峡市交通运输局').value.map(drawnFact)).toEqual([
      'disclosed.website=1438',
    ]);
  });
});
