/**
 * Prints reports of known truth to PDF with Chromium and LibreOffice, in many styles, and scores what is read from them.
 * Needs both programs.
 *
 *   npx tsx scripts/score-prints.ts                128 prints
 *   --count N and --seed N choose the prints, --only N prints one of them, --kinds none,turned those of a kind
 *   --keep FOLDER keeps the PDFs and takes those that stand there; --list N names cells that are not right
 *
 *   --write puts the sums where the README takes them from
 *
 * Exit status 1: a silent error, a cell without its place, or less than 99.9 % right.
 */
import { parseArgs } from 'node:util';
import { convert } from '../src/index.js';
import { type BrokenRow, brokenRows } from './prints/broken-rows.js';
import { checkPlaces } from './prints/check-places.js';
import { makePrints } from './prints/make-prints.js';
import { kindsOf, printPlan } from './prints/print-plan.js';
import { writePrints } from './readme/figures.js';
import { type BadCell, emptyTally, rightPercent, scoreDocument, type Tally } from './score-documents.js';

const RIGHT_MIN = 99.9;

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '128' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    kinds: { type: 'string' },
    keep: { type: 'string' },
    list: { type: 'string', default: '40' },
    write: { type: 'boolean', default: false },
  },
});

const wanted = values.kinds?.split(',') ?? [];
const plans = Array.from({ length: Number(values.count) }, (_, index) =>
  printPlan(Number(values.seed), index),
)
  .filter(({ index }) => values.only === undefined || index === Number(values.only))
  .filter((plan) => wanted.length === 0 || kindsOf(plan).some((kind) => wanted.includes(kind)));

const say = (name: string, { documents, cells, verdicts, headers, headersRight }: Tally, right: number) =>
  `${name.padEnd(22)}${String(documents).padStart(5)}${String(cells).padStart(8)}${right.toFixed(3).padStart(9)} % right` +
  ` (${verdicts['suspect-right']} under doubt), ${verdicts.doubt} doubts, ${verdicts.lost} lost, ${verdicts.silent} silent; headers ${headersRight}/${headers}`;

const all = emptyTally();
const byKind = new Map<string, Tally>();
const bad: BadCell[] = [];
const places: string[] = [];
const broken: BrokenRow[] = [];
let placesChecked = 0;
for (const { plan, bytes, truth } of await makePrints(plans, values.keep)) {
  const { records, failure } = await convert({ uri: truth.file, bytes });
  if (failure) console.log(`not read: ${truth.file} ${failure.code}: ${failure.message}`);
  bad.push(...scoreDocument(all, truth, records));
  for (const kind of kindsOf(plan)) {
    if (!byKind.has(kind)) byKind.set(kind, emptyTally());
    scoreDocument(byKind.get(kind)!, truth, records);
  }
  const { checked, faults } = await checkPlaces(bytes, records);
  placesChecked += checked;
  places.push(...faults.map((fault) => `${truth.file} ${fault}`));
  if (records[0]) broken.push(...brokenRows(records[0]));
}
for (const [kind, tally] of [...byKind].sort(([a], [b]) => (a < b ? -1 : 1)))
  console.log(say(kind, tally, rightPercent(tally)));
console.log(say('all', all, rightPercent(all)));
console.log(`places: ${placesChecked} cells checked, ${places.length} faults`);
for (const template of new Set(broken.map((row) => row.template))) {
  const rows = broken.filter((row) => row.template === template);
  const met = new Set(rows.map(({ row }) => row));
  const total = rows[0]!.rows;
  console.log(
    `page breaks in the table of applications of ${template}: ${rows.length}, before or in ${met.size} of its ${total} rows`,
  );
}
const order = ['silent', 'lost', 'doubt'];
bad.sort((left, right) => order.indexOf(left.verdict) - order.indexOf(right.verdict));
for (const { file, path, want, got, verdict } of bad.slice(0, Number(values.list)))
  console.log(`  ${verdict}: ${file} ${path} want ${JSON.stringify(want)} got ${got}`);
for (const fault of places.slice(0, Number(values.list))) console.log(`  place: ${fault}`);
if (values.write) {
  const { documents, cells, verdicts } = all;
  const right = verdicts.right + verdicts['suspect-right'];
  const command = 'npx tsx scripts/score-prints.ts';
  writePrints({ command, documents, cells, right, silent: verdicts.silent, places: placesChecked });
}
process.exitCode = all.verdicts.silent > 0 || places.length > 0 || rightPercent(all) < RIGHT_MIN ? 1 : 0;
