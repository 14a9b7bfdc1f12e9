import type { Mark } from '../model/mark.js';

/** Raised digits and letters, and digits in circles or brackets of their own. */
const RAISED = '\u00b2\u00b3\u00b9\u2070\u2071\u2074-\u2089\u02b0-\u02b8\u1d2c-\u1d6a';
const CIRCLED =
  '\u2460-\u249b\u24b6-\u24ff\u2776-\u2793\u3220-\u3229\u3251-\u325f\u3280-\u3289\u32b1-\u32bf\u{1f100}-\u{1f10c}';
/** Signs that point to a note. */
const SIGNS = '*＊※†‡§¶#＃▲△▼▽★☆◆◇●◎■□✱✳⁎⁑＾^';
const BRACKETED = '(?:\\[|［|〔|【|﹝)(?:注|註)?\\s*[0-9０-９a-zA-Z]{0,3}(?:\\]|］|〕|】|﹞)';
const NOTE = `(?:注|註)\\s*[0-9０-９${RAISED}${CIRCLED}]{0,2}(?![0-9])`;
const MARKS = `(?:[${RAISED}${CIRCLED}${SIGNS}]|${BRACKETED}|${NOTE})`;
const NUMBER = '[-+−]?[0-9０-９][0-9０-９,，.．%]*\\s?(?:亿元|万元|元|人次|件|条|个|项|次|人|份)?';

/** A cell of one number with marks behind or before it. */
const MARKED_CELL = new RegExp(
  `^(?<before>(?:\\s*${MARKS})*\\s*)(?<number>${NUMBER})(?<after>(?:\\s*${MARKS})*\\s*)$`,
  'u',
);
/** Marks that need no cell to be known: raised and circled ones that touch the digits before them. */
const MARKED_DIGITS = new RegExp(`(?<=[0-9０-９])[${RAISED}${CIRCLED}]+`, 'gu');
const ONLY_MARKS = new RegExp(`^\\s*[${RAISED}${CIRCLED}]+\\s*$`, 'u');
/** A line drawn through a character by a character of its own. */
const STRUCK = /(?:[^\s\u0335-\u0338][\u0335-\u0338])+/gu;
/** From here on characters are printed from right to left. */
const TURNED = /\u202e[^\u202c\u202d]*/gu;

const isOne = (text: string): boolean => text.trim() !== '';

/**
 * The marks of notes that are written beside digits (4526①, 4526¹, 4526[1], *4526), digits with a line of characters through
 * them, and digits that a sign turns round. None of them is known by a carrier: they are characters like others.
 *
 * @param isCell the text is that of a cell
 * @returns stretches of the text
 */
export function findNoteMarks(text: string, isCell: boolean): Mark[] {
  if (!/[^\n\t -~\u4e00-\u9fff，。；：、（）《》“”]|[[*#^注註]/u.test(text)) return [];
  const marks: Mark[] = [];
  const add = (kind: Mark['kind'], start: number, end: number) => marks.push({ kind, start, end });
  for (const { 0: piece, index } of text.matchAll(STRUCK)) add('struck-out', index, index + piece.length);
  for (const { 0: piece, index } of text.matchAll(TURNED))
    if (/[0-9]{2}/u.test(piece)) add('several-readings', index, index + piece.length);
  if (isCell && ONLY_MARKS.test(text)) add('several-readings', 0, text.length);
  const cell = isCell ? MARKED_CELL.exec(text) : null;
  if (cell?.groups) {
    const { before, after } = cell.groups as { before: string; after: string };
    if (isOne(before)) add('raised-mark', 0, before.length);
    if (isOne(after)) add('raised-mark', text.length - after.length, text.length);
  } else {
    for (const { 0: piece, index } of text.matchAll(MARKED_DIGITS))
      add('raised-mark', index, index + piece.length);
  }
  return marks;
}
