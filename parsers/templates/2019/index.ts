import type { ColumnSpec, Template } from '../../../src/model/template.js';
import { applicants, applicationsTable, resultLabel } from '../common/applications.js';
import { carryLink } from '../common/carry-link.js';
import { narrativeLinks } from '../common/narrative-links.js';
import { proactiveTable } from '../common/proactive-table.js';
import { reviewTable } from '../common/review-table.js';

const documents = [
  { id: 'madeThisYear', label: '本年新制作数量' },
  { id: 'disclosedThisYear', label: '本年新公开数量' },
  { id: 'totalDisclosed', label: '对外公开总数量' },
] as const satisfies ColumnSpec[];
const items = [
  { id: 'itemsLastYear', label: '上一年项目数量' },
  { id: 'changeThisYear', label: '本年增/减', signed: true },
] as const satisfies ColumnSpec[];
const decided = [...items, { id: 'decisions', label: '处理决定数量' }] as const satisfies ColumnSpec[];

const proactive = proactiveTable([
  {
    title: '第二十条第（一）项',
    columns: documents,
    rows: [
      { id: 'regulations', labelPath: ['规章'] },
      { id: 'normativeDocuments', labelPath: ['规范性文件'], aliases: ['行政规范性文件'] },
    ],
  },
  {
    title: '第二十条第（五）项',
    columns: decided,
    rows: [
      { id: 'administrativeLicensing', labelPath: ['行政许可'] },
      {
        id: 'otherManagementServices',
        labelPath: ['其他对外管理服务事项'],
        aliases: ['其他对外管理服务'],
      },
    ],
  },
  {
    title: '第二十条第（六）项',
    columns: decided,
    rows: [
      { id: 'administrativePenalty', labelPath: ['行政处罚'] },
      { id: 'administrativeCompulsion', labelPath: ['行政强制'] },
    ],
  },
  {
    title: '第二十条第（八）项',
    columns: items,
    rows: [{ id: 'administrativeFees', labelPath: ['行政事业性收费'] }],
  },
  {
    title: '第二十条第（九）项',
    columns: [
      { id: 'procurementItems', label: '采购项目数量' },
      { id: 'procurementAmount', label: '采购总金额', unit: 'CNY' },
    ],
    rows: [{ id: 'centralizedProcurement', labelPath: ['政府集中采购'] }],
  },
]);

export const ogi2019 = {
  id: 'ogi-2019',
  reportYears: [2019, 2020],
  issuedBy: '国办公开办函〔2019〕60号',
  tables: [
    proactive,
    applicationsTable(applicants, [{ id: 'otherHandling', labelPath: [resultLabel, '（六）其他处理'] }]),
    reviewTable,
  ],
  // Table 三 of 2021 differs only in rows that no carry touches. No stock: 对外公开总数量 is not 现行有效件数.
  yearLinks: { carries: [carryLink] },
  narrativeLinks: narrativeLinks('madeThisYear'),
} as const satisfies Template;
