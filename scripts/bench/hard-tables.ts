import type { TableFit } from '../../src/tables/table-fit.js';
import { fitOf } from '../damage/damage-fits.js';
import { printedTexts, sheetOf } from '../damage/sheet.js';
import { type Random, seededRandom } from '../synthesise/random.js';
import { makeReport } from '../synthesise/report.js';

const style = { zero: '0', blankShare: 0, thousands: false, fullWidth: false, minus: '-' } as const;

type Hardship = (texts: Map<string, string>, random: Random) => Map<string, string>;

const some = <T>(items: readonly T[], count: number, random: Random): T[] => {
  const left = [...items];
  return Array.from({ length: count }, () => left.splice(random.int(0, left.length - 1), 1)[0]!);
};

const added = (texts: Map<string, string>, keys: readonly string[], by: (at: number) => number) =>
  new Map([
    ...texts,
    ...keys.map((key, at): [string, string] => [key, String(Number(texts.get(key)) + by(at))]),
  ]);

/** Ways to make table 三 hard for a search for the fewest wrong cells. */
const hardships: Record<string, Hardship> = {
  'every figure random': (texts, random) =>
    new Map([...texts.keys()].map((key) => [key, String(random.int(0, 9999))])),
  'every figure 0, 1 or 2': (texts, random) =>
    new Map([...texts.keys()].map((key) => [key, String(random.int(0, 2))])),
  'all figures equal': (texts) => new Map([...texts.keys()].map((key) => [key, '1'])),
  'four figures off by one': (texts, random) => added(texts, some([...texts.keys()], 4, random), () => 1),
  'six figures off by one': (texts, random) => added(texts, some([...texts.keys()], 6, random), () => 1),
  'five figures off by powers of two': (texts, random) =>
    added(texts, some([...texts.keys()], 5, random), (at) => 2 ** at),
  'one row random': (texts, random) => {
    const row = random.pick([...texts.keys()]).split('.')[0]!;
    const keys = [...texts.keys()].filter((key) => key.startsWith(`${row}.`));
    return added(texts, keys, () => random.int(1, 5));
  },
  'one column random': (texts, random) => {
    const column = random.pick([...texts.keys()]).split('.')[1]!;
    const keys = [...texts.keys()].filter((key) => key.endsWith(`.${column}`));
    return added(texts, keys, () => random.int(1, 5));
  },
};

/** Each hardship several times, seeded. */
export const hardTables = (seed: number): { name: string; fit: TableFit }[] =>
  Object.entries(hardships).flatMap(([name, make]) =>
    Array.from({ length: 6 }, (_, at) => {
      const random = seededRandom(seed).fork(`${name} ${at}`);
      const form = at % 2 === 0 ? 'ogi-2021' : 'ogi-2019';
      const report = makeReport(random, { form, scale: 'many', style });
      const texts = make(printedTexts(sheetOf(report, 'applications')!), random);
      return { name, fit: fitOf(report, 'applications', texts)! };
    }),
  );
