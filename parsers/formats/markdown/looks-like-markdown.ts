/** Enough of a file to know it by. */
const CHARS_READ = 300_000;

const PAGE = /^\s*(?:<\?xml\b|<!doctype\s+html|<(?:html|head|body)\b)/iu;

/** What a line of Markdown begins with or is made of, and no line of a page: a heading, a whole line in bold, the rule of a table. */
const MARKS = [
  /^ {0,3}#{1,6} \S/mu,
  /^\*\*[^*\n]+\*\*$/mu,
  /^ {0,3}\|?(?: ?:?-{3,}:? ?\|)+(?: ?:?-{3,}:? ?)?$/mu,
];
const MARKS_MIN = 2;

/** Is a text with tags Markdown that holds some HTML, as converters write for tables with merged cells, and no page? */
export function looksLikeMarkdown(text: string): boolean {
  const start = text.slice(0, CHARS_READ);
  return !PAGE.test(start) && MARKS.filter((mark) => mark.test(start)).length >= MARKS_MIN;
}
