import type { ReportRecord } from '../../src/index.js';
import type { Scores } from '../scoring/open-scores.js';
import { sayCells } from './compare-fixture.js';

/**
 * The cells of a document that are not those of the same document in another carrier, and how many are missing.
 * @param withConfidence compares also how sure the cells are
 */
export const differingCells = (
  name: string,
  theirs: readonly ReportRecord[],
  ours: readonly ReportRecord[],
  withConfidence = true,
): string[] => {
  const say = (records: readonly ReportRecord[]): string[] =>
    sayCells(records).map((cell) => (withConfidence ? cell : cell.replace(/ \S+$/u, '')));
  const [known, found] = [new Set(say(theirs)), say(ours)];
  const other = found.filter((cell) => !known.has(cell)).map((cell) => `${name} ${cell}`);
  return found.length === known.size ? other : [...other, `${name} ${found.length} of ${known.size} cells`];
};

interface Comparison {
  scores: Scores;
  differing: readonly string[];
  /** Milliseconds of all documents, by carrier. */
  ms: Record<string, number>;
  documents: number;
  list: number;
}

/** @returns the exit status: 1 for a silent error, or cells that differ */
export const sayComparison = ({ scores, differing, ms, documents, list }: Comparison): number => {
  for (const line of scores.lines()) console.log(line);
  console.log(`cells that differ: ${differing.length}`);
  const each = Object.entries(ms).map(([name, sum]) => `${name} ${(sum / documents).toFixed(0)}`);
  console.log(`ms a document: ${each.join(', ')}`);
  for (const line of differing.slice(0, list)) console.log(`  differs: ${line}`);
  scores.list(list);
  return scores.silent() > 0 || differing.length > 0 ? 1 : 0;
};
