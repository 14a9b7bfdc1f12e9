import { type CssNode, generate, type List, parse, type Selector } from 'css-tree';
import { appliesOnScreen } from './applies-on-screen.js';
import { type Declaration, readDeclarations } from './read-declarations.js';

/** One selector of a rule, with what the rule says. */
export interface StyleRule {
  selector: string;
  /** The box before or after an element that the rule makes, if it is about one. */
  pseudo: 'before' | 'after' | null;
  /** Ids, classes and tags of the selector as one number; the higher goes first. */
  specificity: number;
  declarations: readonly Declaration[];
  /** By what its last part can be found: `#id`, `.class`, the tag, or `*`. */
  key: string;
}

/** Longer sheets are the site's own design, not the page's. */
const SHEET_CHARS_MAX = 500_000;
const RULES_MAX = 20_000;

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
  if (last.name === 'before' || last.name === 'after') {
    selector.children.pop();
    return last.name;
  }
  return last.type === 'PseudoElementSelector' ? undefined : null;
}

/**
 * Reads style sheets into rules, as a browser with a screen of usual width takes them. Only what decides which characters
 * a reader sees is kept. What is broken is passed over as browsers do.
 */
export function readStyleRules(sheets: readonly string[]): StyleRule[] {
  const rules: StyleRule[] = [];
  const addRule = (prelude: CssNode, block: CssNode) => {
    const declarations = readDeclarations(generate(block).slice(1, -1));
    if (declarations.length === 0 || prelude.type !== 'SelectorList') return;
    for (const selector of prelude.children) {
      if (selector.type !== 'Selector' || rules.length >= RULES_MAX) continue;
      const specificity = specificityOf(selector);
      const pseudo = withoutPseudo(selector);
      if (pseudo === undefined) continue;
      const text = generate(selector);
      rules.push({
        selector: text === '' ? '*' : text,
        pseudo,
        specificity,
        declarations,
        key: keyOf(selector),
      });
    }
  };
  const addAll = (nodes: List<CssNode>) => {
    for (const node of nodes) {
      if (node.type === 'Rule') addRule(node.prelude, node.block);
      else if (node.type === 'Atrule' && node.block !== null && isConditional(node.name)) {
        if (node.name !== 'media' || appliesOnScreen(node.prelude === null ? '' : generate(node.prelude)))
          addAll(node.block.children);
      }
    }
  };
  for (const sheet of sheets) {
    const text = sheet.slice(0, SHEET_CHARS_MAX).replace(/<!--|-->/gu, ' ');
    const tree = parse(text, { parseValue: false, parseCustomProperty: false });
    if (tree.type === 'StyleSheet') addAll(tree.children);
  }
  return rules;
}

const isConditional = (name: string): boolean => ['media', 'supports', 'layer', 'container'].includes(name);
