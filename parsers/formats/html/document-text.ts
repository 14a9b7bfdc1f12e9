import type { Mark } from '../../../src/model/mark.js';
import type { Place } from '../../../src/model/parsed-document.js';
import { firstWhere } from '../../../src/words/first-where.js';
import type { FinishedRun, Segment } from './text-run.js';

/** The parsed text as it grows, with the source place of every character. */
export interface DocumentText {
  length(): number;
  /** Adds text that the source does not hold: a line end, the bar between two cells. */
  addSeparator(text: string): void;
  /** Adds a paragraph or cell and says where it stands. */
  addRun(run: FinishedRun): Place;
  toString(): string;
  /** The marks of all that was added. */
  marks(): Mark[];
  /** Source place of the characters [start, end); {} when none of them is in the source. */
  locate(start: number, end: number): Partial<Place>;
}

/** Index of the first segment that ends after `offset`. */
const firstSegmentAfter = (segments: Segment[], offset: number): number =>
  firstWhere(segments.length, (at) => segments[at]!.end > offset);

/** Makes an empty text. */
export function createDocumentText(): DocumentText {
  const parts: string[] = [];
  const segments: Segment[] = [];
  const marks: Mark[] = [];
  let length = 0;

  const locate = (start: number, end: number): Partial<Place> => {
    let sourceStart = Number.POSITIVE_INFINITY;
    let sourceEnd = -1;
    for (let i = firstSegmentAfter(segments, start); i < segments.length; i++) {
      const segment = segments[i]!;
      if (segment.start >= end) break;
      const linear = segment.end - segment.start === segment.sourceEnd - segment.sourceStart;
      const from = linear ? segment.sourceStart + Math.max(start - segment.start, 0) : segment.sourceStart;
      const to = linear ? segment.sourceEnd - Math.max(segment.end - end, 0) : segment.sourceEnd;
      // Least and greatest, not first and last: text that browsers move out of a table stands before it.
      sourceStart = Math.min(sourceStart, from);
      sourceEnd = Math.max(sourceEnd, to);
    }
    return sourceEnd < 0 ? {} : { sourceStart, sourceEnd };
  };

  return {
    length: () => length,
    addSeparator(text) {
      parts.push(text);
      length += text.length;
    },
    addRun(run) {
      const start = length;
      parts.push(run.text);
      length += run.text.length;
      for (const segment of run.segments) {
        segments.push({ ...segment, start: segment.start + start, end: segment.end + start });
      }
      for (const mark of run.marks) marks.push({ ...mark, start: mark.start + start, end: mark.end + start });
      return { start, end: length, ...locate(start, length) };
    },
    toString: () => parts.join(''),
    marks: () => marks,
    locate,
  };
}
