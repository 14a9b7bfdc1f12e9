/** A4 in points; y grows downwards here and is turned over when the page is written. */
export const sheetSize = { width: 595, height: 842 };
export const margins = { left: 62, right: 62, top: 72, bottom: 72 };
export const bodyWidth = sheetSize.width - margins.left - margins.right;
export const bodyBottom = sheetSize.height - margins.bottom;

/** The drawing operators of one page. */
export type Sheet = string[];

const fixed = (value: number): string => {
  if (!Number.isFinite(value)) throw new Error('a coordinate is no number: a row is wider than its table');
  return String(Math.round(value * 100) / 100);
};

/** UCS-2, as the encoding UniGB-UCS2-H reads it. */
const hexOf = (text: string): string =>
  [...text].map((character) => character.charCodeAt(0).toString(16).padStart(4, '0')).join('');

/** @param y baseline, from the top of the page */
export const drawText = (sheet: Sheet, text: string, x: number, y: number, size: number): void => {
  if (text === '') return;
  sheet.push(`BT /F1 ${size} Tf ${fixed(x)} ${fixed(sheetSize.height - y)} Td <${hexOf(text)}> Tj ET`);
};

export const drawLine = (sheet: Sheet, x0: number, y0: number, x1: number, y1: number): void => {
  sheet.push(
    `0.5 w ${fixed(x0)} ${fixed(sheetSize.height - y0)} m ${fixed(x1)} ${fixed(sheetSize.height - y1)} l S`,
  );
};
