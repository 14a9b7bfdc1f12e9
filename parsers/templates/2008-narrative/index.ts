import type { Template } from '../../../src/model/template.js';

export const narrative: Template = {
  id: 'narrative',
  reportYears: [2008, 2018],
  issuedBy: null,
  tables: [],
};
