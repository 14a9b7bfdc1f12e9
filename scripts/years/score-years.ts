import { sayTable } from '../program/say-table.js';
import { carriers } from '../synthesise/render/index.js';
import { type DamageScore, scoreSeries } from './score-series.js';

const columns: (keyof DamageScore)[] = ['made', 'found', 'undecided', 'right', 'wrong', 'unnamed', 'beside'];

/**
 * Scores the checks across years on series of reports whose truth is known.
 * @returns 1: a finding in an undamaged series, or a culprit named wrongly
 */
export async function scoreYears(options: {
  count: number;
  years: number;
  seed: number;
  list: boolean;
}): Promise<number> {
  const score = await scoreSeries({
    seed: options.seed,
    seriesCount: options.count,
    yearCount: options.years,
    carriers: carriers.map(({ name }) => name),
  });
  const rows = [...score.damages].map(([name, tally]) => [name, ...columns.map((column) => tally[column])]);
  for (const line of sayTable([['damage', ...columns], ...rows])) console.log(line);
  const wrong = score.cases.filter(({ outcome }) => outcome === 'wrong').length;
  console.log(
    `\n${score.series} series, ${score.documents} documents; undamaged: ${score.compared} comparisons, ` +
      `${score.falseFindings.length} false findings; culprits named wrongly: ${wrong}`,
  );
  if (options.list)
    for (const each of [...score.falseFindings, ...score.cases]) console.log(JSON.stringify(each));
  return score.falseFindings.length > 0 || wrong > 0 ? 1 : 0;
}
