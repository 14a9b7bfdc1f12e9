import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** A module of the project: its path from the root, its text, and the modules of the project that it names. */
interface Module {
  path: string;
  text: string;
  imports: string[];
}

const IMPORT = /(?:\bfrom\s+|\bimport\s+|\bimport\()['"](\.{1,2}\/[^'"]+)['"]/gu;

function readModule(path: string): Module {
  const text = readFileSync(join(root, path), 'utf8');
  const imports = [...text.matchAll(IMPORT)].map((match) =>
    posix.normalize(posix.join(posix.dirname(path), match[1]!.replace(/\.js$/u, '.ts'))),
  );
  return { path, text, imports };
}

const filesIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));

const all = [...filesIn('src'), ...filesIn('parsers')].sort().map(readModule);
/** Tests, and what only tests use, may look at everything. */
const isForTests = ({ path }: Module) => path.endsWith('.test.ts') || path.startsWith('src/testing/');
const modules = all.filter((module) => !isForTests(module));

/** Where a module belongs: a folder of src, a file that stands in src itself, or parsers. */
function groupOf(path: string): string {
  if (path.startsWith('parsers/')) return 'parsers';
  const parts = path.split('/');
  return parts.length > 2 ? parts[1]! : parts[1]!.replace(/\.ts$/u, '');
}

/**
 * What each group may import beside itself: model <- the stages <- pipeline <- convert <- index <- jobs, review <- cli.
 * `version` is a constant. reconstruct, normalise and check share nouns (CellDraft, TableFit) and readers of single cells.
 */
const stages = [
  'fetch',
  'discover',
  'archive',
  'ocr',
  'reconstruct',
  'normalise',
  'check',
  'store',
  'dataset',
];
const flow = ['identify-source', 'pipeline', 'convert', 'apply-suggestions', 'index'];
const mayImport: Record<string, string[]> = {
  model: [],
  version: [],
  fetch: ['model', 'version'],
  discover: ['model'],
  reconstruct: ['model', 'normalise', 'check'],
  normalise: ['model', 'version', 'reconstruct', 'check'],
  check: ['model', 'normalise', 'reconstruct'],
  lock: [],
  ocr: ['model'],
  printing: [],
  archive: ['model', 'version', 'lock'],
  store: ['model', 'version', 'lock'],
  dataset: ['model', 'version'],
  'across-years': ['model', 'normalise'],
  'identify-source': ['model'],
  'apply-suggestions': ['model'],
  carriers: ['model', 'normalise', 'reconstruct', 'check'],
  pipeline: ['model', 'identify-source', 'carriers', ...stages],
  convert: ['model', 'pipeline'],
  'convert-members': ['model', 'archive', 'convert'],
  'convert-together': ['model', 'archive', 'carriers', 'pipeline', 'convert', 'convert-members'],
  index: [
    'model',
    'version',
    'convert-members',
    'convert-together',
    ...flow,
    ...stages,
    'across-years',
    'parsers',
  ],
  jobs: ['model', 'version', ...flow, ...stages, 'across-years', 'printing'],
  review: ['model', 'version', ...flow, ...stages],
  cli: [
    'model',
    'version',
    'lock',
    ...flow,
    'convert-together',
    ...stages,
    'across-years',
    'jobs',
    'review',
    'parsers',
    'printing',
  ],
  parsers: ['model'],
};

describe('architecture', () => {
  it('finds the modules', () => {
    expect(modules.length).toBeGreaterThan(50);
    expect(modules.some((module) => module.imports.length > 0)).toBe(true);
  });

  it('imports files that exist', () => {
    const known = new Set(all.map((module) => module.path));
    const broken = modules.flatMap(({ path, imports }) =>
      imports
        .filter((target) => target.endsWith('.ts') && !known.has(target))
        .map((target) => `${path} -> ${target}`),
    );
    expect(broken).toEqual([]);
  });

  it('knows every group', () => {
    expect(
      [...new Set(modules.map(({ path }) => groupOf(path)))].filter((group) => !(group in mayImport)),
    ).toEqual([]);
  });

  it('imports in one direction', () => {
    const wrong = modules.flatMap(({ path, imports }) => {
      const own = groupOf(path);
      return imports
        .filter((target) => groupOf(target) !== own && !mayImport[own]!.includes(groupOf(target)))
        .map((target) => `${path} -> ${target}`);
    });
    expect(wrong).toEqual([]);
  });

  it('keeps helpers of tests out of the product', () => {
    const wrong = modules.filter(({ imports }) =>
      imports.some((t) => t.startsWith('src/testing/') || /\.test\.ts$/u.test(t)),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it('never reaches into scripts, samples or output', () => {
    const wrong = modules.filter(({ imports }) =>
      imports.some((t) => /^(?:scripts|samples|output|\.\.)\//u.test(t)),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it('names no format, era or site in the machine', () => {
    const stage = modules.filter(({ path }) =>
      ['reconstruct', 'normalise', 'check', 'carriers', 'across-years', 'pipeline'].includes(groupOf(path)),
    );
    const named = stage.filter(({ text }) =>
      /['"](?:ogi-20\d\d|statistics-2014|html|docx|pdf)['"]/u.test(text),
    );
    expect(named.map(({ path }) => path)).toEqual([]);
  });

  it('keeps the knowledge off network and disk', () => {
    // The list of divisions is loaded from the package that holds it.
    const wrong = modules.filter(
      ({ path, text }) =>
        path.startsWith('parsers/') &&
        /from 'node:(?:https?|net|dns|child_process|fs\/promises)'|\bfetch\(/u.test(text),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });
});

describe('files', () => {
  it('are named after what they hold', () => {
    expect(
      all.filter(({ path }) => /(?:^|\/)(?:utils?|helpers?|misc|common)\.ts$/u.test(path)).map((m) => m.path),
    ).toEqual([]);
    expect(all.filter(({ path }) => !/^[a-z0-9./-]+$/u.test(path)).map((m) => m.path)).toEqual([]);
  });

  it('stay short', () => {
    const long = modules.filter(({ text }) => text.split('\n').length > 301);
    expect(long.map(({ path }) => path)).toEqual([]);
  });

  it('leave nothing to be done', () => {
    const marks = new RegExp(['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX'].map((m) => `\\b${m}\\b`).join('|'), 'u');
    expect(all.filter(({ text }) => marks.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it('hold no machine paths', () => {
    const machine = new RegExp(`${'/wo' + 'rk/'}(?:main|shared)|/ho${'me/'}[a-z]`, 'u');
    expect(all.filter(({ text }) => machine.test(text)).map(({ path }) => path)).toEqual([]);
  });
});
