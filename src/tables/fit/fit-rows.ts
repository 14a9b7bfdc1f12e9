import { addFlags } from '../../model/codes/add-flags.js';
import { type FixedIssueCode, type Issue, issue } from '../../model/issue.js';
import type { ColumnSpec, RowGroup, TableSpec, Template } from '../../model/template.js';
import { type FoldCharacters, foldLabel } from '../../words/label-text.js';
import { largest } from '../../words/largest.js';
import type { AlignedRow, Alignment } from '../alignment.js';
import { type CellContext, type CellDraft, missingDraft } from '../cell-draft.js';
import { type ColumnEvidence, columnEvidence, headingNames } from '../columns/column-map.js';
import { type OfficialRow, officialColumns, officialRows } from '../official-labels.js';
import {
  type OrderRules,
  type Placement,
  placeByHeading,
  placeByOrder,
  placeBySpans,
  type RowCells,
} from '../place/place-values.js';
import { rowSums } from '../place/row-sums.js';
import { type PlacedRow, settleTable } from '../place/settle-table.js';
import { joinFragments } from '../rows/join-fragments.js';
import { loneRun } from '../rows/lone-run.js';
import { rowOfSum } from '../sums/row-of-sum.js';
import { type AlignedTable, regionOf, type TableCandidate, type TableFit } from '../table-fit.js';
import { holdsNumber, type PhysicalRow, type Token } from '../token.js';
import { alignRows } from './align-rows.js';
import { emptyBesideTwo } from './empty-beside-two.js';
import { emptyRows } from './empty-rows.js';
import { extraRows } from './extra-rows.js';
import { foreignExtra, holdsCount, partForeign, withoutSumsOf } from './foreign-columns.js';
import { hasShortRun } from './has-short-run.js';
import { isTable, labelledMin } from './is-table.js';
import { isPadding, isShortRow } from './padded-rows.js';
import {
  columnsOfMap,
  displacedColumns,
  holdAlike,
  printedColumns,
  printedInForm,
} from './printed-columns.js';
import { printedUnits } from './printed-units.js';

/** A row of the form with its printed row and what the heading says of its columns. */
interface FittedRow extends PlacedRow {
  official: OfficialRow;
  aligned: AlignedRow;
  physical: PhysicalRow;
  evidence: ColumnEvidence;
  /** Figures under headings that the form does not have. */
  foreign: Token[];
  /** Do they count in the row's own sum, as far as anybody can tell? */
  isForeignCounted: boolean;
}

/** What holds for all rows of the table. */
interface TableRules extends Pick<OrderRules, 'blanksInRuns' | 'isPadded'> {
  isShort: (row: PhysicalRow, width: number) => boolean;
  unitsOf: ReturnType<typeof printedUnits>;
}

/** Finds a table whose rows are a label and its values. Null where the source does not hold it. */
export function fitRows(
  fragments: PhysicalRow[],
  template: Template,
  spec: TableSpec,
  fold: FoldCharacters,
): TableCandidate | null {
  const officials = officialRows(spec, fold);
  const widest = Math.max(...officials.map((o) => o.group.columns.length));
  const rows = joinFragments(fragments, widest).map((row) => loneRun(row, widest));
  const alignment = alignRows(rows, officials, fold, headingBlocks(rows, spec, fold), labelledMin(spec));
  if (!alignment || !isTable(alignment, rows, spec)) return null;
  const names = new Map(
    spec.groups.map((group) => [
      group,
      headingNames(officialColumns(group.columns, fold), otherLabels(spec, group, fold)),
    ]),
  );
  const evidence = alignment.rows.map(({ physical, official }) =>
    columnEvidence(rows, physical, names.get(officials[official]!.group)!, fold),
  );
  const headings = new Set(evidence.flatMap(({ printed }) => [...printed.keys()])).size;
  const candidate = {
    ...{ template, spec, aligned: { rows, officials, alignment } },
    score: alignment.score + headings * 0.5,
    region: regionOf(alignment.rows.map((row) => rows[row.physical]!)),
  };
  return { ...candidate, read: () => readRows(candidate, evidence, fragments, fold) };
}

/** Reads the cells of a table that was found. */
function readRows(
  { aligned, template, spec, score, region }: Omit<TableCandidate, 'read'> & { aligned: AlignedTable },
  evidence: readonly ColumnEvidence[],
  fragments: PhysicalRow[],
  fold: FoldCharacters,
): TableFit {
  const { rows, officials, alignment } = aligned;
  const rules: TableRules = {
    unitsOf: printedUnits(fragments, rows, alignment, fold),
    blanksInRuns: hasShortRun(alignment, rows, officials),
    isPadded: (length: number) => isPadding(length, alignment, rows),
    isShort: (row, width) => isShortRow(row, width, alignment, rows, officials),
  };
  const fitted = alignment.rows.map((row, i) =>
    fitRow(rows, row, officials[row.official]!, spec, evidence[i]!, rules),
  );
  const counted = new Set(fitted.filter((row) => row.isForeignCounted).map((row) => row.official.spec.id));
  const own = counted.size > 0 ? withoutSumsOf(spec, counted) : spec;
  const { drafts, spent } = settleTable(fitted, own);
  const empty = emptyRows(rows, alignment, officials, fold);
  return {
    ...{ template, spec: own, score, region, spent },
    drafts: [...drafts, ...unprintedRows(officials, alignment, empty)],
    extras: [...extraRows(rows, alignment, fold, spec), ...fitted.flatMap(foreignExtra)],
    printed: { rows, officials, alignment, empty, drafts },
    hasStrayRow: rows.some(
      (row, i) => i > alignment.first && i < alignment.last && isStray(row, i, alignment),
    ),
    leftovers: fitted.flatMap((row) => row.placement.leftovers),
    issues: fitted.flatMap((row) => rowIssues(row, spec)),
  };
}

/** Blocks in which a heading of the table stands. */
function headingBlocks(rows: PhysicalRow[], spec: TableSpec, fold: FoldCharacters): Set<number> {
  const headings = spec.headingLabels.map((heading) => foldLabel(heading, fold).core);
  const blocks = new Set<number>();
  for (const row of rows) {
    for (const label of row.labels) {
      const { core } = foldLabel(label.text, fold);
      if (headings.some((heading) => core.includes(heading))) blocks.add(label.block);
    }
  }
  return blocks;
}

function fitRow(
  rows: PhysicalRow[],
  aligned: AlignedRow,
  official: OfficialRow,
  spec: TableSpec,
  evidence: ColumnEvidence,
  rules: TableRules,
): FittedRow {
  const printedRow = rows[aligned.physical]!;
  const { foreign, physical } = partForeign(printedRow, evidence);
  const columns = printedColumns(official, physical, evidence);
  const row = official.spec.id;
  const cells: RowCells = { columns, addresses: columns.map((c) => ({ row, column: c.id })) };
  const identities = spec.identities.filter(
    (identity) => identity.relation === 'equals' && rowOfSum(identity) === row,
  );
  const byOrder = placeByOrder(physical.values, {
    ...cells,
    identities,
    ...rules,
    isShort: rules.isShort(physical, official.width),
  });
  const isByHeading = physical.form === 'rectangle' && !sticksOut(rows, physical);
  const byHeading = isByHeading
    ? (placeByHeading(physical.values, cells, evidence) ?? placeBySpans(physical.values, cells))
    : null;
  const placement = byHeading ?? byOrder;
  const isForeignCounted =
    holdsCount(foreign) &&
    identities.length > 0 &&
    !placement.placements.every(rowSums({ ...cells, identities }).areKept);
  const score = aligned.labelScore;
  const flags = addFlags(
    placement.flags,
    score === null ? 'label-missing' : score < FUZZY_BELOW && 'label-fuzzy',
  );
  const printed = evidence.map ? columnsOfMap(evidence.map, columns) : columns;
  const displaced = displacedColumns(printed, printedInForm(official, columns));
  const isDisplaced = !holdAlike(placement, displaced);
  const isNamed = evidence.map !== null || evidence.order !== null;
  const readingsDiffer = byHeading !== null && !agree(byHeading, byOrder, printed);
  // Where the heading leaves a column out and the row is not full, its blanks may be anybody's.
  const isColumnLost = evidence.isShort && hasCells(physical) && countPrinted(physical) < official.width;
  // A label that is only like the form's may be the rest of one that a tool cut, and its figures stand elsewhere.
  const isEmptyUnlike = score !== null && score < FUZZY_BELOW && countPrinted(physical) === 0;
  const isEmptyBesideTwo = emptyBesideTwo(physical, placement);
  // Where empty cells leave no trace, more values than columns are two rows whose labels were lost.
  const isOverfull = !hasCells(physical) && physical.values.length > columns.length;
  const contextOf = (i: number): CellContext => ({
    row: official.spec,
    column: placement.columns[i]!,
    heading: evidence.printed.get(placement.columns[i]!.id) ?? null,
    units: rules.unitsOf(physical, official, placement.columns[i]!, evidence),
    rowLabelled: score !== null,
    columnLabelled: isNamed && !displaced.has(placement.columns[i]!),
    isRowWhole: score === 1 && !physical.isPieced,
    flags,
    doubts: addFlags(
      [],
      (evidence.contradicts || isColumnLost || (isDisplaced && displaced.has(placement.columns[i]!))) &&
        'column-order',
      readingsDiffer && 'readings-differ',
      isOverfull && 'rows-merged',
      isEmptyUnlike && 'label-fuzzy',
      isEmptyBesideTwo(i) && 'readings-differ',
      isForeignCounted && 'column-unknown',
    ),
  });
  const { values } = physical;
  return { official, aligned, physical, evidence, placement, values, contextOf, foreign, isForeignCounted };
}

/** Longer than every other row of figures in its grid: a cell was put in, and those behind it stand under the wrong heading. */
function sticksOut(rows: PhysicalRow[], physical: PhysicalRow): boolean {
  const others = rows.filter((row) => row.block === physical.block && row !== physical && holdsNumber(row));
  return others.length > 0 && others.every((row) => endOf(row) < endOf(physical));
}

const endOf = ({ labels, values }: PhysicalRow): number =>
  largest([...labels, ...values].map((token) => token.column! + (token.colSpan ?? 1)));

const hasCells = ({ form }: PhysicalRow): boolean => form === 'rectangle' || form === 'ragged';

const countPrinted = ({ values }: PhysicalRow): number => values.filter((t) => t.kind !== 'blank').length;

/**
 * Does the reading by order, under the names from left to right, lay the same texts in the same cells as the reading by
 * heading? Several by order say nothing.
 */
function agree(byHeading: Placement, byOrder: Placement, printed: readonly ColumnSpec[]): boolean {
  const [heading] = byHeading.placements;
  const [order, another] = byOrder.placements;
  if (!heading || !order || another || heading.some(({ isShared }) => isShared)) return true;
  return heading.every((slot, i) => {
    const at = printed.indexOf(byHeading.columns[i]!);
    return (slot.text ?? '') === (order[at]?.text ?? '');
  });
}

/** Labels of the table that are no column's: those of its heading, and of the rows of this row's group. */
function otherLabels(spec: TableSpec, group: RowGroup, fold: FoldCharacters): string[] {
  const rows = group.rows.flatMap((row) => row.labelPath);
  return [...spec.headingLabels, ...rows]
    .map((label) => foldLabel(label, fold).core)
    .filter((core) => core.length > 2);
}

const FUZZY_BELOW = 0.93;

/** A row of numbers without a label, inside the table, that no row of the form took. */
function isStray(row: PhysicalRow, at: number, alignment: Alignment): boolean {
  return (
    row.labels.length === 0 && holdsNumber(row) && !alignment.rows.some(({ physical }) => physical === at)
  );
}

/** Rows without a value: blank where their label stands in the source, missing where it does not. */
function unprintedRows(officials: OfficialRow[], alignment: Alignment, empty: Set<number>): CellDraft[] {
  const found = new Set(alignment.rows.map((row) => row.official));
  return officials.flatMap(({ spec, group }, i) => {
    if (found.has(i)) return [];
    const columns = group.columns.filter((c) => !c.optional);
    return columns.map((column) => ({ ...missingDraft(spec, column), ...(empty.has(i) ? EMPTY : {}) }));
  });
}

const EMPTY = { state: 'blank', rowLabelled: true } as const;

function rowIssues(row: FittedRow, spec: TableSpec): Issue[] {
  const path = `tables.${spec.id}.${row.official.spec.id}`;
  const label = row.official.spec.labelPath.at(-1)!;
  const printed = row.physical.labels.at(-1)?.text ?? '';
  const score = row.aligned.labelScore;
  const issues: Issue[] = [];
  const say = (code: FixedIssueCode, message: string) =>
    issues.push(issue(code, `${label}: ${message}`, { path }));
  if (score === null) say('label-missing', 'the row has no label and was placed by its neighbours');
  else if (score < FUZZY_BELOW && row.physical.form !== 'running') {
    say('label-fuzzy', `printed as ${printed.replace(/\s+/gu, ' ').slice(-60)}`);
  }
  if (row.aligned.outOfOrder) say('row-order', "stands out of the form's order");
  const order = row.evidence.order ?? [];
  const official = row.official.group.columns.filter((c) => !c.optional).map((c) => c.id);
  if (order.length === official.length && order.join() !== official.join()) {
    say('column-order', 'the heading names the columns in another order than the form');
  }
  const unknown = [...new Set(row.foreign.map(({ column }) => row.evidence.foreign.get(column!)!))];
  if (unknown.length > 0) say('column-unknown', `the form has no column ${unknown.join(', ')}`);
  for (const token of row.placement.leftovers) say('leftover-value', `no column takes ${token.text}`);
  return issues;
}
