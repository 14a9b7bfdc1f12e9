import { colorOf } from './color-of.js';
import type { Looks } from './looks.js';
import type { Declaration } from './read-declarations.js';

/** Where nobody looks. Pages are centred by negative margins of some hundreds. */
const FAR_AWAY = /^-(?:\d{4,}(?:\.\d+)?(?:px|pt)|\d{3,}(?:\.\d+)?(?:em|rem|vw|vh))$/u;
const OUT_OF_BOX = /^-\d{3,}(?:\.\d+)?(?:px|pt|%)$/u;
const ZERO_SIZE = /^[+-]?0*(?:\.0+)?(?:px|pt|em|rem|%|vw|vh)?$/u;
/** Nobody sees what is as small as a hair, or as faint. */
const HAIR = /^(?:0*(?:\.\d+)?|[01](?:\.\d+)?)(?:px|pt)$/u;
const NOTHING_CUT =
  /rect\(\s*(?:0|1px|0px)[\s,]+(?:0|1px|0px)[\s,]+(?:0|1px|0px)[\s,]+(?:0|1px|0px)\s*\)|inset\(\s*(?:[5-9]\d|100)%|circle\(\s*0|polygon\(\s*0(?:px|%)?\s+0(?:px|%)?\s*(?:,\s*0(?:px|%)?\s+0(?:px|%)?\s*)*\)/u;
const SIZE_WORDS: Record<string, number> = {
  'xx-small': 9,
  'x-small': 10,
  small: 13,
  medium: 16,
  large: 18,
  'x-large': 24,
  'xx-large': 32,
};
const PX_PER: Record<string, number> = { px: 1, pt: 4 / 3, rem: 16, cm: 37.8, mm: 3.78, in: 96, pc: 16 };

const isZero = (value: string): boolean => value !== '' && ZERO_SIZE.test(value);

function whiteSpaceOf(value: string): 'normal' | 'lines' | 'all' {
  if (value === 'pre') return 'all';
  return value.startsWith('pre') || value === 'break-spaces' ? 'lines' : 'normal';
}

function setFontSize(looks: Looks, value: string): void {
  looks.tiny = isZero(value);
  const { size, unit } = /^(?<size>[\d.]+)(?<unit>[a-z]+|%)$/u.exec(value)?.groups ?? {};
  if (SIZE_WORDS[value] !== undefined) looks.fontPx = SIZE_WORDS[value];
  else if (value === 'smaller') looks.fontScale = 0.8;
  else if (value === 'larger') looks.fontScale = 1.2;
  else if (size !== undefined && (unit === 'em' || unit === '%'))
    looks.fontScale = Number(size) / (unit === '%' ? 100 : 1);
  else if (size !== undefined && PX_PER[unit!] !== undefined) looks.fontPx = Number(size) * PX_PER[unit!]!;
}

const firstColor = (value: string): string | null => {
  for (const word of value.match(/[a-z-]+\([^()]*\)|[^\s,]+/gu) ?? []) {
    const color = colorOf(word);
    if (color !== null && !/^\d+$/u.test(word)) return color;
  }
  return null;
};

/** Handlers by property; each is told the value and what all declarations say together. */
const HANDLERS: Record<string, (looks: Looks, value: string) => void> = {
  display: (looks, value) => {
    looks.display = value;
  },
  'mso-hide': (looks, value) => {
    if (value === 'all') looks.display = 'none';
  },
  visibility: (looks, value) => {
    if (value !== 'inherit') looks.visible = value !== 'hidden' && value !== 'collapse';
  },
  'content-visibility': (looks, value) => {
    if (value === 'hidden') looks.offscreen = true;
  },
  'font-size': setFontSize,
  font: (looks, value) => {
    const size = /(?:^|\s)([\d.]+(?:px|pt|em|rem|%)?|smaller|larger)(?:\/|\s)/u.exec(value)?.[1];
    if (size !== undefined) setFontSize(looks, size);
  },
  opacity: (looks, value) => {
    const share = Number.parseFloat(value) / (value.endsWith('%') ? 100 : 1);
    looks.offscreen = share < 0.05;
    if (share < FAINT_SHARE) looks.isUnsure = true;
  },
  'white-space': (looks, value) => {
    looks.whiteSpace = whiteSpaceOf(value);
  },
  'text-decoration': (looks, value) => {
    looks.struck = /line-through/u.test(value);
  },
  'text-decoration-line': (looks, value) => {
    looks.struck = /line-through/u.test(value);
  },
  'vertical-align': (looks, value) => {
    const shift = Number.parseFloat(value);
    looks.raised =
      /^(?:super|sub|text-top|text-bottom)$/u.test(value) || (!Number.isNaN(shift) && shift !== 0);
  },
  'font-variant-position': (looks, value) => {
    looks.raised = value === 'super' || value === 'sub';
  },
  'mso-text-raise': (looks, value) => {
    looks.raised = !isZero(value);
  },
  color: setColor,
  '-webkit-text-fill-color': setColor,
  'background-color': (looks, value) => {
    looks.background = colorOf(value);
  },
  background: (looks, value) => {
    looks.background = /url\(|gradient/u.test(value) ? null : firstColor(value);
    setPicture(looks, value);
  },
  'background-image': (looks, value) => {
    if (value !== 'none') looks.background = null;
    setPicture(looks, value);
  },
  direction: (looks, value) => {
    looks.direction = value === 'rtl' ? 'rtl' : 'ltr';
  },
  'unicode-bidi': (looks, value) => {
    looks.isOverride = value === 'bidi-override' || value === 'isolate-override';
  },
  float: (looks, value) => {
    looks.isMoved = value === 'left' || value === 'right';
  },
  order: (looks, value) => {
    if (!isZero(value)) reorder(looks);
  },
  ...Object.fromEntries(
    ['flex-direction', 'flex-flow'].map((name) => [
      name,
      (looks: Looks, value: string) => {
        if (/reverse/u.test(value)) reorder(looks);
      },
    ]),
  ),
  ...Object.fromEntries(
    ['grid-area', 'grid-column', 'grid-row', 'grid-column-start', 'grid-row-start'].map((name) => [
      name,
      (looks: Looks, value: string) => {
        if (/\d/u.test(value) && !/^(?:1\s*\/\s*-1|span\s+\d+)$/u.test(value)) reorder(looks);
      },
    ]),
  ),
  'letter-spacing': (looks, value) => {
    const size = Number.parseFloat(value) * (value.endsWith('em') ? 16 : 1);
    if (size <= -OVERLAP_PX) looks.isUnsure = true;
  },
  filter: (looks, value) => {
    if (/opacity\(\s*0*(?:\.0\d*)?%?\s*\)/u.test(value)) looks.offscreen = true;
    else if (/blur|opacity|brightness|contrast|invert/u.test(value)) looks.isUnsure = true;
  },
  ...Object.fromEntries(
    [
      'mask',
      'mask-image',
      '-webkit-mask',
      '-webkit-mask-image',
      '-webkit-text-security',
      'mix-blend-mode',
    ].map((name) => [
      name,
      (looks: Looks, value: string) => {
        if (value !== 'none' && value !== 'normal') looks.isUnsure = true;
      },
    ]),
  ),
  transform: setTransform,
  scale: (looks, value) => {
    if (isZero(value.split(' ')[0]!)) looks.offscreen = true;
    else if (value.includes('-')) looks.isMirrored = true;
  },
  zoom: (looks, value) => {
    if (isZero(value)) looks.offscreen = true;
  },
  position: (looks, value) => {
    if (value === 'absolute' || value === 'fixed') looks.isMoved = true;
  },
  clip: setClip,
  'clip-path': setClip,
};

/** Fainter text is hardly seen. */
const FAINT_SHARE = 0.25;
/** Characters that are moved so far into each other can't be told apart. */
const OVERLAP_PX = 4;

function reorder(looks: Looks): void {
  looks.isMoved = true;
  looks.isReordered = true;
}

function setColor(looks: Looks, value: string): void {
  if (/^(?:inherit|unset|revert|currentcolor)/u.test(value)) return;
  looks.color = colorOf(value);
  // A colour that is calculated may be that of the ground.
  if (looks.color === null && value.includes('(') && !/^(?:rgb|hsl)/u.test(value)) looks.isUnsure = true;
}

function setClip(looks: Looks, value: string): void {
  if (NOTHING_CUT.test(value)) looks.offscreen = true;
  else if (!/^(?:none|auto|unset|initial|inherit)$|^url/u.test(value)) looks.isUnsure = true;
}

/** A picture behind the text; one that is a line, or has a hard edge that is not the box's own, may cross the text out. */
function setPicture(looks: Looks, value: string): void {
  if (value.includes('url(')) looks.isPainted = true;
  const isLine = /repeat-x[^,]*(?:center|\d+%)|(?:center|50%)[^,]*repeat-x/u.test(value);
  const isHard = value.includes('gradient') && /transparent|rgba\([^)]*,\s*0\)|\/|\d(?:px|em)/u.test(value);
  if (isLine || isHard) looks.isUnsure = true;
}

function setTransform(looks: Looks, value: string): void {
  if (/scale[xy]?\(\s*0*(?:\.0\d*)?\s*[,)]|translate[xy3d]*\([^)]*-\d{3,}(?:px|%|vw|em)/u.test(value))
    looks.offscreen = true;
  else if (/rotate[xyz3d]*\((?!\s*0)|scale[xy]?\([^)]*-|matrix/u.test(value)) looks.isMirrored = true;
  else if (/translate/u.test(value)) looks.isMoved = true;
}

/** Edges that a negative length moves out of the window. */
const EDGES = ['left', 'right', 'top', 'bottom', 'text-indent', 'margin-left', 'margin-top'];

/** What only several declarations say together: a box without a size that cuts off what does not fit; text that is raised by its place. */
function setTogether(looks: Looks, values: ReadonlyMap<string, string>): void {
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
  const width = pxOf(values.get('width') ?? values.get('max-width'));
  if (cuts && isBox && width !== null) looks.cutAtPx = width;
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

/** Properties by which text is seen or not. */
const DECIDING = new Set([
  'display',
  'visibility',
  'opacity',
  'text-decoration',
  'text-decoration-line',
  'content',
]);

const SIDES = ['left', 'right'];

const pxOf = (value: string | undefined): number | null => {
  const { size, unit } = /^(?<size>-?[\d.]+)(?<unit>px|pt|r?em)$/u.exec(value ?? '')?.groups ?? {};
  if (size === undefined) return null;
  return Number(size) * (unit === 'em' ? 16 : PX_PER[unit!]!);
};

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

/** What declarations say, the last of a property being the one that counts. */
export function looksOf(declarations: readonly Declaration[]): Looks {
  const looks: Looks = {};
  const values = new Map<string, string>();
  for (const { property, value: written } of declarations) {
    const value = written.replace(/^calc\(\s*([-+]?[\d.]+[a-z%]*)\s*\)$/u, '$1');
    values.set(property, value);
    // What it stands for is not known.
    if (value.includes('var(') && DECIDING.has(property)) looks.isUnsure = true;
    else HANDLERS[property]?.(looks, value);
  }
  if (values.size > 0) setTogether(looks, values);
  return looks;
}
