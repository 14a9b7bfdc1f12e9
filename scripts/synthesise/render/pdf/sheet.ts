/** A4 in points; y grows downwards. */
export const sheetSize = { width: 595, height: 842 };
export const margins = { left: 62, right: 62, top: 72, bottom: 72 };
export const bodyWidth = sheetSize.width - margins.left - margins.right;
export const bodyBottom = sheetSize.height - margins.bottom;

/** What is drawn, in points from the top left. `y` of a text is its baseline. */
export type Mark =
  | { kind: 'text'; text: string; x: number; y: number; size: number }
  | { kind: 'line'; x0: number; y0: number; x1: number; y1: number };

/** The marks of one page. */
export type Sheet = Mark[];

/** @param y baseline, from the top of the page */
export const drawText = (sheet: Sheet, text: string, x: number, y: number, size: number): void => {
  if (text !== '') sheet.push({ kind: 'text', text, x, y, size });
};

export const drawLine = (sheet: Sheet, x0: number, y0: number, x1: number, y1: number): void => {
  sheet.push({ kind: 'line', x0, y0, x1, y1 });
};
