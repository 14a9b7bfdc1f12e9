import type { Glyph } from './page-content.js';
import type { TextLine } from './text-line.js';

/** Text with the glyph of each UTF-16 unit; null where a space was read from a gap or a line end. */
export interface TextRun {
  text: string;
  glyphs: (Glyph | null)[];
  /** A run of digits was put together over a line end: right by geometry, but nobody printed it in one piece. */
  hasJoinedDigits: boolean;
}

/** Signs that have no spaces around them in print: Han, kana, and full-width forms and punctuation. */
const WIDE = /[\u2e80-\u9fff\u3000-\u303f\uf900-\ufaff\uff00-\uffef‘’“”…—·\u{20000}-\u{3ffff}]/u;
const DIGIT = /[\d０-９]/u;
const NUMERIC = /[\d０-９.,．，%％]/u;
/** An address goes on in the next line without a space. */
const ADDRESS_END = /(?:\w+:\/\/|www\.|@)[!-~]*$|[!-~]+\.$/u;
const ADDRESS_START = /^[@./]|^[\w.-]*(?:@|\.(?:cn|com|org|net|gov)\b)/u;
/** Telephone numbers and codes break after their hyphen. */
const HYPHEN_END = /\d[-－—–]$/u;

/** Closing punctuation stays with the character before it. */
const NO_LINE_START = /^[，。、；：！？）》」』】〉”’…,;:!?)%]/u;

/** Width (points) of what could not have been broken at the start of a line: one Chinese character, or a Latin word or number. */
export function firstTokenWidth(line: TextLine): number {
  const first = line.glyphs[0]!.glyph;
  const isWide = WIDE.test(first.text);
  let end = first.x1;
  for (const { glyph, spaces } of line.glyphs.slice(1)) {
    const clings = NO_LINE_START.test(glyph.text);
    if (spaces > 0 || (!clings && (isWide || WIDE.test(glyph.text)))) break;
    end = glyph.x1;
    if (clings) break;
  }
  return end - first.x0;
}

/** Width (points) of the first character alone, for text that breaks anywhere. */
export function firstGlyphWidth(line: TextLine): number {
  const first = line.glyphs[0]!.glyph;
  return first.x1 - first.x0;
}

function emptyRun(): TextRun {
  return { text: '', glyphs: [], hasJoinedDigits: false };
}

/** Text of one line. */
export function runOf(line: TextLine): TextRun {
  const run = emptyRun();
  for (const { glyph, spaces } of line.glyphs) {
    append(run, ' '.repeat(spaces), null);
    append(run, glyph.text, glyph);
  }
  return run;
}

function append(run: TextRun, text: string, glyph: Glyph | null): void {
  run.text += text;
  for (let i = 0; i < text.length; i++) run.glyphs.push(glyph);
}

/**
 * Joins two pieces of text that stand on consecutive lines: without a space between Chinese, with one between words.
 * @param isForced the first line had no room for the next character, so the break is the layout's and not the writer's.
 */
export function joinRuns(
  head: TextRun,
  tail: TextRun,
  how: { isForced: boolean; endsWithSpace: boolean },
): TextRun {
  if (head.text === '' || tail.text === '') return head.text === '' ? tail : head;
  const glue = glueBetween(head.text, tail.text, how);
  const joinsDigits =
    glue === '' && /[\d０-９][.,．，]?$/u.test(head.text) && /^[.,．，]?[\d０-９]/u.test(tail.text);
  return {
    text: head.text + glue + tail.text,
    glyphs: [...head.glyphs, ...(glue === '' ? [] : [null]), ...tail.glyphs],
    hasJoinedDigits: head.hasJoinedDigits || tail.hasJoinedDigits || joinsDigits,
  };
}

function glueBetween(head: string, tail: string, how: { isForced: boolean; endsWithSpace: boolean }): string {
  const last = [...head].at(-1)!;
  const first = [...tail][0]!;
  const areDigits = DIGIT.test(last) && DIGIT.test(first);
  const touchesWide = WIDE.test(last) || WIDE.test(first);
  if (touchesWide && !areDigits) return '';
  if (how.endsWithSpace) return ' ';
  if (areDigits || (NUMERIC.test(last) && NUMERIC.test(first))) return how.isForced ? '' : ' ';
  if (HYPHEN_END.test(head)) return '';
  if (ADDRESS_END.test(head) || ADDRESS_START.test(tail)) return '';
  return ' ';
}

/** Joins the lines of one cell; `isForced(i)` tells whether line i ended because the cell was full. */
export function joinLines(lines: readonly TextLine[], isForced: (index: number) => boolean): TextRun {
  let run = emptyRun();
  lines.forEach((line, i) => {
    const previous = lines[i - 1];
    run = joinRuns(run, runOf(line), {
      isForced: previous !== undefined && isForced(i - 1),
      endsWithSpace: previous?.endsWithSpace ?? false,
    });
  });
  return run;
}
