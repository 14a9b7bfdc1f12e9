import { UnreadableSourceError } from '../../../src/model/source.js';
import type { OfficeBlock } from '../office-html/office-block.js';
import { placeBySlots, type Slot } from '../office-html/place-by-slots.js';

/** Gathers the cells of one table, those that are repeated as often as they are. */
export interface TableSlots {
  openRow(attributes: Record<string, string>): void;
  openCell(covered: boolean, attributes: Record<string, string>): void;
  closeCell(blocks: OfficeBlock[]): void;
  closeRow(): void;
  finish(): { block: OfficeBlock; unshown: number };
}

/** Paragraphs and cells of one file, repeated ones counted as often as they stand there; reports have some thousands. */
const PARTS_MAX = 60_000;
const COLUMNS_MAX = 1000;

/** Counts the paragraphs and cells of a document. */
export interface PartCount {
  parts: number;
}

/** @throws UnreadableSourceError odt-too-large */
export function countParts(total: PartCount, parts: number): void {
  total.parts += parts;
  if (total.parts > PARTS_MAX) {
    throw new UnreadableSourceError(
      'odt-too-large',
      `The OpenDocument file holds more than ${PARTS_MAX} paragraphs and cells.`,
    );
  }
}

const countOf = (value: string | undefined): number => {
  const count = Number.parseInt(value ?? '', 10);
  return count >= 1 ? count : 1;
};

/** @throws UnreadableSourceError odt-too-large (from the methods) */
export function createTableSlots(total: PartCount): TableSlots {
  const rows: Slot[][] = [];
  let row: Slot[] = [];
  let rowRepeats = 1;
  let cell = { covered: false, colSpan: 1, rowSpan: 1 };
  let cellRepeats = 1;
  return {
    openRow(attributes) {
      row = [];
      rowRepeats = countOf(attributes['table:number-rows-repeated']);
    },
    openCell(covered, attributes) {
      cell = {
        covered,
        colSpan: countOf(attributes['table:number-columns-spanned']),
        rowSpan: countOf(attributes['table:number-rows-spanned']),
      };
      cellRepeats = countOf(attributes['table:number-columns-repeated']);
    },
    closeCell(blocks) {
      countParts(total, cellRepeats);
      if (row.length + cellRepeats > COLUMNS_MAX) {
        throw new UnreadableSourceError(
          'odt-too-large',
          `The OpenDocument file holds a row of more than ${COLUMNS_MAX} cells.`,
        );
      }
      for (let count = 0; count < cellRepeats; count++) row.push({ ...cell, blocks });
    },
    closeRow() {
      countParts(total, row.length * (rowRepeats - 1) + rowRepeats);
      for (let count = 0; count < rowRepeats; count++) rows.push(row);
    },
    finish() {
      const placed = placeBySlots(rows);
      return { block: { kind: 'table', rows: placed.rows }, unshown: placed.unshown };
    },
  };
}
