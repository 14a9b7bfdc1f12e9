import { setFigure } from '../synthesise/alter/report.js';
import type { TableName } from '../synthesise/printed.js';
import type { Random } from '../synthesise/random.js';
import type { Report } from '../synthesise/report.js';

/** A cell of a table. */
export interface CellPlace {
  table: TableName;
  row: string;
  column: string;
}

/** Every cell with a whole number in plain digits. */
export const numberCells = (report: Report): CellPlace[] =>
  Object.entries(report.tables).flatMap(([table, rows]) =>
    Object.entries(rows).flatMap(([row, columns]) =>
      Object.entries(columns)
        .filter(([, { text, value }]) => typeof value === 'number' && text === String(value) && value >= 0)
        .map(([column]) => ({ table: table as TableName, row, column })),
    ),
  );

/** The report with another digit at one place of one number, which has as many digits as before. */
export const damageDigit = (report: Report, { table, row, column }: CellPlace, random: Random): Report => {
  const { text } = report.tables[table]![row]![column]!;
  const at = random.int(0, text.length - 1);
  const digits = [...'0123456789'].filter(
    (digit) => digit !== text[at] && (at > 0 || text.length === 1 || digit !== '0'),
  );
  const damaged = text.slice(0, at) + random.pick(digits) + text.slice(at + 1);
  return setFigure(report, table, row, column, { text: damaged, value: Number(damaged) });
};
