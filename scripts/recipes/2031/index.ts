import { carryLink } from '../../../parsers/templates/common/carry-link.js';
import { columnSums, rowSums } from '../../../parsers/templates/common/identity-sums.js';
import { narrativeLinks } from '../../../parsers/templates/common/narrative-links.js';
import { reviewTable } from '../../../parsers/templates/common/review-table.js';
import type { ColumnSpec, RowSpec, TableSpec, Template } from '../../../src/model/template.js';

/**
 * An invented form, written as the recipe in CONTRIBUTING says. Its table 三 has an applicant and an outcome more than
 * the form of 2021: readers must take the width of a table from its form.
 */
const RESULT = '三、本年度办理结果';
const DENIED = '（三）不予公开';
const UNABLE = '（四）无法提供';
const REFUSED = '（五）不予处理';
const OTHER = '（六）其他处理';

const columns: ColumnSpec[] = [
  { id: 'naturalPerson', label: '自然人' },
  { id: 'commercialEnterprise', label: '商业企业', aliases: ['企业'] },
  { id: 'researchInstitution', label: '科研机构' },
  { id: 'publicInterestOrganization', label: '社会公益组织' },
  { id: 'legalServiceOrganization', label: '法律服务机构' },
  { id: 'newsMedia', label: '新闻媒体' },
  { id: 'otherOrganization', label: '其他' },
  { id: 'total', label: '总计', aliases: ['合计'] },
];

const row = (id: string, ...labels: string[]): RowSpec => ({ id, labelPath: [RESULT, ...labels] });

const intake: RowSpec[] = [
  { id: 'newlyReceived', labelPath: ['一、本年新收政府信息公开申请数量'] },
  { id: 'carriedOver', labelPath: ['二、上年结转政府信息公开申请数量'] },
];

const outcomes: RowSpec[] = [
  row('granted', '（一）予以公开'),
  row('partiallyGranted', '（二）部分公开（区分处理的，只计这一情形，不计其他情形）'),
  row('deniedStateSecret', DENIED, '1.属于国家秘密'),
  row('deniedForbiddenByLaw', DENIED, '2.其他法律行政法规禁止公开'),
  row('deniedSecurityAndStability', DENIED, '3.危及“三安全一稳定”'),
  row('deniedThirdPartyRights', DENIED, '4.保护第三方合法权益'),
  row('deniedInternalAffairs', DENIED, '5.属于三类内部事务信息'),
  row('deniedProcessInformation', DENIED, '6.属于四类过程性信息'),
  row('deniedEnforcementFile', DENIED, '7.属于行政执法案卷'),
  row('deniedAdministrativeQuery', DENIED, '8.属于行政查询事项'),
  row('notHeld', UNABLE, '1.本机关不掌握相关政府信息'),
  row('wouldNeedCreating', UNABLE, '2.没有现成信息需要另行制作'),
  row('unclearAfterCorrection', UNABLE, '3.补正后申请内容仍不明确'),
  row('petitionOrComplaint', REFUSED, '1.信访举报投诉类申请'),
  row('repeatRequest', REFUSED, '2.重复申请'),
  row('publicationRequest', REFUSED, '3.要求提供公开出版物'),
  row('excessiveRequests', REFUSED, '4.无正当理由大量反复申请'),
  row('confirmationRequest', REFUSED, '5.要求行政机关确认或重新出具已获取信息'),
  row('machineRequest', REFUSED, '6.由程序自动生成的批量申请'),
  row('correctionOverdue', OTHER, '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请'),
  row('feeOverdue', OTHER, '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请'),
  row('otherHandling', OTHER, '3.其他'),
];

const closing: RowSpec[] = [
  row('totalProcessed', '（七）总计'),
  { id: 'carriedForward', labelPath: ['四、结转下年度继续办理'] },
];

const rows = [...intake, ...outcomes, ...closing];
const rowIds = rows.map(({ id }) => id);
const columnIds = columns.map(({ id }) => id);
const outcomeIds = outcomes.map(({ id }) => id);

const applications: TableSpec = {
  id: 'applications',
  sectionTitles: ['收到和处理政府信息公开申请情况'],
  layout: 'rows',
  ordered: true,
  groups: [{ columns, rows }],
  headingLabels: [
    '本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和',
    '申请人情况',
    '法人或其他组织',
  ],
  identities: [
    ...rowSums('row-total', rowIds, columnIds.slice(0, -1), 'total'),
    ...columnSums('outcomes-total', columnIds, outcomeIds, ['totalProcessed']),
    ...columnSums(
      'intake-balance',
      columnIds,
      ['newlyReceived', 'carriedOver'],
      ['totalProcessed', 'carriedForward'],
    ),
  ],
};

const decisions: ColumnSpec[] = [{ id: 'decisions', label: '本年处理决定数量' }];

const proactive: TableSpec = {
  id: 'proactive',
  sectionTitles: ['主动公开政府信息情况'],
  layout: 'rows',
  ordered: false,
  headingLabels: ['信息内容'],
  identities: [],
  groups: [
    {
      title: '第二十条第（一）项',
      columns: [
        { id: 'issuedThisYear', label: '本年制发件数' },
        { id: 'repealedThisYear', label: '本年废止件数' },
        { id: 'inForce', label: '现行有效件数' },
      ],
      rows: [
        { id: 'regulations', labelPath: ['规章'] },
        { id: 'normativeDocuments', labelPath: ['行政规范性文件'], aliases: ['规范性文件'] },
      ],
    },
    {
      title: '第二十条第（五）项',
      columns: decisions,
      rows: [{ id: 'administrativeLicensing', labelPath: ['行政许可'] }],
    },
    {
      title: '第二十条第（六）项',
      columns: decisions,
      rows: [
        { id: 'administrativePenalty', labelPath: ['行政处罚'] },
        { id: 'administrativeCompulsion', labelPath: ['行政强制'] },
      ],
    },
    {
      title: '第二十条第（八）项',
      columns: [
        {
          id: 'feesCollected',
          label: '本年收费金额（单位：万元）',
          aliases: ['本年收费金额'],
          unit: 'CNY',
          printedIn: '万元',
        },
      ],
      rows: [{ id: 'administrativeFees', labelPath: ['行政事业性收费'] }],
    },
  ],
};

export const ogi2031: Template = {
  id: 'ogi-2031',
  reportYears: [2031, null],
  issuedBy: null,
  tables: [proactive, applications, reviewTable],
  yearLinks: { carries: [carryLink] },
  narrativeLinks: narrativeLinks('issuedThisYear'),
};
