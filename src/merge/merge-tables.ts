import { type Issue, issue } from '../model/issue.js';
import type { Template } from '../model/template.js';
import { type GradedTables, gradeTables } from '../tables/grade/grade-tables.js';
import type { TableFit } from '../tables/table-fit.js';
import { boundIssues, type CarrierNames, carriersDiffer } from './difference-issues.js';
import { mergeExtras } from './merge-extras.js';
import { type MergedTable, mergeTable } from './merge-table.js';
import type { ReportReading } from './reading.js';
import { settleCells } from './settle-cells.js';
import { stampIssues } from './stamp-carrier.js';

/**
 * The tables of a report out of all its carriers, cell by cell, with the sums evaluated again over the merged cells.
 * @param carriers in the order of the record
 */
export function mergeTables(carriers: readonly ReportReading[], names: CarrierNames): GradedTables {
  const merged = new Map<string, MergedTable>();
  for (const id of new Set(carriers.flatMap(({ match }) => match.fits.map(({ spec }) => spec.id))))
    merged.set(id, mergeTable(id, carriers));
  const fits = [...merged.values()].map(({ fit, carriers: from }) => ({
    ...fit,
    issues: from.flatMap((carrier) => stampIssues(fitOf(carriers[carrier]!, fit.spec.id).issues, carrier)),
  }));
  const graded = gradeTables({
    fits,
    template: templateOf(carriers, fits),
    copies: [],
    issues: copyIssues(carriers),
  });
  for (const [id, table] of merged) {
    graded.tables[id] = settleCells(graded.tables[id]!, graded.checks, id, table);
    graded.issues.push(...differences(id, table, names));
  }
  const extras = mergeExtras(carriers, names);
  graded.extras = extras.value;
  graded.issues.push(...extras.issues);
  return graded;
}

const fitOf = ({ match }: ReportReading, id: string): TableFit =>
  match.fits.find(({ spec }) => spec.id === id)!;

/** The form of the first carrier with one of the merged tables; a table of this form that no carrier holds is missing. */
function templateOf(carriers: readonly ReportReading[], fits: readonly TableFit[]): Template | null {
  const followed = new Set(fits.map(({ template }) => template));
  const forms = carriers.flatMap(({ match }) => (match.template ? [match.template] : []));
  return forms.find((form) => followed.has(form)) ?? forms[0] ?? null;
}

/** What was noticed of tables in one carrier: copies, mixed forms. */
const copyIssues = (carriers: readonly ReportReading[]): Issue[] =>
  carriers.flatMap(({ match }, carrier) => stampIssues(match.issues, carrier));

function differences(id: string, { choices, otherForms, fit }: MergedTable, names: CarrierNames): Issue[] {
  const cells = [...choices].flatMap(([key, { reading, rivals, overruled }]): Issue[] => {
    const path = `tables.${id}.${key}`;
    const { value, raw, confidence } = reading.cell;
    const stands = { carrier: reading.carrier, value: value ?? (confidence === 'blank' ? null : raw) };
    if (rivals.length > 0) return [carriersDiffer('warning', path, stands, [...rivals, ...overruled], names)];
    return overruled.length > 0 ? [carriersDiffer('info', path, stands, overruled, names)] : [];
  });
  const forms = otherForms.map(
    (carrier): Issue =>
      issue(
        'carriers-differ',
        `table ${id} follows ${fit.template.id}; in ${names[carrier]} it is read by another form, and only compared`,
        { severity: 'warning', path: `tables.${id}`, carrier },
      ),
  );
  return [...forms, ...boundIssues(cells, `tables.${id}`)];
}
