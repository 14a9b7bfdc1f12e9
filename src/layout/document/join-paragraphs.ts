import { firstTokenWidth, joinRuns, runOf, type TextRun } from '../page/join-lines.js';
import { lineText, type TextLine } from '../page/text-line.js';

/** Left and right edge (points) of the text column of a page. */
export interface TextColumn {
  left: number;
  right: number;
}

/** An indent is at least this many ems; the official form indents by two. */
const INDENT_EMS = 1;
/** A line may end this many ems short of the edge and still be full: justification, hanging punctuation. */
const EDGE_SLACK_EMS = 0.5;
/** Lines of one paragraph are at most this many times the usual pitch of the page apart. */
const PITCH_SLACK = 1.5;
/** Text of another size is another paragraph. */
const SIZE_SLACK = 0.15;
/** 一、 （一） 1. 第…条 open a paragraph, where paragraphs are not marked by an indent. */
const ORDINAL =
  /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[.．、](?!\d)|第[一二三四五六七八九十百\d]+[条章])/u;

/** The edges that at least two lines share; of a page with few lines, its outermost ones. */
export function textColumnOf(lines: readonly TextLine[]): TextColumn | undefined {
  if (lines.length === 0) return undefined;
  const slack = 0.6 * Math.max(...lines.map((line) => line.size));
  const shared = (positions: number[], order: (a: number, b: number) => number): number => {
    const sorted = positions.sort(order);
    return (
      sorted.find((position, i) => i + 1 < sorted.length && Math.abs(sorted[i + 1]! - position) <= slack) ??
      sorted[0]!
    );
  };
  return {
    left: shared(
      lines.map((line) => line.x0),
      (a, b) => a - b,
    ),
    right: shared(
      lines.map((line) => line.x1),
      (a, b) => b - a,
    ),
  };
}

/** The usual distance (points) between the baselines of neighbouring lines of a page. */
export function linePitchOf(lines: readonly TextLine[]): number {
  const gaps = lines
    .slice(1)
    .map((line, i) => line.baseline - lines[i]!.baseline)
    .filter((gap) => gap > 0)
    .sort((a, b) => a - b);
  return gaps[gaps.length >> 1] ?? 0;
}

/**
 * Whether a line goes on in the next one: it had no room for what follows, and the next line opens no paragraph.
 * @param startLine the first line of the paragraph so far; `columns` and `pitch` are those of each line's page.
 */
export function continues(
  line: TextLine,
  next: TextLine,
  startLine: TextLine,
  page: { column: TextColumn; nextColumn: TextColumn; startColumn: TextColumn; pitch: number },
): boolean {
  if (Math.abs(line.size - next.size) > SIZE_SLACK * line.size) return false;
  if (line.page === next.page && next.baseline - line.baseline > PITCH_SLACK * page.pitch) return false;
  if (hasColumnGap(line) || hasColumnGap(next)) return false;
  if (next.x0 - page.nextColumn.left >= INDENT_EMS * next.size) return false;
  const isFull = line.x1 + firstTokenWidth(next) > page.column.right - EDGE_SLACK_EMS * line.size;
  if (!isFull) return false;
  // Under an indented first line, a line at the edge is a continuation whatever it starts with: 第二十条 wraps too.
  const isIndented = startLine.x0 - page.startColumn.left >= INDENT_EMS * startLine.size;
  return isIndented || !ORDINAL.test(lineText(next));
}

/** Prose has no such gaps: the line is a row of something. */
const hasColumnGap = (line: TextLine): boolean => line.glyphs.some(({ spaces }) => spaces === 2);

/** Text of a paragraph whose lines were broken by the layout. */
export function paragraphRun(lines: readonly TextLine[]): TextRun {
  return lines
    .slice(1)
    .reduce(
      (run, line, i) =>
        joinRuns(run, runOf(line), { isForced: true, endsWithSpace: lines[i]!.endsWithSpace }),
      runOf(lines[0]!),
    );
}
