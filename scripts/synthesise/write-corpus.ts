import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { corpusRecipe } from './corpus.js';
import { makeDocument } from './document.js';

/** One document and one truth file each, named after what they are. The same seed writes the same bytes. */
export const writeCorpus = async (folder: string, count: number, seed: number): Promise<void> => {
  mkdirSync(folder, { recursive: true });
  for (let index = 0; index < count; index++) {
    const recipe = corpusRecipe(seed, index);
    const { bytes, truth } = await makeDocument(recipe, recipe.name);
    writeFileSync(join(folder, truth.file), bytes);
    writeFileSync(join(folder, `${recipe.name}.truth.json`), `${JSON.stringify(truth, null, 1)}\n`);
  }
};
