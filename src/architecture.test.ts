import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
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

/** The folder of a module; a file in src itself is a folder of its own, and so is parsers/index.ts. */
const folderOf = (path: string): string => {
  const folder = posix.dirname(path);
  return folder === 'src' || folder === 'parsers' ? path.replace(/\.ts$/u, '') : folder;
};

/**
 * The floors of the house, from the ground up: a folder imports from itself and from the floors below, so there are no circles.
 * Folders on one floor don't know each other.
 */
const floors: string[][] = [
  ['src/model/codes', 'src/lock', 'src/printing'],
  ['src/model'],
  ['src/words', 'src/evidence'],
  // A page of glyphs and lines to blocks, and a picture of a page to glyphs and lines.
  ['src/layout/page', 'src/ocr'],
  ['src/layout/ruled'],
  ['src/layout/borderless'],
  ['src/layout/document'],
  ['src/ocr/page'],
  // Blocks to tables: their nouns first, then the steps.
  ['src/tables'],
  ['src/tables/rows', 'src/tables/columns', 'src/tables/sums'],
  ['src/tables/place'],
  ['src/tables/fit'],
  ['src/tables/witnesses', 'src/tables/grade'],
  // Blocks to header fields, sections and facts.
  ['src/header', 'src/facts'],
  ['src/outline'],
  ['src/record'],
  ['src/merge'],
  // What acquires and keeps.
  ['src/fetch', 'src/discover', 'src/archive', 'src/store'],
  ['src/convert'],
  // What is known of formats, forms and sites; from here up everything may ask for it.
  ['parsers/index'],
  // The public record, whose ids are those of the forms.
  ['src/forms'],
  ['src/typed-record'],
  ['src/convert/run'],
  ['src/across-years', 'src/explain', 'src/crawl/summary'],
  ['src/crawl'],
  ['src/index'],
  ['src/cli'],
];
const floorOf = new Map(
  floors.flatMap((folders, floor) => folders.map((folder) => [folder, floor] as const)),
);

/** Knowledge builds on nouns and on the machines that read pages, never on a stage or on who calls it. */
const PARSERS_BUILD_ON = ['src/model', 'src/words', 'src/layout', 'src/ocr', 'parsers'];

const isInside = (path: string, folder: string): boolean => path.startsWith(`${folder}/`);

const STAGES = ['tables', 'header', 'outline', 'facts', 'record', 'merge', 'across-years'].map(
  (each) => `src/${each}`,
);

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

  it('knows every folder of src', () => {
    const folders = new Set(
      modules.map(({ path }) => folderOf(path)).filter((folder) => isInside(folder, 'src')),
    );
    expect([...folders].filter((folder) => !floorOf.has(folder))).toEqual([]);
  });

  it('imports from the floors below', () => {
    const wrong = modules.flatMap(({ path, imports }) => {
      const own = folderOf(path);
      if (isInside(path, 'parsers')) return [];
      return imports
        .filter((target) => folderOf(target) !== own)
        .filter(
          (target) => !((floorOf.get(folderOf(target)) ?? floorOf.get('parsers/index')!) < floorOf.get(own)!),
        )
        .map((target) => `${path} -> ${target}`);
    });
    expect(wrong).toEqual([]);
  });

  it('builds knowledge on nouns and on the reading of pages alone', () => {
    const wrong = modules
      .filter(({ path }) => isInside(path, 'parsers'))
      .flatMap(({ path, imports }) =>
        imports
          .filter((target) => !PARSERS_BUILD_ON.some((folder) => isInside(target, folder)))
          .map((target) => `${path} -> ${target}`),
      );
    expect(wrong).toEqual([]);
  });

  it('has no circle between the folders of parsers', () => {
    const edges = new Map<string, Set<string>>();
    for (const { path, imports } of modules.filter((module) => isInside(module.path, 'parsers'))) {
      const targets = imports
        .map(folderOf)
        .filter((folder) => isInside(folder, 'parsers') && folder !== folderOf(path));
      edges.set(folderOf(path), new Set([...(edges.get(folderOf(path)) ?? []), ...targets]));
    }
    const reaches = (from: string, goal: string, seen = new Set<string>()): boolean =>
      [...(edges.get(from) ?? [])].some(
        (next) => next === goal || (!seen.has(next) && reaches(next, goal, seen.add(next))),
      );
    expect([...edges.keys()].filter((folder) => reaches(folder, folder))).toEqual([]);
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
    const stage = modules.filter(({ path }) => STAGES.some((folder) => isInside(path, folder)));
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

/** What a module exports by name, and the names that it takes from other modules: `path#name`, or `path#*` for all of them. */
function namesOf({ path, text }: Module): { exported: { name: string; isType: boolean }[]; taken: string[] } {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const resolved = (specifier: string) => posix.join(posix.dirname(path), specifier.replace(/\.js$/u, '.ts'));
  const exported: { name: string; isType: boolean }[] = [];
  const taken = [...text.matchAll(/import\(\s*['"](\.[^'"]+)['"]/gu)].map(
    ([, target]) => `${resolved(target!)}#*`,
  );
  for (const node of file.statements) {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
      const specifier = node.moduleSpecifier && (node.moduleSpecifier as ts.StringLiteral).text;
      const named = ts.isImportDeclaration(node) ? node.importClause?.namedBindings : node.exportClause;
      if (!specifier?.startsWith('.')) continue;
      if (!named || !('elements' in named)) taken.push(`${resolved(specifier)}#*`);
      else
        for (const { propertyName, name } of named.elements)
          taken.push(`${resolved(specifier)}#${(propertyName ?? name).text}`);
    } else if (
      ts.canHaveModifiers(node) &&
      ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
    ) {
      const isType = ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);
      const names = ts.isVariableStatement(node)
        ? node.declarationList.declarations.map(({ name }) => name.getText(file))
        : [(node as ts.FunctionDeclaration).name!.text];
      exported.push(...names.map((name) => ({ name, isType })));
    }
  }
  return { exported, taken };
}

/** `openYearCheck` -> `open-year-check` */
const kebab = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/gu, '$1-$2')
    .replace(/([A-Z]+)([A-Z][a-z])/gu, '$1-$2')
    .replace(/_/gu, '-')
    .toLowerCase();

/** Its words without what says only that something is made, or that there are several. */
const stem = (name: string): string =>
  name
    .replace(/^(?:add|open|create|make|load)-/u, '')
    .replace(/-of$/u, '')
    .split('-')
    .map((word) => word.replace(/ies$/u, 'y').replace(/s$/u, ''))
    .join('-');

/** Words of names that say nothing of what a file is about. */
const VERBS = new Set(['find', 'read', 'check', 'of', 'is']);

/** Is a file of this name about what it exports? One export names it; several share a noun with it. */
function isNamedAfter(path: string, exported: { name: string; isType: boolean }[]): boolean {
  const base = stem(posix.basename(path, '.ts'));
  const names = exported.map(({ name }) => stem(kebab(name)));
  if (names.includes(base)) return true;
  if (exported.filter(({ isType }) => !isType).length === 1 || exported.length < 2) return false;
  const words = new Set(names.flatMap((name) => name.split('-')));
  return base.split('-').some((word) => words.has(word) && !VERBS.has(word));
}

/** Programs, and lists of words that are about one thing without a name in common. */
const NAMED_OTHERWISE = [
  'parsers/formats/odt/elements.ts',
  'parsers/formats/rtf/words.ts',
  'parsers/lookups/fact-words.ts',
  'src/cli/main.ts',
  'src/convert/pipeline.ts',
  'src/convert/run/convert-worker.ts',
  'src/crawl/summary/format-figures.ts',
];

describe('exports', () => {
  const scripts = filesIn('scripts').map(readModule);
  const everywhere = [...all, ...scripts].map((module) => ({ ...module, ...namesOf(module) }));
  const taken = new Set(everywhere.flatMap((module) => module.taken));
  const own = everywhere.filter((module) => !isForTests(module) && !module.path.startsWith('scripts/'));

  it('name their file', () => {
    const wrong = own.filter(
      ({ path, exported }) =>
        !path.endsWith('/index.ts') && !NAMED_OTHERWISE.includes(path) && !isNamedAfter(path, exported),
    );
    expect(
      wrong.map(({ path, exported }) => `${path}: ${exported.map(({ name }) => name).join(', ')}`),
    ).toEqual([]);
  });

  it('are imported by somebody', () => {
    const idle = own.flatMap(({ path, exported }) =>
      exported
        .filter(({ name }) => !taken.has(`${path}#${name}`) && !taken.has(`${path}#*`))
        .map(({ name }) => `${path}: ${name}`),
    );
    expect(idle.filter((each) => !each.startsWith('src/index.ts'))).toEqual([]);
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
