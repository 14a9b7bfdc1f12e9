import type { ReportRecord } from '../model/report-record.js';
import { flattenRecord, type Scalar } from './flatten-record.js';

/** A path of the record and its values; one of them is not there where the path is new or gone. */
interface RecordChange {
  path: string;
  before?: Scalar;
  after?: Scalar;
}

export interface RecordDiff {
  changes: RecordChange[];
  /** Changes beyond the first thousand. */
  omitted: number;
}

const CHANGES_MAX = 1000;
/** Of long texts only the part that differs is shown, with a little around it. */
const TEXT_MAX = 120;
const AROUND = 20;

/**
 * What differs between two records of a report: fields, cells, facts, sections, checks and issues, by path, those of `before` first.
 * Where they came from, when, and the place of each number in its source are not compared.
 */
export function diffRecords(before: ReportRecord, after: ReportRecord): RecordDiff {
  const [left, right] = [flattenRecord(before), flattenRecord(after)];
  const changes: RecordChange[] = [];
  for (const [path, value] of left) {
    const now = right.get(path);
    if (now === undefined) changes.push({ path, before: shorten(value, '') });
    else if (now !== value) changes.push({ path, before: shorten(value, now), after: shorten(now, value) });
  }
  for (const [path, value] of right) {
    if (!left.has(path)) changes.push({ path, after: shorten(value, '') });
  }
  return { changes: changes.slice(0, CHANGES_MAX), omitted: Math.max(0, changes.length - CHANGES_MAX) };
}

/** The part of a long text that differs from the other one. */
function shorten(text: Scalar, other: Scalar): Scalar {
  if (typeof text !== 'string' || text.length <= TEXT_MAX) return text;
  const rival = typeof other === 'string' ? other : '';
  let start = 0;
  while (start < text.length && text[start] === rival[start]) start++;
  let end = 0;
  const most = Math.min(text.length, rival.length) - start;
  while (end < most && text[text.length - 1 - end] === rival[rival.length - 1 - end]) end++;
  const from = Math.max(0, start - AROUND);
  const to = Math.min(text.length, from + TEXT_MAX, text.length - end + AROUND);
  return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`;
}
