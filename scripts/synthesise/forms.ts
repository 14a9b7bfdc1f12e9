import { templates } from '../../parsers/templates/index.js';
import type { FormId } from '../../src/forms.js';
import type { TableSpec, Template } from '../../src/model/template.js';

/** A province's list of indicators beside the national statistics form, which readers take it for. */
export const PROVINCIAL = 'statistics-provincial';

/** What can be written: any form of the list by its name, and the lists of provinces. */
export type ReportForm = FormId | typeof PROVINCIAL;

/** Reports of a form that is still in use are written up to this year. */
const LAST_YEAR = 2025;

/** A form can be given itself, too: a new one is written before it is in the list. */
export const templateOf = (form: ReportForm | Template): Template => {
  if (typeof form !== 'string') return form;
  const id: FormId = form === PROVINCIAL ? 'statistics-2014' : form;
  return templates.find((template) => template.id === id)!;
};

/** First and last year of the reports that are written in the form. */
export const yearsOf = (form: ReportForm | Template): [number, number] => {
  if (form === PROVINCIAL) return [2009, 2017];
  const [first, last] = templateOf(form).reportYears;
  return [first!, last ?? Math.max(first!, LAST_YEAR)];
};

export const tableOf = (template: Template, id: string): TableSpec | undefined =>
  template.tables.find((table) => table.id === id);

const hasApplications = (template: Template): boolean => tableOf(template, 'applications') !== undefined;

/** The form with a table 三 that a body uses for the report of that year. */
export const formOfYear = (year: number): Template =>
  templates.findLast((template) => hasApplications(template) && template.reportYears[0]! <= year)!;

/** The form before, if both have a table 三. */
export const formBefore = (template: Template): Template | undefined =>
  hasApplications(template)
    ? templates.findLast((each) => hasApplications(each) && each.reportYears[0]! < template.reportYears[0]!)
    : undefined;

/** The rows that 总计 of table 三 sums up; none in another table. */
export const outcomesOf = ({ identities }: TableSpec): string[] =>
  identities
    .find(
      ({ parts, whole }) =>
        whole.length === 1 && whole[0]!.row === 'totalProcessed' && parts[0]!.row !== 'totalProcessed',
    )
    ?.parts.map(({ row }) => row) ?? [];

/** The columns of table 三 that 总计 sums up. */
export const applicantsOf = ({ groups }: TableSpec): string[] =>
  groups[0]!.columns.map(({ id }) => id).filter((id) => id !== 'total');
