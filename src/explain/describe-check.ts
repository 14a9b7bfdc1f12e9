import type { Check } from '../model/report-record.js';
import type { CellAddress, Identity } from '../model/template.js';
import { balanceWords } from './balance-words.js';
import type { FormLabels } from './form-labels.js';

/** More terms than this are counted, not listed. */
const TERMS_MAX = 4;

/** The id of a check below its table: `applications/row-total/granted` is `row-total/granted`. */
export const shortCheckId = (id: string, table: string): string =>
  id.startsWith(`${table}/`) ? id.slice(table.length + 1) : id;

/**
 * A failed check in words, with both sums:
 * `（一）予以公开: 自然人 + … + 其他 (6 columns) make 11, but 总计 says 12`.
 */
export function describeFailure(check: Check, table: string, labels: FormLabels): string {
  const id = shortCheckId(check.id, table);
  const identity = labels.spec?.identities.find((candidate) => candidate.id === id);
  if (!identity) return `${numberOf(check.left)} on one side, ${numberOf(check.right)} on the other`;
  const { parts, whole } = identity;
  const common = commonPlace([...parts, ...whole], labels);
  const left = describeTerms(parts, common.kind, labels);
  const right = describeTerms(whole, common.kind, labels);
  const relation = wordsOf(identity, check);
  const balance = balanceWords[id.split('/', 1)[0]!];
  const rule = balance ? ` (${balance.name}: ${balance.rule})` : '';
  return `${common.name}${left} ${relation.left}, but ${right}${relation.right}${rule}`;
}

function wordsOf(
  { relation, parts, whole }: Identity,
  { left, right }: Check,
): { left: string; right: string } {
  const leftWord = parts.length > 1 ? 'make' : 'says';
  if (relation === 'at-most') {
    return {
      left: `${leftWord} ${numberOf(left)}`,
      right: `, of which it is a part, says only ${numberOf(right)}`,
    };
  }
  const rightWord = whole.length > 1 ? 'make' : 'says';
  return { left: `${leftWord} ${numberOf(left)}`, right: ` ${rightWord} ${numberOf(right)}` };
}

const numberOf = (value: number | null): string => (value === null ? 'nothing' : String(value));

type Common = 'row' | 'column' | 'none';

/** The row or column that all cells of a check share is named once. */
function commonPlace(cells: readonly CellAddress[], labels: FormLabels): { kind: Common; name: string } {
  const first = cells[0]!;
  if (cells.every(({ row }) => row === first.row)) return { kind: 'row', name: `${labels.row(first.row)}: ` };
  if (cells.every(({ column }) => column === first.column)) {
    const name = labels.hasOneColumn ? '' : `column ${labels.column(first.row, first.column)}: `;
    return { kind: 'column', name };
  }
  return { kind: 'none', name: '' };
}

function describeTerms(cells: readonly CellAddress[], common: Common, labels: FormLabels): string {
  const names = cells.map(({ row, column }) => {
    if (common === 'row') return labels.column(row, column);
    return common === 'column' ? labels.row(row) : `${labels.row(row)} · ${labels.column(row, column)}`;
  });
  if (names.length <= TERMS_MAX) return names.join(' + ');
  return `the ${names.length} ${common === 'row' ? 'columns' : 'rows'} from ${names[0]} to ${names.at(-1)}`;
}
