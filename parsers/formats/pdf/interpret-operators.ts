import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import {
  IDENTITY,
  intersectBoxes,
  type Matrix,
  toMatrix,
  transformBox,
} from '../../../src/layout/page/matrix.js';
import type { BoundingBox } from '../../../src/model/span.js';
import { addPicture, drawingHandlers, nestingHandlers } from './drawing-handlers.js';
import { initialPaintState, type PaintState } from './paint-state.js';
import {
  type Context,
  concat,
  type Handler,
  numberOf,
  type Painting,
  restore,
  save,
  type Walk,
} from './paint-walk.js';
import { type PaintedGlyph, showText } from './show-text.js';

interface OperatorList {
  fnArray: readonly number[];
  argsArray: readonly unknown[];
}

/** A dense page of small print has 8,000 characters; drawings and maps reach millions of operators. */
const GLYPHS_PER_PAGE_MAX = 200_000;
const RULINGS_PER_PAGE_MAX = 50_000;
/** Text render modes that paint nothing, and those that only draw outlines (PDF 32000-1, 9.3.6). */
const INVISIBLE_MODES = new Set([3, 7]);
const OUTLINE_MODES = new Set([1, 5]);
/** What is painted as thinly is not seen. */
const ALPHA_MIN = 0.1;
/** A smaller picture (points) is a line or a dot. */
const SMALL_PICTURE_MIN = 3;
/** A picture is large that covers more than this share of the page; more of them than this are not told apart. */
const LARGE_SHARE = 0.05;
const PICTURES_MAX = 64;

/**
 * Walks pdfjs's operators of one page and notes where each glyph and each straight line falls.
 * @param transform user space to page coordinates (points from the top left); `pageBox` is the visible page in them.
 */
export function interpretOperators(
  list: OperatorList,
  transform: Matrix,
  pageBox: BoundingBox,
  context: Pick<Context, 'fontOf' | 'isLayerVisible'>,
): Painting {
  const painting: Painting = {
    glyphs: [],
    rulings: [],
    fills: [],
    shapes: [],
    strokes: [],
    drawings: [],
    hasDrawing: false,
    pictures: [],
    isCutOff: false,
  };
  const handlers = painterOf(painting, { ...context, base: initialPaintState(transform, pageBox), pageBox });
  for (let i = 0; i < list.fnArray.length; i++) {
    const handler = handlers.get(list.fnArray[i]!);
    if (!handler) continue;
    const args = list.argsArray[i];
    handler(Array.isArray(args) ? args : []);
    if (painting.glyphs.length > GLYPHS_PER_PAGE_MAX || painting.rulings.length > RULINGS_PER_PAGE_MAX) {
      painting.isCutOff = true;
      break;
    }
  }
  return painting;
}

function painterOf(painting: Painting, context: Context): Map<number, Handler> {
  const walk: Walk = {
    state: { ...context.base },
    saved: [],
    layers: [],
    annotationDepth: 0,
    clipPending: false,
    order: 0,
    pending: null,
  };
  return new Map<number, Handler>([
    ...stateHandlers(walk, painting, context),
    ...textHandlers(walk, painting),
    ...drawingHandlers(walk, painting),
    ...nestingHandlers(walk, context),
  ]);
}

function stateHandlers(walk: Walk, painting: Painting, context: Context): [number, Handler][] {
  const setFont = (name: unknown, size: unknown) => {
    walk.state.font = context.fontOf(String(name));
    walk.state.fontSize = numberOf(size);
  };
  /** Pictures are not decoded; what is left of one is the matrix that would have stretched its unit square. */
  const notePicture = () => {
    const box = transformBox(walk.state.matrix, [0, 0, 1, 1]);
    const page = context.pageBox;
    if (areaOf(box) <= LARGE_SHARE * areaOf(page)) return;
    painting.hasDrawing = true;
    const visible = intersectBoxes(box, walk.state.clip);
    if (areaOf(visible) > LARGE_SHARE * areaOf(page) && painting.pictures.length < PICTURES_MAX) {
      painting.pictures.push(visible);
    }
  };
  /** A state that only places a unit square, and paints nothing into it, placed a picture. */
  const closePicture = () => {
    const { pending } = walk;
    walk.pending = null;
    if (!pending || walk.layers.includes(false) || walk.state.groupAlpha * walk.state.fillAlpha < ALPHA_MIN)
      return;
    const box = intersectBoxes(pending, walk.state.clip);
    if (Math.min(box[2] - box[0], box[3] - box[1]) < SMALL_PICTURE_MIN) return;
    addPicture(walk, painting, box);
  };
  return [
    [OPS.save, () => save(walk)],
    [
      OPS.restore,
      () => {
        closePicture();
        restore(walk);
      },
    ],
    [
      OPS.transform,
      (args) => {
        concat(walk, args);
        notePicture();
        walk.pending = transformBox(walk.state.matrix, [0, 0, 1, 1]);
      },
    ],
    ...colourHandlers(walk),
    [OPS.setFont, (args) => setFont(args[0], args[1])],
    [
      OPS.setGState,
      (args) => {
        for (const entry of Array.isArray(args[0]) ? args[0] : []) {
          if (!Array.isArray(entry)) continue;
          const [key, value] = entry;
          if (key === 'Font' && Array.isArray(value)) setFont(value[0], value[1]);
          else setTransparency(walk.state, key, value);
        }
      },
    ],
    [OPS.setCharSpacing, (args) => void (walk.state.charSpacing = numberOf(args[0]))],
    [OPS.setWordSpacing, (args) => void (walk.state.wordSpacing = numberOf(args[0]))],
    [OPS.setHScale, (args) => void (walk.state.horizontalScale = numberOf(args[0]) / 100)],
    [OPS.setLeading, (args) => void (walk.state.leading = -numberOf(args[0]))],
    [OPS.setTextRise, (args) => void (walk.state.rise = numberOf(args[0]))],
    [OPS.setTextRenderingMode, (args) => void (walk.state.renderingMode = numberOf(args[0]))],
  ];
}

const colourOf = (value: unknown): string | null =>
  typeof value === 'string' && /^#[\da-f]{6}$/iu.test(value) ? value : null;

function colourHandlers(walk: Walk): [number, Handler][] {
  const fill = (colour: string | null) => void (walk.state.fillColour = colour);
  const stroke = (colour: string | null) => void (walk.state.strokeColour = colour);
  return [
    [OPS.setFillRGBColor, (args) => fill(colourOf(args[0]))],
    [OPS.setStrokeRGBColor, (args) => stroke(colourOf(args[0]))],
    [OPS.setFillColorN, () => fill(null)],
    [OPS.setStrokeColorN, () => stroke(null)],
    [OPS.setFillTransparent, () => fill(null)],
    [OPS.setStrokeTransparent, () => stroke(null)],
    [OPS.setLineWidth, (args) => void (walk.state.lineWidth = numberOf(args[0]))],
  ];
}

function setTransparency(state: PaintState, key: unknown, value: unknown): void {
  if (key === 'ca') state.fillAlpha = numberOf(value);
  else if (key === 'CA') state.strokeAlpha = numberOf(value);
  else if (key === 'LW') state.lineWidth = numberOf(value);
  else if (key === 'BM') state.isMixed = value !== 'source-over';
  else if (key === 'SMask') state.isMixed = value !== false && value !== null;
}

function textHandlers(walk: Walk, painting: Painting): [number, Handler][] {
  const moveTo = (x: number, y: number) => {
    const { state } = walk;
    state.lineX += x;
    state.lineY += y;
    state.x = state.lineX;
    state.y = state.lineY;
  };
  const setTextMatrix = (matrix: Matrix) => {
    Object.assign(walk.state, { textMatrix: matrix, x: 0, y: 0, lineX: 0, lineY: 0 });
  };
  const show: Handler = (args) => {
    const { state } = walk;
    const { font } = state;
    if (!font || !Array.isArray(args[0])) return;
    const isHidden = walk.layers.includes(false);
    const isOutline = OUTLINE_MODES.has(state.renderingMode);
    const alpha = state.groupAlpha * (isOutline ? state.strokeAlpha : state.fillAlpha);
    const order = ++walk.order;
    walk.pending = null;
    showText(state, args[0], (glyph) => {
      const isCut = !isHidden && !isInside(glyph, state.clip);
      painting.glyphs.push({
        ...glyph,
        font,
        order,
        colour: font.isType3 ? null : isOutline ? state.strokeColour : state.fillColour,
        isInvisible: INVISIBLE_MODES.has(state.renderingMode) || alpha < ALPHA_MIN,
        isClipped: isHidden || isCut,
        isCut,
        isHalfSeen: isCut && seenShare(glyph, state.clip) >= SEEN_SHARE_MIN,
      });
    });
  };
  return [
    [
      OPS.beginText,
      () => {
        walk.pending = null;
        setTextMatrix(IDENTITY);
      },
    ],
    [OPS.setTextMatrix, (args) => setTextMatrix(toMatrix(args[0]))],
    [OPS.moveText, (args) => moveTo(numberOf(args[0]), numberOf(args[1]))],
    [
      OPS.setLeadingMoveText,
      (args) => {
        walk.state.leading = numberOf(args[1]);
        moveTo(numberOf(args[0]), numberOf(args[1]));
      },
    ],
    [OPS.nextLine, () => moveTo(0, walk.state.leading)],
    [OPS.showText, show],
    [OPS.showSpacedText, show],
    [
      OPS.nextLineShowText,
      (args) => {
        moveTo(0, walk.state.leading);
        show(args);
      },
    ],
  ];
}

const areaOf = ([x0, y0, x1, y1]: BoundingBox): number => Math.max(0, x1 - x0) * Math.max(0, y1 - y0);

/** Judged at the glyph's middle, so that a clip that shaves an edge hides nothing. */
function isInside(glyph: PaintedGlyph, clip: BoundingBox): boolean {
  const radians = (glyph.angle * Math.PI) / 180;
  const x = glyph.origin[0] + glyph.advance[0] / 2 + Math.sin(radians) * 0.38 * glyph.size;
  const y = glyph.origin[1] + glyph.advance[1] / 2 - Math.cos(radians) * 0.38 * glyph.size;
  return x >= clip[0] && x <= clip[2] && y >= clip[1] && y <= clip[3];
}

/** Of an upright glyph of which less is left nobody sees a digit. */
const SEEN_SHARE_MIN = 0.2;

/** How much of an upright digit a clip leaves. */
function seenShare({ origin: [x, y], advance: [dx], size }: PaintedGlyph, clip: BoundingBox): number {
  const box: BoundingBox = [Math.min(x, x + dx), y - 0.7 * size, Math.max(x, x + dx), y];
  const area = areaOf(box);
  return area > 0 ? areaOf(intersectBoxes(box, clip)) / area : 0;
}
