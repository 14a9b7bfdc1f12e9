/** Enough of a file to know it by. */
const CHARS_READ = 300_000;

const PAGE = /^\s*(?:<\?xml\b|<!doctype\s+html|<(?:html|head|body)\b)/iu;

/** What lines of Markdown, of wikis and of other light markup are made of, and no line of a page: headings, lines in bold, rows and rules of tables. */
const MARKS = [
  /^\{\|/mu,
  /^\|\}\s*$/mu,
  /^'''.+'''\s*$/mu,
  /^={1,6} .+ ={1,6}\s*$/mu,
  /^ {0,3}#{1,6} \S/mu,
  /^\*\*[^*\n]+\*\*$/mu,
  /^ {0,3}\|?(?: ?:?-{3,}:? ?\|)+(?: ?:?-{3,}:? ?)?$/mu,
  /^h[1-6]\. \S/mu,
  /^\*[^*\s][^*\n]*\*$/mu,
  /^\*{1,6} \S/mu,
  /^\|={3,}\s*$/mu,
  /^\^.*[\^|]\s*$/mu,
  /^\|.*\|\s*\n\|.*\|\s*\n\|.*\|\s*$/mu,
];
const MARKS_MIN = 2;

/** Is a text with tags Markdown that holds some HTML, as converters write for tables with merged cells, and no page? */
export function looksLikeMarkdown(text: string): boolean {
  const start = text.slice(0, CHARS_READ);
  return !PAGE.test(start) && MARKS.filter((mark) => mark.test(start)).length >= MARKS_MIN;
}
