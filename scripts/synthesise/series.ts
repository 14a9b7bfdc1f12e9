import type { TableSpec } from '../../src/model/template.js';
import type { StockLink } from '../../src/model/year-link.js';
import { type MadeDocument, makeDocument, type Recipe } from './document.js';
import { applicantsOf, formOfYear, outcomesOf } from './forms.js';
import type { Numbers } from './numbers.js';
import { bureaus, inventedPlaces, issuerAt } from './places.js';
import { printFigures } from './print-figures.js';
import { type Random, seededRandom } from './random.js';
import { makeReport, type Report } from './report.js';

/** The reports of one body in consecutive years, each with its numbers before anything is printed. */
export interface MadeSeries {
  years: Report[];
  /** How each year arrives: a carrier and a seed for it. */
  recipes: Recipe[];
}

export interface SeriesOptions {
  seed: number;
  index: number;
  yearCount: number;
  carriers: readonly string[];
}

const FIRST_YEAR = 2019;

/**
 * A truthful series: what a year carries over is what the year before carried forward, and the documents in force follow
 * from last year's. Every sum of every year holds.
 */
export const makeSeries = (options: SeriesOptions): MadeSeries => {
  const { seed, index, yearCount, carriers } = options;
  const random = seededRandom(seed).fork(`series ${index}`);
  const place = inventedPlaces[index % inventedPlaces.length]!;
  const issuer = issuerAt(place, bureaus[Math.floor(index / inventedPlaces.length) % bureaus.length]!);
  const years: Report[] = [];
  const recipes: Recipe[] = [];
  // One body prints in one style and, most years, in one way.
  const scale = random.pick(['few', 'few', 'some', 'some', 'many'] as const);
  const habit = random.pick(carriers);
  for (let count = 0; count < yearCount; count++) {
    const year = FIRST_YEAR + count;
    const recipe: Recipe = {
      form: formOfYear(year),
      year,
      place,
      scale,
      carrier: random.chance(0.6) ? habit : random.pick(carriers),
      seed: random.int(1, 2 ** 31),
    };
    const report = makeReport(seededRandom(recipe.seed).fork('report'), recipe);
    years.push(chain(named(report, issuer), years.at(-1), random.fork(`chain ${year}`)));
    recipes.push(recipe);
  }
  return { years, recipes };
};

/** The same body writes every year: its name replaces the name in the draft. */
export const named = (report: Report, issuer: Report['issuer']): Report => {
  const rename = (text: string): string => text.replaceAll(report.issuer.name, issuer.name);
  return {
    ...report,
    issuer,
    title: rename(report.title),
    byline: rename(report.byline),
    opening: rename(report.opening),
    sections: report.sections.map((section) => ({ ...section, paragraphs: section.paragraphs.map(rename) })),
  };
};

/** Sets what the year before decides, and everything that follows from it. */
const chain = (report: Report, before: Report | undefined, random: Random): Report => {
  const numbers = structuredClone(report.numbers);
  if (before) {
    carryOver(
      numbers.applications!,
      before.numbers.applications!.carriedForward!,
      report.specs.applications!,
    );
    for (const stock of report.template.yearLinks?.stocks ?? [])
      if (before.template.yearLinks?.stocks?.some(({ id }) => id === stock.id))
        followStock(stock, numbers.proactive!, before.numbers.proactive!);
  }
  return printed({ ...report, numbers }, random);
};

const carryOver = (table: Numbers, forward: Numbers[string], spec: TableSpec): void => {
  const columns = applicantsOf(spec);
  for (const column of columns) {
    const change = forward[column]! - table.carriedOver![column]!;
    table.carriedOver![column] = forward[column]!;
    settle(table, column, change, spec);
  }
  for (const row of Object.values(table)) row.total = columns.reduce((sum, column) => sum + row[column]!, 0);
};

/** The numbers of a report that got so many requests more, or fewer, from the year before: outcomes and totals follow. */
export const carryMore = (report: Report, column: string, change: number): Report['numbers'] => {
  const numbers = structuredClone(report.numbers);
  const forward = structuredClone(numbers.applications!.carriedOver!);
  forward[column] = forward[column]! + change;
  carryOver(numbers.applications!, forward, report.specs.applications!);
  return numbers;
};

/** More or fewer requests than the draft had: outcomes take them, or what is still open. */
const settle = (table: Numbers, column: string, change: number, spec: TableSpec): void => {
  let left = change;
  for (const row of [...outcomesOf(spec), 'carriedForward']) {
    const taken = left > 0 ? left : Math.max(left, -table[row]![column]!);
    table[row]![column] = table[row]![column]! + taken;
    if (row !== 'carriedForward') table.totalProcessed![column] = table.totalProcessed![column]! + taken;
    left -= taken;
    if (left === 0) return;
  }
  // Fewer came over than were ever answered: as many more were new.
  table.newlyReceived![column] = table.newlyReceived![column]! - left;
};

const followStock = ({ rows, stock, added, removed }: StockLink, table: Numbers, before: Numbers): void => {
  for (const row of rows) {
    const most = before[row]![stock]! + table[row]![added]!;
    table[row]![removed] = Math.min(table[row]![removed]!, most);
    table[row]![stock] = most - table[row]![removed]!;
  }
};

/** Prints the tables again from the numbers, and says in the prose what was carried over. */
export const printed = (report: Report, random: Random): Report => {
  const tables = { ...report.tables };
  for (const name of ['proactive', 'applications'] as const)
    tables[name] = printFigures(report.numbers[name]!, report.specs[name]!, report.style, random.fork(name));
  return sayCarried({ ...report, tables }, random);
};

const CARRIED = /^上年结转政府信息公开申请\d+件，/;

/** About half of the bodies say in words what they carried over. */
const sayCarried = (report: Report, random: Random): Report => {
  const total = report.numbers.applications!.carriedOver!.total!;
  const isSaid = total > 0 && random.chance(0.5);
  const says = `上年结转政府信息公开申请${total}件，均已按规定办理。`;
  return {
    ...report,
    facts: { ...report.facts, received: report.numbers.applications!.newlyReceived!.total! },
    sections: report.sections.map((section) => {
      if (section.ordinal !== '一') return section;
      const paragraphs = section.paragraphs
        .filter((text) => !CARRIED.test(text))
        .map((text) =>
          text.replace(
            `申请${report.facts.received}件`,
            `申请${report.numbers.applications!.newlyReceived!.total}件`,
          ),
        );
      const heading = paragraphs.indexOf('（三）政府信息管理情况');
      return isSaid
        ? { ...section, paragraphs: paragraphs.toSpliced(heading, 0, says) }
        : { ...section, paragraphs };
    }),
  };
};

/** Renders one year of a series, as it is or damaged. */
export const renderYear = (
  { years, recipes }: MadeSeries,
  at: number,
  damage: (report: Report) => Report = (report) => report,
): Promise<MadeDocument> =>
  makeDocument({ ...recipes[at]!, alterReport: () => damage(years[at]!) }, `year-${at}`);
