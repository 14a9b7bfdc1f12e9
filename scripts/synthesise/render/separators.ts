import type { PrintedTable } from '../printed.js';
import { unfoldTable } from '../printed.js';
import type { Carrier } from './rendering.js';
import { asUtf8, textPage } from './text-page.js';

/** The texts that start in each row; a blank cell is ''. */
const rowTexts = (table: PrintedTable): string[][] =>
  unfoldTable(table).map((row) =>
    row.filter((place) => place.origin).map(({ cell }) => cell.text.replace(/\n/g, '')),
  );

/** A blank cell leaves no trace in these forms. */
const printedTexts = (table: PrintedTable): string[][] =>
  rowTexts(table).map((texts) => texts.filter((text) => text !== ''));

/**
 * Carriers that keep only a separator of the table:
 * bare lines, single spaces, or nothing at all.
 */
export const separatorCarriers: Carrier[] = [
  {
    name: 'lines',
    carrier: 'lines',
    render: (page) =>
      asUtf8(textPage(page, { table: (table) => printedTexts(table).flat(), separator: '\n\n' }), '.txt'),
  },
  {
    // A blank cell is still a line: the gap is one line wider.
    name: 'lines-with-gaps',
    carrier: 'lines',
    render: (page) =>
      asUtf8(textPage(page, { table: (table) => rowTexts(table).flat(), separator: '\n\n' }), '.txt'),
  },
  {
    name: 'spaces',
    carrier: 'spaces',
    render: (page) =>
      asUtf8(textPage(page, { table: (table) => printedTexts(table).map((row) => row.join(' ')) }), '.txt'),
  },
  {
    name: 'spaces-one-line',
    carrier: 'spaces',
    render: (page) =>
      asUtf8(textPage(page, { table: (table) => printedTexts(table).flat(), separator: ' ' }), '.txt'),
  },
  {
    name: 'glued',
    carrier: 'glued',
    render: (page) =>
      asUtf8(textPage(page, { table: (table) => [printedTexts(table).flat().join('')] }), '.txt'),
  },
  {
    name: 'glued-rows',
    carrier: 'glued',
    render: (page) =>
      asUtf8(
        textPage(page, { table: (table) => printedTexts(table).map((row) => row.join('')), separator: ' ' }),
        '.txt',
      ),
  },
];
