import type { Page, PrintedBlock, PrintedTable } from '../synthesise/printed.js';
import { escapeHtml } from '../synthesise/render/html.js';
import type { PrintLook } from './plan-scan.js';

const styleOf = ({ fonts, textSize, tableSize, margin, line }: PrintLook): string => `
@page { size: A4; margin: ${margin}pt }
* { font-family: ${fonts.map((font) => `"${font}"`).join(', ')}, sans-serif }
body { margin: 0; font-size: ${textSize}pt; line-height: 1.6 }
h1 { font-size: ${textSize + 6}pt; text-align: center; margin: 0 0 0.6em }
h2, h3, p { font-size: inherit; margin: 0.2em 0; text-indent: 2em; text-align: justify }
h2 { break-after: avoid }
.byline { text-align: center }
.signature { text-align: right; padding-right: 3em; margin: 1.5em 0; break-inside: avoid }
table { width: 100%; border-collapse: collapse; table-layout: fixed; font-size: ${tableSize}pt; line-height: 1.25; margin: 0.4em 0 0.8em }
td:not([rowspan]) { break-inside: avoid }
td { border: ${line}pt solid #000; padding: 1.5pt 2pt; text-align: center; overflow-wrap: anywhere }`;

const tableHtml = ({ rows, widths }: PrintedTable): string => {
  const sum = widths.reduce((total, width) => total + width, 0);
  const columns = widths.map((width) => `<col style="width: ${((100 * width) / sum).toFixed(2)}%">`);
  const lines = rows.map((row) => {
    const cells = row.map(({ text, rowSpan, colSpan }) => {
      const spans = `${colSpan > 1 ? ` colspan="${colSpan}"` : ''}${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}`;
      return `<td${spans}>${escapeHtml(text).replace(/\n/g, '<br>')}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<table><colgroup>${columns.join('')}</colgroup>${lines.join('\n')}</table>`;
};

const blockHtml = (block: PrintedBlock): string => {
  if (block.kind === 'hidden') return '';
  if (block.kind === 'table') return tableHtml(block.table);
  const text = escapeHtml(block.text);
  if (block.kind === 'title') return `<h1>${text}</h1>`;
  if (block.kind === 'heading') return `<h${block.level + 1}>${text}</h${block.level + 1}>`;
  return `<p${block.kind === 'byline' ? ' class="byline"' : ''}>${text}</p>`;
};

/**
 * A report as HTML for a printer.
 * @param signature lines at the end, under the seal; without any, there is no seal
 */
export function reportHtml(page: Page, look: PrintLook, signature: readonly string[]): string {
  const body = page.blocks.map(blockHtml).join('\n');
  const lines = signature.map((line) => `<div>${escapeHtml(line)}</div>`).join('');
  const end = lines ? `<div class="signature">${lines}</div>` : '';
  return `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><style>${styleOf(look)}</style></head><body>${body}${end}</body></html>`;
}
