import { type FoldCharacters, foldLabel } from '../../words/label-text.js';
import { type OfficialRow, officialColumns } from '../official-labels.js';
import type { PrintedTable } from '../table-fit.js';

/** Labels of rows without figures stand at most this many rows behind the last one. */
const REACH = 3;
/** One such label may have lost its own heading. */
const MISPLACED_MIN = 2;
/** Shorter labels (规章) stand in other texts. */
const WHOLE_LABEL_MIN = 4;

/**
 * Marks all drafts of a table in text without borders whose labels stand under the headings of other rows:
 *
 *     规章 3 4 11                                  all labels stand a row too low, and the first row,
 *     信息内容 本年处理决定数量 行政规范性文件     which has none, was empty and left no trace
 */
export function doubtHeadings(
  { drafts, rows, alignment, officials }: PrintedTable,
  fold: FoldCharacters,
): void {
  const table = rows.slice(alignment.first, alignment.last + 1 + REACH);
  if (table.some(({ form }) => form === 'rectangle' || form === 'ragged')) return;
  const text = table
    .flatMap(({ labels }) => labels.map((label) => foldLabel(label.text, fold).core))
    .join('');
  if (countMisplaced(text, officials, fold) < MISPLACED_MIN) return;
  for (const draft of drafts) {
    if (draft.doubts.includes('labels-may-be-shifted')) continue;
    draft.doubts.push('labels-may-be-shifted');
    draft.flags.push('labels-may-be-shifted');
  }
}

/** How many rows stand behind a heading that names none of their columns. */
function countMisplaced(text: string, officials: OfficialRow[], fold: FoldCharacters): number {
  const columnsOf = new Map(
    officials.map(({ group }) => [
      group,
      new Set(officialColumns(group.columns, fold).flatMap(({ cores }) => cores)),
    ]),
  );
  const columns = new Set([...columnsOf.values()].flatMap((cores) => [...cores]));
  const owners = new Map(officials.flatMap((official) => official.cores.map((core) => [core, official])));
  const names = [...columns, ...owners.keys()]
    .filter((name) => name.length >= WHOLE_LABEL_MIN)
    .sort((a, b) => b.length - a.length);
  const misplaced = new Set<OfficialRow>();
  let heading: string | null = null;
  for (let at = 0; at < text.length; ) {
    const name = names.find((known) => text.startsWith(known, at));
    const owner = name === undefined ? undefined : owners.get(name);
    if (name !== undefined && columns.has(name)) heading = name;
    else if (owner && heading !== null && !columnsOf.get(owner.group)!.has(heading)) misplaced.add(owner);
    at += name?.length ?? 1;
  }
  return misplaced.size;
}
