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
}

export const PLAIN_STATE: TextState = {
  heading: undefined,
  whiteSpace: 'normal',
  invisible: false,
  tiny: false,
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
}

function stateInside(element: HtmlElement, outer: TextState): TextState {
  const looks = element.facts?.looks ?? {};
  const heading = /^h[1-6]$/.test(element.tag) ? Number(element.tag[1]) : outer.heading;
  const inherited = element.tag === 'table' ? 'normal' : outer.whiteSpace;
  const whiteSpace = PREFORMATTED_TAGS.has(element.tag) ? 'all' : (looks.whiteSpace ?? inherited);
  const invisible = looks.visible === undefined ? outer.invisible : !looks.visible;
  // A size of 0 on a list is a layout trick: its items get their size back from a style sheet we don't see.
  const named = attributeOf(element, 'class') !== undefined || attributeOf(element, 'id') !== undefined;
  const tiny = looks.tiny ?? (outer.tiny && !named);
  return { heading, whiteSpace, invisible, tiny };
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
    const block = BLOCK_TAGS.has(element.tag) || element.facts?.looks.display?.startsWith('table') === true;
    if (block) handlers.boundary();
    stack.push(() => {
      if (block) handlers.boundary();
      state = outer;
    });
    const inside = element === root ? element.children : (handlers.table(element, state) ?? element.children);
    for (let i = inside.length - 1; i >= 0; i--) stack.push(inside[i]!);
  };

  while (stack.length > 0) {
    const step = stack.pop()!;
    if (typeof step === 'function') step();
    else if (step.kind === 'comment') handlers.comment();
    else if (step.kind === 'text') {
      const unseen = (state.invisible || state.tiny) && !options.showUnseen;
      if (unseen) handlers.unseen(step);
      else handlers.text(step, state);
    } else {
      const drop = step.facts?.drop ?? null;
      if (drop !== null) handlers.dropped(step);
      else if (step.tag === 'br') handlers.boundary();
      else if (step.tag === 'img') handlers.image(step);
      else enter(step);
    }
  }
}
