import type { MarkKind } from '../../../src/model/mark.js';
import { isSameColor } from '../css/color-of.js';
import { LOOK_TAGS, NOTHING_PRINTED } from '../office-html/look-tags.js';
import { attributeOf, type HtmlElement, type HtmlNode, type HtmlText } from './html-tree.js';
import { BLOCK_TAGS, PREFORMATTED_TAGS } from './tag-sets.js';

/** What the elements around a text say of it. */
export interface TextState {
  /** 1-6 inside <h1>..<h6>. */
  heading: number | undefined;
  /** normal: white space collapses; lines: line ends are kept; all: everything is kept. */
  whiteSpace: 'normal' | 'lines' | 'all';
  invisible: boolean;
  tiny: boolean;
  struck: boolean;
  /** Above or below the line. */
  raised: boolean;
  /** #rrggbb or `transparent`; null where it is not known. */
  color: string | null;
  background: string | null;
  /** Size of the font. */
  px: number;
  direction: 'ltr' | 'rtl';
  /** Characters are printed from right to left, digits too. */
  turned: boolean;
  /** Of a formula, a field: what it says is not sure. */
  unread: boolean;
  /** What is seen of it can't be told. */
  unsure: boolean;
  /** What is wider is cut off; null where nothing is. */
  cutAtPx: number | null;
  /** In a font that may draw its digits as others. */
  oddFont: boolean;
}

export const PLAIN_STATE: TextState = {
  heading: undefined,
  whiteSpace: 'normal',
  invisible: false,
  tiny: false,
  struck: false,
  raised: false,
  color: '#000000',
  background: '#ffffff',
  px: 16,
  direction: 'ltr',
  turned: false,
  unread: false,
  unsure: false,
  cutAtPx: null,
  oddFont: false,
};

/** Something to do where the walk stands: visit a node, or run a step of the handler's own. */
export type WalkStep = HtmlNode | (() => void);

export interface ContentHandlers {
  text(node: HtmlText, state: TextState): void;
  /** Text that is laid out but not seen: visibility:hidden, font-size:0. */
  unseen(node: HtmlText): void;
  /** A block begins or ends, or a line is broken. */
  boundary(): void;
  image(element: HtmlElement): void;
  comment(): void;
  dropped(element: HtmlElement): void;
  /** Steps to take instead of going into the element; null where it is no table. */
  table(element: HtmlElement, state: TextState): WalkStep[] | null;
  /** Takes an element that is no text, and says whether that was all of it. Asked before the element is judged otherwise. */
  object?(element: HtmlElement): boolean;
}

const STRUCK_TAGS = new Set(['s', 'strike', 'del']);
const RAISED_TAGS = new Set(['sup', 'sub', 'rt', 'rp']);
/** Sizes by the tag alone. */
const TAG_SCALES: Record<string, number> = { small: 0.83, sup: 0.83, sub: 0.83, rt: 0.5, rp: 0.5, big: 1.2 };
const HEADING_PX = [32, 24, 18.7, 16, 13.3, 10.7];
/** A box that is lower than this share of its print cuts digits across. */
const LINE_SHARE_MIN = 0.7;
/** Smaller print is seen by nobody. */
const PX_MIN = 3;
/** A cell that is shown in another order stands in another column. */
const CELL_TAGS = new Set(['td', 'th', 'tr']);
/** Boxes that begin and end a line of their own, whatever the tag. */
const LINE_BOX = /^(?:block|flow-root|flex|grid|list-item|table)/u;

const isNamed = (element: HtmlElement): boolean =>
  attributeOf(element, 'class') !== undefined || attributeOf(element, 'id') !== undefined;

/** The state of the text in an element, by the state around it. */
export function stateInside(element: HtmlElement, outer: TextState): TextState {
  const looks = element.facts?.looks ?? {};
  const heading = /^h[1-6]$/.test(element.tag) ? Number(element.tag[1]) : outer.heading;
  const inherited = element.tag === 'table' ? 'normal' : outer.whiteSpace;
  const whiteSpace = PREFORMATTED_TAGS.has(element.tag) ? 'all' : (looks.whiteSpace ?? inherited);
  const invisible = looks.visible === undefined ? outer.invisible : !looks.visible;
  // A size of 0 on a list is a layout trick: its items get their size back from a style sheet we don't see.
  const tiny = looks.tiny ?? (outer.tiny && !isNamed(element));
  const direction = looks.direction ?? outer.direction;
  const scale = looks.fontScale ?? (looks.fontPx === undefined ? (TAG_SCALES[element.tag] ?? 1) : 1);
  const base = heading === outer.heading ? outer.px : HEADING_PX[heading! - 1]!;
  const px = (looks.fontPx ?? base) * scale;
  return {
    heading,
    whiteSpace,
    invisible,
    tiny,
    direction,
    struck: outer.struck || (looks.struck ?? STRUCK_TAGS.has(element.tag)),
    raised: outer.raised || (looks.raised ?? RAISED_TAGS.has(element.tag)),
    color:
      element.tag === LOOK_TAGS.faint ? 'transparent' : looks.color === undefined ? outer.color : looks.color,
    background:
      looks.background === undefined || looks.background === 'transparent'
        ? outer.background
        : looks.background,
    px,
    oddFont: looks.isOddFont ?? outer.oddFont,
    turned:
      element.tag === LOOK_TAGS.turned ||
      looks.isMirrored === true ||
      (looks.isOverride === true || element.tag === 'bdo' ? direction === 'rtl' : outer.turned),
    unread: outer.unread || element.tag === LOOK_TAGS.unread,
    unsure:
      outer.unsure ||
      looks.isUnsure === true ||
      (looks.lowPx ?? px) < LINE_SHARE_MIN * px ||
      (looks.isReordered === true && CELL_TAGS.has(element.tag)),
    cutAtPx: looks.cutAtEms === undefined ? (looks.cutAtPx ?? outer.cutAtPx) : looks.cutAtEms * px,
  };
}

/** How wide a text is printed at least: digits are half as wide as they are high. */
const widthOf = (text: string, px: number): number =>
  /[0-9]/u.test(text) ? text.trim().length * px * 0.5 : 0;

/** Does a text only mark the place of something that is not read? */
export const isPlaceOnly = (node: HtmlText, { unread }: TextState): boolean =>
  unread && node.text === NOTHING_PRINTED;

/** What the state says of the text of a cell: as marks. */
export function marksOfState(state: TextState, text: string): MarkKind[] {
  const { color, background } = state;
  const isFaint =
    state.px < PX_MIN ||
    color === 'transparent' ||
    (color !== null && background !== null && isSameColor(color, background));
  // Whether white on a picture or a gradient is seen, nobody knows.
  const isPale =
    color !== null && background === null && color !== 'transparent' && isSameColor(color, '#ffffff');
  const isCut = state.cutAtPx !== null && widthOf(text, state.px) > state.cutAtPx + 1;
  const isOdd = state.oddFont && /\p{Nd}/u.test(text);
  const isUnsure = state.turned || state.unsure || isPale || isCut || isOdd;
  return [
    ...(state.struck ? (['struck-out'] as const) : []),
    ...(state.raised ? (['raised-mark'] as const) : []),
    ...(isFaint ? (['hidden'] as const) : []),
    ...(isUnsure ? (['several-readings'] as const) : []),
    ...(state.unread ? (['not-read'] as const) : []),
  ];
}

/** Walks an element in reading order, without recursion. `showUnseen`: invisible text is read as if seen. */
export function walkContent(
  root: HtmlElement,
  handlers: ContentHandlers,
  options: { showUnseen: boolean; state: TextState },
): void {
  let state = options.state;
  const stack: WalkStep[] = [root];

  const enter = (element: HtmlElement) => {
    const outer = state;
    state = stateInside(element, outer);
    const block = BLOCK_TAGS.has(element.tag) || LINE_BOX.test(element.facts?.looks.display ?? '');
    if (block) handlers.boundary();
    stack.push(() => {
      if (block) handlers.boundary();
      state = outer;
    });
    const inside = element === root ? element.children : (handlers.table(element, state) ?? element.children);
    for (let i = inside.length - 1; i >= 0; i--) stack.push(inside[i]!);
  };
  const visit = (element: HtmlElement) => {
    if (element !== root && handlers.object?.(element) === true) return;
    const drop = element.facts?.drop ?? null;
    if (drop !== null) handlers.dropped(element);
    else if (element.tag === 'br') handlers.boundary();
    else if (element.tag === 'img') handlers.image(element);
    else enter(element);
  };

  while (stack.length > 0) {
    const step = stack.pop()!;
    if (typeof step === 'function') step();
    else if (step.kind === 'comment') handlers.comment();
    else if (step.kind === 'text') {
      const unseen = (state.invisible || state.tiny) && !options.showUnseen;
      if (unseen) handlers.unseen(step);
      else handlers.text(step, state);
    } else visit(step);
  }
}
