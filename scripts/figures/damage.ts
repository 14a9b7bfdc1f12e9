import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { damages } from '../damage/cases.js';
import type { Excuse } from '../damage/protection.js';
import type { DamageSummary, GroupSummary } from '../damage/summarise.js';
import {
  emptyTally,
  excusedAs,
  knowable,
  silentReadOf,
  silentVerifiedOf,
  type Tally,
} from '../damage/tally.js';
import { sayCount, sayPercent } from '../program/say-number.js';
import { markdownTable } from './markdown-table.js';

/** What a full run of the damage bench left: its command and sizes, and the sums. */
export interface DamageFigures extends DamageSummary {
  command: string;
  seed: number;
  count: number;
  per: number;
  fits: number;
}

const file = fileURLToPath(new URL('../../docs/damage.json', import.meta.url));

/** @returns null if no run is kept */
export const readDamage = (): DamageFigures | null =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as DamageFigures) : null;

/** Rounded up: no wrong cell is lost. */
const rate = (part: number, whole: number): string =>
  whole === 0 ? '' : (Math.ceil((1_000_000 * part) / whole) / 10).toFixed(1);

const full = (tally: Partial<Tally> | undefined): Tally => ({ ...emptyTally(), ...tally });

/** Those that the table quotes; all of them are in docs/damage.json. */
const quoted = ['wrong-1', 'wrong-2', 'wrong-3', 'off-by-little-2', 'off-by-little-3'];
const tables = ['applications', 'review', 'statistics'];

const saysOf = (name: string): string => damages.find((damage) => damage.name === name)!.says;

const fittedTable = ({ fitted }: DamageFigures): string[] =>
  markdownTable(
    [
      'tables without a carrier',
      'table',
      'wrong cells',
      'located',
      'corrected',
      'of those in two sums',
      'detected',
      'wrong, `verified`',
      'wrong, `read`',
      'per 100,000',
      'wrong suggestions',
      'needless doubts',
    ],
    2,
    quoted.flatMap((damage) =>
      tables.map((name) => {
        const tally = full(fitted[`${damage}|${name}`]);
        const wrong = knowable(tally);
        const { located, corrected, crossed, crossedCorrected, detectedTables, wrongTables } = tally;
        return [
          saysOf(damage),
          name,
          wrong,
          sayPercent(located, wrong),
          sayPercent(corrected, wrong),
          sayPercent(crossedCorrected, crossed),
          sayPercent(detectedTables, wrongTables),
          silentVerifiedOf(tally),
          silentReadOf(tally),
          rate(silentReadOf(tally), wrong),
          tally.wrongSuggestions,
          sayPercent(tally.cryWolf, tally.cells - tally.damaged),
        ];
      }),
    ),
  );

const groupRow = ({ group, tally: some }: GroupSummary): (string | number)[] => {
  const tally = full(some);
  const { verified, read, printed, doubts, doubtsRight } = tally;
  return [
    group,
    tally.damaged,
    sayPercent(verified + read, printed, 1),
    silentVerifiedOf(tally),
    silentReadOf(tally),
    excusedAs(tally, 'verified'),
    excusedAs(tally, 'read'),
    sayPercent(doubtsRight, doubts, 1),
    sayPercent(tally.cryWolf, tally.cells - tally.damaged),
    tally.wrongSuggestions,
    [tally.verdictRight, tally.verdictWrong, tally.verdictNone].map(sayCount).join(' / '),
  ];
};

const documentTable = ({ groups }: DamageFigures): string[] =>
  markdownTable(
    [
      'documents',
      'damaged cells',
      'answered',
      'wrong, `verified`',
      'wrong, `read`',
      'excused, `verified`',
      'excused, `read`',
      'doubts that were right',
      'needless doubts',
      'wrong suggestions',
      'whose fault: right / wrong / not said',
    ],
    1,
    groups.filter(({ way }) => way === 'documents').map(groupRow),
  );

const reasons: Record<Excuse, string> = {
  'no-sum': 'no sum of the form holds the cell (table 二, most indicators of 2014)',
  'sum-left-out': 'its total, or all parts of it, are printed blank, as most sums of that kind are',
  'sum-blank': 'the same, though most sums of that kind are printed',
  'other-sum-fails': 'the faults cancel in its own sums; another sum of the table fails',
  'sums-hold': 'every sum holds: whole rows, columns or labels stand in each other’s place',
  paper: 'on paper a cell that is gone looks like an empty one',
  'no-spans':
    'where no spans are printed, a cell that reaches over two looks like two, one of them empty or a copy',
  'same-print': 'an undamaged table without borders prints the same text, and its sums hold',
};

const excuseTable = ({ excuses }: DamageFigures): string[] =>
  markdownTable(
    ['excused, because', 'way', '`verified`', '`read`', 'in doubt all the same'],
    2,
    excuses.map(({ excuse, way, verified, read, doubted }) => [
      reasons[excuse],
      way,
      verified,
      read,
      doubted,
    ]),
  );

const silentTable = ({ silent, seed }: DamageFigures): string[] =>
  silent.length === 0
    ? ['No wrong number looked sure but the excused ones.', '']
    : markdownTable(
        ['wrong and sure: damage, table, confidence', 'cells', 'one of them'],
        1,
        silent.map(({ kind, cells, case: name }) => [kind, cells, `\`--seed ${seed} --case ${name}\``]),
      );

/** What docs/figures.md says of the damage bench; where no full run is kept, how to make one. */
export const damageBlock = (figures: DamageFigures | null): string => {
  if (!figures) return 'No full run is kept here yet: `npm run bench:damage -- --full --plot` makes one.\n';
  const { command, seed, count, per, fits, damaged } = figures;
  return [
    `\`${command}\`, seed ${seed}: ${sayCount(damaged.fitted)} damaged cells in the tables of ${sayCount(fits)} reports that went to the grading without a carrier, and ${sayCount(damaged.documents)} in ${sayCount(count)} reports that were rendered${per > 1 ? ` in ${per} ways each` : ''}, damaged, and converted.`,
    '',
    '![Answered cells against wrong answers, by groups of damages](damage.svg)',
    '',
    ...fittedTable(figures),
    ...documentTable(figures),
    ...excuseTable(figures),
    ...silentTable(figures),
    '[Every damage as a bar](damage-kinds.svg); all counts are in [damage.json](damage.json).',
    '',
  ].join('\n');
};
