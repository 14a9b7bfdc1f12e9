import type { CellObject, Range, WorkSheet } from '@e965/xlsx';
import { UnreadableSourceError } from '../../../src/model/source.js';
import type { OfficeRun } from '../office-html/office-block.js';
import type { SheetLooks } from './cell-look.js';
import { shownText } from './shown-text.js';

/** A cell as it is shown, in rows and columns that are shown, from 0. */
export interface ShownCell {
  row: number;
  column: number;
  rowSpan: number;
  colSpan: number;
  text: string;
  /** The text in stretches, where they look different. */
  runs?: OfficeRun[];
}

interface ShownSheet {
  /** By row, then by column. Blank cells are among them where they are merged or drawn (with a border, a colour). */
  cells: ShownCell[];
  /** Texts in hidden rows and columns. */
  hidden: number;
  /** Texts beyond the rows and columns that are read. */
  beyond: number;
  /** The shown row at or below a row of the sheet. */
  shownRow(row: number): number;
}

/** Rows that are read of a sheet. A report has a hundred. */
const ROWS_MAX = 10_000;
/** No form is wider. */
const COLUMNS_MAX = 500;
/** Cells that merged cells may cover, taken together. */
const COVERED_MAX = 10_000_000;

/** Figures under merged cells that are told of one by one. */
const UNDER_MAX = 1000;

/** Number of the shown line -> or null where a line is hidden. */
type Lines = (line: number) => number | null;

function shownLines(lines: readonly ({ hidden?: boolean } | undefined)[] | undefined, end: number): Lines {
  const numbers: (number | null)[] = [];
  let shown = 0;
  for (let line = 0; line < end; line++) numbers.push(lines?.[line]?.hidden === true ? null : shown++);
  return (line) => numbers[line] ?? null;
}

/** First and last shown line of a stretch; null where all of it is hidden. */
function shownStretch(lines: Lines, from: number, to: number): [number, number] | null {
  let first: number | null = null;
  let last = 0;
  for (let line = from; line <= to; line++) {
    const shown = lines(line);
    if (shown === null) continue;
    first ??= shown;
    last = shown;
  }
  return first === null ? null : [first, last];
}

const rowsOf = (sheet: WorkSheet): (CellObject | undefined)[][] =>
  (sheet as { '!data'?: (CellObject | undefined)[][] })['!data'] ?? [];

/** Which cells lie under merged cells, as a bit of a byte each. */
class Cover {
  private readonly covered = new Uint8Array(ROWS_MAX * COLUMNS_MAX);
  private left = COVERED_MAX;

  has(row: number, column: number): boolean {
    return this.covered[row * COLUMNS_MAX + column] === 1;
  }

  /** @throws UnreadableSourceError sheet-too-large */
  add({ s, e }: Range): void {
    const right = Math.min(e.c, COLUMNS_MAX - 1);
    for (let row = s.r; row <= Math.min(e.r, ROWS_MAX - 1); row++) {
      this.left -= right - s.c + 1;
      if (this.left < 0) {
        throw new UnreadableSourceError(
          'sheet-too-large',
          `Merged cells cover more than ${COVERED_MAX} cells.`,
        );
      }
      this.covered.fill(1, row * COLUMNS_MAX + s.c, row * COLUMNS_MAX + right + 1);
    }
  }
}

/**
 * Reads what a sheet shows. Of merged cells only the first holds a text that is shown.
 *
 * @throws UnreadableSourceError sheet-too-large
 */
export function readCells(sheet: WorkSheet, lookOf: SheetLooks = () => undefined): ShownSheet {
  const data = rowsOf(sheet);
  const rows = shownLines(sheet['!rows'], ROWS_MAX);
  const shownRow = (row: number): number => {
    for (let at = row; at < ROWS_MAX; at++) {
      const shown = rows(at);
      if (shown !== null) return shown;
    }
    return ROWS_MAX;
  };
  const read: ShownSheet = { cells: [], hidden: 0, beyond: 0, shownRow };
  const columns = shownLines(sheet['!cols'], COLUMNS_MAX);
  const merges = (sheet['!merges'] ?? []).filter(({ s }) => s.r < ROWS_MAX && s.c < COLUMNS_MAX);
  const cover = merges.length > 0 ? new Cover() : null;

  const shownAt = (row: number, column: number) => shownText(data[row]?.[column], lookOf(row, column));
  const add = (range: Range, { text, runs }: ReturnType<typeof shownText>) => {
    const down = shownStretch(rows, range.s.r, Math.min(range.e.r, ROWS_MAX - 1));
    const across = shownStretch(columns, range.s.c, Math.min(range.e.c, COLUMNS_MAX - 1));
    if (down === null || across === null) {
      if (text.trim() !== '') read.hidden++;
      return;
    }
    const [[row, bottom], [column, right]] = [down, across];
    read.cells.push({
      row,
      column,
      rowSpan: bottom - row + 1,
      colSpan: right - column + 1,
      text,
      ...(runs && { runs }),
    });
  };
  for (const merge of merges) {
    // One that begins under another is damage: its text is not shown.
    if (cover!.has(merge.s.r, merge.s.c)) continue;
    cover!.add(merge);
    add(merge, shownAt(merge.s.r, merge.s.c));
  }
  const corners = new Set(merges.map(({ s }) => s.r * COLUMNS_MAX + s.c));
  /** Figures under merged cells. */
  const under: { row: number; column: number; text: string }[] = [];
  data.forEach((cells, row) => {
    cells?.forEach((_, column) => {
      const shown = shownAt(row, column);
      const { text } = shown;
      const isBlank = text.trim() === '';
      if (row >= ROWS_MAX || column >= COLUMNS_MAX) read.beyond += isBlank ? 0 : 1;
      else if (cover?.has(row, column) !== true)
        add({ s: { r: row, c: column }, e: { r: row, c: column } }, shown);
      else if (!isBlank && !corners.has(row * COLUMNS_MAX + column)) {
        read.hidden++;
        if (/[0-9]/u.test(text) && under.length < UNDER_MAX) under.push({ row, column, text });
      }
    });
  });
  for (const { row, column, text } of under) {
    const [at, across] = [rows(row), columns(column)];
    const over = read.cells.find(
      (cell) =>
        at !== null &&
        across !== null &&
        cell.row <= at &&
        at < cell.row + cell.rowSpan &&
        cell.column <= across &&
        across < cell.column + cell.colSpan,
    );
    if (over !== undefined)
      over.runs = [...(over.runs ?? [{ text: over.text, looks: [] }]), { text, looks: ['hidden'] }];
  }
  read.cells.sort((left, right) => left.row - right.row || left.column - right.column);
  return read;
}
