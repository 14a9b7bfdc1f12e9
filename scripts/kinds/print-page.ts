import type { Page, PageBlock } from './page.js';

/** The carriers in which a page is drawn. */
export const pageCarriers = ['txt', 'md', 'html'] as const;
export type PageCarrier = (typeof pageCarriers)[number];

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const isLine = (block: PageBlock): block is string => typeof block === 'string';

const printText = (block: PageBlock): string =>
  isLine(block)
    ? block.replace(/^#+ /, '').replaceAll('**', '')
    : block.map((row) => row.join('\t')).join('\n');

function printMarkdown(block: PageBlock): string {
  if (isLine(block)) return `${block}\n`;
  const width = Math.max(...block.map(({ length }) => length));
  const row = (cells: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, at) => cells[at] ?? '').join(' | ')} |`;
  return `${[row(block[0]!), row(Array.from({ length: width }, () => '---')), ...block.slice(1).map(row)].join('\n')}\n`;
}

function printHtml(block: PageBlock): string {
  if (!isLine(block)) {
    const rows = block.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`);
    return `<table border="1">${rows.join('')}</table>`;
  }
  if (block.startsWith('# ')) return `<h1>${escaped(block.slice(2))}</h1>`;
  return `<p>${escaped(block).replace(/\*\*(.+?)\*\*/g, '<b>$1</b>')}</p>`;
}

const metadataOf = ({ metadata = {} }: Page): string =>
  Object.entries(metadata)
    .map(([name, content]) => `<meta name="${name}" content="${escaped(content)}">`)
    .join('');

/** A page as a scraper brings it home in one carrier. */
export function printPage(page: Page, carrier: PageCarrier): string {
  if (carrier === 'txt') return page.blocks.map(printText).join('\n');
  if (carrier === 'md') return page.blocks.map(printMarkdown).join('\n');
  return `<html><head><meta charset="utf-8">${metadataOf(page)}</head><body>${page.blocks.map(printHtml).join('\n')}</body></html>`;
}
