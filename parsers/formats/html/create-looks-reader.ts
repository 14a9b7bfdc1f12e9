import { colorOf } from '../css/color-of.js';
import { createStyleMatcher } from '../css/create-style-matcher.js';
import { familyOf } from '../css/family-of.js';
import { isPictureFont } from '../css/is-picture-font.js';
import type { Looks } from '../css/looks.js';
import { looksOf } from '../css/looks-of.js';
import { type Declaration, readDeclarations } from '../css/read-declarations.js';
import { readStyleRules, type StyleRule } from '../css/read-style-rules.js';
import { attributeOf, type HtmlElement } from './html-tree.js';
import { selectorTree } from './selector-tree.js';

interface LooksReader {
  /** What the styles of a page say of an element. */
  looksOf(element: HtmlElement): Looks;
  /** Were the style sheets too costly to be followed to the end? */
  isCut(): boolean;
}

const PLAIN: Looks = {};
/** Texts of style attributes that are kept: a page repeats a few dozen. */
const TEXTS_MAX = 2000;

/** The values of custom properties that all rules that set them agree on. */
function settledVariables(rules: readonly StyleRule[]): ReadonlyMap<string, string> {
  const found = new Map<string, string | null>();
  for (const { property, value } of rules.flatMap(({ declarations }) => declarations))
    if (property.startsWith('--'))
      found.set(property, (found.get(property) ?? value) === value ? value : null);
  return new Map([...found].flatMap(([name, value]) => (value === null ? [] : [[name, value] as const])));
}

/** Writes what custom properties stand for. One that nobody sets has the value that its use falls back to. */
function resolved(
  declarations: readonly Declaration[],
  variables: ReadonlyMap<string, string>,
): Declaration[] {
  return declarations.map((declaration) => {
    if (!declaration.value.includes('var(')) return declaration;
    const value = declaration.value.replace(
      /var\(\s*(--[-\w]+)\s*(?:,\s*([^()]*))?\)/gu,
      (whole, name: string, fallback?: string) => variables.get(name.toLowerCase()) ?? fallback ?? whole,
    );
    return { ...declaration, value };
  });
}

/** Does a rule for the first letter or line of an element let it be seen otherwise than the rest? */
function changesSight(declarations: readonly Declaration[]): boolean {
  const { tiny, struck, raised, visible, offscreen, isUnsure, color, fontPx, fontScale, isMoved } =
    looksOf(declarations);
  const isSmall = (fontPx ?? SMALL_PX) < SMALL_PX || (fontScale ?? 1) < SMALL_SCALE;
  const isFaint = color !== undefined && (color === null || isFaintColor(color));
  return [tiny, struck, raised, visible === false, offscreen, isUnsure, isMoved, isSmall, isFaint].includes(
    true,
  );
}

const SMALL_PX = 8;
const SMALL_SCALE = 0.85;
const isFaintColor = (color: string): boolean =>
  color === 'transparent' || [1, 3, 5].every((at) => Number.parseInt(color.slice(at, at + 2), 16) > 0xe0);

/** Does a box before or after an element print something: a text that is more than spaces and dots? */
function prints(declarations: readonly Declaration[]): boolean {
  const looks = looksOf(declarations);
  if (looks.display === 'none' || looks.visible === false || looks.offscreen === true) return false;
  const content = declarations.findLast(({ property }) => property === 'content')?.value ?? 'normal';
  const quoted = [...content.matchAll(/"([^"]*)"|'([^']*)'/gu)]
    .map((match) => match[1] ?? match[2] ?? '')
    .join('');
  const counted = /counter|attr\(|url\(|var\(|image/u.test(content.replace(/"[^"]*"|'[^']*'/gu, ''));
  if (content !== 'normal' && content !== 'none' && looks.isOverlay === true) return true;
  return (
    counted ||
    /^[-−+.,，%％]$|[万萬千亿億元]/u.test(quoted.trim()) ||
    /[0-9０-９〇一二三四五六七八九十百千]|\\[0-9a-f]{2,6}/iu.test(quoted)
  );
}

/** Attributes that say the same as styles. */
function hintsOf(element: HtmlElement): Looks | null {
  if (element.attributes.length === 0) return null;
  const looks: Looks = {};
  for (const { name, value } of element.attributes) {
    if (name === 'bgcolor') looks.background = colorOf(value);
    else if (name === 'background') Object.assign(looks, { background: null, isPainted: true });
    else if (name === 'color' && element.tag === 'font') looks.color = colorOf(value);
    else if (name === 'face' && element.tag === 'font') looks.families = value.split(',').map(familyOf);
    else if (name === 'dir' && value !== 'auto')
      looks.direction = value.toLowerCase() === 'rtl' ? 'rtl' : 'ltr';
    else if (name === 'size' && element.tag === 'font') {
      const px = [10, 13, 16, 18, 24, 32, 48][Number(value) - 1];
      if (px !== undefined) looks.fontPx = px;
    }
  }
  return looks;
}

/** Declarations in the order in which they count: the important ones last, within them those of the element itself. */
function inOrder(
  rules: readonly StyleRule[],
  own: readonly Declaration[],
  variables: ReadonlyMap<string, string>,
): Declaration[] {
  const all = resolved([...rules.flatMap(({ declarations }) => declarations), ...own], variables);
  const isImportant = ({ important }: Declaration) => important;
  return all.some(isImportant) ? [...all.filter((one) => !one.important), ...all.filter(isImportant)] : all;
}

/** Names by which style sheets hide text, strike it out or raise it, as design systems have them. */
const SIGHT_NAMES =
  /^(?:u-|is-|text-)?(?:del|deleted|removed|strike|strike-?through|line-?through|text-decoration-line-through|through|old(?:-?(?:value|num|data))?|sr-only|screen-reader(?:-text|-only)?|visually-hidden|hidden|hide|d-none|dn|none|invisible|display-?none|sup|superscript|transparent)$/iu;
/** Boxes of the page: what hides them is mostly not what is in force when somebody looks. */
const PAGE_BOXES = new Set('html body div section article main ul ol table tbody form'.split(' '));

/** Does a name that no sheet at hand explains say that the element is not seen as the rest is? */
function isNamedForSight(element: HtmlElement): boolean {
  if (PAGE_BOXES.has(element.tag)) return false;
  return (attributeOf(element, 'class') ?? '').split(/\s+/u).some((name) => SIGHT_NAMES.test(name));
}

/** Makes a reader of an element's looks from the texts of the page's style sheets and the element's own style. */
export function createLooksReader(sheets: readonly string[], isSheetUnread: boolean): LooksReader {
  const { rules, fonts } = readStyleRules(sheets);
  /** What the page's own fonts and fonts of pictures draw for a digit is not known. */
  const withFont = (looks: Looks): Looks =>
    looks.families === undefined
      ? looks
      : { ...looks, isOddFont: looks.families.some((name) => fonts.has(name) || isPictureFont(name)) };
  const matcher = createStyleMatcher(rules, selectorTree);
  const variables = settledVariables(rules);
  const known = new Map<string, Declaration[]>();
  const ownOf = (style: string): Declaration[] => {
    const found = known.get(style) ?? readDeclarations(style);
    if (known.size < TEXTS_MAX) known.set(style, found);
    return found;
  };
  return {
    looksOf(element) {
      const style = attributeOf(element, 'style');
      const own = style === undefined ? [] : ownOf(style);
      const matched = rules.length === 0 ? [] : matcher.rulesOf(element);
      const hints = hintsOf(element);
      const named: Looks = isSheetUnread && isNamedForSight(element) ? { isUnsure: true } : PLAIN;
      if (own.length === 0 && matched.length === 0) return withFont({ ...hints, ...named });
      const looks = {
        ...hints,
        ...named,
        ...looksOf(
          inOrder(
            matched.filter(({ pseudo }) => pseudo === null),
            own,
            variables,
          ),
        ),
      };
      for (const pseudo of ['before', 'after'] as const) {
        const made = matched.filter((rule) => rule.pseudo === pseudo);
        if (made.length > 0 && prints(inOrder(made, [], variables))) looks.generates = true;
      }
      for (const pseudo of ['first-letter', 'first-line'] as const) {
        const made = matched.filter((rule) => rule.pseudo === pseudo);
        if (made.length > 0 && changesSight(inOrder(made, [], variables))) looks.isUnsure = true;
      }
      return withFont(looks);
    },
    isCut: matcher.isCut,
  };
}
