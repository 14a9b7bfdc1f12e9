import { templates } from '../../parsers/templates/index.js';
import type { ReportRecord } from '../../src/model/report-record.js';
import { sayTable } from '../program/say-table.js';
import { makeDocument, type Recipe } from '../synthesise/document.js';
import { plainStyle } from '../synthesise/print-figures.js';
import { boundOfSums, type Printed, printedCells } from './bound-of-sums.js';
import { readDocument } from './read-document.js';
import { judgeCell } from './score-documents.js';

/** Ways to print a table in which an empty cell leaves no trace, and whether the figures of a row are glued together. */
const carriers = { lines: false, spaces: false, 'spaces-one-line': false, glued: true, 'glued-rows': true };
/** Share of the zeros that are left empty. */
const blanks = [0, 0.3, 1];

interface Count {
  documents: number;
  cells: number;
  bound: number;
  right: number;
  doubt: number;
  silent: number;
}

/**
 * Reads text whose empty cells left no trace, and prints beside the numbers that are right how many the sums can tell at most.
 */
export async function scoreStreams({ count, seed }: { count: number; seed: number }): Promise<number> {
  const counts = new Map<string, Count>();
  for (const [carrier, isGlued] of Object.entries(carriers)) {
    for (const blankShare of blanks) {
      const name = `${carrier}, ${blankShare * 100} % of the zeros empty`;
      for (let at = 0; at < count; at++) {
        const recipe = recipeOf(carrier, blankShare, seed * 1000 + at);
        addDocument(counts, name, await scoreOne(recipe, isGlued));
      }
    }
  }
  const share = (part: number, { cells }: Count) => `${((100 * part) / cells).toFixed(1)} %`;
  const rows = [...counts].map(([name, c]) => [
    ...[name, String(c.documents), String(c.cells), share(c.bound, c), share(c.right, c)],
    ...[String(c.doubt), String(c.silent)],
  ]);
  const heading = [
    'carrier',
    'documents',
    'cells',
    'sums tell at most',
    'right',
    'in doubt or missing',
    'silent',
  ];
  for (const line of sayTable([heading, ...rows])) console.log(line);
  return [...counts.values()].some(({ silent }) => silent > 0) ? 1 : 0;
}

const recipeOf = (carrier: string, blankShare: number, seed: number): Recipe => ({
  ...{ form: seed % 2 === 0 ? 'ogi-2021' : 'ogi-2019', year: seed % 2 === 0 ? 2023 : 2020, carrier, seed },
  ...{ scale: seed % 3 === 0 ? 'few' : 'some', style: { ...plainStyle, blankShare } },
});

async function scoreOne(recipe: Recipe, isGlued: boolean): Promise<Omit<Count, 'documents'>> {
  const { bytes, truth, suffix } = await makeDocument(recipe, 'stream');
  const [record]: readonly ReportRecord[] = (await readDocument(`stream${suffix}`, bytes)).records;
  const form = templates.find(({ id }) => id === truth.template)!;
  const tables: Readonly<Record<string, Printed | undefined>> = truth.tables;
  const found = { cells: 0, bound: 0, right: 0, doubt: 0, silent: 0 };
  for (const spec of form.tables) {
    const printed = tables[spec.id];
    if (!printed) continue;
    found.bound += boundOfSums(spec, printed, isGlued);
    for (const { row, column } of printedCells(spec, printed)) {
      const verdict = judgeCell(record?.tables[spec.id]?.[row]?.[column], printed[row]![column]);
      found.cells++;
      if (verdict === 'right') found.right++;
      else if (verdict === 'silent') found.silent++;
      else found.doubt++;
    }
  }
  return found;
}

function addDocument(counts: Map<string, Count>, name: string, one: Omit<Count, 'documents'>): void {
  const count = counts.get(name) ?? { documents: 0, cells: 0, bound: 0, right: 0, doubt: 0, silent: 0 };
  count.documents++;
  for (const key of ['cells', 'bound', 'right', 'doubt', 'silent'] as const) count[key] += one[key];
  counts.set(name, count);
}
