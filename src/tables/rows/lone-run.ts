import { halfWidthDigits } from '../../words/half-width-digits.js';
import type { PhysicalRow } from '../token.js';

/**
 * A row without borders whose only figure has digits enough for all its cells: on a line of its own, below its label, it is as likely
 * the whole row.
 */
export function loneRun(row: PhysicalRow, width: number): PhysicalRow {
  const { form, labels, values } = row;
  const [figure, another] = values;
  if (form !== 'line' || labels.length === 0 || width < 2 || figure?.kind !== 'value' || another) return row;
  const isLong = RUN.test(figure.text) && halfWidthDigits(figure.text).length >= width;
  return isLong ? { ...row, values: [{ ...figure, kind: 'run' }] } : row;
}

const RUN = /^[\d０-９]+$/u;
