import type { ColumnSpec, RowSpec, TableSpec } from '../../../src/model/template.js';
import { columnSums, rowSums } from './identity-sums.js';

/** The seven columns of applicants, the same in the forms of 2019 and 2021. */
export const applicants = [
  { id: 'naturalPerson', label: '自然人' },
  { id: 'commercialEnterprise', label: '商业企业', aliases: ['企业'] },
  { id: 'researchInstitution', label: '科研机构' },
  { id: 'publicInterestOrganization', label: '社会公益组织', aliases: ['社会组织', '社会公益'] },
  { id: 'legalServiceOrganization', label: '法律服务机构', aliases: ['法律服务组织'] },
  { id: 'otherOrganization', label: '其他', aliases: ['其它'] },
  { id: 'total', label: '总计', aliases: ['合计'] },
] as const satisfies ColumnSpec[];

const RESULT = '三、本年度办理结果';

const intake = [
  { id: 'newlyReceived', labelPath: ['一、本年新收政府信息公开申请数量'] },
  { id: 'carriedOver', labelPath: ['二、上年结转政府信息公开申请数量'] },
] as const satisfies RowSpec[];

/** Outcomes from （一） to （五）, unchanged since 2019. */
const outcomes = [
  row('granted', '（一）予以公开'),
  row('partiallyGranted', '（二）部分公开（区分处理的，只计这一情形，不计其他情形）'),
  row('deniedStateSecret', '（三）不予公开', '1.属于国家秘密'),
  row('deniedForbiddenByLaw', '（三）不予公开', '2.其他法律行政法规禁止公开'),
  row('deniedSecurityAndStability', '（三）不予公开', '3.危及“三安全一稳定”'),
  row('deniedThirdPartyRights', '（三）不予公开', '4.保护第三方合法权益'),
  row('deniedInternalAffairs', '（三）不予公开', '5.属于三类内部事务信息'),
  row('deniedProcessInformation', '（三）不予公开', '6.属于四类过程性信息'),
  row('deniedEnforcementFile', '（三）不予公开', '7.属于行政执法案卷'),
  row('deniedAdministrativeQuery', '（三）不予公开', '8.属于行政查询事项'),
  row('notHeld', '（四）无法提供', '1.本机关不掌握相关政府信息'),
  row('wouldNeedCreating', '（四）无法提供', '2.没有现成信息需要另行制作'),
  row('unclearAfterCorrection', '（四）无法提供', '3.补正后申请内容仍不明确'),
  row('petitionOrComplaint', '（五）不予处理', '1.信访举报投诉类申请'),
  row('repeatRequest', '（五）不予处理', '2.重复申请'),
  row('publicationRequest', '（五）不予处理', '3.要求提供公开出版物'),
  row('excessiveRequests', '（五）不予处理', '4.无正当理由大量反复申请'),
  row('confirmationRequest', '（五）不予处理', '5.要求行政机关确认或重新出具已获取信息'),
] as const;

const closing = [
  row('totalProcessed', '（七）总计'),
  { id: 'carriedForward', labelPath: ['四、结转下年度继续办理'] },
] as const;

function row<Id extends string>(id: Id, ...labels: string[]) {
  return { id, labelPath: [RESULT, ...labels] };
}

/**
 * Table 三 收到和处理政府信息公开申请情况.
 * @param columns the applicants and `total`
 * @param added the outcomes that follow 5.要求行政机关确认或重新出具已获取信息: the forms differ in them
 */
export function applicationsTable<
  const Columns extends readonly ColumnSpec[],
  const Rows extends readonly RowSpec[],
>(columns: Columns, added: Rows) {
  const counted = [...outcomes, ...added] as const;
  const rows = [...intake, ...counted, ...closing] as const;
  const rowIds = rows.map((r) => r.id);
  const columnIds = columns.map((c) => c.id);
  return {
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
      ...rowSums(
        'row-total',
        rowIds,
        columnIds.filter((id) => id !== 'total'),
        'total',
      ),
      ...columnSums(
        'outcomes-total',
        columnIds,
        counted.map((r) => r.id),
        ['totalProcessed'],
      ),
      ...columnSums(
        'intake-balance',
        columnIds,
        ['newlyReceived', 'carriedOver'],
        ['totalProcessed', 'carriedForward'],
      ),
    ],
  } as const satisfies TableSpec;
}

export const resultLabel = RESULT;
