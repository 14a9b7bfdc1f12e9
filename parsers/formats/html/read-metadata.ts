import type { ParsedDocument } from '../../../src/model/parsed-document.js';
import { attributeOf, type HtmlElement, stackChildren, textOf } from './html-tree.js';

/** Instructions to browsers and search engines, not facts about the text. */
const TECHNICAL =
  /^(?:viewport|renderer|robots|generator|referrer|format-detection|theme-color|csrf-.*|apple-.*|msapplication-.*|og:image.*|twitter:.*|x-.*|progid)$/i;
const ENTRIES_MAX = 200;
const VALUE_CHARS_MAX = 2000;

const clean = (value: string): string => value.replace(/\s+/g, ' ').trim().slice(0, VALUE_CHARS_MAX);

/** <title> and <meta name> (or property), in the order of the page, names as written, empty ones left out. */
export function readMetadata(root: HtmlElement): ParsedDocument['metadata'] {
  const metadata: ParsedDocument['metadata'] = [];
  const stack: HtmlElement[] = [root];
  while (stack.length > 0 && metadata.length < ENTRIES_MAX) {
    const element = stack.pop()!;
    if (element.tag === 'title' && element.namespace.endsWith('xhtml')) {
      const value = clean(textOf(element, VALUE_CHARS_MAX * 2));
      if (value !== '') metadata.push({ name: 'title', value });
    } else if (element.tag === 'meta') {
      const name = attributeOf(element, 'name') ?? attributeOf(element, 'property') ?? '';
      const value = clean(attributeOf(element, 'content') ?? '');
      if (name !== '' && value !== '' && !TECHNICAL.test(name)) metadata.push({ name, value });
    } else {
      stackChildren(stack, element);
    }
  }
  return metadata;
}
