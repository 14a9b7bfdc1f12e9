import { multiply, transformPoint } from '../../../src/layout/page/matrix.js';
import type { PaintState } from './paint-state.js';

/** One glyph of pdfjs's showText; a number between them is a shift in thousandths of the font size. */
interface OperatorGlyph {
  originalCharCode: number;
  unicode: string;
  /** By which the font's outlines are found. */
  fontChar?: unknown;
  width: number;
  isSpace: boolean;
  vmetric?: readonly number[] | null;
}

/** A glyph as painted: its origin, its em height and the direction in which it advances, in page coordinates. */
export interface PaintedGlyph {
  source: OperatorGlyph;
  origin: [number, number];
  /** Vector of its advance. */
  advance: [number, number];
  size: number;
  /** Direction of the baseline, degrees clockwise as seen on the page, -180 to 180. */
  angle: number;
}

const isGlyph = (item: unknown): item is OperatorGlyph =>
  typeof item === 'object' && item !== null && typeof (item as OperatorGlyph).unicode === 'string';

/**
 * Walks the glyphs of one show operator and moves the text position, as pdfjs's canvas does
 * (PDF 32000-1, 9.4.4). Calls `emit` for each glyph.
 */
export function showText(
  state: PaintState,
  items: readonly unknown[],
  emit: (glyph: PaintedGlyph) => void,
): void {
  const { font, fontSize } = state;
  if (!font || fontSize === 0) return;
  const direction = fontSize < 0 ? -1 : 1;
  const scale = Math.abs(fontSize) * (font.isType3 ? Math.abs(font.fontMatrix[0]) : 0.001);
  const spread = state.horizontalScale * direction;
  const matrix = multiply(state.matrix, state.textMatrix);
  // The matrix is the same for all glyphs of a run, and so are height and direction.
  const [dx, dy] = [matrix[0] * spread, matrix[1] * spread];
  const size = Math.hypot(matrix[2], matrix[3]) * Math.abs(fontSize) * type3Height(state);
  const angle = (Math.atan2(dy, dx) * 180) / Math.PI;
  let run = 0;
  for (const item of items) {
    if (typeof item === 'number') {
      run += ((font.vertical ? 1 : -1) * item * Math.abs(fontSize)) / 1000;
      continue;
    }
    if (!isGlyph(item)) continue;
    const spacing = (item.isSpace ? state.wordSpacing : 0) + state.charSpacing;
    if (font.vertical) {
      const metric = item.vmetric ?? font.defaultVMetrics ?? [-1000, 500, 880];
      const vx = -(item.vmetric ? (metric[1] ?? 500) : item.width * 0.5) * scale;
      const vy = -(metric[2] ?? 880) * scale;
      emit({
        source: item,
        origin: transformPoint(matrix, state.x + vx, state.y - run + state.rise + vy),
        advance: [matrix[0] * item.width * scale, matrix[1] * item.width * scale],
        size,
        angle,
      });
      run += -(metric[0] ?? -1000) * scale - spacing * direction;
      continue;
    }
    emit({
      source: item,
      origin: transformPoint(matrix, state.x + run * spread, state.y + state.rise),
      advance: [dx * item.width * scale, dy * item.width * scale],
      size,
      angle,
    });
    run += item.width * scale + spacing * direction;
  }
  if (font.vertical) state.y -= run;
  else state.x += run * spread;
}

/** Type 3 glyph space is the font's own; its height is taken to be as many units as its width says an em is. */
function type3Height(state: PaintState): number {
  const font = state.font!;
  if (!font.isType3) return 1;
  const em = Math.abs(font.fontMatrix[3]) * 1000;
  // Skia's Type 3 fonts draw in units of the final em: a matrix near 1/1000 or smaller is a normal em.
  return em > 0 && em <= 2 ? Math.max(em, 0.5) : 1;
}
