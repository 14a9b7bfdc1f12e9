import { appliesOnScreen } from '../css/applies-on-screen.js';
import { attributeOf, type HtmlElement, stackChildren, textOf } from './html-tree.js';

interface StyleSheets {
  texts: string[];
  /** The page has sheets that are not here. */
  isUnread: boolean;
}

const IMPORT = /@import\b/iu;

/**
 * The style sheets of a page, in their order. Walks without recursion: pages nest deeper than the call stack.
 *
 * @param linked the text of a sheet by its address, where the file brings it along
 */
export function styleSheets(root: HtmlElement, linked: (href: string) => string | null): StyleSheets {
  const sheets: StyleSheets = { texts: [], isUnread: false };
  const stack: HtmlElement[] = [root];
  while (stack.length > 0) {
    const element = stack.pop()!;
    const isSheet = element.tag === 'style' || isLinked(element);
    if (!isSheet) {
      stackChildren(stack, element);
      continue;
    }
    if (!appliesOnScreen(attributeOf(element, 'media') ?? '') || isOtherLanguage(element)) continue;
    const text = element.tag === 'style' ? textOf(element) : linked(attributeOf(element, 'href') ?? '');
    if (text === null || IMPORT.test(text)) sheets.isUnread = true;
    if (text !== null) sheets.texts.push(text);
  }
  return sheets;
}

/** Text of another kind than CSS, for scripts. */
const isOtherLanguage = (element: HtmlElement): boolean =>
  element.tag === 'style' && !/^(?:text\/css)?$/iu.test((attributeOf(element, 'type') ?? '').trim());

const isLinked = (element: HtmlElement): boolean =>
  element.tag === 'link' && /^(?!.*\balternate\b).*\bstylesheet\b/iu.test(attributeOf(element, 'rel') ?? '');
