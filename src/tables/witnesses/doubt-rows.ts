import type { Flag } from '../../model/codes/flag-codes.js';
import { isUnitWord } from '../../words/is-unit-word.js';
import { type FoldCharacters, foldLabel } from '../../words/label-text.js';
import type { AlignedRow, Alignment } from '../alignment.js';
import type { CellDraft } from '../cell-draft.js';
import { countWithin } from '../fit/align-rows.js';
import { isTwoRows } from '../fit/padded-rows.js';
import type { OfficialRow } from '../official-labels.js';
import { type RowLabel, rowLabel, rowSimilarity, TAIL_SCORE } from '../rows/row-label.js';
import type { PrintedTable } from '../table-fit.js';
import { holdsNumber, type PhysicalRow, type Token } from '../token.js';
import { underOtherHeading } from './under-other-heading.js';

/** A row printed twice may stand this far outside the table. */
const REACH = 6;
/** Official labels shorter than this occur inside others, and are said of many things (其他, 总计). */
const WHOLE_LABEL_MIN = 4;

/**
 * Marks drafts of rows whose label is no safe evidence, though it fits: labels out of the form's order or that may be
 * shifted against their figures, a label that two rows of the form share, two rows printed in one, a row that goes on without a label, and a row that is printed
 * twice with other figures.
 */
export function doubtRows(
  { drafts, rows, alignment, officials }: PrintedTable,
  fold: FoldCharacters,
  isOrdered: boolean,
): void {
  const doubt = (row: AlignedRow, name: Flag, isDoubtful: (draft: CellDraft) => boolean = () => true) => {
    const id = officials[row.official]!.spec.id;
    for (const draft of drafts) {
      if (draft.row !== id || draft.doubts.includes(name) || !isDoubtful(draft)) continue;
      draft.doubts.push(name);
      draft.flags.push(name);
    }
  };
  if (isOrdered) for (const row of displacedRows(alignment)) doubt(row, 'row-order');
  if (labelsMayBeShifted(rows, alignment, officials, fold)) {
    for (const row of alignment.rows) doubt(row, 'labels-may-be-shifted');
  }
  const untaken = untakenRows(rows, alignment, fold);
  for (const row of alignment.rows) {
    const physical = rows[row.physical]!;
    if (row.isTwin) doubt(row, 'label-of-two-rows');
    if (row.labelScore !== null && row.labelScore < 1 && holdsTwoLabels(physical, officials, fold)) {
      doubt(row, 'rows-merged');
    }
    if (isTwoRows(physical, officials[row.official]!.width, alignment, rows)) doubt(row, 'rows-merged');
    if (isBrokenOff(rows[row.physical + 1], alignment, row, officials)) doubt(row, 'readings-differ');
    if (namesItselfTwice(physical, officials[row.official]!, fold)) doubt(row, 'copies-differ');
    if (isPart(physical, fold)) {
      const core = wholeCore(physical, fold);
      const isOther = ({ row: other }: Untaken) => isPart(other, fold) && wholeCore(other, fold) === core;
      if (untaken.some((other) => Math.abs(other.at - row.physical) === 1 && isOther(other)))
        doubt(row, 'rows-merged');
    }
    for (const copy of otherCopies(untaken, row.physical, officials[row.official]!)) {
      doubt(row, 'copies-differ', (draft) => !isPrintedAlike(draft, physical, copy));
    }
  }
}

/**
 * Rows whose place among the printed ones is not that of their label among the form's. Whole rows may have changed places,
 * or labels alone, or all labels may stand a row too low: no sum tells these apart, so neither place nor label is believed.
 */
function displacedRows(alignment: Alignment): AlignedRow[] {
  const printed = [...alignment.rows].sort((a, b) => a.physical - b.physical);
  const inForm = [...alignment.rows].sort((a, b) => a.official - b.official);
  return printed.filter((row, at) => row.official !== inForm[at]!.official);
}

/**
 * A row of figures without a label of its own for which the form has no room, or a label under the heading of the next
 * rows, and a row of the form that is missing: every label between them may stand beside its neighbour's figures.
 */
function labelsMayBeShifted(
  rows: PhysicalRow[],
  alignment: Alignment,
  officials: OfficialRow[],
  fold: FoldCharacters,
): boolean {
  if (alignment.rows.length >= officials.length) return false;
  const taken = new Set(alignment.rows.map((row) => row.physical));
  const blocks = new Set(alignment.rows.map((row) => rows[row.physical]!.block));
  const widths = new Set(officials.map((official) => official.width));
  const widest = Math.max(...widths);
  const columns = officials.flatMap((o) => o.group.columns.map((c) => foldLabel(c.label, fold).core));
  const isLastMissing = !alignment.rows.some((row) => row.official === officials.length - 1);
  if (isLastMissing && opensWithBlankRow(rows, alignment)) return true;
  if (isLastMissing && alignment.rows.some(underOtherHeading(rows, officials, fold))) return true;
  return rows.some((row, i) => {
    const isNear = i >= alignment.first - NEAR && i <= alignment.last + NEAR;
    if (taken.has(i) || !(isNear || blocks.has(row.block)) || !row.values.some((t) => t.kind !== 'blank'))
      return false;
    if (row.form !== 'rectangle' && standsBehindOthers(rows, alignment.last, i)) return false;
    const fits =
      row.values.length === 1
        ? isRun(row) || widths.has(1)
        : [...widths].some((width) => canFill(row, width));
    const isBorderless = row.form === 'running' || row.form === 'line';
    const own = row.labels.filter((label) => !namesNothing(label.text, fold));
    const last = own.at(-1);
    if (!last) return fits && (row.values.length > 1 || row.labels.length > 0);
    const core = foldLabel(last.text, fold).core;
    // Without borders the heading is one text, and empty cells leave no trace.
    if (isBorderless)
      return i < alignment.last && row.values.length <= widest && columns.some((name) => core.endsWith(name));
    return fits && columns.includes(core);
  });
}

/** What stands before the bracket of a row's label: 行政许可（县级）, 行政许可（乡镇） are parts of one row. */
const wholeCore = ({ labels }: PhysicalRow, fold: FoldCharacters): string =>
  foldLabel((labels.at(-1)?.text ?? '').trim().replace(PART_BRACKET, ''), fold).core;

const PART_BRACKET = /[（(][^（）()]{1,20}[）)]$/u;

const isPart = (row: PhysicalRow, fold: FoldCharacters): boolean =>
  PART_BRACKET.test(row.labels.at(-1)?.text.trim() ?? '') && wholeCore(row, fold) !== '';

/** A unit, or a placeholder with one (———— 条): what stands before the figures of an indicator that lost its name. */
function namesNothing(label: string, fold: FoldCharacters): boolean {
  const { core } = foldLabel(label, fold);
  return core === '' || isUnitWord(core);
}

/** Behind the table, with labels between: the figures are the next table's, cut by the width of this one. */
const standsBehindOthers = (rows: PhysicalRow[], last: number, at: number): boolean =>
  rows.slice(last + 1, at).some((row) => row.labels.length > 0);

/** The first row of figures under the heading is empty and has no label. */
function opensWithBlankRow(rows: PhysicalRow[], alignment: Alignment): boolean {
  const above = rows[alignment.first - 1];
  if (!above || above.block !== rows[alignment.first]!.block) return false;
  return above.labels.length === 0 && above.values.length > 1 && !holdsNumber(above);
}

/** A heading whose last name took the figures of the first row stands close to the table. */
const NEAR = 3;

const isRun = (row: PhysicalRow): boolean => row.values[0]!.kind === 'run';

/** As many values as the width, or more with blanks at the ends: the cell of a label that is gone stands there empty. */
const canFill = (row: PhysicalRow, width: number): boolean => countWithin(row, width) === width;

/**
 * Figures without a label right behind the row, outside of a grid, that are no row of their own: one of the row's was
 * doubled or broken in two, and which of them are the row's can't be told. A lone one may be the broken end of a figure.
 */
function isBrokenOff(
  next: PhysicalRow | undefined,
  alignment: Alignment,
  { physical, official }: AlignedRow,
  officials: OfficialRow[],
): boolean {
  if (!next || next.form === 'rectangle' || next.labels.length > 0 || !holdsNumber(next)) return false;
  if (alignment.rows.some((row) => row.physical === physical + 1)) return false;
  const { width } = officials[official]!;
  return width === 1 || !canFill(next, width);
}

/** Two official labels in one cell: two printed rows became one. */
function holdsTwoLabels(row: PhysicalRow, officials: OfficialRow[], fold: FoldCharacters): boolean {
  if (row.form === 'running' || row.form === 'line') return false;
  const own = row.labels.findLast((label) => !namesNothing(label.text, fold));
  if (!own) return false;
  const { core } = foldLabel(own.text, fold);
  if (isTwoInOne(core, officials)) return true;
  const held = officials.filter((official) =>
    official.cores.some((name) => name.length >= WHOLE_LABEL_MIN && core.includes(name)),
  );
  const outer = held.filter(
    (official) => !held.some((other) => other !== official && other.cores[0]!.includes(official.cores[0]!)),
  );
  return outer.length > 1;
}

/** One official label right behind another, with nothing but an ordinal between: 总计四、结转下年度继续办理. */
function isTwoInOne(core: string, officials: OfficialRow[]): boolean {
  const names = new Set(officials.flatMap(({ cores }) => cores));
  return [...names].some(
    (name) => core.startsWith(name) && names.has(core.slice(name.length).replace(ORDINAL_BEFORE, '')),
  );
}

const ORDINAL_BEFORE = /^[一二三四五六七八九十\d]{1,2}/u;

/** Rows near the table that were not taken, with their labels. */
function untakenRows(rows: PhysicalRow[], alignment: Alignment, fold: FoldCharacters): Untaken[] {
  const taken = new Set(alignment.rows.map((aligned) => aligned.physical));
  const from = Math.max(0, alignment.first - REACH);
  return rows.slice(from, alignment.last + REACH + 1).flatMap((row, i) => {
    if (taken.has(from + i) || row.labels.length === 0) return [];
    return row.values.length > 0 ? [{ at: from + i, row, label: rowLabel(row, fold) }] : [];
  });
}

interface Untaken {
  at: number;
  row: PhysicalRow;
  label: RowLabel;
}

/**
 * Those of them that carry the label of a row that was taken. One whose label is short, or whose cells are all empty,
 * must stand right beside it: a heading names much, and 其他 is said of many things.
 */
function otherCopies(untaken: Untaken[], physical: number, official: OfficialRow): PhysicalRow[] {
  const isShort = official.cores.every((core) => core.length < WHOLE_LABEL_MIN);
  return untaken
    .filter(({ at, row, label }) => {
      const isBeside = Math.abs(at - physical) === 1;
      const isUnmistakable = !isShort && holdsNumber(row) && row.form !== 'running';
      return (isBeside || isUnmistakable) && rowSimilarity(label, official) >= TAIL_SCORE;
    })
    .map(({ row }) => row);
}

/**
 * The row's label twice before its values: its copy printed nothing, or left no trace. In cells, a label that is repeated
 * at once is a span written out.
 */
function namesItselfTwice(row: PhysicalRow, official: OfficialRow, fold: FoldCharacters): boolean {
  const isOfCells = row.form === 'ragged' || row.form === 'rectangle';
  const cores = row.labels.map((label) => foldLabel(label.text, fold).core);
  const text = cores.filter((core, i) => !isOfCells || core !== cores[i - 1]).join('');
  return official.cores.some((core) => {
    const at = text.lastIndexOf(core);
    const before = text.slice(Math.max(0, at - core.length - BETWEEN_MAX), Math.max(0, at));
    return core.length >= WHOLE_LABEL_MIN && before.includes(core);
  });
}

/** An ordinal or a unit between two labels. */
const BETWEEN_MAX = 3;

function isPrintedAlike(draft: CellDraft, row: PhysicalRow, copy: PhysicalRow): boolean {
  const at = row.values.findIndex((token: Token) => token.place.start === draft.place?.start);
  return (
    at >= 0 && copy.values.length === row.values.length && copy.values[at]!.text === row.values[at]!.text
  );
}
