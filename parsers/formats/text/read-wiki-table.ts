import type { Line } from './lines.js';
import { type TextCell, type TextTable, textTable } from './text-table.js';

/**
 * Tables of MediaWiki:
 *
 *   {| class="wikitable"
 *   ! 信息内容 !! 制发数
 *   |-
 *   |rowspan="2"| 规章
 *   | 0 || 8
 *   |}
 */

const OPENS = /^[:*\s]*\{\|/u;
const CLOSES = /^\s*\|\}/u;
const ROW = /^\s*\|-/u;
const CAPTION = /^\s*\|\+/u;
const CELL = /^\s*[|!]/u;
/** Attributes before the text of a cell end in a pipe: |colspan="2" width="10%"| 总计 */
const ATTRIBUTES = /^(?:\s*[a-z-]+\s*=\s*(?:"[^"|]*"|'[^'|]*'|[^\s|"']+))+\s*\|(?!\|)/iu;
const SPAN = (name: string) => new RegExp(`${name}\\s*=\\s*["']?(\\d{1,3})`, 'iu');
const SPAN_MAX = 200;

const opensWikiTable = ({ text }: Line): boolean => OPENS.test(text);

/** Where the table that begins at `from` ends, tables in its cells included; `from` itself where it is never closed. */
export function wikiTableEnd(lines: readonly Line[], from: number): number {
  let depth = 0;
  for (let i = from; i < lines.length; i++) {
    if (opensWikiTable(lines[i]!)) depth++;
    else if (CLOSES.test(lines[i]!.text) && --depth === 0) return i + 1;
  }
  return from;
}

export function readWikiTable(lines: readonly Line[]): TextTable | null {
  const cells: TextCell[] = [];
  /** How far down each column is taken by a cell that spans rows. */
  const takenTo: number[] = [];
  let row = 0;
  let column = 0;
  let depth = 0;
  const open = (piece: Line) => {
    const attributes = ATTRIBUTES.exec(piece.text)?.[0] ?? '';
    const span = (name: string) => Math.min(SPAN_MAX, Number(SPAN(name).exec(attributes)?.[1] ?? 1) || 1);
    while ((takenTo[column] ?? 0) > row) column++;
    const [rowSpan, colSpan] = [span('rowspan'), span('colspan')];
    for (let i = column; i < column + colSpan; i++) takenTo[i] = row + rowSpan;
    const text = {
      ...piece,
      text: piece.text.slice(attributes.length),
      start: piece.start + attributes.length,
    };
    cells.push({ row, column, rowSpan, colSpan, pieces: [text] });
    column += colSpan;
  };
  for (const line of lines.slice(1, -1)) {
    const isInner = depth > 0;
    if (opensWikiTable(line)) depth++;
    else if (isInner && CLOSES.test(line.text)) depth--;
    if (isInner || depth > 0) cells.at(-1)?.pieces.push(line);
    else if (ROW.test(line.text)) {
      if (column > 0) row++;
      column = 0;
    } else if (CAPTION.test(line.text)) cells.at(-1)?.pieces.push(line);
    else if (CELL.test(line.text)) for (const piece of piecesOf(line)) open(piece);
    else cells.at(-1)?.pieces.push(line);
  }
  return cells.length === 0 ? null : textTable(cells, lines);
}

/** The cells that stand on one line: | 0 || 8, and ! 信息内容 !! 制发数. */
function piecesOf({ text, start }: Line): Line[] {
  const mark = text.search(/[|!]/u);
  const separator = text[mark] === '!' ? /!!|\|\|/gu : /\|\|/gu;
  const pieces: Line[] = [];
  let from = mark + 1;
  for (const match of text.slice(from).matchAll(separator)) {
    const to = mark + 1 + match.index;
    pieces.push({ text: text.slice(from, to), start: start + from, end: start + to });
    from = to + match[0].length;
  }
  return [...pieces, { text: text.slice(from), start: start + from, end: start + text.length }];
}
