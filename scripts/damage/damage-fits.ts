import type { TableCells } from '../../src/model/report-record.js';
import { draftFromSlot } from '../../src/tables/cell-draft.js';
import { type GradedTable, gradeTable } from '../../src/tables/grade/grade-table.js';
import type { TableFit } from '../../src/tables/table-fit.js';
import type { TableName } from '../synthesise/printed.js';
import type { Report } from '../synthesise/report.js';
import { caseRandom, damages, effectOf, identitiesOf, NO_EFFECT, reportAt, truthOfTable } from './cases.js';
import type { FoundError } from './damage-documents.js';
import { groupOf } from './groups.js';
import { judgeTable } from './judge.js';
import { hasIdentities } from './protection.js';
import { printedTexts, type Sheet, sheetOf } from './sheet.js';
import { type Tallies, tallyAt } from './tally.js';

/** The tally line of cases that no carrier brought. */
export const FITTED = 'fitted';

/** The table as a perfect reader fits it: every text in its cell, every label found. */
export const fitOf = (
  report: Report,
  table: TableName,
  texts: ReadonlyMap<string, string | null>,
): TableFit | null => {
  const spec = report.specs[table];
  if (!spec) return null;
  let start = 0;
  const drafts = spec.groups.flatMap((group) =>
    group.rows.flatMap((row) =>
      group.columns
        .filter(({ optional }) => !optional)
        .map((column) => {
          const text = texts.get(`${row.id}.${column.id}`) ?? '';
          const place = { start, end: start + text.length };
          start = place.end + 1;
          const context = { row, column, heading: null, rowLabelled: true, columnLabelled: true, flags: [] };
          return draftFromSlot({ text, place, block: 0 }, context);
        }),
    ),
  );
  const region = [{ start: 0, end: start }];
  return {
    template: report.template,
    spec,
    drafts,
    extras: [],
    spent: new Set(),
    leftovers: [],
    issues: [],
    score: 1,
    region,
  };
};

/** What grades a table: the program itself, unless a test puts something else in its place. */
type Grader = (fit: TableFit) => Pick<GradedTable, 'cells'>;

const grade = (
  { report, table, grader }: Pick<Bench, 'report' | 'table' | 'grader'>,
  texts: ReadonlyMap<string, string | null>,
): TableCells | null => {
  const fit = fitOf(report, table, texts);
  return fit && grader(fit).cells;
};

/** A table of one report before any damage. */
interface Bench {
  report: Report;
  table: TableName;
  grader: Grader;
  sheet: Sheet;
  texts: Map<string, string>;
  before: TableCells | null;
}

/**
 * Runs every damage that keeps the layout on every table that has identities, without a carrier: only the grading is
 * put to the test, so that millions of cells are within reach.
 */
export const runFits = (
  seed: number,
  index: number,
  names: string[] | null,
  tallies: Tallies,
  grader: Grader = gradeTable,
): FoundError[] => {
  const report = reportAt(seed, index);
  const tables = (Object.keys(report.tables) as TableName[]).filter(hasIdentities);
  return tables.flatMap((table) => {
    const sheet = sheetOf(report, table)!;
    const texts = printedTexts(sheet);
    const before = grade({ report, table, grader }, texts);
    const bench: Bench = { report, table, grader, sheet, texts, before };
    return [
      ...judgeUndamaged(bench, index, tallies),
      ...damages
        .filter(({ name, keepsLayout }) => keepsLayout && (!names || names.includes(name)))
        .flatMap(({ name }) => judgeDamaged(bench, seed, index, name, tallies)),
    ];
  });
};

const judgeUndamaged = ({ report, table, before }: Bench, index: number, tallies: Tallies): FoundError[] => {
  const tally = tallyAt(tallies, 'none', FITTED, table);
  const doubted = tally.cryWolf;
  tally.cases++;
  const judged = {
    table,
    truth: truthOfTable(report, table),
    cells: before ?? undefined,
    before: null,
    fault: null,
    showsFault: true,
    ...NO_EFFECT,
  };
  const silent = judgeTable(judged, tally);
  if (tally.cryWolf > doubted) tally.doubtedDocuments++;
  return silent.map((error) => ({ ...error, case: `${index}:${FITTED}:none` }));
};

const judgeDamaged = (
  bench: Bench,
  seed: number,
  index: number,
  name: string,
  tallies: Tallies,
): FoundError[] => {
  const { report, table, sheet, texts, before } = bench;
  const random = caseRandom(seed, index).fork(`${FITTED} ${table} ${name}`);
  const damaged = damages.find((damage) => damage.name === name)!.apply(sheet, random);
  if (!damaged) return [];
  const cells = grade(bench, new Map([...texts, ...damaged.reads])) ?? undefined;
  const tally = tallyAt(tallies, name, FITTED, table);
  tally.cases++;
  const effect = effectOf(sheet, damaged, identitiesOf(report, table));
  const truth = truthOfTable(report, table);
  const judged = { table, truth, cells, before, fault: groupOf(name).fault, showsFault: true, ...effect };
  const silent = judgeTable(judged, tally);
  return silent.map((error) => ({ ...error, case: `${index}:${FITTED}:${name}` }));
};

/** The tables of one case, graded, for a person to look at. */
export const gradeCase = (seed: number, index: number, name: string) => {
  const report = reportAt(seed, index);
  const tables = (Object.keys(report.tables) as TableName[]).filter(hasIdentities);
  return tables.flatMap((table) => {
    const sheet = sheetOf(report, table)!;
    const random = caseRandom(seed, index).fork(`${FITTED} ${table} ${name}`);
    const damaged = damages.find((damage) => damage.name === name)?.apply(sheet, random);
    if (!damaged) return [];
    const { cells, checks } = gradeTable(
      fitOf(report, table, new Map([...printedTexts(sheet), ...damaged.reads]))!,
    );
    const failed = checks.filter(({ status }) => status === 'fail');
    return [{ report, table, cells, checks: failed.map(({ id, left, right }) => `${id} ${left} ${right}`) }];
  });
};
