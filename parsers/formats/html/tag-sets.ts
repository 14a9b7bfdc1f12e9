import { LOOK_TAGS } from '../office-html/look-tags.js';
import type { DropKind } from './html-tree.js';

const setOf = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Elements that begin and end a line of their own. */
export const BLOCK_TAGS = setOf(
  'html body address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hgroup hr legend li listing main menu nav ol p plaintext pre section summary ' +
    'table caption thead tbody tfoot tr td th textarea ul xmp optgroup option',
);

/** Elements whose white space is printed as it stands. */
export const PREFORMATTED_TAGS = setOf('pre textarea xmp listing plaintext');

/** Elements whose content is no text of the page, and the name under which that is reported. */
export const DROPPED_TAGS: ReadonlyMap<string, DropKind> = new Map<string, DropKind>([
  ['script', 'script'],
  ['style', 'style'],
  ['noscript', 'noscript'],
  ['template', 'template'],
  ['title', 'head'],
  ['meta', 'head'],
  ['link', 'head'],
  ['base', 'head'],
  ['iframe', 'frame'],
  ['noframes', 'frame'],
  ['noembed', 'frame'],
  ['svg', 'drawing'],
  ['math', 'drawing'],
  ['canvas', 'drawing'],
  ['audio', 'drawing'],
  ['video', 'drawing'],
  ['select', 'control'],
  ['datalist', 'control'],
  ['button', 'control'],
  ['xml', 'word-markup'],
  [LOOK_TAGS.hidden, 'hidden'],
]);
