/**
 * Scores an office format that LibreOffice writes: reports of the corpus as DOCX (or HTML), converted, against their truth,
 * and cell by cell against the record of what they were converted from. Needs LibreOffice (soffice).
 *
 *   npx tsx scripts/score-office.ts doc            48 reports as .doc; the suffixes of scripts/office/targets.ts
 *   --count N and --seed N choose the reports, --list N names cells that are not right or not the same
 *
 * Exit status 1: a silent error, or cells that differ.
 */
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { convert } from '../src/index.js';
import type { Cell, ReportRecord } from '../src/model/report-record.js';
import { convertOriginals } from './office/convert-originals.js';
import { makeMeasured } from './office/fixture-reports.js';
import { targets } from './office/targets.js';
import { type BadCell, emptyTally, rightPercent, scoreDocument } from './score-documents.js';
import { corpusRecipe } from './synthesise/corpus.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: 'string', default: '48' },
    seed: { type: 'string', default: '7' },
    list: { type: 'string', default: '0' },
  },
});
const target = targets.find(({ suffix }) => suffix === positionals[0]);
if (!target) {
  console.error(`score-office: name one of ${targets.map(({ suffix }) => suffix).join(', ')}`);
  process.exit(2);
}

/** The recipes of the corpus that the original's carrier can print, as many as asked for. */
const pickRecipes = () => {
  const wanted = target.from === 'docx' ? /^docx-/ : target.by === 'packing' ? /^html-word$/ : /^html-clean$/;
  const recipes: ReturnType<typeof corpusRecipe>[] = [];
  for (let index = 0; recipes.length < Number(values.count); index++) {
    const recipe = corpusRecipe(Number(values.seed), index);
    if (wanted.test(recipe.carrier)) recipes.push({ ...recipe, charset: 'utf-8', declared: 'utf-8' });
  }
  return recipes;
};

const cellsOf = (records: readonly ReportRecord[]): Map<string, Cell> =>
  new Map(
    records.flatMap(({ tables }, part) =>
      Object.entries(tables).flatMap(([table, rows]) =>
        Object.entries(rows).flatMap(([row, columns]) =>
          Object.entries(columns).map(([column, cell]): [string, Cell] => [
            `${part} ${table}.${row}.${column}`,
            cell,
          ]),
        ),
      ),
    ),
  );

const show = (cell: Cell | undefined): string =>
  cell ? `${JSON.stringify(cell.value)} ${cell.confidence}` : 'no cell';

const timed = async (name: string, bytes: Uint8Array) => {
  const before = performance.now();
  const { records, failure } = await convert({ uri: name, bytes });
  if (failure) console.log(`not read: ${name} ${failure.code}: ${failure.message}`);
  return { records, ms: performance.now() - before };
};

const made = [];
for (const recipe of pickRecipes()) made.push({ recipe, document: await makeMeasured(recipe, recipe.name) });
const originals = made.map(({ recipe, document }) => ({ name: recipe.name, bytes: document.bytes }));
const converted = await convertOriginals(originals, target);
const tally = emptyTally();
const bad: BadCell[] = [];
const differing: string[] = [];
const ms = { original: 0, converted: 0 };
for (const [index, { document }] of made.entries()) {
  const { name, bytes } = converted[index]!;
  const original = await timed(`${name}.${target.from}`, document.bytes);
  const read = await timed(`${name}.${target.suffix}`, bytes);
  ms.original += original.ms;
  ms.converted += read.ms;
  bad.push(...scoreDocument(tally, document.truth, read.records));
  const [before, after] = [cellsOf(original.records), cellsOf(read.records)];
  for (const path of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(path), after.get(path)];
    if (show(was) !== show(is)) differing.push(`${name} ${path}: ${show(was)} -> ${show(is)}`);
  }
}
const { verdicts } = tally;
console.log(
  `${target.suffix}: ${tally.documents} documents, ${tally.cells} cells, ${rightPercent(tally).toFixed(3)} % right ` +
    `(${verdicts['suspect-right']} under doubt), ${verdicts.doubt} doubts, ${verdicts.lost} lost, silent errors: ${verdicts.silent}`,
);
console.log(
  `headers right: ${tally.headersRight} of ${tally.headers}; cells that differ from the ${target.from}: ${differing.length}`,
);
console.log(
  `ms a document: ${target.suffix} ${(ms.converted / made.length).toFixed(0)}, ${target.from} ${(ms.original / made.length).toFixed(0)}`,
);
for (const line of differing.slice(0, Number(values.list))) console.log(`  differs: ${line}`);
for (const { file, path, want, got, verdict } of bad.slice(0, Number(values.list)))
  console.log(`  ${verdict}: ${file} ${path} want ${JSON.stringify(want)} got ${got}`);
process.exitCode = verdicts.silent > 0 || differing.length > 0 ? 1 : 0;
