import { addFlags } from '../../model/codes/add-flags.js';
import type { ParsedDocument } from '../../model/parsed-document.js';
import type { Cell, TableCells } from '../../model/report-record.js';
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
  document: Pick<ParsedDocument, 'blocks' | 'recognition' | 'text'>,
  { without, ...fitting }: Fitting & { without?: RuleNames | undefined },
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
      else if (hasFailed(rival) && judged.worth >= rival.worth + GAIN_MIN)
        best.set(fit.spec.id, judge(beside(fit, rival)));
    }
  }
  return joined();
}

/** So many sure numbers more must another layout give than what is drawn. */
const GAIN_MIN = 2;

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
  const sure = grades.filter((confidence) => confidence !== 'suspect' && confidence !== 'missing');
  // Headings own their columns: a table of one column more is drawn, whatever its sums say.
  const hasForeign = fit.issues.some(({ code }) => code === 'column-unknown');
  return {
    ...{ fit, cells },
    worth: grades.reduce((worth, confidence) => worth + WORTH[confidence], 0),
    sureShare: hasForeign ? 1 : sure.length / grades.length,
  };
}

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
