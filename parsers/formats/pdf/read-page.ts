import type { PageViewport, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { dropOverprints } from '../../../src/layout/page/drop-overprints.js';
import { judgeSight, MARK_OF_SIGHT } from '../../../src/layout/page/judge-sight.js';
import {
  aroundLine,
  isTurnedDigit,
  markOverlaps,
  PRINT_MIN,
} from '../../../src/layout/page/mark-overlaps.js';
import { toMatrix, transformBox } from '../../../src/layout/page/matrix.js';
import type { Glyph, PageContent } from '../../../src/layout/page/page-content.js';
import { unifyIdeographs } from '../../../src/layout/page/unify-ideographs.js';
import { isStrange, isUnreadableText } from '../../../src/layout/page/unreadable-text.js';
import type { Sight } from '../../../src/layout/page/what-is-seen.js';
import { joinRulings } from '../../../src/layout/ruled/build-lattice.js';
import type { BoundingBox } from '../../../src/model/span.js';
import { fontsOf } from './fonts.js';
import { interpretOperators } from './interpret-operators.js';
import type { Painting } from './paint-walk.js';

/** A baseline may lean this much (degrees) and still be read along: scans are straightened within it. */
const LEAN_MAX = 3;
/** Text in another direction must outweigh the upright text by this much before the page is turned. */
const TURN_SHARE_MIN = 0.6;
const INVISIBLE_CHARACTER = /^[\p{Cf}\p{Mn}\s]*$/u;

type PaintedPageGlyph = Painting['glyphs'][number];

export interface ReadPage extends PageContent {
  /** There is more on the page than is read of one. */
  isCutOff: boolean;
  /** Degrees clockwise by which the page as displayed was turned to be read. */
  turn: number;
  /** Where large pictures stand, in the page's reading direction. */
  pictures: BoundingBox[];
  /** Characters over which a picture was painted: only its pixels tell whether it hides them. */
  underPictures: ReadonlySet<Glyph>;
}

/**
 * Reads one page: glyphs and rulings in reading direction. The page's own resources are released before it returns.
 * @param isLayerVisible tells whether a marked content's optional group is shown.
 */
export async function readPage(
  page: PDFPageProxy,
  isLayerVisible: (properties: unknown) => boolean,
): Promise<ReadPage> {
  const list = await page.getOperatorList();
  const context = { fontOf: fontsOf(page), isLayerVisible };
  const paint = (turn: number) => {
    const viewport = page.getViewport({ scale: 1, rotation: (page.rotate + turn) % 360 });
    const box: BoundingBox = [0, 0, viewport.width, viewport.height];
    return { ...interpretOperators(list, toMatrix(viewport.transform), box, context), viewport, turn };
  };
  let painted = paint(0);
  const turn = readingTurn(painted.glyphs);
  if (turn !== 0) painted = paint(turn);
  const { width, height } = painted.viewport;
  const seen = seeGlyphs(painted);
  const { turned, ...content } = sortGlyphs(painted.glyphs, seen.sightOf, page.pageNumber);
  page.cleanup();
  return {
    ...content,
    number: page.pageNumber,
    width,
    height,
    // Dots and dashes are tens of thousands of pieces, and all pages are kept until the last is read.
    rulings: joinRulings(seen.rulings),
    fills: painted.fills,
    hasDrawing: painted.hasDrawing || painted.rulings.length > 0,
    toDisplay: turnBack(painted.turn, width, height),
    isCutOff: painted.isCutOff,
    turn: painted.turn,
    pictures: painted.pictures,
    unread: [...seen.unread, ...turned, ...(await unshownAnnotations(page, painted.viewport))],
  };
}

/** Annotations that show text, if a viewer draws them: the file itself does not say how they look. */
const WRITTEN = new Set(['FreeText', 'Stamp', 'Widget']);
/** Hidden, or not to be viewed (PDF 32000-1, 12.5.3). */
const UNSEEN_FLAGS = 0b100010;

const isEmptyField = (subtype: unknown, value: unknown): boolean =>
  subtype === 'Widget' && (typeof value !== 'string' || !/\d/u.test(value));

async function unshownAnnotations(page: PDFPageProxy, viewport: PageViewport): Promise<BoundingBox[]> {
  const annotations: unknown[] = await page.getAnnotations().catch(() => []);
  return annotations.flatMap((annotation) => {
    const { subtype, hasAppearance, annotationFlags, rect, fieldValue } = annotation as {
      [key in 'subtype' | 'hasAppearance' | 'annotationFlags' | 'rect' | 'fieldValue']?: unknown;
    };
    const isShown =
      hasAppearance !== false || !WRITTEN.has(String(subtype)) || isEmptyField(subtype, fieldValue);
    if (isShown || (Number(annotationFlags) & UNSEEN_FLAGS) !== 0 || !Array.isArray(rect)) return [];
    return [transformBox(toMatrix(viewport.transform), rect as number[])];
  });
}

/** Degrees by which a page must be turned (clockwise) for most of its text to stand upright: a wide table on a tall page. */
function readingTurn(glyphs: readonly PaintedPageGlyph[]): number {
  const counts = new Map<number, number>();
  for (const glyph of glyphs) {
    const quarter = Math.round(glyph.angle / 90) * 90;
    if (Math.abs(glyph.angle - quarter) > LEAN_MAX) continue;
    const turn = (360 - quarter) % 360;
    counts.set(turn, (counts.get(turn) ?? 0) + 1);
  }
  for (const [turn, count] of counts) {
    if (turn !== 0 && count > TURN_SHARE_MIN * glyphs.length) return turn;
  }
  return 0;
}

function turnBack(turn: number, width: number, height: number): (box: BoundingBox) => BoundingBox {
  if (turn === 90) return (box) => transformBox([0, -1, 1, 0, 0, width], box);
  if (turn === 180) return (box) => transformBox([-1, 0, 0, -1, width, height], box);
  if (turn === 270) return (box) => transformBox([0, 1, -1, 0, height, 0], box);
  return (box) => box;
}

/** Sorts what was painted into text to lay out, hidden text, rotated text and characters that nobody can name. */
function sortGlyphs(
  painted: readonly PaintedPageGlyph[],
  sightOf: (glyph: PaintedPageGlyph) => Sight,
  page: number,
) {
  const visible = painted.filter((glyph) => !glyph.isClipped && !glyph.isInvisible && isInk(glyph));
  const isTextInvisible = visible.length === 0 && painted.some((glyph) => glyph.isInvisible && isInk(glyph));
  const glyphs: Glyph[] = [];
  const unseen: NonNullable<PageContent['unseen']> = [];
  const underPictures = new Set<Glyph>();
  const cut: Glyph[] = [];
  const turned: BoundingBox[] = [];
  const unmappedFonts = new Set<string>();
  let unreadable = 0;
  let hiddenText = '';
  let rotatedText = '';
  for (const item of painted) {
    const text = unifyIdeographs(item.source.unicode);
    if (item.isClipped || (item.isInvisible && !isTextInvisible)) {
      hiddenText += text;
      const glyph = Math.abs(item.angle) <= LEAN_MAX && isInk(item) ? toGlyph(item, text, page) : undefined;
      if (glyph && item.isCut) cut.push(glyph);
      if (glyph && item.isHalfSeen && !item.isInvisible && /\p{Nd}/u.test(text))
        glyphs.push({ ...glyph, mark: 'several-readings' });
      else if (glyph && !item.isClipped) unseen.push({ glyph, mark: 'hidden' });
    } else if (Math.abs(item.angle) > LEAN_MAX) {
      rotatedText += text;
      if (isTurnedDigit(text, item.angle)) turned.push(aroundLine(inkBox(item)));
    } else {
      const isUnreadable =
        isInk(item) && (isUnreadableText(text) || !item.font.isMapped(item.source.originalCharCode));
      if (isUnreadable || isStrange(text)) unreadable += 1;
      if (isUnreadable) unmappedFonts.add(item.font.name);
      const glyph = toGlyph(item, isUnreadable ? '\ufffd' : text, page);
      const sight = sightOf(item);
      if (!glyph) continue;
      if (sight === 'covered' || sight === 'hidden' || glyph.size < PRINT_MIN) {
        unseen.push({ glyph, mark: sight === 'covered' ? sight : 'hidden' });
        hiddenText += text;
        continue;
      }
      if (sight === 'under-picture') underPictures.add(glyph);
      const isAnother = item.font.drawsAnother(item.source);
      const mark = isAnother ? 'several-readings' : MARK_OF_SIGHT[sight];
      glyphs.push(mark ? { ...glyph, mark } : glyph);
    }
  }
  const ink = glyphs.filter((glyph) => glyph.text.trim() !== '').length;
  return {
    glyphs: markOverlaps(markCut(dropOverprints(glyphs), cut)),
    turned,
    unseen,
    underPictures,
    hiddenText: hiddenText.trim(),
    rotatedText: rotatedText.trim(),
    isTextInvisible,
    unmappedFonts: [...unmappedFonts].sort(),
    unmappedShare: ink === 0 ? 0 : unreadable / ink,
  };
}

/** What of the upright text is seen. */
function seeGlyphs(painting: Painting) {
  const upright = painting.glyphs.filter(
    (glyph) => !glyph.isClipped && !glyph.isInvisible && isInk(glyph) && Math.abs(glyph.angle) <= LEAN_MAX,
  );
  const inkOf = (glyph: PaintedPageGlyph) => ({
    ...{ box: inkBox(glyph), order: glyph.order, colour: glyph.colour },
    isDigit: /\p{Nd}/u.test(glyph.source.unicode),
  });
  return judgeSight(upright, inkOf, painting);
}

/** Digits are as high; what stands above and below is seldom any. */
const INK_EMS = 0.7;

const inkBox = ({ origin: [x, y], advance: [dx], size }: PaintedPageGlyph): BoundingBox => [
  Math.min(x, x + dx),
  y - INK_EMS * size,
  Math.max(x, x + dx),
  y,
];

/** A digit of which a neighbour is cut off by a clip is a digit of a number that nobody sees whole. */
function markCut(glyphs: Glyph[], cut: readonly Glyph[]): Glyph[] {
  const digits = cut.filter(({ text }) => /\p{Nd}/u.test(text)).slice(0, CUT_MAX);
  if (digits.length === 0) return glyphs;
  const touches = (glyph: Glyph, other: Glyph): boolean =>
    Math.abs(glyph.baseline - other.baseline) < 0.05 * glyph.size &&
    Math.min(Math.abs(glyph.x0 - other.x1), Math.abs(other.x0 - glyph.x1)) <= 0.1 * glyph.size;
  return glyphs.map((glyph) =>
    /\p{Nd}/u.test(glyph.text) && digits.some((other) => touches(glyph, other))
      ? { ...glyph, mark: 'several-readings' }
      : glyph,
  );
}

/** A page has fewer cut numbers. */
const CUT_MAX = 500;

/** Spaces and zero-width characters leave no mark. */
function isInk(glyph: PaintedPageGlyph): boolean {
  return !INVISIBLE_CHARACTER.test(glyph.source.unicode);
}

function toGlyph(item: PaintedPageGlyph, text: string, page: number): Glyph | undefined {
  const x0 = Math.min(item.origin[0], item.origin[0] + item.advance[0]);
  const x1 = Math.max(item.origin[0], item.origin[0] + item.advance[0]);
  if (![x0, x1, item.origin[1], item.size].every(Number.isFinite) || item.size <= 0) return undefined;
  // A zero-width character would otherwise glue itself into a label or a number.
  const shown = text.replace(/[\p{Cf}\u0000]/gu, '').replace(/\s/gu, ' ');
  if (shown === '') return undefined;
  return { text: shown, page, x0, x1, baseline: item.origin[1], size: item.size, font: item.font.name };
}
