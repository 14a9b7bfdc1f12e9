import type { TreeAdapter } from 'parse5';
import type { HtmlAttribute, HtmlComment, HtmlElement, HtmlNode, HtmlText } from './html-tree.js';

/** Browsers stop nesting here too (Chrome's limit is 512); the parser's cost a tag grows with the depth. */
const DEPTH_MAX = 512;
/** Elements and moves that any page may cost; a large one may have one more for two characters. Unclosed <font> tags cost more: they are opened again in every paragraph. */
const WORK_MAX = 500_000;

/** Thrown by the adapter when a page nests or re-opens its elements without end. */
export class MarkupTooComplexError extends Error {}

const newElement = (tag: string, namespace: string, attributes: HtmlAttribute[]): HtmlElement => ({
  kind: 'element',
  tag,
  namespace,
  attributes,
  children: [],
  parent: null,
  start: -1,
  end: -1,
  innerStart: -1,
  innerEnd: -1,
  facts: null,
});

const newText = (text: string, parent: HtmlElement): HtmlText => ({
  kind: 'text',
  text,
  parent,
  start: -1,
  end: -1,
});

/** Puts a node before another; `before` stands near the end in all that parsers do, so the search starts there. */
function insertBefore(parent: HtmlElement, node: HtmlNode, before: HtmlNode): void {
  const index = parent.children.lastIndexOf(before);
  parent.children.splice(index < 0 ? parent.children.length : index, 0, node);
  node.parent = parent;
}

/** The part of parse5's location that is used. */
interface Location {
  startOffset: number;
  endOffset: number;
  startTag?: Location;
  endTag?: Location;
}

/** Keeps the offsets and lets parse5's own objects go: a page has one for every tag. */
function placeNode(node: HtmlNode, location: Location | null): void {
  if (node.kind === 'comment' || location === null) return;
  node.start = location.startOffset;
  node.end = location.endOffset;
  if (node.kind === 'element')
    node.innerStart = node.innerEnd = location.startTag?.endOffset ?? location.endOffset;
}

function endNode(node: HtmlNode, location: Partial<Location>): void {
  if (node.kind !== 'element' || location.endOffset === undefined) return;
  node.end = location.endOffset;
  node.innerEnd = location.endTag?.startOffset ?? location.endOffset;
}

function append(parent: HtmlElement, node: HtmlNode): void {
  parent.children.push(node);
  node.parent = parent;
}

/** Callbacks about the stack of open elements and about moved nodes: where hostile pages show themselves. */
function createWorkMeter(workMax: number): { open(): void; close(): void; spend(amount: number): void } {
  let depth = 0;
  let work = 0;
  const spend = (amount: number) => {
    work += amount;
    if (work > workMax) throw new MarkupTooComplexError(`the page needs more than ${workMax} steps`);
  };
  return {
    spend,
    open() {
      if (++depth > DEPTH_MAX) throw new MarkupTooComplexError(`elements nest deeper than ${DEPTH_MAX}`);
      spend(1);
    },
    close() {
      depth--;
    },
  };
}

/**
 * A parse5 tree adapter that builds one document of `HtmlNode`s. Unlike the usual ones it gives every run of characters a text node of
 * its own, so that a node is one slice of the source, even where the parser moves text out of a table.
 * Its methods throw MarkupTooComplexError on pages that would take the parser forever.
 */
export function createTreeAdapter(sourceLength: number): { treeAdapter: TreeAdapter; document: HtmlElement } {
  const document = newElement('#root', '', []);
  const meter = createWorkMeter(WORK_MAX + sourceLength / 2);
  const adapter = {
    createDocument: () => document,
    createDocumentFragment: () => newElement('#root', '', []),
    createElement: (tag: string, namespace: string, attributes: HtmlAttribute[]) =>
      newElement(tag, namespace, attributes),
    createCommentNode: (): HtmlComment => ({ kind: 'comment', parent: null }),
    createTextNode: (text: string) => newText(text, newElement('#root', '', [])),
    appendChild: append,
    insertBefore,
    insertText: (parent: HtmlElement, text: string) => append(parent, newText(text, parent)),
    insertTextBefore: (parent: HtmlElement, text: string, before: HtmlNode) =>
      insertBefore(parent, newText(text, parent), before),
    adoptAttributes(element: HtmlElement, attributes: HtmlAttribute[]) {
      const known = new Set(element.attributes.map((attribute) => attribute.name));
      element.attributes.push(...attributes.filter((attribute) => !known.has(attribute.name)));
    },
    detachNode(node: HtmlNode) {
      const siblings = node.parent?.children;
      if (siblings === undefined) return;
      meter.spend(Math.ceil(siblings.length / 256));
      const index = siblings[0] === node ? 0 : siblings.lastIndexOf(node);
      if (index >= 0) siblings.splice(index, 1);
      node.parent = null;
    },
    setTemplateContent: (template: HtmlElement, content: HtmlElement) => {
      template.children = [content];
      content.parent = template;
    },
    getTemplateContent: (template: HtmlElement) => template.children[0],
    getFirstChild: (node: HtmlElement) => node.children[0] ?? null,
    getChildNodes: (node: HtmlElement) => node.children,
    getParentNode: (node: HtmlNode) => node.parent,
    getAttrList: (element: HtmlElement) => element.attributes,
    getTagName: (element: HtmlElement) => element.tag,
    getNamespaceURI: (element: HtmlElement) => element.namespace,
    getTextNodeContent: (node: HtmlText) => node.text,
    getCommentNodeContent: () => '',
    getDocumentTypeNodeName: () => '',
    getDocumentTypeNodePublicId: () => '',
    getDocumentTypeNodeSystemId: () => '',
    getDocumentMode: () => 'no-quirks',
    setDocumentMode: () => {},
    setDocumentType: () => {},
    isTextNode: (node: HtmlNode) => node.kind === 'text',
    isCommentNode: (node: HtmlNode) => node.kind === 'comment',
    isElementNode: (node: HtmlNode) => node.kind === 'element',
    isDocumentTypeNode: () => false,
    // Asked only whether there is one.
    getNodeSourceCodeLocation: (node: HtmlNode) => (node.kind !== 'comment' && node.start >= 0 ? node : null),
    setNodeSourceCodeLocation: placeNode,
    updateNodeSourceCodeLocation: endNode,
    onItemPush: meter.open,
    onItemPop: meter.close,
  };
  // The parser takes its nodes for unknown and only hands them back.
  return { treeAdapter: adapter as unknown as TreeAdapter, document };
}
