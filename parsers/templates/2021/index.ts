import type { ColumnSpec, Template } from '../../../src/model/template.js';
import { applicants, applicationsTable, resultLabel } from '../common/applications.js';
import { carryLink } from '../common/carry-link.js';
import { narrativeLinks } from '../common/narrative-links.js';
import { proactiveTable } from '../common/proactive-table.js';
import { reviewTable } from '../common/review-table.js';

const decisions = [{ id: 'decisions', label: '本年处理决定数量' }] as const satisfies ColumnSpec[];

const proactive = proactiveTable([
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
]);

const OTHER = '（六）其他处理';

export const ogi2021 = {
  id: 'ogi-2021',
  reportYears: [2021, null],
  issuedBy: '国办公开办函〔2021〕30号',
  tables: [
    proactive,
    applicationsTable(applicants, [
      {
        id: 'correctionOverdue',
        labelPath: [resultLabel, OTHER, '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请'],
      },
      {
        id: 'feeOverdue',
        labelPath: [
          resultLabel,
          OTHER,
          '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
        ],
      },
      { id: 'otherHandling', labelPath: [resultLabel, OTHER, '3.其他'] },
    ]),
    reviewTable,
  ],
  yearLinks: {
    carries: [carryLink],
    stocks: [
      {
        id: 'in-force',
        finding: 'in-force-differs',
        // Bodies recount their documents in every clean-up (清理) and print no word of it.
        severity: 'warning',
        table: 'proactive',
        rows: ['regulations', 'normativeDocuments'],
        stock: 'inForce',
        added: 'issuedThisYear',
        removed: 'repealedThisYear',
      },
    ],
  },
  narrativeLinks: narrativeLinks('issuedThisYear'),
} as const satisfies Template;
