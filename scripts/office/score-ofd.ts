import { openScores } from '../scoring/open-scores.js';
import { readDocument } from '../scoring/read-document.js';
import { corpusRecipe } from '../synthesise/corpus.js';
import { makeDocument } from '../synthesise/document.js';
import { docxBytes } from '../synthesise/render/docx.js';
import { type OfdStyle, ofdBytes, plainOfd } from '../synthesise/render/ofd.js';
import { plainPdf } from '../synthesise/render/pdf/index.js';
import { differingCells, sayComparison } from './compare-cells.js';

const styles: OfdStyle[] = [
  plainOfd,
  { ...plainOfd, prefix: '', paths: 'absolute', shifts: 'listed', matrix: true },
  { ...plainOfd, shifts: 'single', filledLines: true, nested: true },
];

/**
 * Scores OFD: reports of the corpus that are printed as PDF, drawn as OFD too in several ways of writing it, against their truth,
 * and cell by cell against the record of the PDF.
 */
export async function scoreOfd({
  count,
  seed,
  list,
}: {
  count: number;
  seed: number;
  list: number;
}): Promise<number> {
  const scores = openScores();
  const differing: string[] = [];
  const ms = { pdf: 0, docx: 0, ofd: 0 };
  let made = 0;
  for (let index = 0; made < count; index++) {
    const recipe = corpusRecipe(seed, index);
    if (!recipe.carrier.startsWith('pdf-')) continue;
    const { page, bytes, truth } = await makeDocument(recipe, recipe.name);
    const options = { ...plainPdf, repeatHeads: made % 2 === 1, splitRows: made % 3 === 2 };
    const pdf = await readDocument(`${recipe.name}.pdf`, bytes);
    const docx = await readDocument(`${recipe.name}.docx`, await docxBytes(page, true, true));
    const ofd = await readDocument(
      `${recipe.name}.ofd`,
      ofdBytes(page, options, styles[made % styles.length]),
    );
    ms.pdf += pdf.ms;
    ms.docx += docx.ms;
    ms.ofd += ofd.ms;
    scores.add(['ofd'], truth, ofd.records);
    differing.push(...differingCells(recipe.name, pdf.records, ofd.records));
    made++;
  }
  return sayComparison({ scores, differing, ms, documents: made, list });
}
