import { checkAcrossYears, convert, type YearFinding } from '../../src/index.js';
import type { ReportRecord } from '../../src/model/report-record.js';
import { type Random, seededRandom } from '../synthesise/random.js';
import { type MadeSeries, makeSeries, renderYear } from '../synthesise/series.js';
import { type YearDamage, yearDamages } from './damages.js';

export interface DamageScore {
  /** Conflicts made: cells that no longer agree with the other year. */
  made: number;
  found: number;
  /** Of those not found: the reader left the cell or its counterpart undecided, so that nothing could be compared. */
  undecided: number;
  right: number;
  wrong: number;
  unnamed: number;
  /** Findings about cells and years that the damage did not touch. */
  beside: number;
}

export interface YearCase {
  damage: string;
  /** Of the series. */
  index: number;
  path: string;
  outcome: 'missed' | 'undecided' | 'unnamed' | 'wrong';
  finding: YearFinding | null;
}

export interface YearScore {
  series: number;
  documents: number;
  /** Comparisons in the undamaged series that gave an answer, and findings there: all of them false. */
  compared: number;
  falseFindings: YearFinding[];
  damages: Map<string, DamageScore>;
  /** What did not end with the right culprit, for a person to look at. */
  cases: YearCase[];
}

export interface ScoreOptions {
  seed: number;
  seriesCount: number;
  yearCount: number;
  carriers: readonly string[];
}

const emptyScore = (): DamageScore => ({
  made: 0,
  found: 0,
  undecided: 0,
  right: 0,
  wrong: 0,
  unnamed: 0,
  beside: 0,
});

/** Converts truthful series, checks them, damages one year of each in every way, and checks again. */
export async function scoreSeries(options: ScoreOptions): Promise<YearScore> {
  const score: YearScore = {
    series: options.seriesCount,
    documents: 0,
    compared: 0,
    falseFindings: [],
    damages: new Map(yearDamages.map(({ name }) => [name, emptyScore()])),
    cases: [],
  };
  for (let index = 0; index < options.seriesCount; index++) {
    const series = makeSeries({ ...options, index });
    const records: ReportRecord[] = [];
    for (const at of series.years.keys()) records.push(await readYear(series, at));
    score.documents += records.length;
    const { findings, links } = await checkAcrossYears(records);
    score.falseFindings.push(...findings);
    for (const { agree, agreeAsNothing, differ } of Object.values(links))
      score.compared += agree + agreeAsNothing + differ;
    const random = seededRandom(options.seed).fork(`damage ${index}`);
    for (const damage of yearDamages)
      await scoreDamage(score, { index, series, records }, damage, random.fork(damage.name));
  }
  return score;
}

interface Bench {
  index: number;
  series: MadeSeries;
  records: readonly ReportRecord[];
}

async function scoreDamage(
  score: YearScore,
  bench: Bench,
  damage: YearDamage,
  random: Random,
): Promise<void> {
  const made = damage.apply(bench.series, random);
  if (!made) return;
  const { at, other, paths } = made;
  const damaged = await readYear(made.series, at);
  score.documents++;
  const { findings } = await checkAcrossYears(bench.records.with(at, damaged));
  const tally = score.damages.get(damage.name)!;
  const years = [at, other].map((index) => bench.series.years[index]!.year).sort();
  const isHit = (finding: YearFinding): boolean =>
    finding.cells.some(({ recordId, path }) => recordId === damaged.id && paths.includes(path));
  for (const path of paths) {
    tally.made++;
    const finding = findings.find(
      (one) =>
        one.cells.some((cell) => cell.recordId === damaged.id && cell.path === path) && sameYears(one, years),
    );
    const isOpen = isUndecided(damaged, path) || isUndecided(bench.records[other]!, counterpart(path));
    const outcome = outcomeOf(finding, damaged.id, isOpen);
    if (finding) tally.found++;
    if (outcome === 'right') tally.right++;
    else {
      if (outcome !== 'missed') tally[outcome]++;
      score.cases.push({ damage: damage.name, index: bench.index, path, outcome, finding: finding ?? null });
    }
  }
  tally.beside += findings.filter((finding) => !isHit(finding)).length;
}

function outcomeOf(
  finding: YearFinding | undefined,
  damagedId: string,
  isOpen: boolean,
): YearCase['outcome'] | 'right' {
  if (!finding) return isOpen ? 'undecided' : 'missed';
  if (!finding.culprit) return 'unnamed';
  return finding.culprit.recordId === damagedId ? 'right' : 'wrong';
}

const sameYears = ({ years }: YearFinding, wanted: number[]): boolean =>
  years[0] === wanted[0] && years[1] === wanted[1];

const counterpart = (path: string): string =>
  path.includes('carriedOver')
    ? path.replace('carriedOver', 'carriedForward')
    : path.replace('carriedForward', 'carriedOver');

function isUndecided(record: ReportRecord, path: string): boolean {
  const [, table, row, column] = path.split('.') as [string, string, string, string];
  const cell = record.tables[table]?.[row]?.[column];
  // A blank stock of documents is left open; a printed blank means none to carry.
  const isNothing = cell?.confidence === 'blank' && cell.at !== null && table === 'applications';
  return !cell || (cell.value === null && !isNothing);
}

async function readYear(
  series: MadeSeries,
  at: number,
  uri = `${series.years[at]!.year}`,
): Promise<ReportRecord> {
  const { bytes, suffix } = await renderYear(series, at);
  const { records, failure } = await convert({ uri: `${uri}${suffix}`, bytes });
  if (failure || records.length !== 1)
    throw new Error(`${uri}${suffix}: ${failure?.message ?? 'not one record'}`);
  return records[0]!;
}
