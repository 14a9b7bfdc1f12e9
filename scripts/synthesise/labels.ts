/**
 * The writing side's own list of the official forms of 2019 and 2021 (国办公开办函〔2019〕60号, 〔2021〕30号).
 * It deliberately does not import the reader's templates: a misread form must not be wrong on both sides.
 */

export type OgiForm = 'ogi-2019' | 'ogi-2021';

/** A list of [id, printed label]. */
export type Labels = readonly (readonly [id: string, label: string])[];

export interface ProactiveGroup {
  article: string;
  columns: Labels;
  rows: Labels;
}

const itemCounts: Labels = [
  ['itemsLastYear', '上一年项目数量'],
  ['changeThisYear', '本年增/减'],
  ['decisions', '处理决定数量'],
];
const decisions: Labels = [['decisions', '本年处理决定数量']];
const punishment: Labels = [
  ['administrativePenalty', '行政处罚'],
  ['administrativeCompulsion', '行政强制'],
];

export const proactiveGroups: Record<OgiForm, ProactiveGroup[]> = {
  'ogi-2019': [
    {
      article: '第二十条第（一）项',
      columns: [
        ['madeThisYear', '本年新制作数量'],
        ['disclosedThisYear', '本年新公开数量'],
        ['totalDisclosed', '对外公开总数量'],
      ],
      rows: [
        ['regulations', '规章'],
        ['normativeDocuments', '规范性文件'],
      ],
    },
    {
      article: '第二十条第（五）项',
      columns: itemCounts,
      rows: [
        ['administrativeLicensing', '行政许可'],
        ['otherManagementServices', '其他对外管理服务事项'],
      ],
    },
    { article: '第二十条第（六）项', columns: itemCounts, rows: punishment },
    {
      article: '第二十条第（八）项',
      columns: itemCounts.slice(0, 2),
      rows: [['administrativeFees', '行政事业性收费']],
    },
    {
      article: '第二十条第（九）项',
      columns: [
        ['procurementItems', '采购项目数量'],
        ['procurementAmount', '采购总金额'],
      ],
      rows: [['centralizedProcurement', '政府集中采购']],
    },
  ],
  'ogi-2021': [
    {
      article: '第二十条第（一）项',
      columns: [
        ['issuedThisYear', '本年制发件数'],
        ['repealedThisYear', '本年废止件数'],
        ['inForce', '现行有效件数'],
      ],
      rows: [
        ['regulations', '规章'],
        ['normativeDocuments', '行政规范性文件'],
      ],
    },
    {
      article: '第二十条第（五）项',
      columns: decisions,
      rows: [['administrativeLicensing', '行政许可']],
    },
    { article: '第二十条第（六）项', columns: decisions, rows: punishment },
    {
      article: '第二十条第（八）项',
      columns: [['feesCollected', '本年收费金额（单位：万元）']],
      rows: [['administrativeFees', '行政事业性收费']],
    },
  ],
};

export const applicants: Labels = [
  ['naturalPerson', '自然人'],
  ['commercialEnterprise', '商业企业'],
  ['researchInstitution', '科研机构'],
  ['publicInterestOrganization', '社会公益组织'],
  ['legalServiceOrganization', '法律服务机构'],
  ['otherOrganization', '其他'],
  ['total', '总计'],
];

export type LabelPaths = readonly (readonly [id: string, path: readonly string[]])[];

const handled = '三、本年度办理结果';
const denied = '（三）不予公开';
const unable = '（四）无法提供';
const refused = '（五）不予处理';
const other = '（六）其他处理';

const applicationsHead: LabelPaths = [
  ['newlyReceived', ['一、本年新收政府信息公开申请数量']],
  ['carriedOver', ['二、上年结转政府信息公开申请数量']],
  ['granted', [handled, '（一）予以公开']],
  ['partiallyGranted', [handled, '（二）部分公开（区分处理的，只计这一情形，不计其他情形）']],
  ['deniedStateSecret', [handled, denied, '1.属于国家秘密']],
  ['deniedForbiddenByLaw', [handled, denied, '2.其他法律行政法规禁止公开']],
  ['deniedSecurityAndStability', [handled, denied, '3.危及“三安全一稳定”']],
  ['deniedThirdPartyRights', [handled, denied, '4.保护第三方合法权益']],
  ['deniedInternalAffairs', [handled, denied, '5.属于三类内部事务信息']],
  ['deniedProcessInformation', [handled, denied, '6.属于四类过程性信息']],
  ['deniedEnforcementFile', [handled, denied, '7.属于行政执法案卷']],
  ['deniedAdministrativeQuery', [handled, denied, '8.属于行政查询事项']],
  ['notHeld', [handled, unable, '1.本机关不掌握相关政府信息']],
  ['wouldNeedCreating', [handled, unable, '2.没有现成信息需要另行制作']],
  ['unclearAfterCorrection', [handled, unable, '3.补正后申请内容仍不明确']],
  ['petitionOrComplaint', [handled, refused, '1.信访举报投诉类申请']],
  ['repeatRequest', [handled, refused, '2.重复申请']],
  ['publicationRequest', [handled, refused, '3.要求提供公开出版物']],
  ['excessiveRequests', [handled, refused, '4.无正当理由大量反复申请']],
  ['confirmationRequest', [handled, refused, '5.要求行政机关确认或重新出具已获取信息']],
];

const applicationsTail: LabelPaths = [
  ['totalProcessed', [handled, '（七）总计']],
  ['carriedForward', ['四、结转下年度继续办理']],
];

const applicationRows: Record<OgiForm, LabelPaths> = {
  'ogi-2019': [...applicationsHead, ['otherHandling', [handled, other]], ...applicationsTail],
  'ogi-2021': [
    ...applicationsHead,
    [
      'correctionOverdue',
      [handled, other, '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请'],
    ],
    [
      'feeOverdue',
      [handled, other, '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请'],
    ],
    ['otherHandling', [handled, other, '3.其他']],
    ...applicationsTail,
  ],
};

/** Table 三 of a form: its applicants from the first to the total, and its rows. */
export interface ApplicationsForm {
  applicants: Labels;
  rows: LabelPaths;
}

export const applicationsForm = (form: OgiForm): ApplicationsForm => ({
  applicants,
  rows: applicationRows[form],
});

/** The outcomes: everything that （七）总计 sums up. */
export const outcomesOf = ({ rows }: ApplicationsForm): string[] =>
  rows
    .map(([id]) => id)
    .filter((id) => !['newlyReceived', 'carriedOver', 'totalProcessed', 'carriedForward'].includes(id));

export const outcomeIds = (form: OgiForm): string[] => outcomesOf(applicationsForm(form));

export const reviewRows: LabelPaths = [
  ['reconsideration', ['行政复议']],
  ['litigationDirect', ['行政诉讼', '未经复议直接起诉']],
  ['litigationAfterReconsideration', ['行政诉讼', '复议后起诉']],
];

export const reviewColumns: Labels = [
  ['upheld', '结果维持'],
  ['corrected', '结果纠正'],
  ['otherResult', '其他结果'],
  ['pending', '尚未审结'],
  ['total', '总计'],
];

/** Printed in the corner of table 三. */
export const balanceNote = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）';
