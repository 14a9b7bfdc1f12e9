import { sayCount } from '../program/say-number.js';

type Cell = string | number;

const row = (cells: readonly Cell[]): string =>
  `| ${cells.map((cell) => (typeof cell === 'number' ? sayCount(cell) : cell)).join(' | ')} |`;

/** A table as lines of Markdown. @param names how many of its columns, from the left, are words and not figures */
export const markdownTable = (
  heads: readonly string[],
  names: number,
  rows: readonly (readonly Cell[])[],
): string[] => [
  row(heads),
  `|${heads.map((_, at) => (at < names ? '---|' : '--:|')).join('')}`,
  ...rows.map(row),
  '',
];
