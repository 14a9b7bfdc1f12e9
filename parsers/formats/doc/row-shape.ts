import type { EdgedCell } from '../office-html/place-by-edges.js';
import { SPRM, type Sprm, signedAt } from './sprms.js';

/** One cell of a row as it is drawn; places in twips (1/1440 inch) from the left margin. */
export interface CellShape {
  left: number;
  right: number;
  /** Belongs with its left neighbour: only the first cell of such a set shows its text. */
  joined: boolean;
  vertical: EdgedCell['vertical'];
}

interface RawCell {
  width: number;
  /** 0: stands alone. Word and its description disagree on which of 1 and 2 begins a set; the first one met does. */
  horizontal: number;
  vertical: CellShape['vertical'];
}

interface RawRow {
  left: number;
  cells: RawCell[];
}

const CELL_BYTES = 20;
const CELLS_MAX = 64;
const FLAG = { horizontal: 0x03, verticalMerge: 0x20, verticalStart: 0x40 } as const;

const verticalOf = (merged: boolean, starts: boolean): CellShape['vertical'] =>
  merged ? (starts ? 'first' : 'continued') : 'none';

/** A row's definition: the number of cells, the edges between them, and flags of each. Flags may be cut off at the end. */
function readDefinition(operand: Uint8Array): RawRow {
  const count = Math.min(operand[0] ?? 0, CELLS_MAX);
  const edges = Array.from({ length: count + 1 }, (_, index) => signedAt(operand, 1 + 2 * index, 2));
  const flagsStart = 1 + 2 * (count + 1);
  return {
    left: edges[0] ?? 0,
    cells: Array.from({ length: count }, (_, index) => {
      const at = flagsStart + CELL_BYTES * index;
      const flags = at < operand.length ? operand[at]! : 0;
      return {
        width: edges[index + 1]! - edges[index]!,
        horizontal: flags & FLAG.horizontal,
        vertical: verticalOf((flags & FLAG.verticalMerge) !== 0, (flags & FLAG.verticalStart) !== 0),
      };
    }),
  };
}

/** Cells [first, end) that a change names. */
const named = (row: RawRow, operand: Uint8Array): RawCell[] => row.cells.slice(operand[0], operand[1]);

/** Changes that stand after a row's definition, as Word leaves them when a table was edited. */
const changes: Record<number, (row: RawRow, operand: Uint8Array) => void> = {
  [SPRM.rowInsert]: (row, operand) => {
    const count = Math.min(operand[1] ?? 0, CELLS_MAX - row.cells.length);
    const width = signedAt(operand, 2, 2);
    const added = Array.from({ length: Math.max(count, 0) }, (): RawCell => {
      return { width, horizontal: 0, vertical: 'none' };
    });
    row.cells.splice(Math.min(operand[0] ?? 0, row.cells.length), 0, ...added);
  },
  [SPRM.rowDelete]: (row, operand) => {
    row.cells = row.cells.filter((_, index) => index < operand[0]! || index >= operand[1]!);
  },
  [SPRM.rowWidth]: (row, operand) => {
    for (const cell of named(row, operand)) cell.width = signedAt(operand, 2, 2);
  },
  [SPRM.rowMerge]: (row, operand) => {
    named(row, operand).forEach((cell, index) => {
      cell.horizontal = index === 0 ? 1 : 2;
    });
  },
  [SPRM.rowSplit]: (row, operand) => {
    for (const cell of named(row, operand)) cell.horizontal = 0;
  },
  [SPRM.rowVerticalMerge]: (row, operand) => {
    const cell = row.cells[operand[0] ?? CELLS_MAX];
    if (cell) cell.vertical = verticalOf((operand[1]! & 1) !== 0, (operand[1]! & 2) !== 0);
  },
};

function drawCells(row: RawRow): CellShape[] {
  let at = row.left;
  /** What a set of merged cells began with. */
  let first = 0;
  return row.cells.map(({ width, horizontal, vertical }) => {
    const joined = horizontal !== 0 && first !== 0 && horizontal !== first;
    if (horizontal === 0) first = 0;
    else if (first === 0) first = horizontal;
    const left = at;
    at += Math.max(width, 0);
    return { left, right: at, joined, vertical };
  });
}

/** How the cells of a row stand, from the properties of its end mark; null where these don't define a row. */
export function rowShape(sprms: readonly Sprm[]): CellShape[] | null {
  let row: RawRow | null = null;
  for (const { code, operand } of sprms) {
    if (code === SPRM.rowDefinition) row = readDefinition(operand);
    else if (row !== null) changes[code]?.(row, operand);
  }
  return row === null ? null : drawCells(row);
}
