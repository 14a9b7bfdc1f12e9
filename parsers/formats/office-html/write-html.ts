import { LOOK_TAGS, NOTHING_PRINTED } from './look-tags.js';
import type { OfficeBlock, OfficeCell, OfficeLook, OfficeParagraph, OfficeTable } from './office-block.js';

const REFERENCES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What XML and HTML have no character for. */
const CONTROLS = /[\0-\x08\x0b\x0c\x0e-\x1f]/g;

const escapeText = (text: string): string =>
  text
    .replace(CONTROLS, '')
    .replace(/[&<>"]/g, (char) => REFERENCES[char]!)
    .replaceAll('\n', '<br>');

function writeCell({ colSpan, rowSpan, blocks }: OfficeCell, parts: string[]): void {
  parts.push('<td');
  if (colSpan > 1) parts.push(` colspan="${colSpan}"`);
  if (rowSpan > 1) parts.push(` rowspan="${rowSpan}"`);
  parts.push('>');
  writeBlocks(blocks, parts);
  parts.push('</td>');
}

/** HTML has no column numbers: where no cell is, an empty one keeps the next ones in their columns. */
function writeTable({ rows }: OfficeTable, parts: string[]): void {
  /** Per column: index of the first row that no cell from above hangs into. */
  const freeFrom: number[] = [];
  parts.push('<table>');
  rows.forEach((cells, row) => {
    parts.push('<tr>');
    let column = 0;
    for (const cell of cells) {
      for (; column < cell.column; column++) {
        if ((freeFrom[column] ?? 0) <= row) parts.push('<td></td>');
      }
      writeCell(cell, parts);
      for (; column < cell.column + cell.colSpan; column++) freeFrom[column] = row + cell.rowSpan;
    }
    parts.push('</tr>');
  });
  parts.push('</table>');
}

const TAGS: Record<OfficeLook, string> = {
  ...LOOK_TAGS,
  struck: 's',
  raised: 'sup',
  several: LOOK_TAGS.turned,
};

/** The text of a paragraph, each of its looks as an element around it. */
function textOf({ text, runs }: OfficeParagraph): string {
  if (runs === undefined) return escapeText(text);
  return runs
    .map((run) => {
      const tags = run.looks.map((look) => TAGS[look]);
      const inside = run.text === '' && tags.length > 0 ? NOTHING_PRINTED : escapeText(run.text);
      const open = tags.map((tag) => `<${tag}>`).join('');
      const close = [...tags]
        .reverse()
        .map((tag) => `</${tag}>`)
        .join('');
      return `${open}${inside}${close}`;
    })
    .join('');
}

function writeBlocks(blocks: readonly OfficeBlock[], parts: string[]): void {
  for (const block of blocks) {
    if (block.kind === 'table') writeTable(block, parts);
    else if (block.kind === 'picture') parts.push(`<img src="${escapeText(block.src ?? '')}">`);
    else {
      const tag = block.headingLevel === undefined ? 'p' : `h${block.headingLevel}`;
      parts.push(`<${tag}>`, textOf(block), `</${tag}>`);
    }
  }
}

/** Writes blocks as HTML. Tables in cells are written by recursion: readers bound their depth. */
export function writeHtml(blocks: readonly OfficeBlock[]): string {
  const parts: string[] = [];
  writeBlocks(blocks, parts);
  return parts.join('');
}
