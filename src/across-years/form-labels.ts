import type { Template } from '../model/template.js';
import type { YearReport } from './digest-record.js';

/** How the form of a report's table names a cell, for people: 四、结转下年度继续办理 · 自然人. */
export type LabelOf = (report: YearReport, table: string, row: string, column: string) => string;

export const formLabels =
  (templates: readonly Template[]): LabelOf =>
  (report, table, row, column) => {
    const form = templates.find(({ id }) => id === report.templates[table]);
    const groups = form?.tables.find(({ id }) => id === table)?.groups ?? [];
    const group = groups.find(({ rows }) => rows.some(({ id }) => id === row));
    const rowLabel = group?.rows.find(({ id }) => id === row)?.labelPath.at(-1) ?? row;
    const columnLabel = group?.columns.find(({ id }) => id === column)?.label ?? column;
    return `${rowLabel} · ${columnLabel}`;
  };
