import type { Page, PrintedBlock, PrintedTable } from '../printed.js';
import type { Rendered } from './rendering.js';

export interface TextOptions {
  /** The lines of one table. */
  table: (table: PrintedTable) => string[];
  /** Between two lines of the page. */
  separator?: string;
  /** Printed before headings of level 1 and 2 and the title. */
  heading?: (level: 0 | 1 | 2) => string;
}

const blockLines = (block: PrintedBlock, options: TextOptions): string[] => {
  if (block.kind === 'table') return options.table(block.table);
  if (block.kind === 'hidden') return [];
  const level = block.kind === 'title' ? 0 : block.kind === 'heading' ? block.level : null;
  return [`${level === null ? '' : (options.heading?.(level) ?? '')}${block.text}`];
};

/** The page as flat text; only the drawing of tables differs from carrier to carrier. */
export const textPage = (page: Page, options: TextOptions): string =>
  page.blocks.flatMap((block) => blockLines(block, options)).join(options.separator ?? '\n');

export const asUtf8 = (text: string, suffix: string): Rendered => ({
  bytes: new TextEncoder().encode(text),
  suffix,
});
