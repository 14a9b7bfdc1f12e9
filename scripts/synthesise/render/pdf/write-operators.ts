import { type Mark, sheetSize } from './sheet.js';

const fixed = (value: number): string => {
  if (!Number.isFinite(value)) throw new Error('a coordinate is no number: a row is wider than its table');
  return String(Math.round(value * 100) / 100);
};

/** PDF counts from the bottom of the page. */
const turned = (y: number): string => fixed(sheetSize.height - y);

/** UCS-2, as the encoding UniGB-UCS2-H reads it. */
const hexOf = (text: string): string =>
  [...text].map((character) => character.charCodeAt(0).toString(16).padStart(4, '0')).join('');

/** The operators that draw a mark. */
export const writeOperators = (mark: Mark): string =>
  mark.kind === 'text'
    ? `BT /F1 ${mark.size} Tf ${fixed(mark.x)} ${turned(mark.y)} Td <${hexOf(mark.text)}> Tj ET`
    : `0.5 w ${fixed(mark.x0)} ${turned(mark.y0)} m ${fixed(mark.x1)} ${turned(mark.y1)} l S`;
