import { type PrintedTable, unfoldTable } from '../printed.js';
import type { Carrier } from './rendering.js';
import { asUtf8, textPage } from './text-page.js';

/** The texts of a row without the covered places, and whether a parent from above is missing before them. */
interface PipeRow {
  texts: string[];
  continued: boolean;
}

const pipeRows = (table: PrintedTable): PipeRow[] =>
  unfoldTable(table).map((row) => ({
    texts: row.filter((place) => place.origin).map((place) => place.cell.text.replace(/\n/g, ' ')),
    continued: row[0]?.origin === false,
  }));

const joined = (texts: string[]): string => `${texts.join(' | ')} |`;

/** Name -> how a row becomes lines. The pictures show `label`, 4, a blank and 4. */
const variants: Record<string, (row: PipeRow) => string[]> = {
  // label | 4 |  | 4 |
  'pipe-trailing': ({ texts }) => [joined(texts)],
  // label | 4 | | 4 |
  'pipe-one-blank': ({ texts }) => [joined(texts).replace(/\| +(?=\|)/g, '| ')],
  // label | 4 || 4 |
  'pipe-tight-blanks': ({ texts }) => [joined(texts).replace(/\| +(?=\|)/g, '|')],
  // | label | 4 | | 4 |
  'pipe-leading': ({ texts }) => [`| ${joined(texts)}`],
  // Only rows under a merged parent start with a pipe.
  'pipe-continuation-leading': ({ texts, continued }) => [continued ? `| ${joined(texts)}` : joined(texts)],
  // label |
  // 4 |
  'pipe-cell-a-line': ({ texts }) => texts.map((text) => `${text} |`),
  // label
  // |
  // 4
  'pipe-bare-between': ({ texts }) => [...texts.flatMap((text) => (text === '' ? ['|'] : [text, '|'])), ''],
  // label | 4 |
  // | 4 |
  'pipe-broken-at-blanks': ({ texts }) =>
    joined(texts.map((text) => (text === '' ? '\n' : text)))
      .replace(/ ?\n ?/g, '\n')
      .split('\n')
      .filter((line) => line !== ''),
};

export const pipeCarriers: Carrier[] = Object.entries(variants).map(([name, rowLines]) => ({
  name,
  carrier: 'pipe',
  render: (page) => asUtf8(textPage(page, { table: (table) => pipeRows(table).flatMap(rowLines) }), '.txt'),
}));
