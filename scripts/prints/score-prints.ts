import { writeFigures } from '../figures/figures.js';
import { openScores } from '../scoring/open-scores.js';
import { readDocument } from '../scoring/read-document.js';
import { rightPercent } from '../scoring/score-documents.js';
import { type BrokenRow, brokenRows } from './broken-rows.js';
import { checkPlaces } from './check-places.js';
import { makePrints } from './make-prints.js';
import { kindsOf, type PrintPlan, printPlan } from './print-plan.js';

const RIGHT_MIN = 99.9;

export interface PrintOptions {
  count: number;
  seed: number;
  only: number | undefined;
  kinds: string | undefined;
  keep: string | undefined;
  list: number;
  write: boolean;
}

const plansOf = ({ count, seed, only, kinds }: PrintOptions): PrintPlan[] => {
  const wanted = kinds?.split(',') ?? [];
  return Array.from({ length: count }, (_, index) => printPlan(seed, index))
    .filter(({ index }) => only === undefined || index === only)
    .filter((plan) => wanted.length === 0 || kindsOf(plan).some((kind) => wanted.includes(kind)));
};

const sayBroken = (broken: readonly BrokenRow[]): void => {
  for (const template of new Set(broken.map((row) => row.template))) {
    const rows = broken.filter((row) => row.template === template);
    const met = new Set(rows.map(({ row }) => row));
    console.log(
      `page breaks in the table of applications of ${template}: ${rows.length}, before or in ${met.size} of its ${rows[0]!.rows} rows`,
    );
  }
};

/**
 * Prints reports of known truth to PDF with Chromium and LibreOffice, in many styles, and scores what is read from them.
 * @returns 1: a silent error, a cell without its place, or less than 99.9 % right
 */
export async function scorePrints(options: PrintOptions): Promise<number> {
  const scores = openScores();
  const places: string[] = [];
  const broken: BrokenRow[] = [];
  let placesChecked = 0;
  for (const { plan, bytes, truth } of await makePrints(plansOf(options), options.keep)) {
    const { records } = await readDocument(truth.file, bytes);
    scores.add(['all', ...kindsOf(plan)], truth, records);
    const { checked, faults } = await checkPlaces(bytes, records);
    placesChecked += checked;
    places.push(...faults.map((fault) => `${truth.file} ${fault}`));
    if (records[0]) broken.push(...brokenRows(records[0]));
  }
  for (const line of scores.lines()) console.log(line);
  console.log(`places: ${placesChecked} cells checked, ${places.length} faults`);
  sayBroken(broken);
  scores.list(options.list);
  for (const fault of places.slice(0, options.list)) console.log(`  place: ${fault}`);
  const all = scores.tallies.get('all')!;
  const { documents, cells, verdicts } = all;
  if (options.write) {
    const right = verdicts.right + verdicts['suspect-right'];
    const command = 'npm run score -- prints';
    const prints = { command, documents, cells, right, silent: verdicts.silent, places: placesChecked };
    writeFigures(() => ({ prints }));
  }
  return verdicts.silent > 0 || places.length > 0 || rightPercent(all) < RIGHT_MIN ? 1 : 0;
}
