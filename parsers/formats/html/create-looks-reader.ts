import { attributeOf, type HtmlElement, type Looks } from './html-tree.js';

/** One simple rule of a <style> sheet: `.a.b`, `tag.a`, `#id`. */
interface StyleRule {
  tag: string;
  id: string;
  classes: string[];
  looks: Looks;
  /** Ids count more than classes, classes more than tags; later rules win among equals. */
  weight: number;
}

/** Finds what the style sheets of a page say of an element. */
export type LooksReader = (element: HtmlElement) => Looks;

const RELEVANT = /display|visibility|font-size|opacity|white-space|text-indent|left|top|mso-hide/i;
const SIMPLE_SELECTOR = /^([a-z][a-z0-9]*)?((?:[.#][\w\u0080-\uffff-]+)*)$/i;
/** Longer sheets are the site's own design, not the page's. */
const SHEET_CHARS_MAX = 500_000;
const RULES_MAX = 5000;

const NEVER_SHOWN = /^-\d{3,}(?:\.\d+)?(?:px|em|pt|rem)?$/;
const ZERO_SIZE = /^0+(?:\.0+)?(?:px|pt|em|rem|%)?$/;

/** Reads the declarations that decide visibility; the last one of a name wins. */
function looksOfDeclarations(css: string): Looks {
  const looks: Looks = {};
  if (!RELEVANT.test(css)) return looks;
  for (const declaration of css.split(';')) {
    const colon = declaration.indexOf(':');
    if (colon < 0) continue;
    const name = declaration.slice(0, colon).trim().toLowerCase();
    const value = declaration
      .slice(colon + 1)
      .replace(/!\s*important/i, '')
      .trim()
      .toLowerCase();
    if (name === 'display') looks.display = value;
    else if (name === 'mso-hide' && value === 'all') looks.display = 'none';
    else if (name === 'visibility') looks.visible = value !== 'hidden' && value !== 'collapse';
    else if (name === 'font-size') looks.tiny = ZERO_SIZE.test(value);
    else if (name === 'opacity') looks.offscreen = ZERO_SIZE.test(value);
    else if (['left', 'top', 'text-indent', 'margin-left'].includes(name) && NEVER_SHOWN.test(value))
      looks.offscreen = true;
    else if (name === 'white-space') looks.whiteSpace = whiteSpaceOf(value);
  }
  return looks;
}

function whiteSpaceOf(value: string): 'normal' | 'lines' | 'all' {
  if (value === 'pre') return 'all';
  return value.startsWith('pre') || value === 'break-spaces' ? 'lines' : 'normal';
}

/** Top-level rules of a sheet. What stands in @media or another block speaks of other readers (print, phones). */
function* topLevelRules(css: string): Generator<{ selectors: string; body: string }> {
  let depth = 0;
  let from = 0;
  let selectors = '';
  for (const match of css.matchAll(/[{};]/g)) {
    if (match[0] === '{' && depth++ === 0) {
      selectors = css.slice(from, match.index).trim();
      from = match.index + 1;
    } else if (match[0] === '}' && depth > 0 && --depth === 0) {
      if (!selectors.startsWith('@')) yield { selectors, body: css.slice(from, match.index) };
      from = match.index + 1;
    } else if (match[0] === ';' && depth === 0) {
      from = match.index + 1;
    }
  }
}

function readRules(sheets: string[]): StyleRule[] {
  const rules: StyleRule[] = [];
  for (const sheet of sheets) {
    const css = sheet.slice(0, SHEET_CHARS_MAX).replace(/\/\*[\s\S]*?\*\/|<!--|-->/g, ' ');
    for (const { selectors, body } of topLevelRules(css)) {
      const looks = looksOfDeclarations(body);
      if (Object.keys(looks).length === 0) continue;
      for (const selector of selectors.split(',')) {
        const match = SIMPLE_SELECTOR.exec(selector.trim());
        const names = match?.[2]?.match(/[.#][^.#]+/g) ?? [];
        if (match === null || names.length === 0 || rules.length >= RULES_MAX) continue;
        const classes = names.filter((name) => name[0] === '.').map((name) => name.slice(1));
        const id = names.find((name) => name[0] === '#')?.slice(1) ?? '';
        const tag = (match[1] ?? '').toLowerCase();
        const weight = (id === '' ? 0 : 10_000) + classes.length * 100 + (tag === '' ? 0 : 1);
        rules.push({ tag, id, classes, looks, weight });
      }
    }
  }
  // Stable: among equal weights the order of the sheets remains.
  return rules.sort((a, b) => a.weight - b.weight);
}

/**
 * Makes a reader of an element's looks from the texts of the page's <style> elements. Only simple selectors count:
 * a guess about a complicated one could hide a report.
 */
export function createLooksReader(sheets: string[]): LooksReader {
  const rules = readRules(sheets).map((rule, order) => ({ ...rule, order }));
  const byName = new Map<string, typeof rules>();
  for (const rule of rules) {
    const name = rule.id === '' ? `.${rule.classes[0]}` : `#${rule.id}`;
    byName.set(name, [...(byName.get(name) ?? []), rule]);
  }
  const plain: Looks = {};
  return (element) => {
    const style = attributeOf(element, 'style');
    const own = style === undefined || !RELEVANT.test(style) ? plain : looksOfDeclarations(style);
    if (byName.size === 0 || element.attributes.length === 0) return own;
    const id = attributeOf(element, 'id') ?? '';
    const classes = (attributeOf(element, 'class') ?? '').split(/\s+/).filter((name) => name !== '');
    const found = [`#${id}`, ...classes.map((name) => `.${name}`)]
      .flatMap((name) => byName.get(name) ?? [])
      .filter(
        (rule) =>
          (rule.tag === '' || rule.tag === element.tag) &&
          (rule.id === '' || rule.id === id) &&
          rule.classes.every((name) => classes.includes(name)),
      )
      .sort((a, b) => a.order - b.order);
    return found.length === 0 ? own : Object.assign({}, ...found.map((rule) => rule.looks), own);
  };
}
