import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { toMatrix } from '../../../src/layout/page/matrix.js';
import type { PaintFont } from './paint-state.js';

/** What pdfjs hands over of a font when asked for its extra properties. All of it comes from the file: believe nothing. */
interface PdfjsFont {
  name?: unknown;
  vertical?: unknown;
  isType3Font?: unknown;
  fontMatrix?: unknown;
  defaultVMetrics?: unknown;
  composite?: unknown;
  toUnicode?: { _map?: Record<number, unknown>; firstChar?: number } | null;
}

/**
 * Looks up fonts by the name that setFont gives. A font is unmapped where pdfjs itself would fall back to the bare
 * character code: codes of a composite font without any Unicode map are glyph numbers, and as text they are noise.
 */
export function fontsOf(page: PDFPageProxy): (name: string) => PaintFont | undefined {
  const known = new Map<string, PaintFont | undefined>();
  return (name) => {
    if (!known.has(name)) {
      const font = page.commonObjs.has(name) ? (page.commonObjs.get(name) as PdfjsFont | null) : null;
      known.set(name, font ? toPaintFont(font, name) : undefined);
    }
    return known.get(name);
  };
}

function toPaintFont(font: PdfjsFont, name: string): PaintFont {
  const metrics = Array.isArray(font.defaultVMetrics) ? font.defaultVMetrics.map(Number) : undefined;
  return {
    name: typeof font.name === 'string' ? font.name : name,
    vertical: font.vertical === true,
    isType3: font.isType3Font === true,
    fontMatrix: Array.isArray(font.fontMatrix) ? toMatrix(font.fontMatrix) : [0.001, 0, 0, 0.001, 0, 0],
    defaultVMetrics: metrics?.every(Number.isFinite) ? metrics : undefined,
    isMapped: mappingOf(font),
  };
}

function mappingOf(font: PdfjsFont): (charCode: number) => boolean {
  const { toUnicode } = font;
  if (!toUnicode) return () => true;
  // pdfjs's identity map: in a composite font it stands for "no map at all".
  if (toUnicode._map === undefined) return () => font.composite !== true;
  const map = toUnicode._map;
  return (charCode) => map[charCode] !== undefined;
}
