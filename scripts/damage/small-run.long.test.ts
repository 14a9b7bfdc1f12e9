import { beforeAll, describe, expect, it } from 'vitest';
import type { Cell, ReportRecord, TableCells } from '../../src/index.js';
import { type GradedTable, gradeTable } from '../../src/tables/grade/grade-table.js';
import type { TableFit } from '../../src/tables/table-fit.js';
import { amount } from '../../src/testing/amount.js';
import { answersOf } from './answers.js';
import { damages } from './cases.js';
import { type DocumentOptions, readCase, runReport } from './damage-documents.js';
import { runFits } from './damage-fits.js';
import { groupOf } from './groups.js';
import { silentIn } from './print-results.js';
import { emptyTally, knowable, sumUnder, type Tallies, type Tally } from './tally.js';

const SEED = 3;
const FITS = amount(6, 16);

const fitsWith = (grader?: (fit: TableFit) => Pick<GradedTable, 'cells'>, count = FITS): Tallies => {
  const tallies: Tallies = {};
  for (let index = 0; index < count; index++) runFits(SEED, index, null, tallies, grader);
  return tallies;
};

/** Of damages that make that many figures of table 三 wrong. */
const inApplications = (tallies: Tallies, damage: string): Tally =>
  sumUnder(tallies, (name, _, table) => (name === damage && table === 'applications' ? name : null)).get(
    damage,
  ) ?? emptyTally();

const totalOf = (tallies: Tallies): Tally => sumUnder(tallies, () => 'all').get('all')!;

const mapCells = (tables: TableCells, change: (cell: Cell) => Cell): TableCells =>
  Object.fromEntries(
    Object.entries(tables).map(([row, cells]) => [
      row,
      Object.fromEntries(Object.entries(cells).map(([column, cell]) => [column, change(cell)])),
    ]),
  );

/** The program's own grades, changed. */
const grading =
  (change: (cell: Cell) => Cell) =>
  (fit: TableFit): Pick<GradedTable, 'cells'> => ({ cells: mapCells(gradeTable(fit).cells, change) });

describe('a small run without carriers', () => {
  let tallies: Tallies;
  beforeAll(() => {
    tallies = fitsWith();
  });

  it('is large enough to say something', () => {
    const { damaged, wrongTables } = totalOf(tallies);
    expect(damaged).toBeGreaterThan(60 * FITS);
    expect(wrongTables).toBeGreaterThan(18 * FITS);
  });

  it('lets no wrong number look sure that somebody could know', () => {
    expect(silentIn(tallies)).toBe(0);
  });

  it('doubts nothing in undamaged tables', () => {
    const undamaged = sumUnder(tallies, (damage) => (damage === 'none' ? damage : null)).get('none')!;
    expect(undamaged.printed).toBeGreaterThan(60 * FITS);
    expect([undamaged.cryWolf, undamaged.doubts, undamaged.lost]).toEqual([0, 0, 0]);
  });

  it.each([
    ['wrong-1', 0.999, 0.999],
    ['wrong-2', 0.99, 0.95],
    ['wrong-3', 0.99, 0],
  ])('locates and corrects %s in table 三', (damage, located, corrected) => {
    const tally = inApplications(tallies, damage);
    const wrong = knowable(tally);
    expect(wrong).toBeGreaterThan(amount(3, 10));
    expect(tally.detectedTables).toBe(tally.wrongTables);
    expect(tally.located / wrong).toBeGreaterThanOrEqual(located);
    expect(tally.corrected / wrong).toBeGreaterThanOrEqual(corrected);
  });
});

describe('a small run through carriers', () => {
  const figures = damages.filter(({ name }) => groupOf(name).fault === 'source').map(({ name }) => name);
  const options: DocumentOptions = {
    seed: SEED,
    perReport: 1,
    carriers: ['html-clean', 'pipe-trailing', 'docx-plain'],
    damages: figures,
    tables: null,
  };

  it('lets no wrong number look sure that somebody could know', async () => {
    const tallies: Tallies = {};
    for (const index of [0, 1, 2]) await runReport(index, options, tallies);
    const { cases, damaged, located } = totalOf(tallies);
    expect(cases).toBeGreaterThan(35);
    expect(located).toBeGreaterThan(0);
    expect(damaged).toBeGreaterThan(located);
    expect(silentIn(tallies)).toBe(0);
  });

  it('counts the wrong numbers of a record that is sure of everything', async () => {
    const tallies: Tallies = {};
    const read: DocumentOptions['read'] = async (rendered) => {
      const record = (await readCase(rendered)) as ReportRecord;
      const tables = Object.entries(record.tables).map(([id, table]) => [
        id,
        mapCells(table, (cell) => (cell.value === null ? cell : { ...cell, confidence: 'verified' })),
      ]);
      return { ...record, tables: Object.fromEntries(tables) };
    };
    const some = { ...options, damages: ['wrong-2'], tables: ['applications'], read };
    for (const index of [0, 1, 2]) await runReport(index, some, tallies);
    const { silentVerified, silentRead, located } = totalOf(tallies);
    expect([silentVerified > 0, silentRead, located]).toEqual([true, 0, 0]);
  });
});

describe('the judge', () => {
  const few = 2;

  it('counts the wrong numbers of a grader that is sure of everything', () => {
    const sure = fitsWith(
      grading((cell) => (cell.value === null ? cell : { ...cell, confidence: 'read' })),
      few,
    );
    const { damaged, silentRead, located, unanswered, detectedTables, wrongTables } = totalOf(sure);
    expect(silentRead).toBeGreaterThan(50);
    // Letters among digits are left: such a text has no number to be sure of.
    expect(located - unanswered).toBeLessThan(0.1 * damaged);
    expect(detectedTables).toBeLessThan(wrongTables);
  });

  it('counts numbers that nobody printed, excuse or not', () => {
    const off = fitsWith(
      grading((cell) =>
        cell.value === null ? cell : { ...cell, value: cell.value + 1, confidence: 'verified' },
      ),
      few,
    );
    const { silentVerified, verified, recovered } = totalOf(off);
    // A misprint that is one too low is read rightly by such a grader.
    expect(silentVerified + recovered).toBeGreaterThan(0.99 * verified);
  });

  it('counts wrong suggestions, needless doubts and lost numbers', () => {
    const wary = fitsWith(
      grading((cell) => ({ ...cell, confidence: 'suspect', suggested: { value: 77_777, because: 'x' } })),
      few,
    );
    const doubting = totalOf(wary);
    expect(doubting.wrongSuggestions).toBe(doubting.cells);
    expect(answersOf(doubting)[2]!.wrong).toBe(doubting.suggested);
    expect(silentIn(wary)).toBe(0);
    const undamaged = sumUnder(wary, (damage) => (damage === 'none' ? damage : null)).get('none')!;
    expect(undamaged.cryWolf).toBeGreaterThan(0.5 * undamaged.cells);

    const silent = totalOf(
      fitsWith(
        grading((cell) => ({ ...cell, value: null, confidence: 'missing' })),
        few,
      ),
    );
    expect(silent.lost).toBeGreaterThan(500);
    expect(answersOf(silent).map(({ answered }) => answered)).toEqual([0, 0, 0, 0]);
  });
});
