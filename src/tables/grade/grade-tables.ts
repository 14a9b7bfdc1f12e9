import { type Issue, issue } from '../../model/issue.js';
import type { Cell, Check, ExtraRow, TableCells } from '../../model/report-record.js';
import type { TableSpec, Template } from '../../model/template.js';
import { spanOf } from '../../words/span-of.js';
import type { CellDraft } from '../cell-draft.js';
import type { TableMatch } from '../fit/fit-tables.js';
import type { ExtraDraft } from '../table-fit.js';
import { gradeTable } from './grade-table.js';

/** All tables of a report, graded, with what stood in them beside the form. */
export interface GradedTables {
  template: Template | null;
  tableTemplates: Record<string, string>;
  tables: Record<string, TableCells>;
  extras: ExtraRow[];
  checks: Check[];
  issues: Issue[];
  /** Tables that hold at least one printed number. */
  filled: number;
}

/** Grades every table that was found, and adds those of the form that the source does not hold, all cells missing. */
export function gradeTables(match: TableMatch): GradedTables {
  const graded: GradedTables = {
    template: match.template,
    tableTemplates: {},
    tables: {},
    extras: [],
    checks: [],
    issues: [...match.issues],
    filled: 0,
  };
  for (const spec of match.template?.tables ?? []) graded.tables[spec.id] = {};
  for (const fit of match.fits) {
    const { cells, checks, issues } = gradeTable(fit);
    graded.tables[fit.spec.id] = cells;
    graded.tableTemplates[fit.spec.id] = fit.template.id;
    graded.extras.push(...fit.extras.map((extra) => toExtraRow(extra, fit.spec.id)));
    graded.checks.push(...checks);
    graded.issues.push(...fit.issues, ...issues);
    if (fit.drafts.some((draft) => draft.state === 'number')) graded.filled++;
  }
  for (const spec of match.template?.tables ?? []) {
    if (match.fits.some((fit) => fit.spec.id === spec.id)) continue;
    graded.tables[spec.id] = missingTable(spec);
    const message = `the source does not hold table ${spec.id} (${spec.sectionTitles[0]})`;
    graded.issues.push(issue('table-missing', message, { path: `tables.${spec.id}` }));
  }
  return graded;
}

function missingTable(spec: TableSpec): TableCells {
  const cells: TableCells = {};
  for (const group of spec.groups) {
    for (const row of group.rows) {
      const columns = group.columns.filter((c) => !c.optional);
      cells[row.id] = Object.fromEntries(columns.map((c) => [c.id, missingCell()]));
    }
  }
  return cells;
}

const missingCell = (): Cell => ({ value: null, raw: null, confidence: 'missing', flags: [], at: null });

function toExtraRow(extra: ExtraDraft, table: string): ExtraRow {
  const cells: Record<string, Cell> = {};
  for (const { column, draft } of extra.cells) {
    let name = column;
    for (let n = 2; name in cells; n++) name = `${column} (${n})`;
    cells[name] = extraCell(draft);
  }
  return { table, label: extra.label, unit: extra.unit, cells };
}

/** No identity knows an extra row: it is read, or in doubt. */
function extraCell(draft: CellDraft): Cell {
  const isBlank = draft.state === 'blank';
  const isSure = draft.state === 'number' && draft.doubts.length === 0;
  return {
    value: draft.value,
    raw: draft.raw,
    confidence: isBlank ? 'blank' : isSure ? 'read' : 'suspect',
    flags: draft.flags,
    at: draft.place && draft.block !== null ? spanOf(draft.place, draft.block) : null,
  };
}
