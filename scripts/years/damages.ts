import { setFigure } from '../synthesise/alter/report.js';
import { applicantsOf } from '../synthesise/forms.js';
import type { Figure } from '../synthesise/printed.js';
import type { Random } from '../synthesise/random.js';
import type { Report } from '../synthesise/report.js';
import { carryMore, type MadeSeries, printed } from '../synthesise/series.js';

/** A series with one year that says something untrue. */
export interface DamagedSeries {
  series: MadeSeries;
  /** Index of the damaged year, and of the other year of the conflict. */
  at: number;
  other: number;
  /** Paths of the cells that no longer agree with the other year. */
  paths: string[];
}

export interface YearDamage {
  name: string;
  /** Null if there is nothing to hit. */
  apply(series: MadeSeries, random: Random): DamagedSeries | null;
}

/** One end of a carry that both years have: this year's 上年结转, or this year's 结转下年度. */
const pickEnd = ({ years }: MadeSeries, random: Random) => {
  const row = random.pick(['carriedOver', 'carriedForward'] as const);
  const at = row === 'carriedOver' ? random.int(1, years.length - 1) : random.int(0, years.length - 2);
  return { row, at, other: row === 'carriedOver' ? at - 1 : at + 1 };
};

const withYear = (series: MadeSeries, at: number, report: Report): MadeSeries => ({
  ...series,
  years: series.years.with(at, report),
});

const pathOf = (row: string, column: string): string => `tables.applications.${row}.${column}`;

/** Damages the print of one cell; nothing else changes. */
const misprint = (name: string, change: (figure: Figure, random: Random) => Figure | null): YearDamage => ({
  name,
  apply: (series, random) => {
    for (let tries = 0; tries < TRIES; tries++) {
      const { row, at, other } = pickEnd(series, random);
      const report = series.years[at]!;
      const figures = report.tables.applications![row]!;
      const column = random.pick(Object.keys(figures));
      const figure = change(figures[column]!, random);
      // Most cells are zeros: they are hit too, but not most of the time.
      const isDull = !figures[column]!.value && tries < TRIES / 2;
      if (isDull || !figure || Number(figure.value) === Number(figures[column]!.value)) continue;
      const damaged = setFigure(report, 'applications', row, column, figure);
      return { series: withYear(series, at, damaged), at, other, paths: [pathOf(row, column)] };
    }
    return null;
  },
});

/** Cells looked at for something to hit. */
const TRIES = 16;

const otherDigit = (digit: string, random: Random): string =>
  random.pick([...'0123456789'].filter((other) => other !== digit));

const oneDigit = misprint('one digit', ({ value }, random) => {
  const digits = String(value || 0);
  const at = random.int(0, digits.length - 1);
  const text = digits.slice(0, at) + otherDigit(digits[at]!, random) + digits.slice(at + 1);
  return text.length > 1 && text.startsWith('0') ? null : { text, value: Number(text) };
});

const digitDropped = misprint('a digit dropped', ({ value }) => {
  const digits = String(value || 0);
  return digits.length < 2 ? null : { text: digits.slice(0, -1), value: Number(digits.slice(0, -1)) };
});

const emptied = misprint('a cell emptied', ({ value }) => (value ? { text: '', value: '' } : null));

/** Two cells of one table, the second anywhere in the same column: the sums are confused as well. */
const twoCells: YearDamage = {
  name: 'one digit, and another cell of the column',
  apply: (series, random) => {
    const made = oneDigit.apply(series, random);
    if (!made) return null;
    const column = made.paths[0]!.split('.').at(-1)!;
    const report = made.series.years[made.at]!;
    const row = random.pick(['newlyReceived', 'totalProcessed', 'granted', 'notHeld']);
    const figure = report.tables.applications![row]![column]!;
    const value = Number(figure.value || 0) + random.int(1, 9);
    const damaged = setFigure(report, 'applications', row, column, { text: String(value), value });
    return { ...made, series: withYear(made.series, made.at, damaged) };
  },
};

/** The whole year is counted from another carry: every sum of it holds. */
const recounted = (name: string, isProseFollowing: boolean): YearDamage => ({
  name,
  apply: (series, random) => {
    const at = random.int(1, series.years.length - 1);
    const report = series.years[at]!;
    const column = random.pick(applicantsOf(report.specs.applications!));
    const numbers = carryMore(report, column, random.int(1, 9));
    const follows = printed({ ...report, numbers }, random.fork('print'));
    const damaged = isProseFollowing ? follows : { ...follows, sections: report.sections };
    return {
      series: withYear(series, at, damaged),
      at,
      other: at - 1,
      paths: [pathOf('carriedOver', column), pathOf('carriedOver', 'total')],
    };
  },
});

/** The stock of documents in one year is misprinted. Only the years beside it can show that. */
const stockMisprinted: YearDamage = {
  name: 'documents in force',
  apply: (series, random) => {
    // From the second year of a form with stocks on there is a year before to compare with.
    const first = series.years.findIndex(({ template }) => template.yearLinks?.stocks) + 1;
    if (first < 1 || first >= series.years.length) return null;
    const at = random.int(first, series.years.length - 1);
    const report = series.years[at]!;
    const figure = report.tables.proactive!.normativeDocuments!.inForce!;
    const value = Number(figure.value || 0) + random.int(1, 40);
    const damaged = setFigure(report, 'proactive', 'normativeDocuments', 'inForce', {
      text: String(value),
      value,
    });
    const paths = ['tables.proactive.normativeDocuments.inForce'];
    return { series: withYear(series, at, damaged), at, other: at - 1, paths };
  },
};

export const yearDamages: readonly YearDamage[] = [
  oneDigit,
  digitDropped,
  emptied,
  twoCells,
  recounted('a year that counts otherwise', true),
  recounted('the same, and its prose keeps the number', false),
  stockMisprinted,
];
