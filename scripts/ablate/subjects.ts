import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import type { Truth } from '../synthesise/truth.js';

/** What a `truth.json` says of one file of its folder: header fields, facts, or only that it is no report. */
export interface FolderTruth {
  /** Why it is no report. */
  why?: string;
  issuer?: (string | null)[];
  year?: number | null;
  publishedOn?: string | null | (string | null)[];
  facts?: { id: string; value: number }[];
  /** Facts that may be left out. */
  optional?: { id: string; value: number }[];
}

/** A document, and what is known of it. */
export interface Subject {
  name: string;
  path: string;
  truth: Truth | null;
  folderTruth: FolderTruth | null;
}

const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8'));

/** What lies beside the documents. */
const isBeside = (name: string): boolean =>
  /^(?:record|sample|case|truth)\.json$|\.truth\.json$|\.drawn$|^README\.md$|\.mjs$/u.test(name);

/** The truth of a document: in NAME.truth.json or sample.json beside it, or in the truth.json of its folder. */
const truthOf = (path: string, cache: Map<string, Map<string, Truth>>): Truth | null => {
  const folder = dirname(path);
  if (!cache.has(folder)) {
    const truths = readdirSync(folder).flatMap((name): Truth[] => {
      if (name.endsWith('.truth.json')) return [readJson(join(folder, name))];
      return name === 'sample.json' ? [readJson(join(folder, name)).truth] : [];
    });
    cache.set(folder, new Map(truths.map((truth) => [truth.file, truth])));
  }
  return cache.get(folder)!.get(basename(path)) ?? null;
};

const folderTruthOf = (path: string): FolderTruth | null => {
  const file = join(dirname(path), 'truth.json');
  const known = existsSync(file) ? readJson(file)[basename(path)] : undefined;
  if (!known) return null;
  // A folder of documents that are no reports says why each of them is no report, and nothing of its header.
  return 'issuer' in known ? { ...known, why: undefined } : known;
};

/** All documents below a folder, in order of name. */
export const findSubjects = (folder: string): Subject[] => {
  const cache = new Map<string, Map<string, Truth>>();
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !isBeside(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({
      ...{ name: join(basename(folder), relative(folder, path)), path },
      ...{ truth: truthOf(path, cache), folderTruth: folderTruthOf(path) },
    }));
};
