import type { ColumnSpec, RowSpec, TableSpec } from '../../src/model/template.js';
import type { Numbers } from './numbers.js';
import type { Figure, Figures } from './printed.js';
import type { Random } from './random.js';

/** A body's habits of printing numbers. */
export interface PrintStyle {
  /** What is printed for a zero: '0', nothing, or a placeholder. */
  zero: string;
  /** Share of the zeros that are left blank although `zero` is '0'. */
  blankShare: number;
  /** 1,362 */
  thousands: boolean;
  fullWidth: boolean;
  /** How the change of table 二 is signed. */
  plus: boolean;
  minus: '-' | '减' | '--';
  /** Procurement of 2019: unit in the cell, in the heading, or nowhere. */
  amount: 'wan-in-cell' | 'yuan-in-cell' | 'wan-in-heading' | 'no-unit';
  /** A zero amount as 0.00. */
  zeroAmount: string;
}

export const plainStyle: PrintStyle = {
  zero: '0',
  blankShare: 0,
  thousands: false,
  fullWidth: false,
  plus: false,
  minus: '-',
  amount: 'wan-in-cell',
  zeroAmount: '0',
};

export const pickStyle = (random: Random): PrintStyle => ({
  zero: random.chance(0.7) ? '0' : random.pick(['', '', '/', '—', '无', '-']),
  blankShare: random.chance(0.2) ? 0.3 : 0,
  thousands: random.chance(0.05),
  fullWidth: random.chance(0.03),
  plus: random.chance(0.2),
  minus: random.chance(0.04) ? '减' : '-',
  amount: random.pick(['wan-in-cell', 'wan-in-cell', 'yuan-in-cell', 'wan-in-heading', 'no-unit']),
  zeroAmount: random.pick(['0', '0', '0.00']),
});

const fullWidthDigits = (text: string): string =>
  text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

const withThousands = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',');

const printZero = (style: PrintStyle, random: Random): Figure => {
  const text = style.zero === '0' && random.chance(style.blankShare) ? '' : style.zero;
  return { text, value: text === '0' ? 0 : '' };
};

const printCount = (value: number, style: PrintStyle, random: Random): Figure => {
  if (value === 0) return printZero(style, random);
  const digits = style.thousands ? withThousands(String(Math.abs(value))) : String(Math.abs(value));
  return { text: style.fullWidth ? fullWidthDigits(digits) : digits, value };
};

const printChange = (value: number, style: PrintStyle, random: Random): Figure => {
  if (value === 0) return printZero(style, random);
  const sign = value < 0 ? style.minus : style.plus ? '+' : '';
  return { text: `${sign}${Math.abs(value)}`, value };
};

/** 96171.6 for 961716000 yuan: no more decimals than it takes. */
const inWan = (yuan: number): string => String(Number((yuan / 10000).toFixed(6)));

const printAmount = (yuan: number, unit: PrintStyle['amount'], style: PrintStyle, random: Random): Figure => {
  if (yuan === 0) {
    const zero = printZero(style, random);
    return zero.value === 0 ? { text: style.zeroAmount, value: 0 } : zero;
  }
  if (unit === 'yuan-in-cell') return { text: `${yuan}元`, value: yuan };
  if (unit === 'wan-in-cell') return { text: `${inWan(yuan)}万元`, value: yuan };
  // Without a unit anywhere nobody can know whether it is yuan or 万元.
  return { text: inWan(yuan), value: unit === 'no-unit' ? null : yuan };
};

/** Prints a whole table in one style. */
export const printFigures = (
  numbers: Numbers,
  spec: TableSpec,
  style: PrintStyle,
  random: Random,
): Figures => {
  const printRow = (row: RowSpec, columns: readonly ColumnSpec[]): [string, Figures[string]] => {
    const values = Object.entries(numbers[row.id]!);
    const specOf = (id: string): ColumnSpec => columns.find((column) => column.id === id)!;
    return [
      row.id,
      Object.fromEntries(values.map(([id, value]) => [id, printOne(value, row, specOf(id), style, random)])),
    ];
  };
  return Object.fromEntries(
    spec.groups.flatMap(({ rows, columns }) => rows.map((row) => printRow(row, columns))),
  );
};

const printOne = (
  value: number,
  row: RowSpec,
  column: ColumnSpec,
  style: PrintStyle,
  random: Random,
): Figure => {
  if (column.signed) return printChange(value, style, random);
  // The form prints 万元 beside the row or over the column.
  if ((column.printedIn ?? row.unit) === '万元') return printAmount(value, 'wan-in-heading', style, random);
  return column.unit === 'CNY'
    ? printAmount(value, style.amount, style, random)
    : printCount(value, style, random);
};
