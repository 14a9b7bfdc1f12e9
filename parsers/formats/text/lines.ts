/** One line of the source. `text` is without its line break; offsets are UTF-16 in the whole text. */
export interface Line {
  text: string;
  start: number;
  end: number;
}

/** Splits at \n, \r\n, \r, form feed and the Unicode line separators; nothing is dropped between lines but the break itself. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  const lineBreak = /\r\n|[\n\r\f\u2028\u2029]/gu;
  let start = 0;
  for (const match of text.matchAll(lineBreak)) {
    lines.push({ text: text.slice(start, match.index), start, end: match.index });
    start = match.index + match[0].length;
  }
  lines.push({ text: text.slice(start), start, end: text.length });
  return lines;
}

/** The slice of `text` between two offsets without the white space at its ends. An empty one stands at its start. */
export function trimmedRange(text: string, start: number, end: number): { start: number; end: number } {
  let from = start;
  let to = end;
  while (from < to && /\s/u.test(text[from]!)) from++;
  while (to > from && /\s/u.test(text[to - 1]!)) to--;
  return from < to ? { start: from, end: to } : { start, end: start };
}
