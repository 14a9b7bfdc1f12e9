import type { Flag } from '../../model/codes/flag-codes.js';
import { halfWidthDigits } from '../../words/half-width-digits.js';
import { type FoldCharacters, foldLabel } from '../../words/label-text.js';
import type { AlignedRow } from '../alignment.js';
import type { CellDraft } from '../cell-draft.js';
import type { OfficialRow } from '../official-labels.js';
import { rowLabel, rowSimilarity, TAIL_SCORE } from '../rows/row-label.js';
import type { PrintedTable } from '../table-fit.js';
import { holdsNumber, type PhysicalRow } from '../token.js';

/**
 * Marks drafts of rows in text without cells whose figures may be another row's, though their label is their own:
 *
 *     6.属于四类过程性信息       three rows, two of which lost their label, and every empty cell with them:
 *     0 0 0 0 0 0 0 0 …          where the first one ends can't be told
 *
 *     2.申请人逾期…              the label 3.其他 is gone: where empty rows leave no trace,
 *     2 2                        these may be its figures
 *
 *     行政事业性收费 3           the row is printed twice, and one of the copies is empty
 *     行政事业性收费
 */
export function doubtBorderless(
  { drafts, rows, alignment, officials, empty }: PrintedTable,
  fold: FoldCharacters,
): void {
  const physicalOf = (row: AlignedRow): PhysicalRow => rows[row.physical]!;
  const borderless = alignment.rows.filter((row) => !hasCells(physicalOf(row)));
  const isTraceless =
    empty.size > 0 ||
    borderless.some((row) => countFigures(physicalOf(row)) < officials[row.official]!.width);
  const taken = new Set(alignment.rows.map(({ physical }) => physical));
  const found = new Set([...alignment.rows.map(({ official }) => official), ...empty]);
  for (const row of borderless) {
    const physical = physicalOf(row);
    const next = rows[row.physical + 1];
    const official = officials[row.official]!;
    if (isTraceless && taken.has(row.physical + 1) && mayGoOn(physical, next))
      doubt(drafts, official, 'readings-differ');
    if (isTraceless && !found.has(row.official + 1) && isNextGone(row, rows, officials, fold))
      doubt(drafts, official, 'readings-differ');
    if (next && isNamedBy(next, official, fold)) doubt(drafts, official, 'copies-differ');
  }
}

const hasCells = ({ form }: PhysicalRow): boolean => form === 'rectangle' || form === 'ragged';

/** Glued digits are as many figures at most. */
const countFigures = ({ values }: PhysicalRow): number =>
  values.reduce((n, token) => n + (token.kind === 'run' ? digitsIn(token.text) : 1), 0);

const digitsIn = (text: string): number => halfWidthDigits(text).replace(/\D/gu, '').length;

/** The row was put together from several lines, and figures without a label follow. */
const mayGoOn = (row: PhysicalRow, next: PhysicalRow | undefined): boolean =>
  row.isPieced === true && next !== undefined && next.labels.length === 0 && holdsNumber(next);

/** Rows behind a row in which the label of the next one may stand. */
const REACH = 4;

/** The label of the next row of the form under the same heading stands nowhere behind the row. */
function isNextGone(
  { official, physical }: AlignedRow,
  rows: PhysicalRow[],
  officials: OfficialRow[],
  fold: FoldCharacters,
): boolean {
  const next = officials[official + 1];
  if (!next || next.group !== officials[official]!.group) return false;
  const behind = rows.slice(physical + 1, physical + 1 + REACH).flatMap(({ labels }) => labels);
  const cores = behind.map((label) => foldLabel(label.text, fold).core);
  const text = cores.join('');
  return !next.cores.some((core) =>
    core.length < WHOLE_LABEL_MIN ? cores.includes(core) : text.includes(core),
  );
}

/** Shorter labels (其他, 总计) stand in other texts. */
const WHOLE_LABEL_MIN = 4;

/** What follows begins with the row's own label, and has no figures to compare. */
function isNamedBy(next: PhysicalRow, official: OfficialRow, fold: FoldCharacters): boolean {
  const [label] = next.labels;
  if (!label) return false;
  const { core } = foldLabel(label.text, fold);
  const begins = official.cores.some((name) => name.length >= WHOLE_LABEL_MIN && core.startsWith(name));
  return begins && !(next.values.length > 0 && rowSimilarity(rowLabel(next, fold), official) >= TAIL_SCORE);
}

function doubt(drafts: CellDraft[], official: OfficialRow, name: Flag): void {
  for (const draft of drafts) {
    if (draft.row !== official.spec.id || draft.doubts.includes(name)) continue;
    draft.doubts.push(name);
    draft.flags.push(name);
  }
}
