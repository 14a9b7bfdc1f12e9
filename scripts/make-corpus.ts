/** Writes the synthetic corpus: tsx scripts/make-corpus.ts --out DIR [--count 320] [--seed 7] */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { corpusRecipe } from './synthesise/corpus.js';
import { makeDocument } from './synthesise/document.js';

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

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      count: { type: 'string', default: '320' },
      seed: { type: 'string', default: '7' },
    },
  });
  const [count, seed] = [Number(values.count), Number(values.seed)];
  if (!values.out || !Number.isInteger(count) || count < 1 || !Number.isInteger(seed)) {
    console.error('usage: make-corpus --out DIR [--count 320] [--seed 7]');
    process.exit(2);
  }
  await writeCorpus(values.out, count, seed);
  console.error(`${count} documents in ${values.out}`);
}
