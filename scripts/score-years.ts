/**
 * Scores the checks across years on series of reports whose truth is known.
 *
 *   npm run score:years               60 bodies, 5 years each, in mixed carriers
 *   --count N, --years N, --seed N    size it; --list prints what did not come out right
 *
 * Exit status 1: a finding in an undamaged series, or a culprit named wrongly.
 */
import { parseArgs } from 'node:util';
import { carriers } from './synthesise/render/index.js';
import { type DamageScore, scoreYears } from './years/score-series.js';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '60' },
    years: { type: 'string', default: '5' },
    seed: { type: 'string', default: '7' },
    list: { type: 'boolean', default: false },
  },
});

const score = await scoreYears({
  seed: Number(values.seed),
  seriesCount: Number(values.count),
  yearCount: Number(values.years),
  carriers: carriers.map(({ name }) => name),
});

const columns: (keyof DamageScore)[] = ['made', 'found', 'undecided', 'right', 'wrong', 'unnamed', 'beside'];
const WIDTH = 44;
const row = (name: string, cells: readonly (string | number)[]): void =>
  console.log(name.padEnd(WIDTH) + cells.map((cell) => String(cell).padStart(11)).join(''));

row('damage', columns);
for (const [name, tally] of score.damages)
  row(
    name,
    columns.map((column) => tally[column]),
  );
const wrong = score.cases.filter(({ outcome }) => outcome === 'wrong').length;
console.log(
  `\n${score.series} series, ${score.documents} documents; undamaged: ${score.compared} comparisons, ` +
    `${score.falseFindings.length} false findings; culprits named wrongly: ${wrong}`,
);
if (values.list) {
  for (const finding of score.falseFindings) console.log(JSON.stringify(finding));
  for (const one of score.cases) console.log(JSON.stringify(one));
}
process.exitCode = score.falseFindings.length > 0 || wrong > 0 ? 1 : 0;
