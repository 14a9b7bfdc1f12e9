import type { CarryLink } from '../../../src/model/year-link.js';

/** By the form's own words 上年结转 is the last report's 结转下年度: where they differ, one of the two numbers is wrong. */
export const carryLink: CarryLink = {
  id: 'carry',
  finding: 'carry-differs',
  severity: 'error',
  table: 'applications',
  row: 'carriedOver',
  rowBefore: 'carriedForward',
  // No pattern finds 结转下年度…件 in the prose: it is printed among plans, and plans are no facts.
  prose: { column: 'total', facts: ['requests.carriedOver'], factsBefore: [] },
};
