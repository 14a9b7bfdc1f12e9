/**
 * What the compiler leaves to do: the JSON Schema that ships with the package, and a command that can be run.
 * Part of `npm run build`; expects dist/ as tsc wrote it.
 */
import { chmodSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { recordJsonSchema } from '../dist/src/record/record-json-schema.js';

const inDist = (path) => fileURLToPath(new URL(`../dist/${path}`, import.meta.url));

writeFileSync(inDist('schema.json'), `${JSON.stringify(recordJsonSchema(), null, 2)}\n`);
chmodSync(inDist('src/cli/main.js'), 0o755);
