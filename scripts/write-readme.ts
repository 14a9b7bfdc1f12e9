/** Makes the made parts of README.md anew (`npm run readme`), from the samples and from docs/figures.json, and docs/formats.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { formats } from '../parsers/formats/index.js';
import { remakeReadme } from './readme/blocks.js';
import { readFigures } from './readme/figures.js';
import { formatsPage } from './readme/formats.js';

const path = fileURLToPath(new URL('../README.md', import.meta.url));
writeFileSync(path, await remakeReadme(readFileSync(path, 'utf8'), readFigures()));
writeFileSync(new URL('../docs/formats.md', import.meta.url), formatsPage(formats));
