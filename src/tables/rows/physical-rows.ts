import type { Block, Grid, GridCell, ParsedDocument, Place } from '../../model/parsed-document.js';
import { FILLER_WORDS } from '../../words/filler-words.js';
import { largest } from '../../words/largest.js';
import { parseCell } from '../../words/parse-cell.js';
import type { PhysicalRow, Token } from '../token.js';
import { foldCopies } from './fold-copies.js';
import { liftLabelHeads } from './lift-label-heads.js';
import { partCells } from './part-cells.js';
import { rowsOfGrid } from './rows-of-grid.js';
import { splitAtLabels } from './split-at-labels.js';
import { textRows } from './text-rows.js';
import { withoutPageNumbers } from './without-page-numbers.js';

/** Turns every block into rows of labels and values, in reading order. */
export function physicalRows(blocks: Block[], recognition?: ParsedDocument['recognition']): PhysicalRow[] {
  const printed = blocks.flatMap((block, index) => {
    if (block.kind === 'paragraph') return textRows(block.text, block, index, LINE_LENGTH_MAX);
    const grid = foldCopies(block);
    return grid.layout === 'rectangle' ? rectangleRows(grid, index) : raggedRows(grid, index);
  });
  const rows = withoutPageNumbers(printed);
  if (!recognition) return rows;
  const isRecognised = ({ labels }: PhysicalRow) =>
    labels.some(({ place }) => recognition(place.start, place.end) !== null);
  return rows.map((row) => (isRecognised(row) ? { ...row, isRecognised: true } : row));
}

/** A longer line is running text. */
const LINE_LENGTH_MAX = 120;

/** No label is written like this: a misread digit (I, l, O), or digits with something between them. */
const BROKEN_VALUE = /^(?:[A-Za-z|!?.,'`°]{1,2}|[-+]?\d[\dA-Za-z\s.,|!?-]{0,11}|[A-Za-z|]\d{1,6})$/u;

/** Characters that could not be read, or dirt beside a figure: no label is written without a letter. */
const DIRTY_VALUE = /^(?=.*[\d\ufffc\ufffd])[\d\ufffc\ufffd\s.,'"`°|!?+\-—–·*]{1,14}$/u;

/** @param isAlone no other cell stands in its row: a cell a line, and its column says nothing */
function cellToken(
  cell: Pick<GridCell, 'text' | 'row' | 'column' | 'colSpan'> & Place,
  block: number,
  isRectangle: boolean,
  isAlone = false,
): Token {
  const kind = { blank: 'blank', text: 'label', number: 'value', placeholder: 'value' } as const;
  const text = cell.text.trim();
  const reading = FILLER.test(text) ? 'blank' : parseCell(cell.text).kind;
  const isBroken =
    reading === 'text' && (cell.column > 0 || isAlone) && (BROKEN_VALUE.test(text) || DIRTY_VALUE.test(text));
  const position = isRectangle ? { row: cell.row, column: cell.column, colSpan: cell.colSpan } : {};
  return { kind: isBroken ? 'value' : kind[reading], text: cell.text, place: cell, block, ...position };
}

/**
 * In a rectangle the columns left of the first value column hold labels, the others values:
 * words that stand in a value column of a row with numbers are an unreadable value, not a label.
 */
function rectangleRows(grid: Grid, block: number): PhysicalRow[] {
  const rows = liftLabelHeads(rowsOfGrid(grid))
    .flatMap(partCells)
    .map((cells) => cells.map((cell) => cellToken(cell, block, true)));
  spreadDown(rows, grid);
  const firstValue = firstValueColumn(rows);
  const isShort = (count: number) => count < usualCount(rows);
  return rows.flatMap((tokens, row) => {
    const values = tokens.filter((t) => t.kind === 'value');
    const words = tokens.filter((t) => t.kind === 'label' && t.column! >= firstValue);
    for (const word of values.length > 0 && words.length <= values.length ? words : []) {
      if (word.column! > values[0]!.column! || isShort(values.length)) word.kind = 'value';
    }
    const [lone] = words;
    if (lone && isLoneFigure(lone, tokens, firstValue)) {
      lone.kind = 'value';
      values.push(lone);
      words.length = 0;
    }
    // Labels over the value columns, with empty cells where they span: a heading, whatever its form lost.
    if (values.length === 0 && words.length > 0 && tokens.filter((t) => t.kind === 'label').length > 1) {
      return [
        { form: 'rectangle', block, row, labels: tokens.filter((t) => t.kind === 'label'), values: [] },
      ];
    }
    const isLabelArea = (t: Token) => t.kind === 'blank' && t.column! < firstValue;
    const end = largest(tokens.map((t) => t.column! + t.colSpan!));
    return counted(splitAtLabels(tokens, 'rectangle', block, row, isLabelArea), end);
  });
}

/** No value, or the name of a column that has none. */
const FILLER = new RegExp(`^(?:${FILLER_WORDS}|NULL|Unnamed: \\d{1,3}(?:_level_\\d)?)$`, 'u');

/**
 * A figure in a cell that reaches over several rows with labels of their own is the figure of none of them for certain; it stands
 * in each as shared.
 */
function spreadDown(rows: Token[][], grid: Grid): void {
  const tall = grid.cells.filter(({ text, rowSpan }) => rowSpan > 1 && parseCell(text).kind === 'number');
  if (tall.length === 0) return;
  const printed = new Map(
    rows
      .flatMap((tokens, at) => tokens.map((token) => [token.place.start, { token, at }] as const))
      .reverse(),
  );
  for (const { row, column, rowSpan, start } of tall) {
    const found = printed.get(start);
    if (!found || !hasLabel(rows[found.at]!, row, column)) continue;
    const { token, at } = found;
    for (let next = at + 1; next < rows.length; next++) {
      const below = rows[next]!;
      const own = below[0]?.row ?? Number.POSITIVE_INFINITY;
      if (own >= row + rowSpan) break;
      if (!hasLabel(below, own, column)) continue;
      token.isShared = true;
      const place = below.findIndex((other) => other.column! > column);
      below.splice(place < 0 ? below.length : place, 0, { ...token, row: own });
    }
  }
}

/** Words with digits where the table has its values, alone behind the label of a row: its figure, though nobody understands it. */
function isLoneFigure(word: Token, tokens: readonly Token[], firstValue: number): boolean {
  const [label, other, another] = tokens.filter(({ kind }) => kind !== 'blank');
  if (other !== word || another !== undefined || firstValue === 0 || word.column! < firstValue) return false;
  return !/\d/u.test(label!.text) && LONE_FIGURE.test(word.text.trim());
}

/** 约4526件, 4526件次（含变更）, and no year. */
const LONE_FIGURE = /^(?!.*(?:19|20)\d{2}\s*年)[^\d。]{0,8}\d[\d,.]*[^\d。]{0,12}$/u;

const hasLabel = (tokens: readonly Token[], row: number, column: number): boolean =>
  tokens.some((token) => token.kind === 'label' && token.row === row && token.column! < column);

/**
 * How many numbers most rows hold. Words left of all numbers are an unreadable value where the row is short of one, and
 * a label that stands one column further in than the others where it is not.
 */
function usualCount(rows: Token[][]): number {
  const votes = new Map<number, number>();
  for (const tokens of rows) {
    const count = tokens.filter((t) => t.kind === 'value').length;
    if (count > 0) votes.set(count, (votes.get(count) ?? 0) + 1);
  }
  let best = 0;
  for (const [count, rowCount] of votes) if (rowCount > (votes.get(best) ?? 0)) best = count;
  return best;
}

/** The column at which values begin in most rows that hold a label and a value; 0 where no row tells. */
function firstValueColumn(rows: Token[][]): number {
  const votes = new Map<number, number>();
  for (const tokens of rows) {
    const first = tokens.find((t) => t.kind === 'value');
    const label = tokens.filter((t) => t.kind === 'label' && t.column! < (first?.column ?? 0)).at(-1);
    if (!first || !label) continue;
    const column = label.column! + label.colSpan!;
    votes.set(column, (votes.get(column) ?? 0) + 1);
  }
  let best = 0;
  for (const [column, count] of votes) if (count > (votes.get(best) ?? 0)) best = column;
  return best;
}

function raggedRows(grid: Grid, block: number): PhysicalRow[] {
  return rowsOfGrid(grid).flatMap((cells, row) => {
    const tokens = cells.map((cell) => cellToken(cell, block, false, cells.length === 1));
    return counted(splitAtLabels(tokens, 'ragged', block, row), cells.length);
  });
}

/** Notes the cells of a row that holds one label and its values; of a row that was cut in two they say nothing. */
const counted = (rows: PhysicalRow[], cellCount: number): PhysicalRow[] =>
  rows.length === 1 ? [{ ...rows[0]!, cellCount }] : rows;
