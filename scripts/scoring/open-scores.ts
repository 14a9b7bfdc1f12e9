import type { ReportRecord } from '../../src/index.js';
import type { Truth } from '../synthesise/truth.js';
import { type BadCell, emptyTally, rightPercent, scoreDocument, type Tally } from './score-documents.js';

export interface Scores {
  /** By the name of a carrier, a kind of document, or whatever documents are counted by. */
  tallies: Map<string, Tally>;
  /** Adds a document to the tallies of these names. */
  add: (names: readonly string[], truth: Truth, records: readonly ReportRecord[]) => void;
  /** All tallies of this run, as text; one line each. */
  lines: () => string[];
  /** Prints the first cells that are not right, silent errors first. */
  list: (count: number) => void;
  /** Numbers that are wrong and look sure; a document of two names counts twice. */
  silent: () => number;
}

const order = ['silent', 'lost', 'doubt'];

const sayTally = (name: string, tally: Tally): string => {
  const { documents, cells, verdicts, headers, headersRight } = tally;
  return (
    `${name}: ${documents} documents, ${cells} cells, ${rightPercent(tally).toFixed(3)} % right ` +
    `(${verdicts['suspect-right']} under doubt), ${verdicts.doubt} doubts, ${verdicts.lost} lost, ` +
    `silent errors: ${verdicts.silent}; headers right: ${headersRight} of ${headers}`
  );
};

/** Counts what is right in documents of known truth. */
export function openScores(): Scores {
  const tallies = new Map<string, Tally>();
  const bad: BadCell[] = [];
  const tallyOf = (name: string): Tally => {
    if (!tallies.has(name)) tallies.set(name, emptyTally());
    return tallies.get(name)!;
  };
  return {
    tallies,
    add: (names, truth, records) =>
      names.forEach((name, at) => {
        const wrong = scoreDocument(tallyOf(name), truth, records);
        if (at === 0) bad.push(...wrong);
      }),
    lines: () =>
      [...tallies]
        .sort(([left], [right]) => (left < right ? -1 : 1))
        .map(([name, tally]) => sayTally(name, tally)),
    list: (count) => {
      bad.sort((left, right) => order.indexOf(left.verdict) - order.indexOf(right.verdict));
      for (const { file, path, want, got, verdict } of bad.slice(0, count))
        console.log(`  ${verdict}: ${file} ${path} want ${JSON.stringify(want)} got ${got}`);
    },
    silent: () => [...tallies.values()].reduce((sum, { verdicts }) => sum + verdicts.silent, 0),
  };
}
