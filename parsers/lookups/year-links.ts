import type { YearLinks } from '../../src/model/year-link.js';

/** What the forms of consecutive years must have in common. */
export const yearLinks: YearLinks = {
  carries: [
    {
      id: 'carry',
      finding: 'carry-differs',
      // By the form's own words 上年结转 is the last report's 结转下年度: one of the two numbers is wrong.
      severity: 'error',
      table: 'applications',
      row: 'carriedOver',
      rowBefore: 'carriedForward',
      // Table 三 is the same in both forms but for rows that no carry touches.
      templates: ['ogi-2019', 'ogi-2021'],
      // No pattern finds 结转下年度…件 in the prose: it stands among plans, and plans are no facts.
      prose: { column: 'total', facts: ['requests.carriedOver'], factsBefore: [] },
    },
  ],
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
      // The columns of 2019 count something else: 对外公开总数量 is not 现行有效件数.
      templates: ['ogi-2021'],
    },
  ],
  // 某县政府 is short for 某县人民政府. Its 办公室 is another body, and so is a name that is only a place.
  bodyNames: [{ pattern: /^政府$/, as: '人民政府' }],
};
