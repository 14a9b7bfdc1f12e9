import type { Mark, MarkKind } from '../../../src/model/mark.js';
import type { Piece } from './source-pieces.js';

/** Characters [start, end) of a text and where they stand in the source; one to one where both have the same length. */
export interface Segment {
  start: number;
  end: number;
  sourceStart: number;
  sourceEnd: number;
}

/** One finished paragraph or cell: white space collapsed, ends trimmed, segments relative to its own text. */
export interface FinishedRun {
  text: string;
  segments: Segment[];
  /** What the layout says of stretches and places of the text. */
  marks: Mark[];
}

export interface TextRun {
  /** `keepSpace`: white space stays as it is (<pre>). */
  add(piece: Piece, keepSpace: boolean): void;
  /** What the layout says of all that is added from here on. */
  setMarks(kinds: readonly MarkKind[]): void;
  /** At this place something is that has no text, or the text may be read in several ways. */
  addPoint(kind: MarkKind): void;
  /** A space that no character of the source stands for: between two blocks of one cell. */
  addBreak(): void;
  /** Hands out what was added and starts anew. */
  finish(): FinishedRun;
}

/** White space, and what is invisible at the end of a text: zero-width characters, soft hyphens, direction marks. */
const EDGE = /[\s\u0085\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/;
const CHUNK = /[ \t\n\f\r]+|[^ \t\n\f\r]+/g;

/** The range of a text without the invisible characters at its ends. `keepTabs`: a tab is an empty cell, not a blank. */
function trimmedRange(text: string, keepTabs: boolean): { start: number; end: number } {
  const isEdge = (char: string) => EDGE.test(char) && !(keepTabs && char === '\t');
  let start = 0;
  let end = text.length;
  while (start < end && isEdge(text[start]!)) start++;
  while (end > start && isEdge(text[end - 1]!)) end--;
  return { start, end };
}

function clipSegment(segment: Segment, start: number, end: number): Segment | null {
  const from = Math.max(segment.start, start);
  const to = Math.min(segment.end, end);
  if (from >= to) return null;
  const linear = segment.end - segment.start === segment.sourceEnd - segment.sourceStart;
  return {
    start: from - start,
    end: to - start,
    sourceStart: linear ? segment.sourceStart + (from - segment.start) : segment.sourceStart,
    sourceEnd: linear ? segment.sourceStart + (to - segment.start) : segment.sourceEnd,
  };
}

/** Collects the characters of one paragraph or cell. */
export function createTextRun(): TextRun {
  let parts: string[] = [];
  let length = 0;
  let segments: Segment[] = [];
  let kept = false;
  let space: { start: number; end: number } | null = null;
  let kinds: readonly MarkKind[] = [];
  let marks: Mark[] = [];

  const push = (text: string, start: number, end: number) => {
    parts.push(text);
    const last = segments.at(-1);
    const linear = end - start === text.length;
    if (start >= 0 && last && linear && last.end === length && last.sourceEnd === start && isLinear(last)) {
      last.end += text.length;
      last.sourceEnd = end;
    } else if (start >= 0) {
      segments.push({ start: length, end: length + text.length, sourceStart: start, sourceEnd: end });
    }
    for (const kind of kinds) addMark(marks, kind, length, length + text.length);
    length += text.length;
  };
  const pushSpace = () => {
    if (space !== null && length > 0) push(' ', space.start, space.end);
    space = null;
  };
  return {
    add(piece, keepSpace) {
      if (keepSpace) {
        kept = true;
        pushSpace();
        push(piece.text, piece.start, piece.end);
        return;
      }
      const linear = piece.start >= 0 && piece.end - piece.start === piece.text.length;
      for (const chunk of piece.text.matchAll(CHUNK)) {
        const start = linear ? piece.start + chunk.index : piece.start;
        const end = linear ? start + chunk[0].length : piece.end;
        if (/^[ \t\n\f\r]/.test(chunk[0])) {
          space ??= { start, end };
        } else {
          pushSpace();
          push(chunk[0], start, end);
        }
      }
    },
    setMarks(given) {
      kinds = given;
    },
    addPoint(kind) {
      marks.push({ kind, start: length, end: length });
    },
    addBreak() {
      space ??= { start: -1, end: -1 };
    },
    finish() {
      const text = parts.join('');
      const { start, end } = trimmedRange(text, kept);
      const clipped = segments.map((segment) => clipSegment(segment, start, end));
      const within = (offset: number) => Math.min(Math.max(offset, start), end) - start;
      const placed = marks.map((mark) => ({ ...mark, start: within(mark.start), end: within(mark.end) }));
      // The sign itself is trimmed off; what it turns round is not.
      if (/\u202e[^\u202c]*[0-9]{2}/u.test(text))
        placed.push({ kind: 'several-readings', start: 0, end: end - start });
      parts = [];
      length = 0;
      segments = [];
      kept = false;
      space = null;
      kinds = [];
      marks = [];
      return {
        text: text.slice(start, end),
        segments: clipped.filter((segment) => segment !== null),
        marks: placed,
      };
    },
  };
}

const isLinear = (segment: Segment): boolean =>
  segment.end - segment.start === segment.sourceEnd - segment.sourceStart;

/** Stretches that touch are one. */
function addMark(marks: Mark[], kind: MarkKind, start: number, end: number): void {
  const last = marks.findLast((mark) => mark.kind === kind && mark.end > mark.start);
  if (last?.end === start) last.end = end;
  else marks.push({ kind, start, end });
}
