import { UsageError } from '../../src/cli/usage-error.js';
import { openScores } from '../scoring/open-scores.js';
import { readDocument } from '../scoring/read-document.js';
import { corpusRecipe } from '../synthesise/corpus.js';
import { differingCells, sayComparison } from './compare-cells.js';
import { convertOriginals } from './convert-originals.js';
import { makeMeasured } from './fixture-reports.js';
import { type Target, targets } from './targets.js';

/** The recipes of the corpus that the original's carrier can print, up to the given count. */
const pickRecipes = (target: Target, count: number, seed: number) => {
  const wanted = target.from === 'docx' ? /^docx-/ : target.by === 'packing' ? /^html-word$/ : /^html-clean$/;
  const recipes: ReturnType<typeof corpusRecipe>[] = [];
  for (let index = 0; recipes.length < count; index++) {
    const recipe = corpusRecipe(seed, index);
    if (wanted.test(recipe.carrier)) recipes.push({ ...recipe, charset: 'utf-8', declared: 'utf-8' });
  }
  return recipes;
};

/**
 * Scores an office format that LibreOffice writes: reports of the corpus as DOCX (or HTML), converted, against their truth,
 * and cell by cell against the record of what they were converted from.
 */
export async function scoreOffice(
  { count, seed, list }: { count: number; seed: number; list: number },
  [suffix]: string[],
): Promise<number> {
  const target = targets.find((each) => each.suffix === suffix);
  if (!target) throw new UsageError(`name one of ${targets.map((each) => each.suffix).join(', ')}`);
  const made = [];
  for (const recipe of pickRecipes(target, count, seed))
    made.push({ name: recipe.name, document: await makeMeasured(recipe, recipe.name) });
  const originals = made.map(({ name, document }) => ({ name, bytes: document.bytes }));
  const converted = await convertOriginals(originals, target);
  const scores = openScores();
  const differing: string[] = [];
  const ms = { [target.suffix]: 0, [target.from]: 0 };
  for (const [index, { name, document }] of made.entries()) {
    const original = await readDocument(`${name}.${target.from}`, document.bytes);
    const read = await readDocument(`${name}.${target.suffix}`, converted[index]!.bytes);
    ms[target.from]! += original.ms;
    ms[target.suffix]! += read.ms;
    scores.add([target.suffix], document.truth, read.records);
    differing.push(...differingCells(name, original.records, read.records));
  }
  return sayComparison({ scores, differing, ms, documents: made.length, list });
}
