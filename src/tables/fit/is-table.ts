import type { TableSpec } from '../../model/template.js';
import type { Alignment } from '../alignment.js';
import type { PhysicalRow } from '../token.js';
import { LABELLED_SCORE_MIN } from './align-rows.js';

/** Fewer rows with their label are a mention. */
const ROWS_MIN = 2;
/** Fewer known indicators are another form's, or other tables' rows that sound like them. */
const INDICATORS_MIN = 10;

/** So many rows of a table must have their label at least. */
export const labelledMin = ({ layout }: TableSpec): number =>
  layout === 'indicators' ? INDICATORS_MIN : ROWS_MIN;

/** Two labelled rows at least, one of them with values of its own: less is a mention, not a table. */
export function isTable(alignment: Alignment, rows: PhysicalRow[], spec: TableSpec): boolean {
  const labelled = alignment.rows.filter(
    (row) => row.labelScore !== null && row.labelScore >= LABELLED_SCORE_MIN,
  );
  if (labelled.length < labelledMin(spec)) return false;
  const printed = labelled.map((row) => rows[row.physical]!);
  const hasCells = ({ form }: PhysicalRow) => form === 'rectangle' || form === 'ragged';
  return (
    labelled.length > ROWS_MIN || printed.some(({ values }) => values.length >= 3) || printed.every(hasCells)
  );
}
