import { type Issue, issue } from '../model/issue.js';
import { type Mark, UNREAD_OBJECT } from '../model/mark.js';
import type { Block, ParsedDocument } from '../model/parsed-document.js';
import type { Result } from '../model/result.js';
import { findNoteMarks } from '../words/find-note-marks.js';

interface Piece {
  text: string;
  start: number;
  end: number;
}

/** What is left out where something else is in the same piece. */
const SET_ASIDE: ReadonlySet<string> = new Set(['struck-out', 'raised-mark', 'hidden', 'covered']);
const DIGIT = /[0-9０-９]/u;

/** Is a raised stretch the mark of a note: does it touch a figure? (m² and 10 to the power of 2 are none.) */
function isNoteMark(text: string, from: number, to: number): boolean {
  const before = text.slice(0, from).trimEnd();
  const after = text.slice(to).trimStart();
  return (
    /[0-9０-９%％元件条个项次人份)）\]］]$/u.test(before) || (before === '' && DIGIT.test(after.charAt(0)))
  );
}

/** The marks of one piece with those that are set aside, and the text without them, as long as it was. */
function asideOf(piece: Piece, marks: readonly Mark[], isCell: boolean): { text: string; marks: Mark[] } {
  let text = piece.text;
  const isWhole = (kind: Mark['kind']) => {
    let rest = piece.text;
    for (const mark of marks)
      if (mark.kind === kind) rest = blanked(rest, mark.start - piece.start, mark.end - piece.start);
    return rest.trim() === '';
  };
  const whole = new Map<Mark['kind'], boolean>();
  const judged = marks.map((mark): Mark => {
    const from = Math.max(mark.start - piece.start, 0);
    const to = Math.min(mark.end - piece.start, piece.text.length);
    if (from >= to || !SET_ASIDE.has(mark.kind) || piece.text.slice(from, to).trim() === '') return mark;
    if (!whole.has(mark.kind)) whole.set(mark.kind, isWhole(mark.kind));
    if (mark.kind === 'raised-mark') {
      if (whole.get(mark.kind)) return DIGIT.test(piece.text) ? { ...mark, kind: 'several-readings' } : mark;
      if (!isNoteMark(piece.text, from, to)) return mark;
    }
    // What may be hidden and is all there is may be shown as well.
    if (mark.kind === 'hidden' && whole.get(mark.kind)) return mark;
    text = blanked(text, from, to);
    return { ...mark, isAside: true };
  });
  // A place with something crossed out in it is not empty.
  if (isCell && text.trim() === '' && DIGIT.test(piece.text)) text = text.slice(0, -1) + UNREAD_OBJECT;
  return { text, marks: judged };
}

const blanked = (text: string, from: number, to: number): string =>
  text.slice(0, from) + ' '.repeat(Math.max(to - from, 0)) + text.slice(to);

/** Marks by the piece that they touch: both stand in the order of the text. */
function markFinder(marks: readonly Mark[]): (piece: Piece) => Mark[] {
  const sorted = [...marks].sort((a, b) => a.start - b.start);
  let next = 0;
  return ({ start, end }) => {
    while (next < sorted.length && sorted[next]!.end < start) next++;
    const found: Mark[] = [];
    for (let at = next; at < sorted.length && sorted[at]!.start <= end; at++)
      if (sorted[at]!.end >= start) found.push(sorted[at]!);
    return found;
  };
}

/**
 * Takes what is no part of what the page says out of the text that the stages read: struck-out text, marks of notes, covered
 * text. Every character keeps its place, because spaces stand for what is set aside; `printed` is the text as it was.
 *
 * Issues: `marks-set-aside`, `content-not-read`.
 */
export function setMarksAside(parsed: ParsedDocument): Result<ParsedDocument> {
  const marksOf = markFinder(parsed.marks ?? []);
  const marks: Mark[] = [];
  const changes: { start: number; end: number; text: string }[] = [];
  const settle = <P extends Piece>(piece: P, isCell: boolean): P => {
    const isRecognised = parsed.recognition?.(piece.start, piece.end) != null;
    const written = isRecognised ? [] : findNoteMarks(piece.text, isCell);
    const own = [
      ...marksOf(piece),
      ...written.map((mark) => ({ ...mark, start: mark.start + piece.start, end: mark.end + piece.start })),
    ];
    if (own.length === 0) return piece;
    const settled = asideOf(piece, own, isCell);
    marks.push(...settled.marks);
    if (settled.text === piece.text) return piece;
    changes.push({ start: piece.start, end: piece.end, text: settled.text });
    return { ...piece, text: settled.text };
  };
  const blocks = parsed.blocks.map((block): Block => {
    if (block.kind === 'paragraph') return settle(block, false);
    const cells = block.cells.map((cell) => settle(cell, true));
    return cells.some((cell, index) => cell !== block.cells[index]) ? { ...block, cells } : block;
  });
  if (marks.length === 0) return { value: parsed, issues: [] };
  return {
    value: {
      ...parsed,
      blocks,
      text: rewritten(parsed.text, changes),
      marks: [...marks].sort((a, b) => a.start - b.start),
      printed: parsed.text,
    },
    issues: issuesOf(marks),
  };
}

function rewritten(text: string, changes: readonly { start: number; end: number; text: string }[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const change of [...changes].sort((a, b) => a.start - b.start)) {
    if (change.start < done) continue;
    parts.push(text.slice(done, change.start), change.text);
    done = change.end;
  }
  return [...parts, text.slice(done)].join('');
}

function issuesOf(marks: readonly Mark[]): Issue[] {
  const issues: Issue[] = [];
  const aside = marks.filter(({ isAside }) => isAside);
  const count = (kind: Mark['kind']) => aside.filter((mark) => mark.kind === kind).length;
  const kinds = [...new Set(aside.map(({ kind }) => kind))].sort();
  if (aside.length > 0) {
    const message = `Set aside: ${kinds.map((kind) => `${kind} ${count(kind)}`).join(', ')}.`;
    issues.push(issue('marks-set-aside', message));
  }
  const unread = marks.filter(({ kind }) => kind === 'not-read').length;
  if (unread > 0) {
    const message = `${unread} places of tables hold what could not be read: controls, pictures, formulas, output of scripts.`;
    issues.push(issue('content-not-read', message));
  }
  return issues;
}
