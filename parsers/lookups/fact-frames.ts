import type { FactFrame } from '../../src/model/prose-words.js';

const CASES = ['件', '条', '宗', '份', '起', '次', '项', '人次', '例', '人', ''];
const PIECES = ['条', '件', '项', '份', '篇', '则', '次', ''];
const DOCUMENTS = ['件', '份', '个', '部', '项', ''];
const TIMES = ['次', '场', '期', '个', '条', '轮', ''];
const PEOPLE = ['人', '名', '位', '个', ''];

const frame = (
  id: string,
  label: string,
  of: string,
  slices: readonly string[],
  units: readonly string[],
  more: Partial<FactFrame> = {},
): FactFrame => ({ ...{ id, label, subject: of, slices, units }, ...more });

const none = { canBeNone: true };
const CARRIED = { optional: ['carried'], partOf: 'disclosed.total' };

/** Which subject, and which slices of it, make which fact. */
export const factFrames: FactFrame[] = [
  frame('disclosed.total', '主动公开政府信息数', 'items', [], PIECES),
  frame('disclosed.website', '通过政府网站公开政府信息数', 'items', ['website'], PIECES, CARRIED),
  frame('disclosed.wechat', '通过政务微信公开政府信息数', 'items', ['wechat'], PIECES, CARRIED),
  frame('disclosed.weibo', '通过政务微博公开政府信息数', 'items', ['weibo'], PIECES, CARRIED),
  frame('disclosed.gazette', '通过政府公报公开政府信息数', 'items', ['gazette'], PIECES, CARRIED),
  frame('disclosed.other', '通过其他方式公开政府信息数', 'items', ['other'], PIECES, CARRIED),
  frame('requests.received', '收到政府信息公开申请数', 'requests', [], CASES, {
    ...none,
    optional: ['received'],
  }),
  ...(
    [
      ['requests.inPerson', '当面申请数', 'inPerson'],
      ['requests.online', '网络申请数', 'online'],
      ['requests.byLetter', '信函申请数', 'letter'],
      ['requests.byFax', '传真申请数', 'fax'],
    ] as const
  ).map(([id, label, way]) =>
    frame(
      id,
      label,
      'requests',
      [way],
      CASES.filter((unit) => unit !== ''),
      {
        ...none,
        optional: ['received'],
        partOf: 'requests.received',
      },
    ),
  ),
  frame('requests.closed', '办结政府信息公开申请数', 'requests', ['closed'], CASES),
  frame('requests.closedOnTime', '按时办结政府信息公开申请数', 'requests', ['onTime'], CASES, {
    optional: ['closed'],
  }),
  frame('requests.carriedOver', '上年结转政府信息公开申请数', 'requests', ['over'], CASES, {
    ...none,
    optional: ['received', 'closed'],
  }),
  frame('requests.carriedForward', '结转下年政府信息公开申请数', 'requests', ['forward'], CASES, {
    ...none,
    optional: ['open'],
  }),
  frame('reconsiderations', '行政复议数', 'reconsiderations', [], CASES, { ...none, optional: ['received'] }),
  frame('litigations', '行政诉讼数', 'litigations', [], CASES, { ...none, optional: ['received'] }),
  frame('complaints', '政府信息公开举报投诉数', 'complaints', [], CASES, { ...none, optional: ['received'] }),
  frame('processingFee', '收取信息处理费金额', 'fee', [], ['CNY'], none),
  frame('staff.total', '从事政府信息公开工作人员数', 'staff', [], PEOPLE),
  frame('staff.fullTime', '专职人员数', 'staff', ['fullTime'], PEOPLE, { ...none, partOf: 'staff.total' }),
  frame('staff.partTime', '兼职人员数', 'staff', ['partTime'], PEOPLE, { ...none, partOf: 'staff.total' }),
  frame('meetings', '召开政府信息公开工作会议次数', 'meetings', [], TIMES),
  frame('trainings', '举办各类培训班次数', 'training', [], TIMES, none),
  frame('trainees', '接受培训人员数', 'training', ['trainee'], ['人', '人次', '名', '位']),
  frame('trainees', '接受培训人员数', 'training', [], ['人', '人次', '名', '位']),
  frame('readingVisits', '查阅政府信息人次', 'visits', [], ['人次', '人', '次', '名']),
  frame('gazette.issues', '编印政府公报期数', 'items', ['gazette'], ['期'], { optional: ['carried'] }),
  frame('fees.notices', '发出信息处理费收费通知数', 'feeNotices', [], CASES, none),
  frame('platforms.accounts', '政务新媒体账号数', 'accounts', [], ['个', '家']),
  frame('normativeDocuments.issued', '制发规范性文件数', 'documents', [], DOCUMENTS, none),
  frame('normativeDocuments.issued', '制发规范性文件数', 'documents', ['issued'], DOCUMENTS, none),
  frame('documents.repealed', '废止规范性文件数', 'documents', ['repealed'], DOCUMENTS, none),
  frame('documents.inForce', '现行有效规范性文件数', 'documents', ['inForce'], DOCUMENTS, none),
  frame(
    'interpretations',
    '政策解读数',
    'interpretations',
    [],
    ['篇', '件', '条', '个', '份', '则', '项', '次', '期', ''],
  ),
  frame(
    'responses',
    '回应公众关注热点或重大舆情数',
    'responses',
    [],
    ['次', '件', '件次', '条', '个', '篇', '起', '项', '人次', ''],
  ),
  frame('pressConferences', '举办新闻发布会次数', 'press', [], TIMES, none),
  frame('onlineInterviews', '组织政府网站在线访谈次数', 'interviews', [], TIMES, none),
];
