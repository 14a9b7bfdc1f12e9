import type { Template } from '../../../src/model/template.js';

export const narrative = {
  id: 'narrative',
  reportYears: [2008, 2018],
  issuedBy: null,
  tables: [],
} as const satisfies Template;
