import type { StyledTree } from '../css/create-style-matcher.js';
import { attributeOf, elementChildren, type HtmlElement, type HtmlNode, textOf } from './html-tree.js';

type Tree = StyledTree<HtmlElement, HtmlNode>;

const isTag = (node: HtmlNode): node is HtmlElement => node.kind === 'element' && node.tag !== '#root';

function existsOne(test: (element: HtmlElement) => boolean, nodes: HtmlNode[]): boolean {
  return findOne(test, nodes) !== null;
}

function findOne(test: (element: HtmlElement) => boolean, nodes: HtmlNode[]): HtmlElement | null {
  const stack = [...nodes].reverse();
  while (stack.length > 0) {
    const node = stack.pop()!;
    if (!isTag(node)) continue;
    if (test(node)) return node;
    for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i]!);
  }
  return null;
}

function findAll(test: (element: HtmlElement) => boolean, nodes: HtmlNode[]): HtmlElement[] {
  const found: HtmlElement[] = [];
  const stack = [...nodes].reverse();
  while (stack.length > 0) {
    const node = stack.pop()!;
    if (!isTag(node)) continue;
    if (test(node)) found.push(node);
    for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i]!);
  }
  return found;
}

/** The tree of a page as css-select walks it. */
export const selectorTree: Tree = {
  adapter: {
    isTag,
    existsOne,
    findOne,
    findAll,
    getAttributeValue: attributeOf,
    getChildren: (node) => (node.kind === 'element' ? node.children : []),
    getName: ({ tag }) => tag,
    getParent: ({ parent }) => parent,
    getSiblings: (node) => node.parent?.children ?? [node],
    prevElementSibling(node) {
      const siblings = node.parent === null ? [] : elementChildren(node.parent);
      return siblings[siblings.indexOf(node as HtmlElement) - 1] ?? null;
    },
    getText: (node) => (node.kind === 'element' ? textOf(node) : node.kind === 'text' ? node.text : ''),
    hasAttrib: (element, name) => attributeOf(element, name) !== undefined,
    removeSubsets: (nodes) => nodes,
  },
  keysOf(element) {
    const id = attributeOf(element, 'id');
    const classes = (attributeOf(element, 'class') ?? '').split(/\s+/u).filter((name) => name !== '');
    return [...(id === undefined ? [] : [`#${id}`]), ...classes.map((name) => `.${name}`), element.tag];
  },
};
