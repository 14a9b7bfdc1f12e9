/**
 * Scores OFD: reports of the corpus that are printed as PDF, drawn as OFD too in several ways of writing it, against their truth,
 * and cell by cell against the record of the PDF.
 *
 *   npx tsx scripts/score-ofd.ts --count 48 --seed 7 --list 20
 *
 * Exit status 1: a silent error, or cells that differ.
 */
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { convert } from '../src/index.js';
import { sayCells } from './office/compare-fixture.js';
import { type BadCell, emptyTally, rightPercent, scoreDocument } from './score-documents.js';
import { corpusRecipe } from './synthesise/corpus.js';
import { makeDocument } from './synthesise/document.js';
import { docxBytes } from './synthesise/render/docx.js';
import { type OfdStyle, ofdBytes, plainOfd } from './synthesise/render/ofd.js';
import { plainPdf } from './synthesise/render/pdf/index.js';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '48' },
    seed: { type: 'string', default: '7' },
    list: { type: 'string', default: '0' },
  },
});

const styles: OfdStyle[] = [
  plainOfd,
  { ...plainOfd, prefix: '', paths: 'absolute', shifts: 'listed', matrix: true },
  { ...plainOfd, shifts: 'single', filledLines: true, nested: true },
];

const timed = async (name: string, bytes: Uint8Array) => {
  const before = performance.now();
  const { records, failure } = await convert({ uri: name, bytes });
  if (failure) console.log(`not read: ${name} ${failure.code}: ${failure.message}`);
  return { records, ms: performance.now() - before };
};

const tally = emptyTally();
const bad: BadCell[] = [];
const differing: string[] = [];
const ms = { pdf: 0, docx: 0, ofd: 0 };
let made = 0;
for (let index = 0; made < Number(values.count); index++) {
  const recipe = corpusRecipe(Number(values.seed), index);
  if (!recipe.carrier.startsWith('pdf-')) continue;
  const { page, bytes, truth } = await makeDocument(recipe, recipe.name);
  const options = { ...plainPdf, repeatHeads: made % 2 === 1, splitRows: made % 3 === 2 };
  const pdf = await timed(`${recipe.name}.pdf`, bytes);
  const docx = await timed(`${recipe.name}.docx`, await docxBytes(page, true, true));
  const ofd = await timed(`${recipe.name}.ofd`, ofdBytes(page, options, styles[made % styles.length]));
  ms.pdf += pdf.ms;
  ms.docx += docx.ms;
  ms.ofd += ofd.ms;
  bad.push(...scoreDocument(tally, truth, ofd.records));
  const [theirs, ours] = [sayCells(pdf.records), sayCells(ofd.records)];
  for (const cell of ours) if (!theirs.includes(cell)) differing.push(`${recipe.name} ${cell}`);
  if (ours.length !== theirs.length)
    differing.push(`${recipe.name} ${ours.length} of ${theirs.length} cells`);
  made++;
}
const { verdicts } = tally;
console.log(
  `ofd: ${tally.documents} documents, ${tally.cells} cells, ${rightPercent(tally).toFixed(3)} % right ` +
    `(${verdicts['suspect-right']} under doubt), ${verdicts.doubt} doubts, ${verdicts.lost} lost, silent errors: ${verdicts.silent}`,
);
console.log(
  `headers right: ${tally.headersRight} of ${tally.headers}; cells that differ from the pdf: ${differing.length}`,
);
const perDocument = Object.entries(ms).map(([name, sum]) => `${name} ${(sum / made).toFixed(0)}`);
console.log(`ms a document: ${perDocument.join(', ')}`);
for (const line of differing.slice(0, Number(values.list))) console.log(`  differs: ${line}`);
for (const { file, path, want, got, verdict } of bad.slice(0, Number(values.list)))
  console.log(`  ${verdict}: ${file} ${path} want ${JSON.stringify(want)} got ${got}`);
process.exitCode = verdicts.silent > 0 || differing.length > 0 ? 1 : 0;
