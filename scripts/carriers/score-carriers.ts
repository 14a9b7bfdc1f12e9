import { convert, convertTogether } from '../../src/index.js';
import { sayPercent } from '../program/say-number.js';
import { sayTable } from '../program/say-table.js';
import { openScores } from '../scoring/open-scores.js';
import type { Tally } from '../scoring/score-documents.js';
import { judgeMerge } from './judge-merge.js';
import { type CarrierSet, makeSet, mishaps } from './make-set.js';

const ALL = 'all';

const figuresOf = ({ cells, verdicts }: Tally): (string | number)[] => [
  ...[verdicts.right, verdicts['suspect-right'] + verdicts.doubt, verdicts.lost].map((count) =>
    sayPercent(count, cells),
  ),
  verdicts.silent,
];

const heads = ['right', 'suspect', 'lost', 'silent'];

/**
 * Scores the merging of carriers: reports of known truth, each in two or three files; some files lack a table or have a digit
 * damaged. Prints what is right in each file alone, and in the record of all of them.
 *
 * silent: a wrong number that looks sure. lost: no number, where one is printed in the report. worse: right and sure in one file, and
 * not right any more, though no other file was sure of something else or ruled it out.
 * @returns 1: a silent error that no file had by itself, or a cell that is worse
 */
export async function scoreCarriers({
  count,
  seed,
  list,
}: {
  count: number;
  seed: number;
  list: number;
}): Promise<number> {
  const [alone, merged] = [openScores(), openScores()];
  const lines = new Map([...mishaps, ALL].map((name) => [name as string, { newSilent: 0, worse: 0 }]));
  const score = async (set: CarrierSet): Promise<void> => {
    const names = [ALL, set.mishap];
    const records = [];
    for (const file of set.files) records.push((await convert(file)).records);
    const { records: together } = await convertTogether(set.files);
    const found = judgeMerge(
      set.truth,
      records.map((each) => each[0]!),
      together[0]!,
    );
    for (const each of records) alone.add(names, set.truth, each);
    merged.add(names, { ...set.truth, file: set.name }, together);
    for (const name of names) {
      lines.get(name)!.newSilent += found.newSilent.length;
      lines.get(name)!.worse += found.worse.length;
    }
    for (const path of found.newSilent) console.log(`silent by merging: ${set.name} ${path}`);
    for (const path of found.worse) console.log(`worse by merging: ${set.name} ${path}`);
  };
  for (let index = 0; index < count; index++) await score(await makeSet(seed, index));
  const rows = [...lines].flatMap(([name, { newSilent, worse }]) => {
    const [before, after] = [alone.tallies.get(name), merged.tallies.get(name)];
    return before && after ? [[name, ...figuresOf(before), ...figuresOf(after), newSilent, worse]] : [];
  });
  const head = ['', ...heads.map((each) => `${each} alone`), ...heads.map((each) => `${each} together`)];
  for (const line of sayTable([[...head, 'new', 'worse'], ...rows])) console.log(line);
  merged.list(list);
  const { newSilent, worse } = lines.get(ALL)!;
  return newSilent + worse > 0 ? 1 : 0;
}
