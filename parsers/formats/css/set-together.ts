import type { Looks } from './looks.js';
import { isZero, OVERLAP_PX, pxOf } from './px-of.js';

/** Where nobody looks. Pages are centred by negative margins of some hundreds. */
const FAR_AWAY = /^-(?:\d{4,}(?:\.\d+)?(?:px|pt)|\d{3,}(?:\.\d+)?(?:em|rem|vw|vh))$/u;
const OUT_OF_BOX = /^-\d{3,}(?:\.\d+)?(?:px|pt|%)$/u;
/** Nobody sees what is as small as a hair, or as faint. */
const HAIR = /^(?:0*(?:\.\d+)?|[01](?:\.\d+)?)(?:px|pt)$/u;

/** Edges that a negative length moves out of the window. */
const EDGES = ['left', 'right', 'top', 'bottom', 'text-indent', 'margin-left', 'margin-top'];

/** What only several declarations say together: a box without a size that cuts off what does not fit; text that is raised by its place. */
export function setTogether(looks: Looks, values: ReadonlyMap<string, string>): void {
  const isPlaced = /absolute|fixed/u.test(values.get('position') ?? '');
  for (const edge of EDGES) {
    const value = values.get(edge) ?? '';
    const isIndent = edge === 'text-indent' && OUT_OF_BOX.test(value);
    if (FAR_AWAY.test(value) || isIndent || (isPlaced && OUT_OF_BOX.test(value))) looks.offscreen = true;
  }
  const cuts = ['overflow', 'overflow-x', 'overflow-y'].some((name) =>
    /hidden|clip/u.test(values.get(name) ?? ''),
  );
  const isNothing = (name: string) => HAIR.test(values.get(name) ?? '') || isZero(values.get(name) ?? '');
  const sizes = ['width', 'height', 'max-width', 'max-height', 'line-height'];
  const isBox =
    values.has('position') || values.has('float') || /block|flex|grid/u.test(looks.display ?? 'block');
  if (cuts && isBox && sizes.some(isNothing)) looks.offscreen = true;
  if (cuts && isBox) setCut(looks, values);
  const isShifted = SIDES.some((name) => Math.abs(pxOf(values.get(name)) ?? 0) >= OVERLAP_PX);
  if ((pxOf(values.get('margin-left')) ?? 0) <= -OVERLAP_PX) looks.isMoved = true;
  if (values.get('position') === 'relative' && isShifted) looks.isMoved = true;
  const indent = pxOf(values.get('text-indent')) ?? 0;
  if (cuts && indent <= -OVERLAP_PX) looks.isUnsure = true;
  const isLowLine = (pxOf(values.get('text-underline-offset')) ?? 0) <= -OVERLAP_PX / 2;
  const decoration = `${values.get('text-decoration')} ${values.get('text-decoration-line')}`;
  if (isLowLine && decoration.includes('underline')) looks.isUnsure = true;
  if (values.has('background-size') && looks.background === null && !looks.isPainted) looks.isUnsure = true;
  if (isPlaced && isOverlay(looks, values)) looks.isOverlay = true;
  const top = Number.parseFloat(values.get('top') ?? values.get('bottom') ?? '');
  if (values.get('position') === 'relative' && !Number.isNaN(top) && top !== 0) looks.raised ??= true;
}

/** How much a box that cuts off what does not fit lets be seen. A digit is as wide as `ch`. */
function setCut(looks: Looks, values: ReadonlyMap<string, string>): void {
  const size = values.get('width') ?? values.get('max-width') ?? '';
  const ems = /^([\d.]+)(em|ch|ex)$/u.exec(size);
  const width = pxOf(size);
  if (ems) looks.cutAtEms = Number(ems[1]) * (ems[2] === 'em' ? 1 : 0.5);
  else if (width !== null) looks.cutAtPx = width;
  const height = pxOf(values.get('height') ?? values.get('max-height'));
  if (height !== null) looks.lowPx = height;
}

const SIDES = ['left', 'right'];

/** Is a box that is laid over others a line through their middle, or a ground that covers all of them? */
function isOverlay(looks: Looks, values: ReadonlyMap<string, string>): boolean {
  if (Number(values.get('z-index') ?? 0) < 0) return false;
  const get = (name: string) => values.get(name) ?? values.get('inset') ?? '';
  const isDrawn = ['border', 'border-top', 'border-bottom'].some(
    (name) => !/^(?:none|0|)$/u.test(values.get(name) ?? ''),
  );
  const isFilled = looks.background !== undefined && looks.background !== 'transparent';
  const isStretched = (from: string, to: string, size: string) =>
    values.get(size) === '100%' || (isZero(get(from)) && isZero(get(to)));
  const middle = Number.parseFloat(get('top') || get('bottom'));
  const isInMiddle = /%|em|px/u.test(get('top') || get('bottom')) && middle > 0;
  const isCentred = isStretched('top', 'bottom', 'height') && values.get('margin')?.includes('auto') === true;
  const isWide = isStretched('left', 'right', 'width');
  if (isWide && (isDrawn || isFilled) && (isInMiddle || isCentred)) return true;
  return isWide && isFilled && isStretched('top', 'bottom', 'height');
}
