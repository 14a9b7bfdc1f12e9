import type { ReportRecord } from '../../src/model/report-record.js';

/** A row of the table of applications above which a page ended. */
export interface BrokenRow {
  template: string;
  row: string;
  /** How many rows the form's table has. */
  rows: number;
}

/** The rows whose figures are on a later page than those of the row before. */
export function brokenRows({ tables, tableTemplates }: ReportRecord): BrokenRow[] {
  const rows = Object.entries(tables.applications ?? {});
  const pageOf = (columns: (typeof rows)[number][1]): number | undefined => columns.total?.at?.page;
  return rows.flatMap(([row, columns], index) => {
    const before = index > 0 ? pageOf(rows[index - 1]![1]) : undefined;
    const here = pageOf(columns);
    const isBroken = here !== undefined && before !== undefined && here > before;
    return isBroken ? [{ template: tableTemplates.applications ?? '', row, rows: rows.length }] : [];
  });
}
