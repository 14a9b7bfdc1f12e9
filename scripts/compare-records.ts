/**
 * Holds the records of one state of the code against those of another, so that a move can be shown to change nothing.
 *
 *   tsx scripts/compare-records.ts --save DIR [FOLDER ...]      writes the records of every document
 *   tsx scripts/compare-records.ts --against DIR [FOLDER ...]   converts again, and lists what differs
 *
 * The documents are those of samples/, of two generated sets (seeds 7 and 8; --count N each, 320 by default) and of every FOLDER.
 * Exit status 1: a record differs, is gone, or is new.
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { convert } from '../src/index.js';
import { writeCorpus } from './synthesise/write-corpus.js';

const SEEDS = [7, 8];

/** Truth and expectations lie beside the documents and are not documents themselves. */
const isDocument = (name: string): boolean =>
  !/(?:^|\/)(?:record|sample|case|truth)\.json$|\.truth\.json$|\.drawn$|README\.md$|\.mjs$/u.test(name);

const documentsIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(isDocument)
    .sort();

/** What a document comes to, as text: one line a record, or the failure. */
const readingOf = async (path: string, uri: string): Promise<string> => {
  const { records, failure } = await convert({ uri, bytes: new Uint8Array(readFileSync(path)) });
  return `${[...records, ...(failure ? [{ failure }] : [])].map((each) => JSON.stringify(each)).join('\n')}\n`;
};

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** The first places where two values differ, as JSON pointers with both values. */
function* differences(before: Json, after: Json, path = ''): Generator<string> {
  if (before === after) return;
  const isTree = (value: Json): value is { [key: string]: Json } =>
    typeof value === 'object' && value !== null;
  if (!isTree(before) || !isTree(after)) {
    yield `${path}: ${JSON.stringify(before)} -> ${JSON.stringify(after)}`;
    return;
  }
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)]))
    yield* differences(before[key] ?? null, after[key] ?? null, `${path}/${key}`);
}

const DIFFERENCES_SHOWN = 5;

const showDifferences = (name: string, before: string, after: string): void => {
  const [olds, news] = [before, after].map((text) => text.split('\n'));
  console.log(name);
  const found = olds!.flatMap((line, i) =>
    line === news![i] ? [] : [...differences(JSON.parse(line || 'null'), JSON.parse(news![i] || 'null'))],
  );
  for (const each of found.slice(0, DIFFERENCES_SHOWN)) console.log(`  ${each.slice(0, 300)}`);
  if (found.length > DIFFERENCES_SHOWN) console.log(`  and ${found.length - DIFFERENCES_SHOWN} more`);
};

const main = async (): Promise<number> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      save: { type: 'string' },
      against: { type: 'string' },
      count: { type: 'string', default: '320' },
    },
  });
  const store = values.save ?? values.against;
  if (!store || (values.save && values.against)) {
    console.error('usage: compare-records --save DIR | --against DIR [--count N] [FOLDER ...]');
    return 2;
  }
  const made = mkdtempSync(join(tmpdir(), 'nianbao-compare-'));
  for (const seed of SEEDS) await writeCorpus(join(made, `seed-${seed}`), Number(values.count), seed);
  const sets = [
    ...SEEDS.map((seed) => join(made, `seed-${seed}`)),
    'samples',
    ...positionals.map((each) => resolve(each)),
  ];
  const [compared, changed] = [new Set<string>(), [] as string[]];
  for (const folder of sets) {
    for (const path of documentsIn(folder)) {
      const name = join(basename(folder), relative(folder, path));
      const kept = join(store, `${name}.jsonl`);
      const reading = await readingOf(path, name);
      compared.add(kept);
      if (values.save) {
        mkdirSync(dirname(kept), { recursive: true });
        writeFileSync(kept, reading);
      } else {
        const before = existsSync(kept) ? readFileSync(kept, 'utf8') : '';
        if (before !== reading) {
          changed.push(name);
          showDifferences(name, before, reading);
        }
      }
    }
  }
  rmSync(made, { recursive: true });
  const gone = documentsIn(store).filter((path) => !compared.has(path));
  for (const path of gone) console.log(`gone: ${relative(store, path)}`);
  console.log(`${compared.size} documents, ${changed.length} differ, ${gone.length} gone`);
  return changed.length + gone.length > 0 ? 1 : 0;
};

process.exitCode = await main();
