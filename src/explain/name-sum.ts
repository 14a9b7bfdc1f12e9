import type { CellAddress } from '../model/template.js';
import { clip } from '../printing/fit-width.js';
import { cellName, type FormLabels } from './form-labels.js';
import type { TableSum } from './table-sums.js';

/** Some labels of the forms are whole sentences. */
const LABEL_WIDTH_MAX = 36;

/** The words for a sum and what belongs to it, in the form's own labels. */
export interface SumName {
  /** What is short of the whole, or over it: `row （一）予以公开`, `the 4 rows from 1.当面申请数 to 4.信函申请数`. */
  subject: string;
  isPlural: boolean;
  /** What makes a number: `the parts of row （一）予以公开`. */
  parts: string;
  /** `its total` in a row, else the label of the whole. */
  whole: string;
  /** A cell of the sum, by what the others do not share with it. */
  member(address: CellAddress): string;
}

/** Names a sum after the row or the column that all its cells share. */
export function nameSum({ parts, whole }: TableSum, labels: FormLabels): SumName {
  const cells = [...parts, ...whole];
  const first = cells[0]!;
  const rowLabel = (row: string): string => clip(labels.row(row), LABEL_WIDTH_MAX);
  if (cells.every(({ row }) => row === first.row)) {
    const line = `row ${rowLabel(first.row)}`;
    const member = ({ row, column }: CellAddress) => labels.column(row, column);
    return { subject: line, isPlural: false, parts: `the parts of ${line}`, whole: 'its total', member };
  }
  const wholeOf = (member: (address: CellAddress) => string) => whole.map(member).join(' + ');
  if (cells.every(({ column }) => column === first.column) && !labels.hasOneColumn) {
    const line = `column ${labels.column(first.row, first.column)}`;
    const member = ({ row }: CellAddress) => rowLabel(row);
    return {
      subject: line,
      isPlural: false,
      parts: `the parts of ${line}`,
      whole: wholeOf(member),
      member,
    };
  }
  const member = (address: CellAddress) => cellName(labels, address);
  const names = parts.map(member);
  const subject =
    names.length > 2
      ? `the ${names.length} ${labels.hasOneColumn ? 'rows' : 'numbers'} from ${names[0]} to ${names.at(-1)}`
      : names.join(' and ');
  return { subject, isPlural: names.length > 1, parts: subject, whole: wholeOf(member), member };
}

/** `a, b and c`; with semicolons where the items themselves hold commas. */
export function joinWords(items: string[], last = 'and'): string {
  if (items.some((item) => item.includes(', '))) return items.join('; ');
  return items.length > 1 ? `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}` : (items[0] ?? '');
}
