import type { Colors } from 'picocolors/types.js';
import type { LeftOutReport, LinkCounts, YearCheck } from '../model/year-finding.js';

export const leftOutWords: Record<LeftOutReport['reason'], string> = {
  'no-report': 'no annual report',
  'no-year': 'its year is not known',
  'year-doubtful': 'its year is in doubt',
  'no-issuer': 'its body is not known',
  'issuer-doubtful': 'its body is in doubt',
  'issuer-ambiguous': 'several bodies have this name, and it does not say which it is',
};

/**
 * What a check came to, as a person reads it:
 *
 *     records       300   60 bodies, 240 pairs of consecutive years
 *     carry       1,680   1,201 agree, 470 agree as nothing (blank and 0), 9 differ; 12 not comparable
 *     findings        9   7 name the likelier culprit
 */
export function describeYears(check: YearCheck, failures: number, colors: Colors): string {
  const { findings, reports, issuers, yearPairs, copies, leftOut } = check;
  const named = findings.filter(({ culprit }) => culprit !== null).length;
  const rows: [name: string, count: number, detail: string][] = [
    [
      'reports',
      reports,
      `of ${words(issuers, 'body', 'bodies')}, ${words(yearPairs, 'pair', 'pairs')} of consecutive years`,
    ],
    ...Object.entries(check.links).map(([id, counts]): [string, number, string] => [
      id,
      counts.agree + counts.agreeAsNothing + counts.differ,
      linkWords(counts, colors),
    ]),
    ['findings', findings.length, findings.length > 0 ? `${group(named)} name the likelier culprit` : ''],
  ];
  if (copies > 0) rows.push(['copies', copies, 'the same body, year and numbers as another record']);
  if (leftOut.length > 0) rows.push(['left out', leftOut.length, 'took no part: see above']);
  if (failures > 0) rows.push(['failures', failures, colors.red('inputs that could not be read')]);
  const width = Math.max(...rows.map(([, count]) => group(count).length));
  return rows
    .map(([name, count, detail]) =>
      `${name.padEnd(10)} ${group(count).padStart(width)}   ${detail}`.trimEnd(),
    )
    .join('\n');
}

function linkWords({ agree, agreeAsNothing, differ, notComparable }: LinkCounts, colors: Colors): string {
  const different = `${group(differ)} differ`;
  return (
    `${group(agree)} agree, ${group(agreeAsNothing)} agree as nothing (blank and 0), ` +
    `${differ > 0 ? colors.yellow(different) : different}; ${group(notComparable)} not comparable`
  );
}

const words = (count: number, one: string, many: string): string =>
  `${group(count)} ${count === 1 ? one : many}`;

/** 10230 as 10,230 whatever the locale. */
const group = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');
