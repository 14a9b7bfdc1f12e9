import { stripMarkup } from './strip-markup.js';
import { type TextBlock, type TextTable, tableOfGrid } from './text-table.js';

/** Blocks of a text without the marks inside their lines. What has none stays as it is. */
export function unmarkBlocks(blocks: readonly TextBlock[]): TextBlock[] {
  return blocks.flatMap((block): TextBlock[] => {
    if (block.kind === 'paragraph') {
      const text = stripMarkup(block.text).trim();
      return text === '' ? [] : [{ ...block, text }];
    }
    if (block.kind === 'island') return [block];
    return [unmarkTable(block.kind === 'grid' ? tableOfGrid(block) : block)];
  });
}

/** A tag may go on over the lines of a cell. */
function unmarkTable(table: TextTable): TextTable {
  const cells = table.cells.map((cell) => {
    const whole = cell.pieces.map(({ text }) => text).join('\n');
    const plain = stripMarkup(whole);
    if (plain === whole) return cell;
    const lines = plain.split('\n');
    if (lines.length === cell.pieces.length)
      return { ...cell, pieces: cell.pieces.map((piece, i) => ({ ...piece, text: lines[i]! })) };
    const [first, last] = [cell.pieces[0]!, cell.pieces.at(-1)!];
    return { ...cell, pieces: [{ text: plain, start: first.start, end: last.end }] };
  });
  return { ...table, cells };
}
