import { addressKey } from '../../model/address-key.js';
import { addFlags } from '../../model/codes/add-flags.js';
import type { ParsedDocument } from '../../model/parsed-document.js';
import type { Cell } from '../../model/report-record.js';
import { type RuleNames, rulesInForce } from '../../model/rule.js';
import { joinFits, type TableMatch } from '../fit/fit-tables.js';
import { gradeTable } from '../grade/grade-table.js';
import type { TableFit } from '../table-fit.js';
import { type Fitting, layouts } from './index.js';

/**
 * Finds the tables of a report. Several layouts of one text compete, and the sums have the word: each table is read as the layout
 * says of whose cells most are sure. Where the source draws its tables well, no other layout is tried.
 */
export function matchTables(
  document: Pick<ParsedDocument, 'blocks' | 'recognition'>,
  { without, ...fitting }: Fitting & { without?: RuleNames | undefined },
): TableMatch {
  const [first, ...others] = rulesInForce(layouts, without);
  const { templates, year } = fitting;
  const drawn = first?.fit(document, fitting) ?? [];
  const best = new Map(drawn.map((fit) => [fit.spec.id, fit]));
  for (const layout of others) {
    if (isDrawn(joinFits([...best.values()], templates, year))) break;
    for (const fit of layout.fit(document, fitting)) {
      const rival = best.get(fit.spec.id);
      if (!rival || (hasFailed(rival) && worthOf(fit) >= worthOf(rival) + GAIN_MIN))
        best.set(fit.spec.id, beside(fit, rival));
    }
  }
  return joinFits([...best.values()], templates, year);
}

/** So many sure numbers more must another layout give than what is drawn. */
const GAIN_MIN = 2;

/** What a cell is worth: one that the sums confirm, one that nothing speaks against. */
const WORTH: Readonly<Record<Cell['confidence'], number>> = {
  ...{ verified: 1, read: 0.6, blank: 0.5, suspect: 0, missing: 0 },
};

const cellsOf = (fit: TableFit): Cell[] =>
  Object.values(gradeTable(fit).cells).flatMap((row) => Object.values(row));

const worthOf = (fit: TableFit): number =>
  cellsOf(fit).reduce((worth, { confidence }) => worth + WORTH[confidence], 0);

/** A layout whose cells are mostly in doubt is the wrong one. Where they are not, single doubts are the table's own. */
const SURE_SHARE_MIN = 0.6;

function hasFailed(fit: TableFit): boolean {
  // Headings own their columns: a table of one column more is drawn, whatever its sums say.
  if (fit.issues.some(({ code }) => code === 'column-unknown')) return false;
  const cells = cellsOf(fit);
  const sure = cells.filter(({ confidence }) => confidence !== 'suspect' && confidence !== 'missing');
  return sure.length < SURE_SHARE_MIN * cells.length;
}

/** Every table of the form is there, and none has failed. */
const isDrawn = ({ fits, template }: TableMatch): boolean =>
  !fits.some(hasFailed) &&
  template?.tables.every(({ id }) => fits.some(({ spec }) => spec.id === id)) === true;

/** Where a layout that lost was sure of another number, nobody can be sure. */
function beside(fit: TableFit, rival: TableFit | undefined): TableFit {
  if (!rival || rival.template !== fit.template) return fit;
  const numbers = new Map(
    Object.entries(gradeTable(rival).cells).flatMap(([row, cells]) =>
      Object.entries(cells)
        .filter(([, { confidence }]) => confidence === 'verified')
        .map(([column, { value }]) => [addressKey({ row, column }), value]),
    ),
  );
  for (const draft of fit.drafts) {
    const other = numbers.get(addressKey(draft));
    if (other === undefined || other === draft.value) continue;
    draft.doubts = [...draft.doubts, 'readings-differ'];
    draft.flags = addFlags(draft.flags, 'readings-differ');
  }
  return fit;
}
