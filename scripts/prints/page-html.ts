import type { Page, PrintedBlock } from '../synthesise/printed.js';
import { escapeHtml } from '../synthesise/render/html.js';
import { blankBefore } from './break-at-row.js';
import { type DrawnCell, type DrawnTable, drawSpans } from './draw-spans.js';
import { type PrintPlan, paperSizes } from './print-plan.js';

const borderCss: Record<PrintPlan['border'], string> = {
  solid: 'td { border: 0.5pt solid #000 }',
  double: 'td { border: 3pt double #000 }',
  dashed: 'td { border: 0.75pt dashed #000 }',
  dotted: 'td { border: 1pt dotted #000 }',
  coloured: 'td { border: 0.75pt solid #9dc3e6 }',
  thick: 'table { border: 2.25pt solid #000 } td { border: 1.5pt solid #333 }',
  background:
    'table { border-collapse: separate; border-spacing: 0.75pt; background: #000 } td { background: #fff }',
  shaded: 'td { border: 0.5pt solid #000 } tr:nth-child(odd) td { background: #dde8f4 }',
  horizontal: 'td { border-top: 0.5pt solid #000; border-bottom: 0.5pt solid #000 }',
  vertical:
    'table { border: 0.75pt solid #000 } td { border-left: 0.5pt solid #000; border-right: 0.5pt solid #000 } .head td, .title { border-bottom: 0.5pt solid #000 }',
  none: '',
  zebra: 'tr:nth-child(even) td { background: #eef3ea }',
};

const styleOf = (plan: PrintPlan): string => {
  const [width, height] = paperSizes[plan.paper];
  return `@page { size: ${width}pt ${height}pt; margin: ${plan.margin}pt }
* { font-family: "${plan.font}", "Noto Sans CJK SC"; font-weight: 400; -webkit-print-color-adjust: exact }
body { margin: 0; font-size: ${plan.textSize}pt; line-height: 1.5 }
h1, .byline { text-align: center } h1, h2, h3, p { margin: 0.3em 0; font-size: inherit } p { text-indent: 2em; text-align: justify }
h1 { font-size: ${plan.textSize * 1.4}pt } h2 { break-after: avoid }
.columns { column-count: ${plan.proseColumns}; column-gap: 2em }
table { width: 100%; border-collapse: collapse; font-size: ${plan.tableSize}pt; line-height: 1.35; margin-bottom: 1em${plan.isNarrow ? '; table-layout: fixed' : ''} }
tr { break-inside: ${plan.cutsRows ? 'auto' : 'avoid'} }
td { padding: 1.5pt 3pt; text-align: center; vertical-align: ${plan.align}${plan.isNarrow ? '; overflow-wrap: anywhere' : ''} }
${borderCss[plan.border]}`;
};

const cellHtml = ({ text, rowSpan, colSpan, open }: DrawnCell): string => {
  const spans = `${colSpan > 1 ? ` colspan="${colSpan}"` : ''}${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}`;
  const style = open.map((side) => `border-${side}-style: hidden`).join('; ');
  return `<td${spans}${style ? ` style="${style}"` : ''}>${escapeHtml(text).replace(/\n/g, '<br>')}</td>`;
};

const rowsHtml = (rows: DrawnCell[][]): string =>
  rows.map((row) => `<tr>${row.map(cellHtml).join('')}</tr>`).join('\n');

const tableHtml = ({ rows, headRows, widths }: DrawnTable, plan: PrintPlan): string => {
  const sum = widths.reduce((total, width) => total + width, 0);
  const columns = widths.map((width) => `<col style="width: ${((100 * width) / sum).toFixed(2)}%">`).join('');
  const tag = plan.repeatsHeads ? 'thead' : 'tbody';
  const head = headRows > 0 ? `<${tag} class="head">${rowsHtml(rows.slice(0, headRows))}</${tag}>` : '';
  return `<table><colgroup>${columns}</colgroup>${head}<tbody>${rowsHtml(rows.slice(headRows))}</tbody></table>`;
};

const textHtml = (block: Exclude<PrintedBlock, { kind: 'table' | 'hidden' }>): string => {
  const text = escapeHtml(block.text);
  if (block.kind === 'title') return `<h1>${text}</h1>`;
  if (block.kind === 'heading') return `<h${block.level + 1}>${text}</h${block.level + 1}>`;
  return block.kind === 'byline' ? `<div class="byline">${text}</div>` : `<p>${text}</p>`;
};

/** A page as HTML for a printer. The text between tables is set in as many columns as planned. */
export function pageHtml(page: Page, plan: PrintPlan): string {
  const parts: string[] = [];
  let prose: string[] = [];
  const flush = (): void => {
    if (prose.length > 0) parts.push(`<div class="columns">${prose.join('\n')}</div>`);
    prose = [];
  };
  page.blocks.forEach((block, index) => {
    const next = page.blocks[index + 1];
    if (block.kind === 'hidden') return;
    if (block.kind === 'table') {
      flush();
      const blank =
        block.table.id === 'applications'
          ? `<div style="height: ${blankBefore(block.table, plan).toFixed(2)}pt"></div>`
          : '';
      parts.push(`${blank}${tableHtml(drawSpans(narrowed(block.table, plan), plan.spans), plan)}`);
    } else if (block.kind === 'title' || block.kind === 'heading') {
      flush();
      const startsPage = next?.kind === 'table' && next.table.id === 'applications';
      parts.push(`<div${startsPage ? ' style="break-before: page"' : ''}>${textHtml(block)}</div>`);
    } else prose.push(textHtml(block));
  });
  flush();
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><style>${styleOf(plan)}</style></head><body>${parts.join('\n')}</body></html>`;
}

/** The share of the width that labels take where figures are to be squeezed. */
const NARROW_FIGURE = 0.62;

/** Narrow columns: figures get too little width, and the labels what they lose. */
export const narrowed = <T extends { widths: number[]; id: string }>(table: T, plan: PrintPlan): T => {
  if (!plan.isNarrow || table.id === 'review') return table;
  const labels = table.id === 'applications' ? 3 : 1;
  return {
    ...table,
    widths: table.widths.map((width, index) => (index < labels ? width : width * NARROW_FIGURE)),
  };
};

/** Running header and footer for Chromium, or none. */
export const furnitureHtml = ({ furniture, margin }: PrintPlan, title: string) => {
  const line = (inner: string): string =>
    `<div style="font-size: 8pt; width: 100%; text-align: center; margin: 0 ${margin}pt">${inner}</div>`;
  const number = '<span class="pageNumber"></span>';
  return {
    headerTemplate: line(furniture === 'running' ? escapeHtml(title) : ''),
    footerTemplate: line(
      furniture === 'counted'
        ? `第 ${number} 页 共 <span class="totalPages"></span> 页`
        : furniture === 'running'
          ? `— ${number} —`
          : number,
    ),
  };
};
