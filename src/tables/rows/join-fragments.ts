import { isUnitWord } from '../../words/is-unit-word.js';
import type { PhysicalRow } from '../token.js';

/**
 * Puts together the rows that a flattened form broke apart: a cell a line, a row broken at its empty cells, labels
 * wrapped over lines. A row that has `capacity` values is full: what follows without a label is a row of its own.
 */
export function joinFragments(fragments: PhysicalRow[], capacity: number): PhysicalRow[] {
  const rows: PhysicalRow[] = [];
  for (const fragment of fragments) {
    const last = rows.at(-1);
    if (last && canJoin(last, fragment, capacity)) {
      rows[rows.length - 1] = {
        ...last,
        form: last.form === 'running' ? 'running' : fragment.form,
        labels: [...last.labels, ...fragment.labels],
        values: [...last.values, ...fragment.values],
        ...(last.values.length > 0 && fragment.values.length > 0 ? { isPieced: true as const } : {}),
      };
    } else {
      rows.push(fragment);
    }
  }
  return rows;
}

/** Labels that wait for values pile up: head lines, wrapped labels, parents. More than this is a heading's worth. */
const WAITING_LABELS_MAX = 60;

/** A name and its unit are a whole row: where the value is lost, the next row's must not take its place. */
function endsInUnit(row: PhysicalRow, next: PhysicalRow): boolean {
  const isRow = row.form === 'ragged' && row.labels.length > 1 && next.labels.length > 0;
  return isRow && isUnitWord(row.labels.at(-1)!.text.trim());
}

/** What stands below a sentence that is over does not go on with it. */
const endsSentence = ({ form, labels, values }: PhysicalRow): boolean =>
  form === 'running' && values.length === 0 && /[。；]\s*$/u.test(labels.at(-1)?.text ?? '');

function canJoin(row: PhysicalRow, next: PhysicalRow, capacity: number): boolean {
  if (row.form === 'rectangle' || next.form === 'rectangle') return false;
  if (row.form !== next.form && (row.form === 'ragged' || next.form === 'ragged')) return false;
  if (next.form === 'ragged' && row.block !== next.block) return false;
  if (next.form === 'running' && next.labels.length > 0) return false;
  if (next.form === 'line' && next.labels.length > 0 && endsSentence(row)) return false;
  if (row.values.length === 0) return !endsInUnit(row, next) && row.labels.length < WAITING_LABELS_MAX;
  if (next.labels.length > 0) return false;
  return row.values.length + next.values.length <= capacity;
}
