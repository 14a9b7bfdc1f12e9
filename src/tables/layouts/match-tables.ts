import { addFlags } from '../../model/codes/add-flags.js';
import type { ParsedDocument } from '../../model/parsed-document.js';
import type { Cell, TableCells } from '../../model/report-record.js';
import { type RuleNames, rulesInForce } from '../../model/rule.js';
import { joinFits, type TableMatch } from '../fit/fit-tables.js';
import { gradeTable } from '../grade/grade-table.js';
import type { TableFit } from '../table-fit.js';
import type { PhysicalRow } from '../token.js';
import { type Hearing, hearWitnesses } from '../witnesses/index.js';
import { type Fitting, layouts } from './index.js';

/**
 * Finds the tables of a report. Several layouts of one text compete, and the sums and witnesses have the word: each table is read as
 * the layout says of whose cells most are sure. Where the source draws its tables well, no other layout is tried.
 */
export function matchTables(
  document: Pick<ParsedDocument, 'blocks' | 'recognition' | 'text'>,
  { without, hearing, ...fitting }: Fitting & { without?: RuleNames | undefined; hearing: Hearing },
): TableMatch {
  const [first, ...others] = rulesInForce(layouts, without);
  const { templates, year } = fitting;
  const drawn = first?.fit(document, fitting) ?? [];
  const best = new Map(drawn.map((fit) => [fit.spec.id, judge(fit)]));
  const joined = () =>
    joinFits(
      [...best.values()].map(({ fit }) => fit),
      templates,
      year,
    );
  for (const layout of others) {
    const hasFailed = ({ sureShare }: Judged) => sureShare < layout.below;
    if (isDrawn(joined(), [...best.values()], hasFailed)) continue;
    for (const fit of layout.fit(document, fitting)) {
      const rival = best.get(fit.spec.id);
      const judged = judge(fit);
      if (!rival) best.set(fit.spec.id, judged);
      else if (hasFailed(rival) && isWorthMore(judged, rival))
        best.set(fit.spec.id, judge(beside(fit, rival)));
    }
  }
  const hear = (fit: TableFit) => hearWitnesses([fit], hearing, without);
  for (const { fit } of best.values()) hear(fit);
  const open = new Map([...best].flatMap(([table, { fit }]) => openTable(table, fit)));
  for (const { asksLabels, fit: fitAll } of open.size > 0 ? others : []) {
    if (asksLabels) continue;
    for (const fit of fitAll(document, fitting)) {
      const rival = open.get(fit.spec.id);
      if (!rival) continue;
      hear(fit);
      const judged = judge(fit);
      if (saysTheSame(judged, rival) && isWorthMore(judged, rival)) best.set(fit.spec.id, judged);
    }
  }
  return joined();
}

/** So many sure numbers more must another layout give than what is drawn. */
const GAIN_MIN = 2;

const isWorthMore = (judged: Judged, rival: Judged): boolean => judged.worth >= rival.worth + GAIN_MIN;

/** What a cell is worth: one that the sums confirm, one that nothing speaks against. */
const WORTH: Readonly<Record<Cell['confidence'], number>> = {
  ...{ verified: 1, read: 0.6, blank: 0.5, suspect: 0, missing: 0 },
};

/** A fitted table and what its sums say of the layout. */
interface Judged {
  fit: TableFit;
  cells: TableCells;
  worth: number;
  /** Share of its cells that are sure. */
  sureShare: number;
}

function judge(fit: TableFit): Judged {
  const { cells } = gradeTable(fit);
  const grades = Object.values(cells).flatMap((row) => Object.values(row).map((cell) => cell.confidence));
  const sure = grades.filter((confidence) => SURE.has(confidence));
  // Headings own their columns: a table of one column more is drawn, whatever its sums say.
  const hasForeign = fit.issues.some(({ code }) => code === 'column-unknown');
  return {
    ...{ fit, cells },
    worth: grades.reduce((worth, confidence) => worth + WORTH[confidence], 0),
    sureShare: hasForeign ? 1 : sure.length / grades.length,
  };
}

/** Lines that draw no cells, some of whose figures are in doubt now that all is heard: which label is whose is not sure. */
function openTable(table: string, fit: TableFit): [string, Judged][] {
  const { printed } = fit;
  if (!printed?.alignment.rows.every(({ physical }) => isLine(printed.rows[physical]!))) return [];
  const judged = judge(fit);
  return judged.sureShare < 1 ? [[table, judged]] : [];
}

const isLine = ({ form, labels }: PhysicalRow): boolean =>
  labels.length === 0 || form === 'line' || form === 'running';

/**
 * Does a reading that asks no label say the same of every cell that is sure, of every row whose whole label and all of whose figures
 * stand on one line, and of columns that the heading names in another order?
 */
function saysTheSame({ cells }: Judged, { fit: { printed }, cells: known, sureShare }: Judged): boolean {
  const lines = new Set(
    printed?.alignment.rows
      .filter(({ labelScore, physical }) => labelScore === 1 && isOneLine(printed.rows[physical]!))
      .map(({ official }) => printed.officials[official]!.spec.id),
  );
  const isHeld = (row: string, { confidence, flags }: Cell) =>
    SURE.has(confidence) || lines.has(row) || (sureShare > 0 && flags.includes('column-order'));
  const held = Object.entries(known).flatMap(([row, columns]) =>
    Object.entries(columns)
      .filter(([, cell]) => isHeld(row, cell))
      .map(([column, cell]) => ({ row, column, cell })),
  );
  return held.every(({ row, column, cell }) => cells[row]?.[column]?.value === cell.value);
}

const isOneLine = ({ labels, values, isPieced }: PhysicalRow): boolean =>
  labels.length === 1 && values.length > 1 && !isPieced;

const SURE: ReadonlySet<Cell['confidence']> = new Set(['verified', 'read', 'blank']);

/** Every table of the form is there, and none has failed. */
const isDrawn = (
  { fits, template }: TableMatch,
  judged: readonly Judged[],
  hasFailed: (table: Judged) => boolean,
): boolean =>
  !judged.some(hasFailed) &&
  template?.tables.every(({ id }) => fits.some(({ spec }) => spec.id === id)) === true;

/** Where a layout that lost was sure of another number, nobody can be sure. */
function beside(fit: TableFit, rival: Judged): TableFit {
  if (rival.fit.template !== fit.template) return fit;
  for (const draft of fit.drafts) {
    const other = rival.cells[draft.row]?.[draft.column];
    if (other?.confidence !== 'verified' || other.value === draft.value) continue;
    draft.doubts = [...draft.doubts, 'readings-differ'];
    draft.flags = addFlags(draft.flags, 'readings-differ');
  }
  return fit;
}
