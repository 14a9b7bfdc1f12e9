import { type PrintedTable, unfoldTable } from '../printed.js';
import type { Random } from '../random.js';
import type { Carrier } from './rendering.js';
import { asUtf8, textPage } from './text-page.js';

interface TabOptions {
  /** What a blank cell prints. */
  blank: string;
  /** Breaks labels over lines as narrow Word columns do. */
  breakLabels: boolean;
  bookmark: boolean;
}

/** `三、本年度办理结果` has one character a line; applicant names break after two characters. */
export const breakLabel = (text: string): string => {
  if (text === '三、本年度办理结果') return [...text].join('\n');
  // Only labels: a figure broken in two would be another figure.
  if (!/^[\u4e00-\u9fff]+$/.test(text)) return text;
  if (text.length === 4) return `${text.slice(0, 2)}\n${text.slice(2)}`;
  return text.length === 6 ? text.replace(/(..)(..)(..)/, '$1\n$2\n$3') : text;
};

/** Word to text: a tab before each cell, a cell a line, an empty line after the row. Covered places are empty cells. */
const wordTable = (table: PrintedTable, options: TabOptions): string[] =>
  unfoldTable(table).flatMap((row) => [
    ...row
      .filter((place) => place.leftEdge)
      .map(({ cell, origin }) => {
        if (!origin) return '\t';
        if (cell.text === '') return `\t${options.blank}`;
        return `\t${options.breakLabels ? breakLabel(cell.text) : cell.text}`;
      }),
    '',
  ]);

const wordCarrier = (name: string, options: TabOptions): Carrier => ({
  name,
  carrier: 'tab',
  render: (page, random) =>
    asUtf8(
      withBookmark(textPage(page, { table: (table) => wordTable(table, options) }), options, random),
      '.txt',
    ),
});

const withBookmark = (text: string, options: TabOptions, random: Random): string => {
  if (!options.bookmark) return text;
  const lines = text.split('\n');
  const at = random.int(0, 2);
  lines[at] = `[bookmark: _GoBack]${lines[at]}`;
  return lines.join('\n');
};

/** A row a line, covered places as empty fields. */
const tsvCarrier: Carrier = {
  name: 'tab-rows',
  carrier: 'tab',
  covered: 'empty',
  render: (page) =>
    asUtf8(
      textPage(page, {
        table: (table) =>
          unfoldTable(table).map((row) =>
            row.map(({ cell, origin }) => (origin ? cell.text.replace(/\n/g, ' ') : '')).join('\t'),
          ),
      }),
      '.txt',
    ),
};

export const tabCarriers: Carrier[] = [
  wordCarrier('tab-word', { blank: '', breakLabels: false, bookmark: false }),
  wordCarrier('tab-word-nbsp', { blank: '\u00a0', breakLabels: false, bookmark: true }),
  wordCarrier('tab-word-broken-labels', { blank: '\u00a0', breakLabels: true, bookmark: true }),
  tsvCarrier,
];
