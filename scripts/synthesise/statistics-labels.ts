/** The writing side's own list of the national statistics form of 2014, and provincial cousins in the same spirit. */

/** id is null on a line that only heads a group. */
export interface StatisticsLine {
  id: string | null;
  label: string;
  unit: string;
}

const head = (label: string): StatisticsLine => ({ id: null, label, unit: '' });
const line = (id: string, label: string, unit: string): StatisticsLine => ({ id, label, unit });

export const nationalStatistics: StatisticsLine[] = [
  head('一、主动公开情况'),
  line('disclosed', '（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）', '条'),
  line('disclosedNormativeDocuments', '其中：主动公开规范性文件数', '条'),
  line('normativeDocumentsIssued', '制发规范性文件总数', '件'),
  head('（二）通过不同渠道和方式公开政府信息的情况'),
  line('disclosedByGazette', '1.政府公报公开政府信息数', '条'),
  line('disclosedByWebsite', '2.政府网站公开政府信息数', '条'),
  line('disclosedByMicroblog', '3.政务微博公开政府信息数', '条'),
  line('disclosedByWechat', '4.政务微信公开政府信息数', '条'),
  line('disclosedByOther', '5.其他方式公开政府信息数', '条'),
  head('二、回应解读情况'),
  line('responses', '（一）回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）', '次'),
  head('（二）通过不同渠道和方式回应解读的情况'),
  line('pressConferences', '1.参加或举办新闻发布会总次数', '次'),
  line('pressConferencesByPrincipal', '其中：主要负责同志参加新闻发布会次数', '次'),
  line('onlineInterviews', '2.政府网站在线访谈次数', '次'),
  line('onlineInterviewsByPrincipal', '其中：主要负责同志参加政府网站在线访谈次数', '次'),
  line('policyInterpretations', '3.政策解读稿件发布数', '篇'),
  line('socialMediaResponses', '4.微博微信回应事件数', '次'),
  line('otherResponses', '5.其他方式回应事件数', '次'),
  head('三、依申请公开情况'),
  line('requestsReceived', '（一）收到申请数', '件'),
  line('requestsInPerson', '1.当面申请数', '件'),
  line('requestsByFax', '2.传真申请数', '件'),
  line('requestsOnline', '3.网络申请数', '件'),
  line('requestsByLetter', '4.信函申请数', '件'),
  line('requestsClosed', '（二）申请办结数', '件'),
  line('requestsClosedOnTime', '1.按时办结数', '件'),
  line('requestsClosedExtended', '2.延期办结数', '件'),
  line('replies', '（三）申请答复数', '件'),
  line('repliesAlreadyDisclosed', '1.属于已主动公开范围数', '件'),
  line('repliesGranted', '2.同意公开答复数', '件'),
  line('repliesPartiallyGranted', '3.同意部分公开答复数', '件'),
  line('repliesDenied', '4.不同意公开答复数', '件'),
  line('deniedStateSecret', '其中：涉及国家秘密', '件'),
  line('deniedTradeSecret', '涉及商业秘密', '件'),
  line('deniedPrivacy', '涉及个人隐私', '件'),
  line('deniedSecurityAndStability', '危及国家安全、公共安全、经济安全和社会稳定', '件'),
  line('deniedNotGovernmentInformation', '不是《条例》所指政府信息', '件'),
  line('deniedOtherByLaw', '法律法规规定的其他情形', '件'),
  line('repliesOtherAgency', '5.不属于本行政机关公开数', '件'),
  line('repliesNonexistent', '6.申请信息不存在数', '件'),
  line('repliesCorrectionNeeded', '7.告知作出更改补充数', '件'),
  line('repliesOtherChannel', '8.告知通过其他途径办理数', '件'),
  line('reconsiderations', '四、行政复议数量', '件'),
  line('reconsiderationsUpheld', '（一）维持具体行政行为数', '件'),
  line('reconsiderationsCorrected', '（二）被依法纠错数', '件'),
  line('reconsiderationsOther', '（三）其他情形数', '件'),
  line('litigations', '五、行政诉讼数量', '件'),
  line('litigationsUpheld', '（一）维持具体行政行为或者驳回原告诉讼请求数', '件'),
  line('litigationsCorrected', '（二）被依法纠错数', '件'),
  line('litigationsOther', '（三）其他情形数', '件'),
  line('complaints', '六、举报投诉数量', '件'),
  line('feesCollected', '七、依申请公开信息收取的费用', '万元'),
  head('八、机构建设和保障经费情况'),
  line('dedicatedOffices', '（一）政府信息公开工作专门机构数', '个'),
  line('readingRooms', '（二）设置政府信息公开查阅点数', '个'),
  line('staff', '（三）从事政府信息公开工作人员数', '人'),
  line('staffFullTime', '1.专职人员数（不包括政府公报及政府网站工作人员数）', '人'),
  line('staffPartTime', '2.兼职人员数', '人'),
  line(
    'budget',
    '（四）政府信息公开专项经费（不包括用于政府公报编辑管理及政府网站建设维护等方面的经费）',
    '万元',
  ),
  head('九、政府信息公开会议和培训情况'),
  line('meetings', '（一）召开政府信息公开工作会议或专题会议数', '次'),
  line('trainings', '（二）举办各类培训班数', '次'),
  line('trainees', '（三）接受培训人员数', '人次'),
];

/** whole -> the parts that sum to it. */
export const statisticsSums: Record<string, readonly string[]> = {
  requestsReceived: ['requestsInPerson', 'requestsByFax', 'requestsOnline', 'requestsByLetter'],
  requestsClosed: ['requestsClosedOnTime', 'requestsClosedExtended'],
  replies: [
    'repliesAlreadyDisclosed',
    'repliesGranted',
    'repliesPartiallyGranted',
    'repliesDenied',
    'repliesOtherAgency',
    'repliesNonexistent',
    'repliesCorrectionNeeded',
    'repliesOtherChannel',
  ],
  repliesDenied: [
    'deniedStateSecret',
    'deniedTradeSecret',
    'deniedPrivacy',
    'deniedSecurityAndStability',
    'deniedNotGovernmentInformation',
    'deniedOtherByLaw',
  ],
  reconsiderations: ['reconsiderationsUpheld', 'reconsiderationsCorrected', 'reconsiderationsOther'],
  litigations: ['litigationsUpheld', 'litigationsCorrected', 'litigationsOther'],
  staff: ['staffFullTime', 'staffPartTime'],
};

export interface ProvincialForm {
  /** Value columns; {year} is filled in. */
  columns: string[];
  lines: { label: string; unit: string /** Share of the first line's size. */; share: number }[];
}

/** Indicator lists as provinces had them beside the national form. */
export const provincialForms: ProvincialForm[] = [
  {
    columns: ['{year}年度', '历年累计'],
    lines: [
      { label: '主动公开文件数', unit: '条', share: 1 },
      { label: '其中：1、政府网站公开数', unit: '条', share: 0.9 },
      { label: '2、政府公报公开数', unit: '条', share: 0.1 },
      { label: '受理依申请公开信息总数', unit: '条', share: 0.03 },
      { label: '其中：1、当面申请数', unit: '条', share: 0.01 },
      { label: '2、网上申请数', unit: '条', share: 0.02 },
      { label: '3、信函、传真申请数', unit: '条', share: 0 },
      { label: '对申请的答复总数', unit: '条', share: 0.03 },
      { label: '其中：1、同意公开答复数', unit: '条', share: 0.02 },
      { label: '2、不予公开答复数', unit: '条', share: 0.01 },
      { label: '政府信息公开收费减免金额', unit: '元', share: 0 },
      { label: '接受行政诉讼、举报数', unit: '件', share: 0 },
    ],
  },
  {
    columns: ['本期', '累计'],
    lines: [
      { label: '全文电子化主动公开信息数', unit: '条', share: 1 },
      { label: '新增行政规范性文件公开数', unit: '条', share: 0.05 },
      { label: '设立公共查阅点数', unit: '个', share: 0.01 },
      { label: '查阅点接待人次', unit: '人次', share: 0.6 },
      { label: '信息公开专栏页面访问量', unit: '人次', share: 8 },
      { label: '咨询电话接听数', unit: '次', share: 0.3 },
      { label: '收到信息公开申请总数', unit: '条', share: 0.02 },
      { label: '信息公开指定专职人员数', unit: '人', share: 0.005 },
    ],
  },
];
