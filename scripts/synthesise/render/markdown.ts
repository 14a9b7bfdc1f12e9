import { type PrintedTable, unfoldTable } from '../printed.js';
import type { Carrier } from './rendering.js';
import { asUtf8, textPage } from './text-page.js';

/** GitHub tables have no spans: converters leave covered places empty or print the text again. */
const markdownTable = (table: PrintedTable, repeat: boolean): string[] => {
  const texts = unfoldTable(table).map((row) =>
    row.map(({ cell, origin }) => (origin || repeat ? cell.text.replace(/\n/g, '<br>') : '')),
  );
  const line = (row: string[]): string => `| ${row.join(' | ')} |`;
  const [head = [], ...body] = texts;
  return ['', line(head), line(head.map(() => '---')), ...body.map(line), ''];
};

const markdownCarrier = (name: string, repeat: boolean): Carrier => ({
  name,
  carrier: 'markdown',
  covered: repeat ? 'repeated' : 'empty',
  render: (page) =>
    asUtf8(
      textPage(page, {
        table: (table) => markdownTable(table, repeat),
        heading: (level) => `${'#'.repeat(level + 1)} `,
        separator: '\n\n',
      }).replace(/\|\n\n(?=\|)/g, '|\n'),
      '.md',
    ),
});

export const markdownCarriers = [
  markdownCarrier('markdown-blank-spans', false),
  markdownCarrier('markdown-repeated-spans', true),
];
