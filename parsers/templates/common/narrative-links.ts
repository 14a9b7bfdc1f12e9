import type { LinkedCell, NarrativeLink } from '../../../src/model/narrative-link.js';

const applications = (row: string): LinkedCell => ({ table: 'applications', row, column: 'total' });
const review = (row: string): LinkedCell => ({ table: 'review', row, column: 'total' });

/**
 * What the prose says of tables 二, 三 and 四.
 * @param issued the column of table 二 that counts the documents issued in the year
 */
export const narrativeLinks = (issued: string): NarrativeLink[] => [
  {
    fact: 'requests.received',
    readings: [
      [applications('newlyReceived')],
      // 共收到75件 may count what was carried over.
      [applications('newlyReceived'), applications('carriedOver')],
    ],
    severity: 'warning',
  },
  { fact: 'requests.carriedOver', readings: [[applications('carriedOver')]], severity: 'warning' },
  { fact: 'requests.closed', readings: [[applications('totalProcessed')]], severity: 'warning' },
  { fact: 'reconsiderations', readings: [[review('reconsideration')]], severity: 'warning' },
  {
    fact: 'litigations',
    readings: [[review('litigationDirect'), review('litigationAfterReconsideration')]],
    severity: 'warning',
  },
  {
    // The prose is often the office's, the table the whole county's.
    fact: 'normativeDocuments.issued',
    readings: [[{ table: 'proactive', row: 'normativeDocuments', column: issued }]],
    severity: 'info',
  },
];
