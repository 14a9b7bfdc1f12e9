import type { ClauseWords } from './clause-words.js';

/** Words that narrow what was published make it a part; elsewhere a short rest may be a name. */
const RESIDUE_MAX = 6;
const SLICE_RESIDUE_MAX = 4;
/** Slices that are no channel and no way. */
const UNTOLD = new Set(['received', 'carried', 'client', 'kind', 'outcome']);
/** Subjects of which an agency counts other kinds too. */
const NARROW = new Set(['items', 'complaints', 'requests', 'visits', 'fee']);

export function isExplained(
  { residue, isNamed, isMixed }: ClauseWords,
  subject: string,
  slices: readonly string[],
): boolean {
  if (NARROW.has(subject) && isMixed) return false;
  // A way or a channel is a part that is asked for; what an unknown word narrows is in doubt, and still it.
  const isSliced = slices.some((slice) => !UNTOLD.has(slice));
  return (
    residue === '' ||
    (isSliced && residue.length <= SLICE_RESIDUE_MAX) ||
    ((isNamed || subject === 'staff') && subject !== 'items' && residue.length <= RESIDUE_MAX)
  );
}
