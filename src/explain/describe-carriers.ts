import type { ReportRecord } from '../model/report-record.js';
import { printable } from '../printing/printable.js';
import type { Doubt } from './doubt.js';
import type { FormLabels } from './form-labels.js';
import { groupBy, namesOf, type Placed } from './name-cells.js';

/** The files of a report, each with its number: `[1] table.docx`. Empty if it came in one. */
export const carrierNames = ({ source }: ReportRecord): string[] =>
  (source.carriers ?? []).map(({ uri }, carrier) => `[${carrier}] ${printable(uri)}`);

/** Which cells of a table are from another file than the record's first. */
export function describeCarriers(record: ReportRecord, table: string, labels: FormLabels): Doubt[] {
  const names = carrierNames(record);
  const placed = Object.entries(record.tables[table] ?? {}).flatMap(([row, columns]) =>
    Object.entries(columns).flatMap(([column, cell]): Placed[] => (cell.at ? [{ row, column, cell }] : [])),
  );
  return groupBy(placed, ({ cell }) => String(cell.at!.carrier ?? 0))
    .filter(([carrier]) => carrier !== '0')
    .map(([carrier, members]) => {
      const which = members.length === placed.length ? 'the whole table' : namesOf(members, labels);
      return { sign: 'i', text: `from ${names[Number(carrier)]}: ${which}`, details: [] };
    });
}
