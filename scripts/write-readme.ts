/** Makes the made parts of README.md anew (`npm run readme`), from the samples and from docs/figures.json. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { remakeReadme } from './readme/blocks.js';
import { readFigures } from './readme/figures.js';

const path = fileURLToPath(new URL('../README.md', import.meta.url));
writeFileSync(path, await remakeReadme(readFileSync(path, 'utf8'), readFigures()));
