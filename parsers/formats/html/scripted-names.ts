import { type HtmlElement, stackChildren, textOf } from './html-tree.js';

const SCRIPT_CHARS_MAX = 300_000;
const NAMES_MAX = 5000;
/** Words of scripts that write text into elements. */
const WRITES =
  /innerText|innerHTML|textContent|nodeValue|insertAdjacent|\.(?:text|html|append|prepend|val|before|after|replaceWith)\s*\(|countUp|animate|odometer|\.value\s*=/iu;
const NAME =
  /["'`][#.]?([A-Za-z_][\w-]{0,60})["'`]|["'`][^"'`\n]{0,60}?[#.]([A-Za-z_][\w-]{0,60})[^"'`\n]{0,40}["'`]/gu;

/** Ids and classes that scripts of the page name, where the scripts write into the page at all. */
export function scriptedNames(root: HtmlElement): ReadonlySet<string> {
  const names = new Set<string>();
  const stack: HtmlElement[] = [root];
  let left = SCRIPT_CHARS_MAX;
  while (stack.length > 0 && left > 0) {
    const element = stack.pop()!;
    if (element.tag !== 'script') {
      stackChildren(stack, element);
      continue;
    }
    const text = textOf(element, left).slice(0, left);
    left -= text.length;
    if (!WRITES.test(text)) continue;
    for (const [, plain, inSelector] of text.matchAll(NAME))
      if (names.size < NAMES_MAX) names.add(plain ?? inSelector!);
  }
  return names;
}
