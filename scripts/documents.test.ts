import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { inlineCode, relativeLinks } from './figures/markdown.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const find = (patterns: string[]): string[] =>
  globSync(patterns, { cwd: root, dot: true, ignore: ['node_modules/**', 'dist/**', 'output/**'] }).sort();

const documents = find(['*.md', 'docs/*.md', 'parsers/**/*.md', 'scripts/**/*.md']);
const files = find(['src/**', 'parsers/**', 'scripts/**', 'samples/**', 'docs/**', '.ci/**']);
const folders = new Set(files.flatMap((path) => path.split('/').slice(0, -1)));
const sources = files.filter((path) => path.endsWith('.ts'));

/** `src/words`, `scripts/kill-crawl.ts`, `samples/<name>/source.*`: what a document says from the root of the checkout. */
const FROM_ROOT = /(?<![\w./-])(?:src|parsers|scripts|samples|docs|\.ci)\/[\w./*-]*[\w*/]/gu;
/** `fit/align-rows`: the end of a path, without its suffix. */
const END_OF_PATH = /^[a-z][a-z-]*(?:\/[a-z-]+)+$/u;

const isThere = (path: string): boolean =>
  path.includes('*') ? find([path, `${path}/**`]).length > 0 : existsSync(join(root, path));

/** Does a file or folder of the code end so? */
const endsSo = (end: string): boolean =>
  sources.some((path) => path.endsWith(`/${end}.ts`) || path.includes(`/${end}/`));

/** The anchor that GitHub gives a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/gu, '-');

const anchorsOf = (path: string): string[] =>
  [...read(path).matchAll(/^#+ (.+)$/gmu)].map(([, heading]) => anchorOf(heading!));

describe('documents', () => {
  it.each(documents)('%s names npm scripts that exist', (path) => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...read(path).matchAll(/\bnpm (?:run (\w[\w:-]*\w)|(test|start)\b)/gu)].map(
      ([, script, short]) => script ?? short!,
    );
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it.each(documents)('%s links to files and headings that exist', (path) => {
    const targets = relativeLinks(read(path));
    expect(targets.filter((target) => !existsSync(join(root, dirname(path), target)))).toEqual([]);
    const anchors = [...read(path).matchAll(/\]\(([^)#\s:]*)#([^)\s]+)\)/gu)];
    const broken = anchors.filter(
      ([, target, anchor]) => !anchorsOf(target ? join(dirname(path), target) : path).includes(anchor!),
    );
    expect(broken.map(([link]) => link)).toEqual([]);
  });

  it.each(documents)('%s names files that exist', (path) => {
    const text = read(path);
    const fromRoot = [...text.matchAll(FROM_ROOT)].map(([named]) => named).filter((named) => !isThere(named));
    const code = inlineCode(text);
    const ends = code.filter((word) => END_OF_PATH.test(word) && folders.has(word.split('/')[0]!));
    const names = code.filter((word) => /^[a-z][a-z-]*\.ts$/u.test(word));
    expect([
      ...fromRoot,
      ...ends.filter((end) => !endsSo(end) && !isThere(end)),
      ...names.filter((name) => !sources.some((source) => basename(source) === name)),
    ]).toEqual([]);
  });

  it('have every folder of src in ARCHITECTURE.md', () => {
    const architecture = read('ARCHITECTURE.md');
    const own = new Set(sources.filter((path) => /^src\/(?!testing\/)/u.test(path)).map(dirname));
    expect([...own].filter((folder) => folder !== 'src' && !architecture.includes(`\`${folder}\``))).toEqual(
      [],
    );
  });

  it('are linked from the README, or stand beside what they describe', () => {
    const linked = relativeLinks(read('README.md'));
    const own = documents.filter((path) => path.startsWith('docs/'));
    const further = own
      .filter((path) => linked.includes(path))
      .flatMap((path) => relativeLinks(read(path)).map((target) => join('docs', target)));
    const architecture = relativeLinks(read('ARCHITECTURE.md'));
    const reached = [...linked, ...further, ...architecture];
    expect(own.filter((path) => !reached.includes(path))).toEqual([]);
  });
});
