/**
 * Lists what is over the limits of the house, each with the reason that it stays: `npm run house`.
 *
 * The reasons are in scripts/house/reasons.json. Exit status 1: something is without a reason, or a reason is for nothing.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { countLines, findExcesses, limits, readSources } from './house/measure-house.js';
import { entry, runEntry } from './program/run-program.js';
import { sayTable } from './program/say-table.js';

const root = fileURLToPath(new URL('..', import.meta.url));

const house = async (): Promise<number> => {
  const reasons = JSON.parse(
    readFileSync(new URL('./house/reasons.json', import.meta.url), 'utf8'),
  ) as Record<string, string>;
  const sources = readSources(root, ['src', 'parsers', 'scripts']);
  const excesses = findExcesses(sources);
  for (const line of sayTable([['lines', 'count'], ...countLines(sources)])) console.log(line);
  console.log(
    `\nover the limits (${limits.folder} files a folder, ${limits.file} lines a file, ${limits.function} lines a function):`,
  );
  for (const { kind, at, size } of excesses.sort((left, right) => right.size - left.size))
    console.log(`${kind} ${at}: ${size}; ${reasons[at] ?? 'NO REASON'}`);
  const known = new Set(excesses.map(({ at }) => at));
  const idle = Object.keys(reasons).filter((at) => !known.has(at));
  for (const at of idle) console.log(`a reason for nothing: ${at}`);
  const open = excesses.filter(({ at }) => !reasons[at]);
  console.log(`\n${excesses.length} over a limit, ${open.length} without a reason`);
  return open.length + idle.length > 0 ? 1 : 0;
};

await runEntry(
  'house',
  entry({ says: 'lists what is over the limits of the house', load: async () => house }),
);
