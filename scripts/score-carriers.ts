/**
 * Scores the merging of carriers: reports of known truth, each in two or three files of which some lack a table or have a digit
 * damaged. Prints what is right in each file alone, and in the record of all of them.
 *
 *   npx tsx scripts/score-carriers.ts --count 60   sets of files
 *   --seed N chooses other ones, --list N names cells that are not right after merging
 *
 * silent: a wrong number that looks sure. lost: no number, where one is printed in the report. worse: right and sure in one file, and
 * not right any more, though no other file was sure of something else or ruled it out.
 * Exit status 1: a silent error that no file had by itself, or a cell that is worse.
 */
import { parseArgs } from 'node:util';
import { convert, convertTogether } from '../src/index.js';
import { judgeMerge } from './carriers/judge-merge.js';
import { type CarrierSet, makeSet, mishaps } from './carriers/make-set.js';
import { type BadCell, emptyTally, scoreDocument, type Tally } from './score-documents.js';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    list: { type: 'string', default: '0' },
  },
});

interface Line {
  alone: Tally;
  merged: Tally;
  newSilent: number;
  worse: number;
}
const lines = new Map(
  [...mishaps, 'all' as const].map((name): [string, Line] => [
    name,
    { alone: emptyTally(), merged: emptyTally(), newSilent: 0, worse: 0 },
  ]),
);
const bad: BadCell[] = [];

const score = async (set: CarrierSet): Promise<void> => {
  const records = [];
  for (const file of set.files) records.push((await convert(file)).records);
  const { records: together } = await convertTogether(set.files);
  const found = judgeMerge(
    set.truth,
    records.map((each) => each[0]!),
    together[0]!,
  );
  for (const name of [set.mishap, 'all']) {
    const line = lines.get(name)!;
    for (const each of records) scoreDocument(line.alone, set.truth, each);
    const wrong = scoreDocument(line.merged, set.truth, together);
    line.newSilent += found.newSilent.length;
    line.worse += found.worse.length;
    if (name === 'all') bad.push(...wrong.map((each) => ({ ...each, file: set.name })));
  }
  for (const path of found.newSilent) console.log(`silent by merging: ${set.name} ${path}`);
  for (const path of found.worse) console.log(`worse by merging: ${set.name} ${path}`);
};

const figures = ({ cells, verdicts }: Tally): string => {
  const share = (count: number): string => `${((100 * count) / cells).toFixed(2)} %`.padStart(9);
  const suspect = verdicts['suspect-right'] + verdicts.doubt;
  return `${share(verdicts.right)}${share(suspect)}${share(verdicts.lost)}${String(verdicts.silent).padStart(8)}`;
};

for (let index = 0; index < Number(values.count); index++)
  await score(await makeSet(Number(values.seed), index));
console.log('                     each file alone                       together');
console.log(
  '                     right   suspect     lost  silent      right   suspect     lost  silent   new  worse',
);
for (const [name, { alone, merged, newSilent, worse }] of lines) {
  if (alone.documents === 0) continue;
  console.log(
    `${name.padEnd(16)}${figures(alone)}  ${figures(merged)}${String(newSilent).padStart(6)}${String(worse).padStart(7)}`,
  );
}
for (const { file, path, want, got, verdict } of bad.slice(0, Number(values.list)))
  console.log(`  ${verdict}: ${file} ${path} want ${JSON.stringify(want)} got ${got}`);
const { newSilent, worse } = lines.get('all')!;
process.exitCode = newSilent + worse > 0 ? 1 : 0;
