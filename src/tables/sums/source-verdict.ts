import { addressKey } from '../../model/address-key.js';
import { type Issue, issue } from '../../model/issue.js';
import type { CellDraft } from '../cell-draft.js';
import type { TableFit } from '../table-fit.js';
import type { Evaluation } from './evaluate-identities.js';

interface SourceVerdict {
  /** Cells, by address key, of which two readings agree on what is printed, and whose failed sums hold no other cells. */
  inSource: Set<string>;
  issues: Issue[];
}

/** Flags of a reading that stands: how a number is written, not where it belongs or which digits it has. */
const HARMLESS = new Set(['placeholder', 'unit-converted', 'sign-word', 'note-in-cell']);

/**
 * Whose fault is a sum that does not hold? Where the place in the table and the printed labels agree on every cell of
 * it, and no digit is in doubt, the table itself is printed so: `source-inconsistent`. Else our reading may be wrong, and
 * the issue says why: `reading-in-doubt`. One issue of each kind a table at most.
 */
export function sourceVerdict(evaluations: readonly Evaluation[], fit: TableFit): SourceVerdict {
  const drafts = new Map(fit.drafts.map((draft) => [addressKey(draft), draft]));
  const failed = evaluations.filter(({ status }) => status === 'fail');
  const doubted = new Set<string>();
  const bySource: string[] = [];
  const byReading: string[] = [];
  const reasons = new Set<string>();
  for (const { identity } of failed) {
    const keys = [...identity.parts, ...identity.whole].map(addressKey);
    const doubts = keys.flatMap((key) => doubtsOf(drafts.get(key)));
    if (fit.spent.has(identity.id)) doubts.push('placed-by-identity');
    if (fit.leftovers.length > 0 || fit.hasStrayRow) doubts.push('leftover-value');
    (doubts.length > 0 ? byReading : bySource).push(identity.id);
    for (const doubt of doubts) reasons.add(doubt);
    if (doubts.length > 0) for (const key of keys) doubted.add(key);
  }
  const cells = failed.flatMap(({ identity }) => [...identity.parts, ...identity.whole].map(addressKey));
  const inSource = new Set(cells.filter((key) => !doubted.has(key)));
  return { inSource, issues: issuesOf(fit.spec.id, bySource, byReading, reasons) };
}

/** What speaks against the reading of a cell. */
function doubtsOf(draft: CellDraft | undefined): string[] {
  if (!draft) return [];
  const { doubts, flags, rowLabelled, columnLabelled, isRowWhole } = draft;
  return [
    ...doubts,
    ...flags.filter((flag) => !HARMLESS.has(flag) && !flag.startsWith('rival:')),
    ...(rowLabelled ? [] : ['label-missing']),
    ...(isRowWhole ? [] : ['row-unclear']),
    ...(columnLabelled ? [] : ['column-unlabelled']),
  ];
}

function issuesOf(
  table: string,
  bySource: readonly string[],
  byReading: readonly string[],
  reasons: ReadonlySet<string>,
): Issue[] {
  const path = `tables.${table}`;
  const issues: Issue[] = [];
  if (bySource.length > 0) {
    const message = `table ${table} does not add up as it is printed (${listed(bySource)}): place and label of every cell agree`;
    issues.push(issue('source-inconsistent', message, { path }));
  }
  if (byReading.length > 0) {
    const why = [...reasons].sort().join(', ');
    const message = `table ${table} does not add up as it was read (${listed(byReading)}), and its reading is in doubt: ${why}`;
    issues.push(issue('reading-in-doubt', message, { path }));
  }
  return issues;
}

/** Names in a list before the rest is counted. */
const NAMES_MAX = 4;

const listed = (names: readonly string[]): string =>
  names.length > NAMES_MAX
    ? `${names.slice(0, NAMES_MAX).join(', ')} and ${names.length - NAMES_MAX} more`
    : names.join(', ');
