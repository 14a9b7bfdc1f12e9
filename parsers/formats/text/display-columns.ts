import stringWidth from 'string-width';

/** Characters that some programs count as one column wide and others as two: curly quotes, dots, dashes, Greek. */
const AMBIGUOUS =
  /[\u00a7\u00b0\u00b1\u00b7\u00d7\u00f7\u2010-\u2027\u2030-\u203e\u2103-\u2193\u2460-\u24ff\u25a0-\u25ff\u2605\u2606]/u;

/** A line of text as a terminal shows it. Columns count from 0; a Chinese character fills two. */
export interface DisplayColumns {
  width: number;
  /** The character that fills a column; a space behind the end of the line. */
  at: (column: number) => string;
  /** Offset in the line of the first character that begins at the column or behind it. */
  offset: (column: number) => number;
}

/** @param ambiguousWidth how wide the program that drew the line took curly quotes and their like to be */
export function displayColumns(text: string, ambiguousWidth: 1 | 2): DisplayColumns {
  const characters: string[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const character of text) {
    const width = widthOf(character, ambiguousWidth);
    for (let i = 0; i < width; i++) {
      characters.push(character);
      // The second half of a wide character belongs to what begins before it.
      offsets.push(i === 0 ? offset : offset + character.length);
    }
    offset += character.length;
  }
  return {
    width: characters.length,
    at: (column) => characters[column] ?? ' ',
    offset: (column) => offsets[column] ?? text.length,
  };
}

/** How many columns a text fills. */
export function displayWidth(text: string, ambiguousWidth: 1 | 2): number {
  let width = 0;
  for (const character of text) width += widthOf(character, ambiguousWidth);
  return width;
}

/** The same line for a program that takes every character for one column wide. */
export const characterColumns = (text: string): DisplayColumns => ({
  width: text.length,
  at: (column) => text[column] ?? ' ',
  offset: (column) => Math.min(column, text.length),
});

function widthOf(character: string, ambiguousWidth: 1 | 2): number {
  const code = character.codePointAt(0)!;
  if (code < 0x7f) return 1;
  if (AMBIGUOUS.test(character)) return ambiguousWidth;
  if (code >= 0x2500 && code < 0x2580) return 1;
  return stringWidth(character);
}
