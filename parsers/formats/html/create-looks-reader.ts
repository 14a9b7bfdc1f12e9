import { colorOf } from '../css/color-of.js';
import { createStyleMatcher } from '../css/create-style-matcher.js';
import type { Looks } from '../css/looks.js';
import { looksOf } from '../css/looks-of.js';
import { type Declaration, readDeclarations } from '../css/read-declarations.js';
import { readStyleRules, type StyleRule } from '../css/read-style-rules.js';
import { attributeOf, type HtmlElement } from './html-tree.js';
import { selectorTree } from './selector-adapter.js';

interface LooksReader {
  /** What the styles of a page say of an element. */
  looksOf(element: HtmlElement): Looks;
  /** Were the style sheets too costly to be followed to the end? */
  isCut(): boolean;
}

const PLAIN: Looks = {};
/** Texts of style attributes that are kept: a page repeats a few dozen. */
const TEXTS_MAX = 2000;

/** Does a box before or after an element print something: a text that is more than spaces and dots? */
function prints(declarations: readonly Declaration[]): boolean {
  const looks = looksOf(declarations);
  if (looks.display === 'none' || looks.visible === false || looks.offscreen === true) return false;
  const content = declarations.findLast(({ property }) => property === 'content')?.value ?? 'normal';
  const quoted = [...content.matchAll(/"([^"]*)"|'([^']*)'/gu)]
    .map((match) => match[1] ?? match[2] ?? '')
    .join('');
  const counted = /counter|attr\(|url\(|var\(|image/u.test(content.replace(/"[^"]*"|'[^']*'/gu, ''));
  return counted || /[0-9０-９〇一二三四五六七八九十百千]|\\[0-9a-f]{2,6}/iu.test(quoted);
}

/** Attributes that say the same as styles. */
function hintsOf(element: HtmlElement): Looks | null {
  if (element.attributes.length === 0) return null;
  const looks: Looks = {};
  for (const { name, value } of element.attributes) {
    if (name === 'bgcolor') looks.background = colorOf(value);
    else if (name === 'background') Object.assign(looks, { background: null, isPainted: true });
    else if (name === 'color' && element.tag === 'font') looks.color = colorOf(value);
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
function inOrder(rules: readonly StyleRule[], own: readonly Declaration[]): Declaration[] {
  const all = [...rules.flatMap(({ declarations }) => declarations), ...own];
  const isImportant = ({ important }: Declaration) => important;
  return all.some(isImportant) ? [...all.filter((one) => !one.important), ...all.filter(isImportant)] : all;
}

/** Makes a reader of an element's looks from the texts of the page's style sheets and the element's own style. */
export function createLooksReader(sheets: readonly string[]): LooksReader {
  const rules = readStyleRules(sheets);
  const matcher = createStyleMatcher(rules, selectorTree);
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
      if (own.length === 0 && matched.length === 0) return hints ?? PLAIN;
      const looks = {
        ...hints,
        ...looksOf(
          inOrder(
            matched.filter(({ pseudo }) => pseudo === null),
            own,
          ),
        ),
      };
      for (const pseudo of ['before', 'after'] as const) {
        const made = matched.filter((rule) => rule.pseudo === pseudo);
        if (made.length > 0 && prints(inOrder(made, []))) looks.generates = true;
      }
      return looks;
    },
    isCut: matcher.isCut,
  };
}
