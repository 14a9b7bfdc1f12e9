import { colorOf } from './color-of.js';
import { familyOf } from './family-of.js';
import type { Looks } from './looks.js';
import { isZero, OVERLAP_PX, PX_PER } from './px-of.js';
import type { Declaration } from './read-declarations.js';
import { setTogether } from './set-together.js';

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
  'font-family': setFamilies,
  font: (looks, value) => {
    const names = /(?:^|\s)[\d.]+[a-z%]*(?:\s*\/\s*[\w.%]+)?\s+([^\d].*)$/u.exec(value)?.[1];
    if (names !== undefined) setFamilies(looks, names);
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

function setFamilies(looks: Looks, value: string): void {
  if (/^(?:inherit|unset|revert)/u.test(value)) return;
  looks.families = value.split(',').map(familyOf);
}

/** Fainter text is hardly seen. */
const FAINT_SHARE = 0.25;
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

/** Properties by which text is seen or not. */
const DECIDING = new Set([
  'display',
  'visibility',
  'opacity',
  'text-decoration',
  'text-decoration-line',
  'content',
]);

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
