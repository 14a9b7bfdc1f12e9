import { decodeHTML } from 'entities';

/**
 * Marks that Markdown, wikis and reStructuredText put inside a line, and HTML that converters leave in such texts:
 *
 *   [规章]{style="font-size:10pt"}    <span style="x">规章</span>    [首页](/)    '''一、总体情况'''    \[大 中 小\]
 *   `首页 </>`__                      [[xxgk|信息公开]]             &gt;
 */
const MARKS: [pattern: RegExp, text: string][] = [
  // What Textile says of a cell before its text: |\3=. 自然人|
  [/^\s*(?:[\\/]\d+|[_<>=^~]|\([^()]*\)|\{[^{}]*\})+\.(?:\s|$)/gu, ''],
  [/^\s*:{3,}.*$/gmu, ''],
  [/^\s*\.\. (?:container|figure|image)::.*$|^\s*:[a-z]+: .*$/gmu, ''],
  [/^(\s*)\.\. rubric:: /gmu, '$1'],
  [/^\s*(={1,6}) (.+) \1\s*$/gmu, '$2'],
  [/<!--.*?-->/gsu, ''],
  [/<br\s*\/?>/giu, '\n'],
  [/<\/?[a-z][a-z0-9]{0,12}(?:\s[^<>]*)?\/?>/giu, ''],
  [/!?\[([^[\]]*)\]\s?\{[^{}]*\}/gu, '$1'],
  [/\[\[(?:[^[\]|]*\|)?([^[\]]*)\]\]/gu, '$1'],
  [/!?\[([^[\]]*)\]\([^()]*\)/gu, '$1'],
  [/`([^`<>]+?)\s*<[^<>`]*>`__?/gu, '$1'],
  [/'{2,5}/gu, ''],
  [/\*\*([^*\n]+)\*\*/gu, '$1'],
  [/(?<!\\)\\(?=[\\`*_{}[\]()#+.!|<>~'"$^-])/gu, ''],
];

/** The text of a line without its marks. */
export function stripMarkup(text: string): string {
  return decodeHTML(MARKS.reduce((rest, [pattern, plain]) => rest.replace(pattern, plain), text));
}

/** What no plain text has: a sign behind a backslash, attributes behind a bracket, bold of wikis, links of reStructuredText, tags with a style, comments and entities of HTML, attributes of Textile. */
const MARKED =
  /\\[()[\].+-]|\]\{[.#]?[a-z][^{}]*\}|^\s*'''.+'''\s*$|`[^`\n]+<[^<>`\n]*>`__?|^:{3,}\s*\{?|<(?:span|div|p|u|br)\b[^<>]*>|<!--|&(?:#\d{2,5}|[lg]t|nbsp);|\|(?:[\\/]\d+|[_<>=^~])+\.\s|^\s*\.\. [a-z]+::/mu;

/** Does the text have marks inside its lines? Others are left as they are. */
export const isMarkedUp = (text: string): boolean => MARKED.test(text);
