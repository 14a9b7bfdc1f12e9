import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';

const root = fileURLToPath(new URL('../..', import.meta.url));
const built = join(root, 'node_modules/.cache/nianbao/program');

/** The program of the command line, compiled: a process starts in a fraction of the time that the source takes. */
export const compiledProgram = join(built, 'src/cli/main.js');

/**
 * Compiles the files that changed since the last time. Types are not looked at: `npm run check:types` does that. Two processes may
 * do it at once, because each file takes its place whole.
 * @returns the program
 */
export async function compileProgram(): Promise<string> {
  mkdirSync(built, { recursive: true });
  writeFileSync(join(built, 'package.json'), '{ "type": "module" }\n');
  const sources = globSync(['src/**/*.ts', 'parsers/**/*.ts', '!**/*.test.ts', '!src/testing'], {
    cwd: root,
  });
  for (const source of sources) {
    const text = readFileSync(join(root, source), 'utf8');
    // The last line of a compiled file names the text that it was made of.
    const mark = `//# ${createHash('sha256').update(text).digest('hex')}\n`;
    const target = join(built, source.replace(/\.ts$/u, '.js'));
    if (isMarked(target, mark)) continue;
    mkdirSync(dirname(target), { recursive: true });
    const { transformWithOxc } = await import('vite');
    const { code } = await transformWithOxc(text, source);
    writeFileSync(`${target}.${process.pid}`, `${code}\n${mark}`);
    renameSync(`${target}.${process.pid}`, target);
  }
  return compiledProgram;
}

function isMarked(path: string, mark: string): boolean {
  try {
    return readFileSync(path, 'utf8').endsWith(mark);
  } catch {
    return false;
  }
}
