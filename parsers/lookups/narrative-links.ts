import type { LinkedCell, NarrativeLink } from '../../src/model/narrative-link.js';

/** Which facts of the prose and which cells of the forms speak of the same thing. */

const applications = (row: string): LinkedCell => ({ table: 'applications', row, column: 'total' });
const review = (row: string): LinkedCell => ({ table: 'review', row, column: 'total' });
const documents = (column: string): LinkedCell => ({ table: 'proactive', row: 'normativeDocuments', column });
const indicator = (row: string): LinkedCell => ({ table: 'statistics', row, column: 'value' });

/** Forms of 2019 and later. */
const formLinks: NarrativeLink[] = [
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
    readings: [[documents('issuedThisYear')], [documents('madeThisYear')]],
    severity: 'info',
  },
];

/** Indicators of the statistics form, by the fact that the prose states. */
const INDICATORS: readonly (readonly [fact: string, row: string])[] = [
  ['disclosed.total', 'disclosed'],
  ['disclosed.website', 'disclosedByWebsite'],
  ['disclosed.weibo', 'disclosedByMicroblog'],
  ['disclosed.wechat', 'disclosedByWechat'],
  ['disclosed.gazette', 'disclosedByGazette'],
  ['disclosed.other', 'disclosedByOther'],
  ['normativeDocuments.issued', 'normativeDocumentsIssued'],
  ['interpretations', 'policyInterpretations'],
  ['responses', 'responses'],
  ['pressConferences', 'pressConferences'],
  ['onlineInterviews', 'onlineInterviews'],
  ['requests.received', 'requestsReceived'],
  ['requests.inPerson', 'requestsInPerson'],
  ['requests.online', 'requestsOnline'],
  ['requests.byLetter', 'requestsByLetter'],
  ['requests.byFax', 'requestsByFax'],
  ['requests.closed', 'requestsClosed'],
  ['requests.closedOnTime', 'requestsClosedOnTime'],
  ['reconsiderations', 'reconsiderations'],
  ['litigations', 'litigations'],
  ['complaints', 'complaints'],
  ['processingFee', 'feesCollected'],
  ['staff.total', 'staff'],
  ['staff.fullTime', 'staffFullTime'],
  ['staff.partTime', 'staffPartTime'],
  ['meetings', 'meetings'],
  ['trainings', 'trainings'],
  ['trainees', 'trainees'],
];

export const narrativeLinks: readonly NarrativeLink[] = [
  ...formLinks,
  ...INDICATORS.map(
    ([fact, row]): NarrativeLink => ({ fact, readings: [[indicator(row)]], severity: 'warning' }),
  ),
];
