import { addFlags } from '../../model/codes/add-flags.js';
import { type Issue, issue } from '../../model/issue.js';
import type { ColumnSpec, TableSpec, Template } from '../../model/template.js';
import { type FoldCharacters, foldLabel } from '../../words/label-text.js';
import type { CellContext } from '../cell-draft.js';
import { type OfficialColumn, type OfficialRow, officialColumns, officialRows } from '../official-labels.js';
import { certain, type Placement, placeByOrder, type RowCells } from '../place/place-values.js';
import { settleTable } from '../place/settle-table.js';
import { joinFragments } from '../rows/join-fragments.js';
import { loneRun } from '../rows/lone-run.js';
import { type Slot, slotOf } from '../slot.js';
import { regionOf, type TableFit } from '../table-fit.js';
import { holdsNumber, type PhysicalRow } from '../token.js';
import {
  type Collected,
  cellsOfLine,
  foldedText,
  HEADING_ROWS_MAX,
  lineUnderSection,
} from './line-under-section.js';

/**
 * A table printed as one line of values under a heading of several levels:
 *
 *   行政复议                     | 行政诉讼
 *                                | 未经复议直接起诉           | 复议后起诉
 *   维持 纠正 其他 未审结 总计   | 维持 纠正 其他 …           | 维持 …
 *   0    0    0    0      0      | 0    …
 *
 * or, taken apart, as one short table for each of its rows.
 */
export function fitLine(
  fragments: PhysicalRow[],
  template: Template,
  spec: TableSpec,
  fold: FoldCharacters,
): TableFit | null {
  const officials = officialRows(spec, fold);
  const columns = officialColumns(spec.groups[0]!.columns, fold);
  const width = officials.length * columns.length;
  const rows = joinFragments(
    fragments.map((row) => withoutHeadingBlanks(row, width)),
    width,
  ).map((row) => loneRun(row, width));
  const found =
    collect(rows, officials, columns, fold) ?? lineUnderSection(rows, spec, officials, columns, fold);
  if (!found) return null;
  const ownHeading = gridHeading(found, fold);
  const order = lineOrder(ownHeading ?? found.labels.join(''), officials, columns, ownHeading !== null);
  const cells = cellsOfLine(order.rows, columns);
  const byHeading = placeByLevels(found, cells, officials, columns, fold);
  const placement =
    byHeading ??
    placeByOrder(found.values, {
      ...cells,
      identities: spec.identities,
      blanksInRuns: false,
      isPadded: () => false,
      isShort: false,
      mayLackTotal: true,
      isCellLost: found.values.length === width - 1 && found.rows.every(hasCells),
    });
  const evidence = byHeading ? { rowsNamed: true, columnsNamed: true, contradicts: false } : order;
  const contextOf = (i: number): CellContext => ({
    row: order.rows[Math.floor(i / columns.length)]!.spec,
    column: cells.columns[i] as ColumnSpec,
    heading: null,
    rowLabelled: evidence.rowsNamed,
    columnLabelled: evidence.columnsNamed,
    flags: placement.flags,
    doubts: addFlags([], evidence.contradicts && 'column-order', found.hasSurplus && 'readings-differ'),
  });
  const { drafts, spent } = settleTable([{ placement, values: found.values, contextOf }], spec);
  return {
    template,
    spec,
    drafts,
    extras: [],
    spent,
    leftovers: placement.leftovers,
    issues: leftoverIssues(placement, spec),
    score: found.values.length * 0.1 + (evidence.rowsNamed ? 1 : 0) + (evidence.columnsNamed ? 1 : 0),
    region: regionOf(found.rows),
  };
}

const hasCells = ({ form, values }: PhysicalRow): boolean =>
  (form === 'rectangle' || form === 'ragged') && values.every(({ kind }) => kind !== 'run');

/** Finds the heading, then takes the values that follow until there are enough of them or something else begins. */
function collect(
  rows: PhysicalRow[],
  officials: OfficialRow[],
  columns: OfficialColumn[],
  fold: FoldCharacters,
): Collected | null {
  const width = officials.length * columns.length;
  let heading: PhysicalRow[] = [];
  let best: Collected | null = null;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    if (row.values.length === 0) {
      heading = [...heading, row].slice(-HEADING_ROWS_MAX);
      continue;
    }
    const above = [...heading, { ...row, values: [] }];
    const named = namedColumns(foldedText(above, fold), columns);
    if (named >= columns.length - 1 || (named >= columns.length - 2 && row.values.length === width)) {
      const found = take(rows, i, width, above, columns, fold);
      if (found.values.length === width) return found;
      if (!best || found.values.length > best.values.length) best = found;
    }
    heading = [];
  }
  const gap = best ? width - best.values.length : 0;
  return best && (gap <= width - columns.length || best.values.some((t) => t.kind === 'run')) ? best : null;
}

/** Empty cells behind a label belong to the heading's spans: the values stand in a line without a label. */
function withoutHeadingBlanks(row: PhysicalRow, width: number): PhysicalRow {
  return row.labels.length > 0 && row.values.length < width && !holdsNumber(row)
    ? { ...row, values: [] }
    : row;
}

function take(
  rows: PhysicalRow[],
  from: number,
  width: number,
  above: PhysicalRow[],
  columns: OfficialColumn[],
  fold: FoldCharacters,
): Collected {
  const labels = [foldedText(above, fold)];
  const found: Collected = { rows: [], values: [], heading: [...above], labels, hasSurplus: false };
  let waiting: PhysicalRow[] = [];
  for (let i = from; i < rows.length && found.values.length < width; i++) {
    const row = rows[i]!;
    if (row.values.length === 0) {
      waiting.push(row);
      if (waiting.length > HEADING_ROWS_MAX) break;
      continue;
    }
    if (i > from) {
      const between = [...waiting, { ...row, values: [] }];
      const text = foldedText(between, fold);
      const goesOn = text === '' || namedColumns(text, columns) >= columns.length - 1;
      if (!goesOn || found.values.length + row.values.length > width) {
        found.hasSurplus = row.form === 'ragged' && row.block === rows[from]!.block && holdsNumber(row);
        break;
      }
      found.heading.push(...between);
      found.labels.push(text);
    }
    waiting = [];
    found.rows.push(row);
    found.values.push(...row.values);
    const next = rows[i + 1];
    found.hasSurplus =
      found.values.length === width && next !== undefined && next.labels.length === 0 && holdsNumber(next);
  }
  return found;
}

function namedColumns(text: string, columns: OfficialColumn[]): number {
  return columns.filter((column) => column.cores.some((core) => text.includes(core))).length;
}

/** Rectangles: the heading cell over a value names its column, the cell above that its row. Null unless all are named. */
function placeByLevels(
  found: Collected,
  cells: RowCells,
  officials: OfficialRow[],
  columns: OfficialColumn[],
  fold: FoldCharacters,
): Placement | null {
  if (found.rows.length !== 1 || found.rows[0]!.form !== 'rectangle') return null;
  const block = found.rows[0]!.block;
  const heading = found.heading.filter((row) => row.block === block).flatMap((row) => row.labels);
  const slots = new Map<string, Slot>();
  for (const token of found.values) {
    const over = heading.filter(
      (h) => h.column! <= token.column! && token.column! < h.column! + (h.colSpan ?? 1),
    );
    const cores = over.map((h) => foldLabel(h.text, fold).core);
    const column = columns.find((c) => c.cores.includes(cores.at(-1) ?? ''));
    const row = [...cores]
      .reverse()
      .map((core) => officials.find((o) => o.cores.includes(core)))
      .find(Boolean);
    if (!column || !row || (token.colSpan ?? 1) !== 1) return null;
    slots.set(`${row.spec.id}.${column.spec.id}`, slotOf(token));
  }
  const placed = cells.addresses.map((a) => slots.get(`${a.row}.${a.column}`));
  if (placed.some((slot) => slot === undefined) || slots.size !== found.values.length) return null;
  return certain(cells, placed as Slot[]);
}

/** What a heading without columns says of the order in which the cells are printed. */
interface LineOrder {
  /** Rows in printed order; the form's where the heading does not name them. */
  rows: OfficialRow[];
  rowsNamed: boolean;
  columnsNamed: boolean;
  /** The heading names the columns, or on lines the rows, and not in the form's order: which value is whose can't be told. */
  contradicts: boolean;
}

/**
 * The columns must be named one behind the other, once for all rows or once for each; the rows by the last place at
 * which the heading names them, section titles standing before it.
 * @param isGrid the heading stands in cells; on lines, a program that took it from a page may have written its levels in any order
 */
function lineOrder(
  text: string,
  officials: OfficialRow[],
  columns: OfficialColumn[],
  isGrid: boolean,
): LineOrder {
  const named = columnSequence(text, columns);
  const isWhole = named.length === columns.length || named.length === columns.length * officials.length;
  const isFormOrder = named.every((id, i) => id === columns[i % columns.length]!.spec.id);
  const groups = officials.map((official) => lastPlace(text, [foldTop(official)]));
  const leaves = officials.map((official) => lastPlace(text, official.cores));
  // An order is only read where every label of it was found: a lost one says nothing.
  const rowsNamed = [...groups, ...leaves].every((place) => place >= 0);
  const order = officials.map((_, i) => i);
  if (rowsNamed) order.sort((a, b) => groups[a]! - groups[b]! || leaves[a]! - leaves[b]! || a - b);
  return {
    rows: order.map((i) => officials[i]!),
    rowsNamed,
    columnsNamed: isWhole && isFormOrder,
    contradicts: (isWhole && !isFormOrder) || (!isGrid && order.some((row, i) => row !== i)),
  };
}

/** Where the values stand in a grid its own heading speaks: a title above it names 行政诉讼 last, whatever the grid says first. */
function gridHeading({ rows, heading }: Collected, fold: FoldCharacters): string | null {
  const { block } = rows[0]!;
  const isOneGrid = rows.every((row) => row.form === 'rectangle' && row.block === block);
  const own = heading.filter((row) => row.block === block);
  return isOneGrid && own.length > 0 ? foldedText(own, fold) : null;
}

/** Outermost label of a row: 行政诉讼 for both of its rows. */
const foldTop = (official: OfficialRow): string => official.spec.labelPath[0]!;

function lastPlace(text: string, cores: string[]): number {
  return Math.max(...cores.map((core) => text.lastIndexOf(core)));
}

/** Ids of the columns that the text names, in the order of printing; at each place the longest name counts. */
function columnSequence(text: string, columns: OfficialColumn[]): string[] {
  const names = columns
    .flatMap((column) => column.cores.map((core) => ({ core, id: column.spec.id })))
    .sort((a, b) => b.core.length - a.core.length);
  const found: string[] = [];
  for (let at = 0; at < text.length; ) {
    const name = names.find(({ core }) => text.startsWith(core, at));
    if (name) found.push(name.id);
    at += name ? name.core.length : 1;
  }
  return found;
}

function leftoverIssues(placement: Placement, spec: TableSpec): Issue[] {
  return placement.leftovers.map((token) =>
    issue('leftover-value', `no column takes ${token.text}`, {
      path: `tables.${spec.id}`,
      at: { block: token.block, start: token.place.start, end: token.place.end },
    }),
  );
}
