import type { MarkKind } from '../../../src/model/mark.js';
import { attributeOf, type HtmlElement, type HtmlText } from './html-tree.js';
import type { TextState } from './walk-content.js';

/** Looks at texts of one cell as they follow each other. */
interface SideBySide {
  /** What a text is beside the one before it: nothing to say, a mark of its own, or a doubt at the border of both. */
  see(node: HtmlText, state: TextState): { own?: MarkKind; border?: MarkKind };
  /** Something stands between: a line end, a block. */
  apart(): void;
}

const FIGURE_END = /[0-9０-９][.,]?$/u;
const FIGURE_START = /^[.,]?[0-9０-９]/u;
/** Attributes that only say how a run of characters is drawn; word processors cut a number into such runs. */
const DRAWING = new Set([
  'style',
  'lang',
  'face',
  'color',
  'size',
  'align',
  'dir',
  'xml:lang',
  'new',
  'roman',
  'times',
]);
/** A figure of two digits or more that is printed twice is no number of twice as many digits. */
const TWICE = /^[0-9０-９.,]{2,}$/u;
const SMALLER = 0.85;

/** The elements around a text, from the inside, up to one that holds the other text too. */
function around(node: HtmlText, other: HtmlText): HtmlElement[] {
  const shared = new Set<HtmlElement>();
  for (let at = other.parent; at !== null; at = at.parent) shared.add(at);
  const own: HtmlElement[] = [];
  for (let at = node.parent; at !== null && !shared.has(at); at = at.parent) own.push(at);
  return own;
}

const isNamed = (element: HtmlElement): boolean => element.attributes.some(({ name }) => !DRAWING.has(name));
const isBox = ({ facts }: HtmlElement): boolean =>
  facts?.looks.isMoved === true || /^inline-|^contents/u.test(facts?.looks.display ?? '');
const isDrawnRun = (elements: readonly HtmlElement[]): boolean =>
  elements.some(({ attributes }) => attributes.length > 0) && !elements.some(isNamed);
const isNoteLink = (element: HtmlElement): boolean =>
  element.tag === 'a' && /#/u.test(attributeOf(element, 'href') ?? '');

/** Two texts with digits and nothing between them. */
function judge(before: HtmlText, beforePx: number, node: HtmlText, px: number, isSheetUnread: boolean) {
  const [left, right] = [around(before, node), around(node, before)];
  const [first, second] = [before.text.trim(), node.text.trim()];
  if (right.some(isNoteLink)) return { own: 'raised-mark' as const };
  if (px < beforePx * SMALLER) return { own: 'raised-mark' as const };
  const isTwice = first === second && TWICE.test(first) && left.length + right.length > 0;
  const boxes = [...left, ...right].filter(isBox).length;
  const isCut = left.length > 0 && right.length > 0 && !(isDrawnRun(left) && isDrawnRun(right));
  const isNamedPart = isSheetUnread && [...left, ...right].some(isNamed);
  const isDoubtful = beforePx < px * SMALLER || isTwice || boxes > 0 || isCut || isNamedPart;
  return isDoubtful ? { border: 'several-readings' as const } : {};
}

/**
 * Watches for digits that stand side by side in a cell and may be no one number: a figure that the page has twice (for wide
 * and narrow windows), a small digit behind a large one, boxes that are moved.
 *
 * @param isSheetUnread the page has style sheets that are not here: what a class hides or moves is not known
 */
export function watchSideBySide(isSheetUnread: boolean): SideBySide {
  let before: HtmlText | null = null;
  let beforePx = 0;
  return {
    see(node, { px }) {
      const last = before;
      const lastPx = beforePx;
      if (node.text === '') return {};
      before = node;
      beforePx = px;
      if (last === null || last.parent === node.parent) return {};
      const touches =
        FIGURE_END.test(last.text) && FIGURE_START.test(node.text) && /[0-9０-９]/u.test(node.text);
      return touches ? judge(last, lastPx, node, px, isSheetUnread) : {};
    },
    apart() {
      before = null;
    },
  };
}
