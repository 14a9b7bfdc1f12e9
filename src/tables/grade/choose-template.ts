import { type Issue, issue } from '../../model/issue.js';
import type { Result } from '../../model/result.js';
import type { Template } from '../../model/template.js';
import type { GradedTables } from './grade-tables.js';

/**
 * The form of the report as a whole: that of its tables. Without tables it is the free narrative, as long as the
 * year allows one; a later report without tables follows no form that can be named.
 */
export function chooseTemplate(
  graded: GradedTables,
  year: number | null,
  templates: Template[],
): Result<string | null> {
  const found = graded.template;
  if (!found) {
    const free = templates.find((t) => t.tables.length === 0);
    if (free && (year === null || covers(free, year))) return { value: free.id, issues: [] };
    const message = `a report of ${year} should hold the tables of its form, and none was found`;
    return { value: null, issues: [issue('tables-missing', message, { path: 'tables' })] };
  }
  const issues: Issue[] = [];
  const isCousin = graded.issues.some(({ code }) => code === 'provincial-form');
  if (year !== null && !covers(found, year) && !isCousin) {
    const [first, last] = found.reportYears;
    const message = `the tables follow ${found.id} (report years ${first ?? ''}-${last ?? ''}), the report is of ${year}`;
    issues.push(issue('form-year-conflict', message, { path: 'template' }));
  }
  return { value: found.id, issues };
}

function covers({ reportYears: [first, last] }: Template, year: number): boolean {
  return (first === null || year >= first) && (last === null || year <= last);
}
