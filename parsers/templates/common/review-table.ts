import type { TableSpec } from '../../../src/model/template.js';
import { rowSums } from './identity-sums.js';

const results = ['upheld', 'corrected', 'otherResult', 'pending'];
const rows = [
  { id: 'reconsideration', labelPath: ['行政复议'] },
  { id: 'litigationDirect', labelPath: ['行政诉讼', '未经复议直接起诉'] },
  { id: 'litigationAfterReconsideration', labelPath: ['行政诉讼', '复议后起诉'] },
] as const;

/** Table 四 政府信息公开行政复议、行政诉讼情况: one printed line of 15 numbers under a three-level heading, in both forms. */
export const reviewTable = {
  id: 'review',
  sectionTitles: ['政府信息公开行政复议、行政诉讼情况', '因政府信息公开工作被申请行政复议、提起行政诉讼情况'],
  layout: 'line',
  ordered: true,
  groups: [
    {
      columns: [
        { id: 'upheld', label: '结果维持', aliases: ['维持'] },
        { id: 'corrected', label: '结果纠正', aliases: ['纠正'] },
        { id: 'otherResult', label: '其他结果', aliases: ['其它结果'] },
        { id: 'pending', label: '尚未审结', aliases: ['未审结'] },
        { id: 'total', label: '总计', aliases: ['合计'] },
      ],
      rows,
    },
  ],
  headingLabels: [],
  identities: rowSums(
    'results-total',
    rows.map((r) => r.id),
    results,
    'total',
  ),
} as const satisfies TableSpec;
