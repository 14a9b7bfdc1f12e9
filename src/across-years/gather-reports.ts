import type { YearReport } from './digest-record.js';
import { contradictions, numbersIn } from './figures.js';

/** Everything that one body reported, by year, oldest first. */
export interface Series {
  key: string;
  /** year -> versions that contradict each other, the fullest first; one where nothing is wrong. */
  years: [year: number, versions: YearReport[]][];
}

const compareText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/**
 * Puts reports together by body and year. Of records that hold the same numbers (a page and its attachment) the fullest
 * is kept; the order in which they came decides nothing.
 */
export function gatherReports(reports: ReadonlyMap<string, readonly YearReport[]>): {
  series: Series[];
  copies: number;
} {
  let copies = 0;
  const series = [...reports]
    .sort(([left], [right]) => compareText(left, right))
    .map(([key, all]): Series => {
      const byYear = new Map<number, YearReport[]>();
      for (const report of [...all].sort(fullestFirst)) {
        const versions = byYear.get(report.year) ?? [];
        byYear.set(report.year, versions);
        if (versions.some((kept) => contradictions(kept.figures, report.figures).length === 0)) copies++;
        else versions.push(report);
      }
      return { key, years: [...byYear].sort(([left], [right]) => left - right) };
    });
  return { series, copies };
}

const fullestFirst = (left: YearReport, right: YearReport): number =>
  numbersIn(right.figures) - numbersIn(left.figures) ||
  compareText(left.uri, right.uri) ||
  compareText(left.recordId, right.recordId);
