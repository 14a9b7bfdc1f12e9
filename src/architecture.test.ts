import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { formats } from '../parsers/formats/index.js';

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
  ['src/tables/layouts'],
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
  ['src/report-record'],
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

/** A name that is a word too: it counts where it is held against a format, a suffix or a media type. */
const WORDS = ['text'];
/** Shapes of lists that the command line writes and reads too, whatever formats there are. */
const LISTS = ['csv', 'tsv'];
const SAYS_FORMAT = /format|suffix|extname|media-?type/iu;

/**
 * Names of formats that a module may not know: ids, suffixes, media types, and what records call them. Where the machine itself is
 * what handles the formats of a trait, it may name them: `src/ocr` pictures, and everybody the archives that `src/archive` unpacks, and
 * data, which pages load and the command line writes.
 */
const namesOfFormats = (path: string): Set<string> =>
  new Set(
    formats
      .filter(({ traits }) => !traits.includes('archive') && !traits.includes('data'))
      .filter(({ traits }) => !(traits.includes('picture') && isInside(path, 'src/ocr')))
      .flatMap(({ id, suffixes, mediaTypes, recordedAs }) => [id, ...suffixes, ...mediaTypes, ...recordedAs])
      .filter((name) => !(LISTS.includes(name) && isInside(path, 'src/cli'))),
  );

/** A pattern that takes `report.pdf` and not `report.qqqq` knows a suffix. */
function knowsSuffix(literal: string, names: ReadonlySet<string>): boolean {
  const [, body, flags] = /^\/(.*)\/(\w*)$/su.exec(literal)!;
  if (!body!.includes('\\.')) return false;
  const pattern = new RegExp(body!, flags!.replace(/[gy]/gu, ''));
  const takes = (suffix: string) => pattern.test(`report.${suffix}`);
  if (['', 'qq', 'qqq', 'qqqq', 'qqqqq'].some(takes)) return false;
  return [...names].some((name) => /^[a-z]+$/u.test(name) && takes(name));
}

/** Literals that are the name of a format, lists of such names, and patterns that tell one suffix from others. */
function formatsNamedIn({ path, text }: Module): string[] {
  const names = namesOfFormats(path);
  const isName = (word: string) => names.has(word.replace(/^\./u, ''));
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const named: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node) && knowsSuffix(node.text, names)) named.push(node.text);
    if (ts.isStringLiteralLike(node)) {
      const isWord =
        WORDS.includes(node.text.replace(/^\./u, '')) && !SAYS_FORMAT.test(node.parent.getText(file));
      const isList = node.text.split(' ').filter(isName).length > 1;
      if (isList || (isName(node.text) && !isWord)) named.push(node.text);
    }
    node.forEachChild(visit);
  };
  visit(file);
  return named.map((name) => `${path}: ${name}`);
}

/** What is imported for more than its types. */
function valueImports(path: string): string[] {
  const text = readFileSync(join(root, path), 'utf8');
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  return file.statements.flatMap((node) => {
    if (!ts.isImportDeclaration(node) && !ts.isExportDeclaration(node)) return [];
    const isType = ts.isImportDeclaration(node)
      ? node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword
      : node.isTypeOnly;
    return !node.moduleSpecifier || isType ? [] : [(node.moduleSpecifier as ts.StringLiteral).text];
  });
}

/** The modules that are loaded together with one, and no later. */
function modulesFrom(entry: string, found = new Set<string>()): Set<string> {
  if (found.has(entry)) return found;
  found.add(entry);
  for (const name of valueImports(entry).filter((each) => each.startsWith('.')))
    modulesFrom(posix.join(posix.dirname(entry), name.replace(/\.js$/u, '.ts')), found);
  return found;
}

const packagesOf = (entry: string): Set<string> =>
  new Set([...modulesFrom(entry)].flatMap(valueImports).filter((name) => !/^(?:\.|node:)/u.test(name)));

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

  it('names no era in the machine', () => {
    const stage = modules.filter(({ path }) => STAGES.some((folder) => isInside(path, folder)));
    const named = stage.filter(({ text }) => /['"](?:ogi-20\d\d|statistics-2014)['"]/u.test(text));
    expect(named.map(({ path }) => path)).toEqual([]);
  });

  it('names no format in src', () => {
    const inSrc = modules.filter(({ path }) => isInside(path, 'src'));
    expect(inSrc.flatMap(formatsNamedIn)).toEqual([]);
  });

  it('finds formats that are named', () => {
    const named = (text: string, path = 'src/a/b.ts') => formatsNamedIn({ path, text, imports: [] }).length;
    expect(named("parsed.format === 'docx'")).toBe(1);
    expect(named("name.endsWith('.pdf')")).toBe(1);
    expect(named("const documents = 'html htm mht'.split(' ');")).toBe(1);
    expect(named('/\\.(?:docx?|wps)$/u.test(name)')).toBe(1);
    expect(named("mediaType === 'application/pdf'")).toBe(1);
    expect(named("format === 'text'")).toBe(1);
    expect(named("node.type === 'text'")).toBe(0);
    expect(named('/\\.\\w{2,5}$/u.test(name)')).toBe(0);
    expect(named("const at = { png: 'image/png' };", 'src/ocr/open-picture.ts')).toBe(0);
  });

  it('loads the readers of formats with the first document', () => {
    const packages = (entry: string) => [...packagesOf(entry)].sort();
    expect(packages('parsers/index.ts')).toEqual(['chardet']);
    expect(packages('src/convert/run/convert-worker.ts')).not.toContain('zod');
    const loaded = [...modulesFrom('src/index.ts'), ...modulesFrom('src/convert/run/convert-worker.ts')];
    expect(loaded.filter((path) => /^parsers\/formats\/[^/]+\/read[-.]/u.test(path))).toEqual([]);
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
