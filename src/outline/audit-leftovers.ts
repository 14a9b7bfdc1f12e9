import { type Issue, issue } from '../model/issue.js';
import type { Block, Grid, GridCell } from '../model/parsed-document.js';
import { rangeTest, type TextRange } from '../tables/table-fit.js';
import { parseCell } from '../words/parse-cell.js';

/** Numbers of a leftover table that its issue names. */
const NAMED_MAX = 8;

/**
 * Every printed table is used or reported: names the tables, and the parts of tables, whose numbers no table of a form
 * took. Two numbers make a table worth naming; a lone one is a page's counter or date.
 */
export function auditLeftovers(blocks: Block[], used: TextRange[]): Issue[] {
  const isUsed = rangeTest(used);
  return blocks.flatMap((block, index) => {
    if (block.kind !== 'grid') return [];
    const left = block.cells.filter(
      (cell) => parseCell(cell.text).kind === 'number' && !isUsed(cell.start, cell.end),
    );
    if (left.length < 2) return [];
    const numbers = left.slice(0, NAMED_MAX).map((cell) => cell.text.trim());
    const more = left.length > NAMED_MAX ? ` and ${left.length - NAMED_MAX} more` : '';
    const message = `a table (${nameOf(block)}) holds numbers that no form takes: ${numbers.join(', ')}${more}`;
    const at = { block: index, start: block.start, end: block.end };
    return [issue('leftover-table', message, { at })];
  });
}

/** The first words that stand in a table. */
function nameOf(grid: Grid): string {
  const label = grid.cells.find((cell: GridCell) => parseCell(cell.text).kind === 'text');
  return (label?.text ?? 'without labels').replace(/\s+/gu, ' ').slice(0, 30);
}
