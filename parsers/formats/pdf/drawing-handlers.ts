import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { intersectBoxes } from '../../../src/layout/page/matrix.js';
import { type PathPaint, paintPath } from '../../../src/layout/page/paint-path.js';
import { clipRuling, filledBox, pathRulings } from '../../../src/layout/page/path-rulings.js';
import type { BoundingBox } from '../../../src/model/span.js';
import {
  type Context,
  clipTo,
  concat,
  type Handler,
  numberOf,
  type Painting,
  restore,
  save,
  type Walk,
} from './paint-walk.js';

const STROKES = new Set<number>([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const FILLS = new Set<number>([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
/** A page of cells has some hundred of them; pictures made of squares have millions. */
const FILLS_MAX = 5_000;
const STROKES_MAX = 20_000;
const DRAWINGS_MAX = 2_000;
/** A group that mixes with what is under it: seen, and it hides nothing. */
const HALF = 0.5;
/** What covers as much of the light hides what is under it. */
const OPAQUE_MIN = 0.8;

/** Lines, pictures and clips. */
export function drawingHandlers(walk: Walk, painting: Painting): [number, Handler][] {
  const constructPath: Handler = (args) => {
    const operator = numberOf(args[0]);
    const data = (Array.isArray(args[1]) ? args[1][0] : null) as ArrayLike<number> | null;
    const box = args[2];
    const painted = { stroke: STROKES.has(operator), fill: FILLS.has(operator) };
    if (painted.stroke || painted.fill) walk.pending = null;
    if (data && !walk.layers.includes(false)) notePath(walk, painting, data, painted);
    if (data && walk.annotationDepth === 0 && !walk.layers.includes(false)) {
      const rulings = painted.stroke || painted.fill ? pathRulings(data, walk.state.matrix, painted) : [];
      if ((painted.stroke || painted.fill) && rulings.length === 0) painting.hasDrawing ||= data.length > 12;
      const filled = painted.fill ? filledBox(data, walk.state.matrix) : undefined;
      if (filled && painting.fills.length < FILLS_MAX)
        painting.fills.push(intersectBoxes(filled, walk.state.clip));
      for (const ruling of rulings) {
        const visible = clipRuling(ruling, walk.state.clip);
        if (visible) painting.rulings.push(visible);
      }
    }
    if (walk.clipPending && data) clipTo(walk, box);
    walk.clipPending = false;
  };
  const picture = () => void (painting.hasDrawing = true);
  return [
    [OPS.constructPath, constructPath],
    [OPS.clip, () => void (walk.clipPending = true)],
    [OPS.eoClip, () => void (walk.clipPending = true)],
    [
      OPS.shadingFill,
      () => {
        picture();
        if (walk.layers.includes(false)) return;
        const kind = isOpaque(walk, walk.state.fillAlpha) ? 'solid' : 'shape';
        painting.shapes.push({ box: walk.state.clip, order: ++walk.order, colour: null, kind });
      },
    ],
    [OPS.paintImageXObject, picture],
    [OPS.paintInlineImageXObject, picture],
    [OPS.paintImageMaskXObject, picture],
    [
      OPS.paintSolidColorImageMask,
      () => {
        const unitSquare = [0, 0, 0, 1, 1, 0, 1, 1, 1, 1, 0, 1, 3];
        constructPath([OPS.fill, [unitSquare], null]);
      },
    ],
  ];
}

function isOpaque({ state }: Walk, alpha: number): boolean {
  return !state.isMixed && alpha * state.groupAlpha >= OPAQUE_MIN;
}

/** Notes what a path may hide, strike out or draw. */
function notePath(
  walk: Walk,
  painting: Painting,
  data: ArrayLike<number>,
  { stroke, fill }: { stroke: boolean; fill: boolean },
): void {
  if (!stroke && !fill) return;
  const { state } = walk;
  const scale = Math.sqrt(Math.abs(state.matrix[0] * state.matrix[3] - state.matrix[1] * state.matrix[2]));
  const paint: PathPaint = {
    clip: state.clip,
    ...(fill && { fill: { colour: state.fillColour, isOpaque: isOpaque(walk, state.fillAlpha) } }),
    ...(stroke && {
      stroke: {
        colour: state.strokeColour,
        isOpaque: isOpaque(walk, state.strokeAlpha),
        width: state.lineWidth * scale,
      },
    }),
  };
  const order = ++walk.order;
  const { shapes, strokes, drawing } = paintPath(data, state.matrix, paint);
  for (const shape of shapes)
    if (painting.shapes.length < FILLS_MAX) painting.shapes.push({ ...shape, order });
  for (const line of strokes) if (painting.strokes.length < STROKES_MAX) painting.strokes.push(line);
  if (drawing && painting.drawings.length < DRAWINGS_MAX) painting.drawings.push({ box: drawing, order });
}

/** A picture lies over what was painted before it, if it hides it: nobody looked at it yet. */
export function addPicture(walk: Walk, painting: Painting, box: BoundingBox): void {
  const order = ++walk.order;
  if (painting.shapes.length < FILLS_MAX) painting.shapes.push({ box, order, colour: null, kind: 'picture' });
  if (painting.drawings.length < DRAWINGS_MAX) painting.drawings.push({ box, order });
}

/** Forms, groups, annotations and layers. */
export function nestingHandlers(walk: Walk, context: Context): [number, Handler][] {
  return [
    [
      OPS.paintFormXObjectBegin,
      (args) => {
        walk.pending = null;
        save(walk);
        if (args[0]) concat(walk, args[0]);
        clipTo(walk, args[1]);
      },
    ],
    [OPS.paintFormXObjectEnd, () => restore(walk)],
    [
      OPS.beginGroup,
      (args) => {
        save(walk);
        const group = args[0] as { matrix?: unknown; bbox?: unknown; smask?: unknown } | null;
        // The form inside applies the group's matrix; here it only places the clip.
        const outer = walk.state.matrix;
        concat(walk, group?.matrix);
        clipTo(walk, group?.bbox);
        walk.state.matrix = outer;
        walk.state.groupAlpha *= walk.state.isMixed ? HALF : walk.state.fillAlpha;
        Object.assign(walk.state, { fillAlpha: 1, strokeAlpha: 1, isMixed: false });
        walk.pending = null;
        // What a soft mask draws is never seen itself.
        walk.layers.push(!group?.smask);
      },
    ],
    [
      OPS.endGroup,
      () => {
        walk.layers.pop();
        restore(walk);
      },
    ],
    [
      OPS.beginAnnotation,
      (args) => {
        save(walk);
        walk.annotationDepth += 1;
        walk.state = { ...context.base };
        concat(walk, args[2]);
        concat(walk, args[3]);
      },
    ],
    [
      OPS.endAnnotation,
      () => {
        walk.annotationDepth -= 1;
        restore(walk);
      },
    ],
    [OPS.beginMarkedContent, () => void walk.layers.push(true)],
    [
      OPS.beginMarkedContentProps,
      (args) => void walk.layers.push(args[0] !== 'OC' || context.isLayerVisible(args[1])),
    ],
    [OPS.endMarkedContent, () => void walk.layers.pop()],
  ];
}
