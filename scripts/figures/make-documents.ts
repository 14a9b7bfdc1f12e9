import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { blocks } from './blocks.js';
import { explainPicture } from './explain-picture.js';
import { type Figures, readFigures } from './figures.js';

/** Documents with parts that are made, not written: what the commands print, and the measured figures. */
export const documents = [
  'README.md',
  'README.zh-CN.md',
  'docs/command-line.md',
  'docs/figures.md',
  'docs/formats.md',
];

/**
 *     <!-- made by npm run readme: summary -->
 *     ...
 *     <!-- end of summary -->
 */
const BLOCK = /(<!-- made by npm run readme: (?<name>\S+) -->\n)[\s\S]*?(<!-- end of \k<name> -->)/gu;

export const blocksIn = (document: string): string[] =>
  [...document.matchAll(BLOCK)].map(({ groups }) => groups!.name!);

/** The document with every made block made anew. */
export async function remade(document: string, figures: Figures): Promise<string> {
  const texts = new Map<string, string>();
  for (const name of blocksIn(document)) {
    if (!blocks[name]) throw new Error(`nothing makes a block ${name}`);
    texts.set(name, await blocks[name](figures));
  }
  return document.replace(
    BLOCK,
    (_, head: string, name: string, end: string) => head + texts.get(name) + end,
  );
}

const pathOf = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));

/** null if there is no such document */
export const readText = (name: string): string | null =>
  existsSync(pathOf(name)) ? readFileSync(pathOf(name), 'utf8') : null;

/** Makes the made parts of all documents and docs/explain.svg anew, from the samples, docs/figures.json and docs/damage.json. */
export async function makeDocuments(): Promise<void> {
  for (const name of documents) {
    const text = readText(name);
    if (text !== null) writeFileSync(pathOf(name), await remade(text, readFigures()));
  }
  writeFileSync(pathOf('docs/explain.svg'), await explainPicture());
}
