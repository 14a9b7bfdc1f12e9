import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { drawsAnotherDigit } from '../../../src/layout/page/draws-another-digit.js';
import type { GlyphOutline } from '../../../src/layout/page/glyph-outline.js';
import { toMatrix } from '../../../src/layout/page/matrix.js';
import { outlineOfPath } from './outline-of-path.js';
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
      known.set(name, font ? toPaintFont(font, name, (char) => outlineOf(page, name, char)) : undefined);
    }
    return known.get(name);
  };
}

/** What pdfjs draws for a character of a font. */
function outlineOf(page: PDFPageProxy, font: string, char: string): GlyphOutline | null {
  const id = `${font}_path_${char}`;
  const path: unknown = page.commonObjs.has(id) ? page.commonObjs.get(id) : null;
  return typeof path === 'string' ? outlineOfPath(path) : null;
}

/** Asks each character once. */
function digitJudge(outlineOfChar: (char: string) => GlyphOutline | null) {
  const known = new Map<string, boolean>();
  return ({ unicode, fontChar }: { unicode: string; fontChar?: unknown }): boolean => {
    if (!/^[0-9]$/u.test(unicode) || typeof fontChar !== 'string') return false;
    const key = unicode + fontChar;
    const found = known.get(key);
    if (found !== undefined) return found;
    const outline = outlineOfChar(fontChar);
    const isWrong = outline !== null && drawsAnotherDigit(Number(unicode), outline);
    known.set(key, isWrong);
    return isWrong;
  };
}

function toPaintFont(
  font: PdfjsFont,
  name: string,
  outlineOfChar: (char: string) => GlyphOutline | null,
): PaintFont {
  const metrics = Array.isArray(font.defaultVMetrics) ? font.defaultVMetrics.map(Number) : undefined;
  return {
    name: typeof font.name === 'string' ? font.name : name,
    vertical: font.vertical === true,
    isType3: font.isType3Font === true,
    fontMatrix: Array.isArray(font.fontMatrix) ? toMatrix(font.fontMatrix) : [0.001, 0, 0, 0.001, 0, 0],
    defaultVMetrics: metrics?.every(Number.isFinite) ? metrics : undefined,
    isMapped: mappingOf(font),
    drawsAnother: digitJudge(outlineOfChar),
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
