import { stringify } from 'csv-stringify/sync';
import type { Cell, ReportRecord } from '../model/report-record.js';

/** One line a cell. `template` is the form that the cell's own table follows: its ids say what the cell is. */
const cellColumns = [
  'record',
  'issuer',
  'year',
  'template',
  'table',
  'row',
  'column',
  'value',
  'raw',
  'confidence',
  'suggested',
] as const;

type CellRow = (string | number | null)[];

/** The header line. */
export const cellsCsvHeader = (): string => stringify([[...cellColumns]]);

/** Every table cell of a record as CSV lines, rows beside the form last as `extras:<table>` with their printed labels. */
export function cellsCsv(record: ReportRecord): string {
  const rows: CellRow[] = [];
  for (const [table, tableRows] of Object.entries(record.tables)) {
    for (const [row, cells] of Object.entries(tableRows))
      rows.push(...rowsOf(record, table, table, row, cells));
  }
  for (const { table, label, cells } of record.extras) {
    rows.push(...rowsOf(record, table, `extras:${table}`, label, cells));
  }
  return stringify(rows);
}

function rowsOf(
  record: ReportRecord,
  table: string,
  name: string,
  row: string,
  cells: Record<string, Cell>,
): CellRow[] {
  const template = record.tableTemplates[table] ?? record.template;
  const head = [record.id, record.issuer.value, record.year.value, template, name, row];
  return Object.entries(cells).map(([column, cell]) => [
    ...head,
    column,
    cell.value,
    cell.raw,
    cell.confidence,
    cell.suggested?.value ?? null,
  ]);
}
