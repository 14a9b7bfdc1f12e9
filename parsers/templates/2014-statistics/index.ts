import type { Identity, TableSpec, Template } from '../../../src/model/template.js';
import { narrativeLinks } from './narrative-links.js';

const cell = (row: string) => ({ row, column: 'value' });

const sum = (id: string, parts: string[], whole: string): Identity => ({
  id,
  relation: 'equals',
  parts: parts.map(cell),
  whole: [cell(whole)],
});

/** The form prints these as 其中: a part can't be larger than its whole. */
const subset = (part: string, whole: string): Identity => ({
  id: `subset/${part}`,
  relation: 'at-most',
  parts: [cell(part)],
  whole: [cell(whole)],
});

/** 政府信息公开情况统计表: the national return. Provincial cousins share some labels; their other rows become extras. */
const statistics = {
  id: 'statistics',
  sectionTitles: ['政府信息公开情况统计表', '政府信息公开工作情况统计表'],
  layout: 'indicators',
  ordered: true,
  headingLabels: ['统计指标', '指标名称', '指标', '单位', '计量单位'],
  groups: [
    {
      columns: [
        { id: 'value', label: '统计数', aliases: ['数量', '本年度', '本期', '本年'] },
        { id: 'cumulative', label: '历年累计', aliases: ['累计'], optional: true },
      ],
      rows: [
        {
          id: 'disclosed',
          labelPath: ['一、主动公开情况', '（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）'],
          unit: '条',
        },
        { id: 'disclosedNormativeDocuments', labelPath: ['其中：主动公开规范性文件数'], unit: '条' },
        { id: 'normativeDocumentsIssued', labelPath: ['制发规范性文件总数'], unit: '件' },
        {
          id: 'disclosedByGazette',
          labelPath: ['（二）通过不同渠道和方式公开政府信息的情况', '1.政府公报公开政府信息数'],
          unit: '条',
        },
        { id: 'disclosedByWebsite', labelPath: ['2.政府网站公开政府信息数'], unit: '条' },
        { id: 'disclosedByMicroblog', labelPath: ['3.政务微博公开政府信息数'], unit: '条' },
        { id: 'disclosedByWechat', labelPath: ['4.政务微信公开政府信息数'], unit: '条' },
        { id: 'disclosedByOther', labelPath: ['5.其他方式公开政府信息数'], unit: '条' },
        {
          id: 'responses',
          labelPath: [
            '二、回应解读情况',
            '（一）回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）',
          ],
          unit: '次',
        },
        {
          id: 'pressConferences',
          labelPath: ['（二）通过不同渠道和方式回应解读的情况', '1.参加或举办新闻发布会总次数'],
          unit: '次',
        },
        {
          id: 'pressConferencesByPrincipal',
          labelPath: ['其中：主要负责同志参加新闻发布会次数'],
          unit: '次',
        },
        { id: 'onlineInterviews', labelPath: ['2.政府网站在线访谈次数'], unit: '次' },
        {
          id: 'onlineInterviewsByPrincipal',
          labelPath: ['其中：主要负责同志参加政府网站在线访谈次数'],
          unit: '次',
        },
        { id: 'policyInterpretations', labelPath: ['3.政策解读稿件发布数'], unit: '篇' },
        { id: 'socialMediaResponses', labelPath: ['4.微博微信回应事件数'], unit: '次' },
        { id: 'otherResponses', labelPath: ['5.其他方式回应事件数'], unit: '次' },
        { id: 'requestsReceived', labelPath: ['三、依申请公开情况', '（一）收到申请数'], unit: '件' },
        { id: 'requestsInPerson', labelPath: ['1.当面申请数'], unit: '件' },
        { id: 'requestsByFax', labelPath: ['2.传真申请数'], unit: '件' },
        { id: 'requestsOnline', labelPath: ['3.网络申请数'], unit: '件' },
        { id: 'requestsByLetter', labelPath: ['4.信函申请数'], unit: '件' },
        { id: 'requestsClosed', labelPath: ['（二）申请办结数'], unit: '件' },
        { id: 'requestsClosedOnTime', labelPath: ['1.按时办结数'], unit: '件' },
        { id: 'requestsClosedExtended', labelPath: ['2.延期办结数'], unit: '件' },
        { id: 'replies', labelPath: ['（三）申请答复数'], unit: '件' },
        { id: 'repliesAlreadyDisclosed', labelPath: ['1.属于已主动公开范围数'], unit: '件' },
        { id: 'repliesGranted', labelPath: ['2.同意公开答复数'], unit: '件' },
        { id: 'repliesPartiallyGranted', labelPath: ['3.同意部分公开答复数'], unit: '件' },
        { id: 'repliesDenied', labelPath: ['4.不同意公开答复数'], unit: '件' },
        { id: 'deniedStateSecret', labelPath: ['其中：涉及国家秘密'], unit: '件' },
        { id: 'deniedTradeSecret', labelPath: ['涉及商业秘密'], unit: '件' },
        { id: 'deniedPrivacy', labelPath: ['涉及个人隐私'], unit: '件' },
        {
          id: 'deniedSecurityAndStability',
          labelPath: ['危及国家安全、公共安全、经济安全和社会稳定'],
          unit: '件',
        },
        { id: 'deniedNotGovernmentInformation', labelPath: ['不是《条例》所指政府信息'], unit: '件' },
        { id: 'deniedOtherByLaw', labelPath: ['法律法规规定的其他情形'], unit: '件' },
        { id: 'repliesOtherAgency', labelPath: ['5.不属于本行政机关公开数'], unit: '件' },
        { id: 'repliesNonexistent', labelPath: ['6.申请信息不存在数'], unit: '件' },
        { id: 'repliesCorrectionNeeded', labelPath: ['7.告知作出更改补充数'], unit: '件' },
        { id: 'repliesOtherChannel', labelPath: ['8.告知通过其他途径办理数'], unit: '件' },
        { id: 'reconsiderations', labelPath: ['四、行政复议数量'], unit: '件' },
        { id: 'reconsiderationsUpheld', labelPath: ['（一）维持具体行政行为数'], unit: '件' },
        { id: 'reconsiderationsCorrected', labelPath: ['（二）被依法纠错数'], unit: '件' },
        { id: 'reconsiderationsOther', labelPath: ['（三）其他情形数'], unit: '件' },
        { id: 'litigations', labelPath: ['五、行政诉讼数量'], unit: '件' },
        { id: 'litigationsUpheld', labelPath: ['（一）维持具体行政行为或者驳回原告诉讼请求数'], unit: '件' },
        { id: 'litigationsCorrected', labelPath: ['（二）被依法纠错数'], unit: '件' },
        { id: 'litigationsOther', labelPath: ['（三）其他情形数'], unit: '件' },
        { id: 'complaints', labelPath: ['六、举报投诉数量'], unit: '件' },
        { id: 'feesCollected', labelPath: ['七、依申请公开信息收取的费用'], unit: '万元' },
        {
          id: 'dedicatedOffices',
          labelPath: ['八、机构建设和保障经费情况', '（一）政府信息公开工作专门机构数'],
          unit: '个',
        },
        { id: 'readingRooms', labelPath: ['（二）设置政府信息公开查阅点数'], unit: '个' },
        { id: 'staff', labelPath: ['（三）从事政府信息公开工作人员数'], unit: '人' },
        {
          id: 'staffFullTime',
          labelPath: ['1.专职人员数（不包括政府公报及政府网站工作人员数）'],
          unit: '人',
        },
        { id: 'staffPartTime', labelPath: ['2.兼职人员数'], unit: '人' },
        {
          id: 'budget',
          labelPath: [
            '（四）政府信息公开专项经费（不包括用于政府公报编辑管理及政府网站建设维护等方面的经费）',
          ],
          unit: '万元',
        },
        {
          id: 'meetings',
          labelPath: ['九、政府信息公开会议和培训情况', '（一）召开政府信息公开工作会议或专题会议数'],
          unit: '次',
        },
        { id: 'trainings', labelPath: ['（二）举办各类培训班数'], unit: '次' },
        { id: 'trainees', labelPath: ['（三）接受培训人员数'], unit: '人次' },
      ],
    },
  ],
  identities: [
    sum(
      'requests-by-channel',
      ['requestsInPerson', 'requestsByFax', 'requestsOnline', 'requestsByLetter'],
      'requestsReceived',
    ),
    sum('requests-closed', ['requestsClosedOnTime', 'requestsClosedExtended'], 'requestsClosed'),
    sum(
      'replies-total',
      [
        'repliesAlreadyDisclosed',
        'repliesGranted',
        'repliesPartiallyGranted',
        'repliesDenied',
        'repliesOtherAgency',
        'repliesNonexistent',
        'repliesCorrectionNeeded',
        'repliesOtherChannel',
      ],
      'replies',
    ),
    sum(
      'denied-total',
      [
        'deniedStateSecret',
        'deniedTradeSecret',
        'deniedPrivacy',
        'deniedSecurityAndStability',
        'deniedNotGovernmentInformation',
        'deniedOtherByLaw',
      ],
      'repliesDenied',
    ),
    sum(
      'reconsiderations-total',
      ['reconsiderationsUpheld', 'reconsiderationsCorrected', 'reconsiderationsOther'],
      'reconsiderations',
    ),
    sum(
      'litigations-total',
      ['litigationsUpheld', 'litigationsCorrected', 'litigationsOther'],
      'litigations',
    ),
    sum('staff-total', ['staffFullTime', 'staffPartTime'], 'staff'),
    subset('disclosedNormativeDocuments', 'disclosed'),
    subset('pressConferencesByPrincipal', 'pressConferences'),
    subset('onlineInterviewsByPrincipal', 'onlineInterviews'),
  ],
} as const satisfies TableSpec;

export const statistics2014 = {
  id: 'statistics-2014',
  reportYears: [2014, 2018],
  issuedBy: '国务院办公厅政府信息公开情况统计表（2014年）',
  tables: [statistics],
  narrativeLinks,
} as const satisfies Template;
