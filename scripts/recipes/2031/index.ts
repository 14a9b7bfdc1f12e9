import { ogi2021 } from '../../../parsers/templates/2021/index.js';
import {
  applicants,
  applicationsTable,
  resultLabel,
} from '../../../parsers/templates/common/applications.js';
import { carryLink } from '../../../parsers/templates/common/carry-link.js';
import { narrativeLinks } from '../../../parsers/templates/common/narrative-links.js';
import { reviewTable } from '../../../parsers/templates/common/review-table.js';
import type { Template } from '../../../src/model/template.js';

const [proactive, applications] = ogi2021.tables;
const otherHandling = applications.groups[0].rows.filter(({ labelPath }) =>
  labelPath.some((label: string) => label === '（六）其他处理'),
);

/**
 * An invented form, written as the recipe in CONTRIBUTING says. Its table 三 has an applicant and an outcome more than
 * the form of 2021: readers must take the width of a table from its form.
 */
export const ogi2031 = {
  id: 'ogi-2031',
  reportYears: [2031, null],
  issuedBy: null,
  tables: [
    proactive,
    applicationsTable(
      [...applicants.slice(0, 5), { id: 'newsMedia', label: '新闻媒体' }, ...applicants.slice(5)],
      [
        { id: 'machineRequest', labelPath: [resultLabel, '（五）不予处理', '6.由程序自动生成的批量申请'] },
        ...otherHandling,
      ],
    ),
    reviewTable,
  ],
  yearLinks: { carries: [carryLink] },
  narrativeLinks: narrativeLinks('issuedThisYear'),
} as const satisfies Template;
