import type { FactSum } from '../../src/model/fact-pattern.js';
import { disclosurePatterns } from './disclosure-patterns.js';
import { organisationPatterns } from './organisation-patterns.js';
import { requestPatterns } from './request-patterns.js';
import { reviewPatterns } from './review-patterns.js';

/** The facts that the reports' prose states, in the order of the reports. */
export const factPatterns = [
  ...disclosurePatterns,
  ...requestPatterns,
  ...reviewPatterns,
  ...organisationPatterns,
];

export type FactId = (typeof factPatterns)[number]['id'];

/** Wholes whose parts a report may list one by one. */
export const factSums = [
  {
    whole: 'disclosed.total',
    parts: [
      'disclosed.website',
      'disclosed.wechat',
      'disclosed.weibo',
      'disclosed.gazette',
      'disclosed.other',
    ],
  },
  {
    whole: 'requests.received',
    parts: ['requests.inPerson', 'requests.online', 'requests.byLetter', 'requests.byFax'],
  },
  { whole: 'staff.total', parts: ['staff.fullTime', 'staff.partTime'] },
] as const satisfies readonly (FactSum & { whole: FactId; parts: readonly FactId[] })[];
