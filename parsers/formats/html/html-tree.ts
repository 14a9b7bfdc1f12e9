import type { Looks } from '../css/looks.js';

/** The parsed page, kept light: only what reading blocks needs. Offsets are UTF-16 units in the decoded source. */

export interface HtmlText {
  kind: 'text';
  text: string;
  parent: HtmlElement | null;
  start: number;
  end: number;
}

export interface HtmlComment {
  kind: 'comment';
  parent: HtmlElement | null;
}

export interface HtmlElement {
  kind: 'element';
  /** Lower case; "#root" for the document and for the inside of a template. */
  tag: string;
  namespace: string;
  attributes: HtmlAttribute[];
  children: HtmlNode[];
  parent: HtmlElement | null;
  /** The whole element; -1 where the parser made it up. */
  start: number;
  end: number;
  /** What stands between its tags. */
  innerStart: number;
  innerEnd: number;
  /** Filled by `annotateTree`. */
  facts: ElementFacts | null;
}

export type HtmlNode = HtmlText | HtmlComment | HtmlElement;

export interface HtmlAttribute {
  name: string;
  value: string;
}

/** Why an element's text is not part of the report. */
export type DropKind =
  | 'script'
  | 'style'
  | 'noscript'
  | 'template'
  | 'head'
  | 'frame'
  | 'drawing'
  | 'control'
  | 'word-markup'
  | 'navigation'
  | 'note-mark'
  | 'hidden';

/** What is known of an element and all that stands in it; dropped parts don't count. */
export interface ElementFacts {
  drop: DropKind | null;
  looks: Looks;
  /** Characters that are no white space. */
  textChars: number;
  /** Those of them that stand in links. */
  linkChars: number;
  /** Lines that the text falls into: leaf blocks and line breaks. */
  lines: number;
  /** Tables (drawn with <table>) inside, the element itself not counted. */
  tables: number;
  /** Table cells that hold text. */
  textCells: number;
}

/** The value of an attribute, or undefined. */
export function attributeOf(element: HtmlElement, name: string): string | undefined {
  return element.attributes.find((attribute) => attribute.name === name)?.value;
}

/** The children that are elements. */
export function elementChildren(element: HtmlElement): HtmlElement[] {
  return element.children.filter((child): child is HtmlElement => child.kind === 'element');
}

/** Puts an element's child elements on a stack so that the first is taken first. No spread: pages have more children than calls have arguments. */
export function stackChildren(stack: HtmlElement[], element: HtmlElement): void {
  for (let i = element.children.length - 1; i >= 0; i--) {
    const child = element.children[i]!;
    if (child.kind === 'element') stack.push(child);
  }
}

/** All text below a node, as it stands, up to a number of characters. */
export function textOf(root: HtmlElement, charsMax = Number.POSITIVE_INFINITY): string {
  let text = '';
  const stack: HtmlNode[] = [root];
  while (stack.length > 0 && text.length < charsMax) {
    const node = stack.pop()!;
    if (node.kind === 'text') text += node.text;
    if (node.kind !== 'element') continue;
    for (let i = node.children.length - 1; i >= 0; i--) {
      const child = node.children[i];
      if (child) stack.push(child);
    }
  }
  return text;
}
