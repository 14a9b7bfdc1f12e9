import { IDENTITY, type Matrix } from '../../../src/layout/page/matrix.js';
import type { BoundingBox } from '../../../src/model/span.js';

/** The part of a pdfjs font that reading needs. */
export interface PaintFont {
  name: string;
  vertical: boolean;
  isType3: boolean;
  fontMatrix: Matrix;
  /** [advance, x of the origin, y of the origin] in thousandths, for vertical writing. */
  defaultVMetrics: readonly number[] | undefined;
  /** Whether a character code has a Unicode value that the file itself (or a standard encoding) gives. */
  isMapped: (charCode: number) => boolean;
  /** Whether its outline is that of another digit than its character. */
  drawsAnother: (glyph: { unicode: string; fontChar?: unknown }) => boolean;
}

/** Graphics and text state of PDF 32000-1, 8.4 and 9.3, as far as it moves text and lines, or hides them. */
export interface PaintState {
  matrix: Matrix;
  clip: BoundingBox;
  /** "#rrggbb"; null for a pattern. */
  fillColour: string | null;
  strokeColour: string | null;
  fillAlpha: number;
  strokeAlpha: number;
  /** Of the groups around: what is drawn in them is seen as much. */
  groupAlpha: number;
  /** What is painted mixes with what is under it, or a mask thins it: it hides nothing. */
  isMixed: boolean;
  lineWidth: number;
  font: PaintFont | undefined;
  fontSize: number;
  charSpacing: number;
  wordSpacing: number;
  horizontalScale: number;
  leading: number;
  rise: number;
  renderingMode: number;
  textMatrix: Matrix;
  x: number;
  y: number;
  lineX: number;
  lineY: number;
}

export function initialPaintState(matrix: Matrix, clip: BoundingBox): PaintState {
  return {
    matrix,
    clip,
    fillColour: '#000000',
    strokeColour: '#000000',
    fillAlpha: 1,
    strokeAlpha: 1,
    groupAlpha: 1,
    isMixed: false,
    lineWidth: 1,
    font: undefined,
    fontSize: 0,
    charSpacing: 0,
    wordSpacing: 0,
    horizontalScale: 1,
    leading: 0,
    rise: 0,
    renderingMode: 0,
    textMatrix: IDENTITY,
    x: 0,
    y: 0,
    lineX: 0,
    lineY: 0,
  };
}
