import type { Looks } from '../css/looks.js';
import { createLooksReader } from './create-looks-reader.js';
import {
  attributeOf,
  type DropKind,
  type ElementFacts,
  elementChildren,
  type HtmlElement,
  textOf,
} from './html-tree.js';
import { isPageFurniture } from './is-page-furniture.js';
import { styleSheets } from './style-sheets.js';
import { BLOCK_TAGS, DROPPED_TAGS } from './tag-sets.js';

interface AnnotateOptions {
  /** Leave menus, headers and footers of the site out. */
  dropRegions: boolean;
  /** Read what the page hides as if it were shown. */
  keepHidden?: boolean;
  /** Start of the ids that mammoth gives to footnotes and their marks. */
  notePrefix?: string;
  /** The text of a linked style sheet, of files that bring it along. */
  linkedSheet?: (href: string) => string | null;
}

/** What is known of the whole page, beside the facts of its elements. */
export interface PageFacts {
  /** It has style sheets that are not here, or that were too costly. */
  isSheetUnread: boolean;
}

function isHidden(element: HtmlElement, looks: Looks): boolean {
  if (looks.display === 'none' || looks.offscreen === true) return true;
  if (attributeOf(element, 'hidden') !== undefined || attributeOf(element, 'popover') !== undefined)
    return true;
  return element.tag === 'dialog' && attributeOf(element, 'open') === undefined;
}

/** The mark of a footnote in the text ([1]) or the arrow that leads back to it (↑), as mammoth writes them. */
function isNoteMark(element: HtmlElement, prefix: string | undefined): boolean {
  if (prefix === undefined) return false;
  if (element.tag === 'a')
    return textOf(element, 2) === '↑' && attributeOf(element, 'href')?.startsWith(`#${prefix}`) === true;
  if (element.tag !== 'sup') return false;
  const link = elementChildren(element)[0];
  return link?.tag === 'a' && attributeOf(link, 'id')?.startsWith(prefix) === true;
}

function dropKindOf(element: HtmlElement, looks: Looks, options: AnnotateOptions): DropKind | null {
  const byTag = DROPPED_TAGS.get(element.tag);
  if (byTag !== undefined) return byTag;
  if (options.keepHidden !== true && isHidden(element, looks)) return 'hidden';
  return isNoteMark(element, options.notePrefix) ? 'note-mark' : null;
}

const NO_LOOKS: Looks = {};

const emptyFacts = (looks: Looks): ElementFacts => ({
  drop: null,
  looks,
  textChars: 0,
  linkChars: 0,
  lines: 0,
  tables: 0,
  textCells: 0,
});

/** Sums up what stands in an element, from its children's facts. */
function finishFacts(element: HtmlElement, facts: ElementFacts): void {
  for (const child of element.children) {
    if (child.kind === 'text' && child.text.trim() !== '') facts.textChars += child.text.length;
    if (child.kind !== 'element' || child.facts === null || child.facts.drop !== null) continue;
    facts.textChars += child.facts.textChars;
    facts.linkChars += child.facts.linkChars;
    facts.lines += child.facts.lines;
    facts.tables += child.facts.tables + (child.tag === 'table' && child.facts.textChars > 0 ? 1 : 0);
    facts.textCells += child.facts.textCells;
  }
  if (element.tag === 'a') facts.linkChars = facts.textChars;
  if (element.tag === 'br' || (BLOCK_TAGS.has(element.tag) && facts.textChars > 0 && facts.lines === 0))
    facts.lines++;
  if ((element.tag === 'td' || element.tag === 'th') && facts.textChars > 0) facts.textCells++;
}

/** Fills the facts of every element, from the leaves up. */
export function annotateTree(root: HtmlElement, options: AnnotateOptions): PageFacts {
  const sheets = styleSheets(root, options.linkedSheet ?? (() => null));
  const { looksOf, isCut } = createLooksReader(sheets.texts, sheets.isUnread);
  const stack: { element: HtmlElement; next: number }[] = [{ element: root, next: 0 }];
  root.facts = emptyFacts(NO_LOOKS);
  while (stack.length > 0) {
    const top = stack.at(-1)!;
    const { element } = top;
    if (top.next < element.children.length) {
      const child = element.children[top.next++];
      if (child?.kind !== 'element') continue;
      const looks = looksOf(child);
      child.facts = emptyFacts(looks);
      child.facts.drop = dropKindOf(child, looks, options);
      stack.push({ element: child, next: 0 });
      continue;
    }
    stack.pop();
    const facts = element.facts!;
    finishFacts(element, facts);
    if (
      options.dropRegions &&
      facts.drop === null &&
      isPageFurniture(element, facts.textChars, facts.linkChars, facts.textCells)
    ) {
      facts.drop = 'navigation';
    }
  }
  return { isSheetUnread: sheets.isUnread || isCut() };
}
