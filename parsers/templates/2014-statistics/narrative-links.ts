import type { NarrativeLink } from '../../../src/model/narrative-link.js';

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

export const narrativeLinks: readonly NarrativeLink[] = INDICATORS.map(([fact, row]) => ({
  fact,
  readings: [[{ table: 'statistics', row, column: 'value' }]],
  severity: 'warning',
}));
