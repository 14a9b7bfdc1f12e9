import {
  intersectBoxes,
  type Matrix,
  multiply,
  transformBox,
  transformPoint,
} from '../../../src/layout/page/matrix.js';
import type { Ruling } from '../../../src/layout/page/page-content.js';
import { paintPath } from '../../../src/layout/page/paint-path.js';
import type { PaintedShape, PaintedStroke } from '../../../src/layout/page/painted-shape.js';
import { clipRuling, pathRulings } from '../../../src/layout/page/path-rulings.js';
import type { BoundingBox } from '../../../src/model/span.js';
import { layText } from './lay-text.js';
import { readPathData } from './read-path-data.js';
import type { OfdPage } from './read-structure.js';
import { childOf, type Element, numberOf, numbersOf } from './read-xml.js';
import { isOutside, windowOf } from './window-of.js';

/** A character on its page, in points from the page's top left. */
interface PaintedCharacter {
  text: string;
  x0: number;
  x1: number;
  baseline: number;
  size: number;
  /** Degrees. */
  angle: number;
  isHidden: boolean;
  font: string;
  /** The glyph of its font, where the page names it. */
  glyph?: number | undefined;
  order: number;
  /** "#rrggbb"; null where nobody knows. */
  colour: string | null;
  /** It stands outside of what the page lets be seen of its object. */
  isCut: boolean;
}

/** A picture that a page shows. */
export interface PaintedPicture {
  /** Of the resource that holds it. */
  resource: string;
  /** From the square of one unit that it fills to the page, in points. */
  matrix: Matrix;
  /** What of it is seen. */
  box: BoundingBox;
}

interface PaintedPage {
  characters: PaintedCharacter[];
  rulings: Ruling[];
  pictures: PaintedPicture[];
  /** What may lie over text, and lines that may strike it out. */
  shapes: PaintedShape[];
  strokes: PaintedStroke[];
  /** Where small pictures and outlines are drawn, which may be figures. */
  drawings: { box: BoundingBox; order: number }[];
  /** Steps of painting. */
  order: number;
  /** Pictures, drawings, and groups of objects that stand in the resources. */
  hasDrawing: boolean;
  /** Groups of objects in the resources, which may hold text. */
  composites: number;
  isCutOff: boolean;
}

const POINTS = 72 / 25.4;
/** Of one page; a page full of small print has some five thousand characters. */
const GLYPHS_MAX = 30_000;
const RULINGS_MAX = 30_000;
const PICTURES_MAX = 1_000;
const SIZE_DEFAULT = 4;
const DRAWINGS_MAX = 500;
const GROUND_SHARE = 0.5;
/** What is painted as thinly is not seen; what covers as much of the light hides what is under it. */
const ALPHA_MIN = 0.1;
const OPAQUE_MIN = 0.8;
/** Millimetres, where a path says nothing of it. */
const LINE_WIDTH_DEFAULT = 0.353;

interface Brush {
  page: PaintedPage;
  matrix: Matrix;
  box: readonly [number, number, number, number];
  isHidden: boolean;
  definitionOf: OfdPage['definitionOf'];
  /** Groups of objects may hold groups. */
  depth: number;
}

const DEPTH_MAX = 5;

/** Everything that a page shows: layers and blocks of objects in each other, in the order of drawing. */
export function paintPage({ area, contents, annotations, definitionOf }: OfdPage): PaintedPage {
  const page: PaintedPage = {
    characters: [],
    rulings: [],
    pictures: [],
    shapes: [],
    strokes: [],
    drawings: [],
    order: 0,
    hasDrawing: false,
    composites: 0,
    isCutOff: false,
  };
  const matrix: Matrix = [POINTS, 0, 0, POINTS, -area[0] * POINTS, -area[1] * POINTS];
  const box = [0, 0, area[2] * POINTS, area[3] * POINTS] as const;
  const brush: Brush = { page, matrix, box, isHidden: false, definitionOf, depth: 0 };
  for (const content of contents) paintChildren(content, brush);
  for (const annotation of annotations) paintAnnotation(annotation, brush);
  return page;
}

function paintChildren(parent: Element, brush: Brush): void {
  for (const object of parent.children) {
    if (brush.page.characters.length >= GLYPHS_MAX || brush.page.rulings.length > RULINGS_MAX) {
      brush.page.isCutOff = true;
      return;
    }
    paintObject(object, brush);
  }
}

/** What an annotation looks like, over all that the page shows; one that does not say is a box in which something is not read. */
function paintAnnotation(annotation: Element, brush: Brush): void {
  const appearance = childOf(annotation, 'Appearance');
  if (isHidden(annotation) || appearance === undefined) return;
  const matrix = matrixOf(appearance, brush.matrix);
  paintChildren(appearance, { ...brush, matrix });
  const [, , width, height] = numbersOf(appearance.attributes.get('Boundary'));
  if (appearance.children.length > 0 || width === undefined || height === undefined) return;
  const box = transformBox(matrix, [0, 0, width, height]);
  brush.page.drawings.push({ box, order: ++brush.page.order });
}

function paintObject(object: Element, brush: Brush): void {
  const { page } = brush;
  const own = { ...brush, isHidden: brush.isHidden || isHidden(object) };
  if (object.name === 'Layer' || object.name === 'PageBlock') paintChildren(object, own);
  else if (object.name === 'TextObject') paintText(object, own);
  else if (object.name === 'PathObject') paintLines(object, own);
  else if (object.name === 'ImageObject' || object.name === 'CompositeObject') {
    page.hasDrawing ||= !own.isHidden;
    if (object.name === 'ImageObject') paintPicture(object, own);
    if (object.name === 'CompositeObject') paintComposite(object, own);
  }
}

/** A group of objects that stands in the resources. */
function paintComposite(object: Element, brush: Brush): void {
  const unit = brush.definitionOf(object.attributes.get('ResourceID') ?? '');
  const content = childOf(unit, 'Content');
  if (content !== undefined && brush.depth < DEPTH_MAX) {
    paintChildren(content, {
      ...brush,
      matrix: matrixOf(object, brush.matrix),
      depth: brush.depth + 1,
    });
    return;
  }
  const [, , width = 0, height = 0] = numbersOf(object.attributes.get('Boundary'));
  const box = transformBox(matrixOf(object, brush.matrix), [0, 0, width, height]);
  brush.page.composites++;
  if (!brush.isHidden) brush.page.drawings.push({ box, order: ++brush.page.order });
}

const isHidden = ({ attributes }: Element): boolean =>
  attributes.get('Visible') === 'false' || numberOf(attributes.get('Alpha')) === 0;

/** From the object's own millimetres to the page: its transformation, then the corner of its box. */
function matrixOf({ attributes }: Element, outer: Matrix): Matrix {
  const [left = 0, top = 0] = numbersOf(attributes.get('Boundary'));
  const ctm = numbersOf(attributes.get('CTM'));
  const moved = multiply(outer, [1, 0, 0, 1, left, top]);
  return ctm.length === 6 ? multiply(moved, ctm as unknown as Matrix) : moved;
}

function paintText(object: Element, { page, matrix: outer, box, isHidden, definitionOf }: Brush): void {
  const matrix = matrixOf(object, outer);
  const size = Math.abs(numberOf(object.attributes.get('Size')) ?? SIZE_DEFAULT);
  const turn = numberOf(object.attributes.get('CharDirection')) ?? 0;
  const angle = (Math.atan2(matrix[1], matrix[0]) * 180) / Math.PI + turn;
  const scale = Math.hypot(matrix[0], matrix[1]);
  const font = object.attributes.get('Font') ?? '';
  const order = ++page.order;
  const parameters = definitionOf(object.attributes.get('DrawParam') ?? '');
  const colour = colourOf(childOf(object, 'FillColor') ?? childOf(parameters, 'FillColor'), '#000000');
  const window = windowOf(object, outer);
  const isUnpainted =
    isHidden ||
    alphaOf(object, 'FillColor') < ALPHA_MIN ||
    (object.attributes.get('Fill') === 'false' && object.attributes.get('Stroke') !== 'true');
  for (const character of layText(object, size)) {
    if (page.characters.length >= GLYPHS_MAX) {
      page.isCutOff = true;
      return;
    }
    const [x0, baseline] = transformPoint(matrix, character.x, character.y);
    const height = size * Math.hypot(matrix[2], matrix[3]);
    const x1 = x0 + character.width * scale;
    if (![x0, x1, baseline].every(Number.isFinite) || !(height > 0)) continue;
    const isOff = x1 < box[0] || x0 > box[2] || baseline < box[1] || baseline - height > box[3];
    const straight = ((angle % 360) + 540) % 360;
    page.characters.push({
      ...{ text: character.text, x0, x1, baseline, size: height, font },
      angle: straight - 180,
      isHidden: isUnpainted || isOff,
      isCut: isOutside(window, (x0 + x1) / 2, baseline - height / 3),
      ...{ order, colour, glyph: character.glyph },
    });
  }
}

/** Without a transformation a picture fills the box of its object; what it shows beyond that box is cut off. */
function paintPicture(object: Element, { page, matrix: outer, box, isHidden }: Brush): void {
  if (isHidden) return;
  const [left = 0, top = 0, width, height] = numbersOf(object.attributes.get('Boundary'));
  const isBoxed = width !== undefined && height !== undefined;
  const isMoved = numbersOf(object.attributes.get('CTM')).length === 6;
  if (!isBoxed && !isMoved) return;
  const own = matrixOf(object, outer);
  const matrix = isMoved ? own : multiply(own, [width!, 0, 0, height!, 0, 0]);
  const shown = intersectBoxes(transformBox(matrix, [0, 0, 1, 1]), [...box]);
  const cut = isBoxed ? transformBox(outer, [left, top, left + width, top + height]) : shown;
  const seen = intersectBoxes(shown, cut);
  if (!(seen[2] > seen[0] && seen[3] > seen[1])) return;
  if (page.pictures.length >= PICTURES_MAX) page.isCutOff = true;
  else {
    page.pictures.push({ resource: object.attributes.get('ResourceID') ?? '', matrix, box: seen });
    const order = ++page.order;
    // One as large as the page is a watermark, or a scan over its text: it lets the text be read.
    const kind = areaOf(seen) > GROUND_SHARE * areaOf([...box]) ? 'shape' : 'picture';
    page.shapes.push({ box: seen, order, colour: null, kind });
    page.drawings.push({ box: seen, order });
  }
}

function paintLines(object: Element, { page, matrix, box, isHidden }: Brush): void {
  const { attributes } = object;
  const painted = { stroke: attributes.get('Stroke') !== 'false', fill: attributes.get('Fill') === 'true' };
  if (isHidden || (!painted.stroke && !painted.fill)) return;
  page.hasDrawing = true;
  const data = readPathData(childOf(object, 'AbbreviatedData')?.text ?? '');
  notePath(object, data, { page, matrix, box }, painted);
  for (const ruling of pathRulings(data, matrixOf(object, matrix), painted)) {
    const clipped = clipRuling(ruling, [...box]);
    if (clipped) page.rulings.push(clipped);
  }
}

const areaOf = ([x0, y0, x1, y1]: BoundingBox): number => (x1 - x0) * (y1 - y0);

/** What a path may hide, strike out or draw. */
function notePath(
  object: Element,
  data: readonly number[],
  { page, matrix: outer, box }: Pick<Brush, 'page' | 'matrix' | 'box'>,
  painted: { stroke: boolean; fill: boolean },
): void {
  const matrix = matrixOf(object, outer);
  const scale = Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]));
  const order = ++page.order;
  const width = (numberOf(object.attributes.get('LineWidth')) ?? LINE_WIDTH_DEFAULT) * scale;
  const paintOf = (name: string, fallback: string) => ({
    colour: colourOf(childOf(object, name), fallback),
    isOpaque: alphaOf(object, name) >= OPAQUE_MIN,
  });
  const { shapes, strokes, drawing } = paintPath(data, matrix, {
    clip: [...box],
    ...(painted.fill && { fill: paintOf('FillColor', '#000000') }),
    ...(painted.stroke && { stroke: { ...paintOf('StrokeColor', '#000000'), width } }),
  });
  page.shapes.push(...shapes.map((shape) => ({ ...shape, order })));
  page.strokes.push(...strokes);
  if (drawing && page.drawings.length < DRAWINGS_MAX) page.drawings.push({ box: drawing, order });
}

/** Of an object and of its colour, 0 to 1. */
function alphaOf(object: Element, name: string): number {
  const own = numberOf(object.attributes.get('Alpha')) ?? 255;
  const colour = numberOf(childOf(object, name)?.attributes.get('Alpha')) ?? 255;
  return (own / 255) * (colour / 255);
}

/** Of three values a colour of the screen, of one a grey; of any other space nobody knows. */
function colourOf(element: Element | undefined, fallback: string): string | null {
  if (!element) return fallback;
  if (element.children.length > 0) return null;
  const values = numbersOf(element.attributes.get('Value'));
  const channels = values.length === 1 ? [values[0]!, values[0]!, values[0]!] : values;
  if (channels.length === 0) return fallback;
  if (channels.length !== 3) return null;
  const hex = (value: number) =>
    Math.round(Math.min(255, Math.max(0, value)))
      .toString(16)
      .padStart(2, '0');
  return `#${channels.map(hex).join('')}`;
}
