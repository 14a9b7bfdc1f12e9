import type { Colors } from 'picocolors/types.js';
import { confidenceSchema, type ReportRecord } from '../model/report-record.js';
import type { YearCheck } from '../model/year-finding.js';

/** What a run came to. Counts, and what years say of each other: it stays small however many inputs there are. */
export interface RunSummary {
  inputs: number;
  kinds: Record<ReportRecord['kind'], number>;
  cells: number;
  confidences: Record<(typeof confidenceSchema.options)[number], number>;
  checksFailed: number;
  /** Records whose own bytes were converted before under another name. */
  repeated: number;
  failures: number;
  skipped: number;
  /** Null until the run is over. */
  years: YearCheck | null;
}

export const emptySummary = (): RunSummary => ({
  inputs: 0,
  kinds: { 'annual-report': 0, compilation: 0, other: 0 },
  cells: 0,
  confidences: { verified: 0, read: 0, suspect: 0, blank: 0, missing: 0 },
  checksFailed: 0,
  repeated: 0,
  failures: 0,
  skipped: 0,
  years: null,
});

export function countRecord(summary: RunSummary, { kind, summary: counts }: ReportRecord): void {
  summary.kinds[kind]++;
  summary.cells += counts.cells;
  for (const level of confidenceSchema.options) summary.confidences[level] += counts[level];
  summary.checksFailed += counts.checksFailed;
}

/**
 * The summary as a person reads it:
 *
 *     inputs           60
 *     records          61   57 annual reports, 1 compilation, 3 others
 *     cells        10,230   9,801 verified (95.8%), 300 read, 12 suspect, 99 blank, 18 missing
 */
export function describeSummary(summary: RunSummary, colors: Colors): string {
  const { kinds, confidences: levels, cells } = summary;
  const records = kinds['annual-report'] + kinds.compilation + kinds.other;
  const share = cells === 0 ? '' : ` (${((100 * levels.verified) / cells).toFixed(1)}%)`;
  const kindWords = [
    counted(kinds['annual-report'], 'annual report', 'annual reports'),
    kinds.compilation > 0 && counted(kinds.compilation, 'compilation', 'compilations'),
    kinds.other > 0 && `${group(kinds.other)} no report`,
  ];
  const levelWords = [
    colors.green(`${group(levels.verified)} verified${share}`),
    `${group(levels.read)} read`,
    alarm(levels.suspect, 'suspect', colors.yellow),
    `${group(levels.blank)} blank`,
    `${group(levels.missing)} missing`,
  ];
  const rows: [name: string, count: number, detail: string][] = [
    ['inputs', summary.inputs, ''],
    ['records', records, kindWords.filter(Boolean).join(', ')],
    ['cells', cells, levelWords.join(', ')],
    [
      'failed checks',
      summary.checksFailed,
      summary.checksFailed > 0 ? 'sums that do not hold as printed' : '',
    ],
    ['failures', summary.failures, summary.failures > 0 ? colors.red('inputs that could not be read') : ''],
    ['skipped', summary.skipped, ''],
  ];
  if (summary.repeated > 0) rows.push(['repeated', summary.repeated, 'the same bytes as an input before']);
  const { years } = summary;
  if (years && (compared(years) > 0 || years.findings.length > 0)) rows.push(yearsRow(years, colors));
  const width = Math.max(...rows.map(([, count]) => group(count).length));
  return rows
    .map(([name, count, detail]) =>
      `${name.padEnd(13)} ${group(count).padStart(width)}   ${detail}`.trimEnd(),
    )
    .join('\n');
}

/** Comparisons that gave an answer. */
export const compared = ({ links }: YearCheck): number =>
  Object.values(links).reduce(
    (sum, { agree, agreeAsNothing, differ }) => sum + agree + agreeAsNothing + differ,
    0,
  );

function yearsRow(years: YearCheck, colors: Colors): [string, number, string] {
  const findings = alarm(
    years.findings.length,
    years.findings.length === 1 ? 'finding' : 'findings',
    colors.yellow,
  );
  const pairs = counted(years.yearPairs, 'pair', 'pairs');
  return ['across years', compared(years), `numbers compared in ${pairs} of consecutive years: ${findings}`];
}

const alarm = (count: number, word: string, color: (text: string) => string): string =>
  count > 0 ? color(`${group(count)} ${word}`) : `0 ${word}`;

const counted = (count: number, one: string, many: string): string =>
  `${group(count)} ${count === 1 ? one : many}`;

/** 10230 as 10,230 whatever the locale. */
const group = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');
