import type { Mark } from '../../model/mark.js';
import type { CellDraft } from '../cell-draft.js';
import { NEEDS_CONFIRMATION } from '../place/place-values.js';
import type { TableFit } from '../table-fit.js';

interface Seen {
  marks?: readonly Mark[] | undefined;
  printed?: string | undefined;
}

/**
 * Takes over what the layout says of the pieces that cells were read from. What was set aside (a mark of a note, a struck-out
 * figure) leaves a number that counts if a sum confirms it; any other mark leaves one that is in doubt. A place with a mark is
 * never blank.
 *
 *     4526¹    set aside   4526, raised-mark, needs-confirmation
 *     [4526]   a control   4526, not-read: suspect
 */
export function doubtMarked(fit: TableFit, { marks, printed }: Seen): void {
  if (marks === undefined || marks.length === 0) return;
  const extras = fit.extras.flatMap(({ cells }) => cells.map(({ draft }) => draft));
  for (const draft of [...fit.drafts, ...extras]) {
    const { place } = draft;
    if (place === null) continue;
    const own = marks.filter(({ start, end }) => start <= place.end && end >= place.start);
    if (own.length === 0) continue;
    for (const mark of own) doubt(draft, mark);
    if (printed !== undefined && draft.raw !== null && own.some(({ isAside }) => isAside))
      draft.raw = printed.slice(place.start, place.end).trim();
  }
}

/** What a reader does not see for certain. */
const GONE: ReadonlySet<Mark['kind']> = new Set(['hidden', 'covered']);

function doubt(draft: CellDraft, { kind, start, end, isAside }: Mark): void {
  if (draft.state === 'missing') return;
  if (!draft.flags.includes(kind)) draft.flags.push(kind);
  // Hidden for certain: it is not in the text at all.
  const isGone = isAside === true || (GONE.has(kind) && start === end);
  if (draft.state === 'blank') {
    draft.state = 'unreadable';
    draft.doubts.push(kind);
  } else if (!isGone) draft.doubts.push(kind);
  else if (!draft.flags.includes(NEEDS_CONFIRMATION)) draft.flags.push(NEEDS_CONFIRMATION);
}
