import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import ts from 'typescript';

/** What is long or full: a folder with many files, a file with many lines, a function with many lines. */
export interface Excess {
  kind: 'folder' | 'file' | 'function';
  /** `path`, or `path#name` of a function. */
  at: string;
  /** Files of a folder, lines of the rest. */
  size: number;
}

export interface SourceFile {
  path: string;
  text: string;
}

export const limits: Record<Excess['kind'], number> = { folder: 35, file: 300, function: 70 };

const isTest = (path: string): boolean => path.endsWith('.test.ts') || path.startsWith('src/testing/');

/** All TypeScript under some folders of a project. */
export const readSources = (root: string, folders: readonly string[]): SourceFile[] =>
  folders
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

const lineCount = (text: string): number => text.replace(/\n$/u, '').split('\n').length;

/** The name of a function: its own, or that of the constant or property that holds it. */
const nameOf = (node: ts.FunctionLikeDeclaration): string | null => {
  if (node.name && ts.isIdentifier(node.name)) return node.name.text;
  const { parent } = node;
  const isNamed = ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent);
  return isNamed && ts.isIdentifier(parent.name) ? parent.name.text : null;
};

/** The functions of a file that are longer than the limit; of one in another, the inner one only counts by itself. */
export function longFunctions({ path, text }: SourceFile): Excess[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: Excess[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const [from, to] = [node.getStart(file), node.getEnd()].map(
        (at) => file.getLineAndCharacterOfPosition(at).line,
      );
      const size = to! - from! + 1;
      const name = nameOf(node as ts.FunctionLikeDeclaration) ?? `line ${from! + 1}`;
      if (size > limits.function) found.push({ kind: 'function', at: `${path}#${name}`, size });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** Folders by their own files, without tests. */
const fullFolders = (files: readonly SourceFile[]): Excess[] => {
  const counts = new Map<string, number>();
  for (const { path } of files) counts.set(posix.dirname(path), (counts.get(posix.dirname(path)) ?? 0) + 1);
  return [...counts]
    .filter(([, size]) => size > limits.folder)
    .map(([at, size]) => ({ kind: 'folder', at, size }));
};

/** Everything that is over a limit. Tests may be long: each of their functions is a list of examples. */
export const findExcesses = (files: readonly SourceFile[]): Excess[] => {
  const own = files.filter(({ path }) => !isTest(path));
  const long = own.map(({ path, text }): Excess => ({ kind: 'file', at: path, size: lineCount(text) }));
  return [
    ...fullFolders(own),
    ...long.filter(({ size }) => size > limits.file),
    ...own.flatMap(longFunctions),
  ];
};

/** Lines by kind of code: of each folder of the top without tests, and of all tests. */
export const countLines = (files: readonly SourceFile[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const { path, text } of files) {
    const kind = isTest(path) ? 'tests' : path.split('/', 1)[0]!;
    counts.set(kind, (counts.get(kind) ?? 0) + lineCount(text));
  }
  return counts;
};
