import type { OfficeLook, OfficeRun } from '../office-html/office-block.js';

/** What a workbook says of how the text of a cell looks. */
export interface CellLook {
  looks: readonly OfficeLook[];
  /** The text in stretches, where they look different. */
  runs?: readonly OfficeRun[];
}

/** The looks of the cells of a sheet, by row and column from 0. */
export type SheetLooks = (row: number, column: number) => CellLook | undefined;

/** A font as workbooks define it. */
export interface FontLook {
  struck: boolean;
  raised: boolean;
  /** RRGGBB; null where it is that of the sheet. */
  color: string | null;
  /** Points. */
  size: number;
}

export const PLAIN_FONT: FontLook = { struck: false, raised: false, color: null, size: 11 };

/** One point: nobody reads it. */
const SIZE_MIN = 1;

/** @param fill of the cell, RRGGBB; null where it has none */
export function looksOfFont({ struck, raised, color, size }: FontLook, fill: string | null): OfficeLook[] {
  const isFaint = (color ?? '000000') === (fill ?? 'FFFFFF') || size <= SIZE_MIN;
  return [
    ...(struck ? (['struck'] as const) : []),
    ...(raised ? (['raised'] as const) : []),
    ...(isFaint ? (['faint'] as const) : []),
  ];
}

/** The style of a cell. */
export interface CellStyle {
  font: FontLook;
  fill: string | null;
  /** Text is made smaller until it fits. */
  shrinks: boolean;
  /** Shown as something else than the number that is kept. */
  isOdd: boolean;
}
