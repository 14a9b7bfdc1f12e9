import type { Line } from './lines.js';

/** A character of a label that is written downwards, and its comma. */
const STACKED = /^\s*[^\s\d|,;\t]{1,2}\s*$/u;
/** Such a label ends in the first cell of a row. */
const LAST = /^\s*[^\s\d|\t]{1,2}(?:\s*[|\t]| +\S+(?: +\S+){3})/u;
/** Fewer lines are no label written downwards. */
const LINES_MIN = 2;

/**
 * Puts a label that is written downwards in front of the row in whose first cell it ends:
 *
 *   三
 *   、
 *   本
 *   年 | （一）予以公开 | 0 | 0
 */
export function joinStackedLines(text: string, lines: readonly Line[]): Line[] {
  const joined: Line[] = [];
  let stacked = 0;
  for (const line of lines) {
    if (stacked >= LINES_MIN && LAST.test(line.text)) {
      const first = joined[joined.length - stacked]!;
      joined.length -= stacked;
      joined.push({ text: text.slice(first.start, line.end), start: first.start, end: line.end });
      stacked = 0;
    } else {
      joined.push(line);
      stacked = STACKED.test(line.text) ? stacked + 1 : 0;
    }
  }
  return joined;
}
