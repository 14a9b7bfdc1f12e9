import { type Block, type CssNode, generate, type List, parse, type Selector } from 'css-tree';
import { appliesOnScreen } from './applies-on-screen.js';
import { familyOf } from './family-of.js';
import { type Declaration, readDeclarations } from './read-declarations.js';

/** Boxes that a rule makes in an element, and parts of its text. */
type Pseudo = 'before' | 'after' | 'first-letter' | 'first-line';
const PSEUDOS: Readonly<Record<string, Pseudo>> = {
  before: 'before',
  after: 'after',
  marker: 'before',
  'first-letter': 'first-letter',
  'first-line': 'first-line',
};

/** One selector of a rule, with what the rule says. */
export interface StyleRule {
  selector: string;
  /** The box before or after an element that the rule makes, if it is about one. */
  pseudo: Pseudo | null;
  /** Ids, classes and tags of the selector as one number; the higher goes first. */
  specificity: number;
  declarations: readonly Declaration[];
  /** By what its last part can be found: `#id`, `.class`, the tag, or `*`. */
  key: string;
}

/** What the sheets of a page say. */
interface StyleSheet {
  rules: StyleRule[];
  /** Fonts that come with the page: which digits they draw for which characters is not known. */
  fonts: ReadonlySet<string>;
}

/** Longer sheets are the site's own design, not the page's. */
const SHEET_CHARS_MAX = 500_000;
const RULES_MAX = 20_000;
const NESTED_CHARS_MAX = 500;

const isCounted = (name: string): boolean => !['where', 'is', 'not', 'has'].includes(name);

function specificityOf(selector: Selector): number {
  let specificity = 0;
  const count = (nodes: List<CssNode>) => {
    for (const node of nodes) {
      if (node.type === 'IdSelector') specificity += 1_000_000;
      else if (node.type === 'ClassSelector' || node.type === 'AttributeSelector') specificity += 1000;
      else if (node.type === 'TypeSelector' && node.name !== '*') specificity += 1;
      else if (node.type === 'PseudoClassSelector') {
        if (isCounted(node.name)) specificity += 1000;
        const inner = node.name === 'where' ? null : node.children?.first;
        if (inner?.type === 'SelectorList') {
          const best = [...inner.children].map((one) => specificityOf(one as Selector));
          specificity += Math.max(0, ...best);
        }
      } else if (node.type === 'PseudoElementSelector') specificity += 1;
    }
  };
  count(selector.children);
  return specificity;
}

/** What the last part of a selector names: an element that has none of it can't match. */
function keyOf(selector: Selector): string {
  const last: CssNode[] = [];
  for (const node of selector.children) {
    if (node.type === 'Combinator') last.length = 0;
    else last.push(node);
  }
  const id = last.find((node) => node.type === 'IdSelector');
  const named = last.find((node) => node.type === 'ClassSelector');
  const tag = last.find((node) => node.type === 'TypeSelector' && node.name !== '*');
  if (id?.type === 'IdSelector') return `#${id.name}`;
  if (named?.type === 'ClassSelector') return `.${named.name}`;
  return tag?.type === 'TypeSelector' ? tag.name.toLowerCase() : '*';
}

/** Takes the box that a selector makes off its end; null for parts of an element that nobody asks for (::selection). */
function withoutPseudo(selector: Selector): StyleRule['pseudo'] | undefined {
  const { last } = selector.children;
  if (last?.type !== 'PseudoElementSelector' && last?.type !== 'PseudoClassSelector') return null;
  const pseudo = PSEUDOS[last.name];
  if (pseudo !== undefined) {
    selector.children.pop();
    return pseudo;
  }
  return last.type === 'PseudoElementSelector' ? undefined : null;
}

/**
 * Reads style sheets into rules, as a browser with a screen of usual width takes them. Only what decides which characters
 * a reader sees is kept. What is broken is passed over as browsers do.
 */
export function readStyleRules(sheets: readonly string[]): StyleSheet {
  const rules: StyleRule[] = [];
  const fonts = new Set<string>();
  const addRule = (prelude: CssNode, block: Block, around: string | null) => {
    if (prelude.type !== 'SelectorList') return;
    const nested: string[] = [];
    const own: string[] = [];
    for (const node of block.children) (node.type === 'Declaration' ? own : nested).push(generate(node));
    const declarations = readDeclarations(own.join(';'));
    for (const selector of prelude.children) {
      if (selector.type !== 'Selector' || rules.length >= RULES_MAX) continue;
      const whole = generate(selector);
      if (nested.length > 0) addNested(nested, insideOf(whole, around));
      if (declarations.length === 0) continue;
      const specificity = specificityOf(selector);
      const pseudo = withoutPseudo(selector);
      if (pseudo === undefined) continue;
      const text = insideOf(generate(selector), around);
      rules.push({
        selector: withoutStates(text === '' ? '*' : text),
        pseudo,
        specificity,
        declarations,
        key: keyOf(selector),
      });
    }
  };
  /** Rules that stand in the block of another. */
  const addNested = (texts: readonly string[], around: string) => {
    const tree = parse(texts.join(' '), { parseValue: false, parseCustomProperty: false });
    if (around.length < NESTED_CHARS_MAX && tree.type === 'StyleSheet') addAll(tree.children, around);
  };
  const addAll = (nodes: List<CssNode>, around: string | null) => {
    for (const node of nodes) {
      if (node.type === 'Rule') addRule(node.prelude, node.block, around);
      else if (node.type === 'Atrule' && node.name === 'font-face' && node.block !== null) {
        const font = digitFont(generate(node.block));
        if (font !== null) fonts.add(font);
      } else if (node.type === 'Atrule' && node.block !== null && isConditional(node.name)) {
        const condition = node.prelude === null ? '' : generate(node.prelude);
        const holds = node.name === 'media' ? appliesOnScreen(condition) : !/^\s*not\b/u.test(condition);
        if (holds) addAll(node.block.children, around);
      }
    }
  };
  for (const sheet of sheets) {
    const text = sheet.slice(0, SHEET_CHARS_MAX).replace(/<!--|-->/gu, ' ');
    const tree = parse(text, { parseValue: false, parseCustomProperty: false });
    if (tree.type === 'StyleSheet') addAll(tree.children, null);
  }
  return { rules, fonts };
}

/** The name of a font that comes with the page, if digits can be printed in it. */
function digitFont(block: string): string | null {
  const declared = (name: string) => new RegExp(`\\b${name}:\\s*([^;}]*)`, 'iu').exec(block)?.[1] ?? '';
  const range = declared('unicode-range');
  const hasDigits = [...range.matchAll(/U\+([\da-f]{1,6})(?:-([\da-f]{1,6}))?/giu)].some(
    ([, from, to]) => Number.parseInt(from!, 16) <= 0x39 && Number.parseInt(to ?? from!, 16) >= 0x30,
  );
  const isOthers = range !== '' && !hasDigits && !range.includes('?');
  return isOthers || !/\bsrc:[^;}]*url\(/iu.test(block) ? null : familyOf(declared('font-family'));
}

/** A selector in the block of another: `&` is what that one selects, and without it an element inside of that. */
function insideOf(selector: string, around: string | null): string {
  if (around === null) return selector;
  const outer = `:is(${around})`;
  return selector.includes('&') ? selector.replaceAll('&', outer) : `${outer} ${selector}`;
}

/** Nobody points at the page. */
const withoutStates = (selector: string): string =>
  selector.replace(/:not\(:(?:hover|focus|focus-within|focus-visible|active|target|visited)\)/gu, '');

const isConditional = (name: string): boolean => ['media', 'supports', 'layer', 'container'].includes(name);
