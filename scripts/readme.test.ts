import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { parseSites } from '../src/discover/parse-sites.js';
import * as nianbao from '../src/index.js';
import { runInProcess } from '../src/testing/run-in-process.js';
import { codeBlocks, firstColumn, inlineCode, relativeLinks, sectionOf } from './figures/markdown.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const readme = read('README.md');
const run = promisify(execFile);
const temporary = mkdtempSync(join(tmpdir(), 'nianbao-readme-'));
afterAll(() => rmSync(temporary, { recursive: true }));

/** Runs TypeScript of the checkout. */
const runTs = (args: string[]) => run(process.execPath, ['--import', 'tsx', ...args], { cwd: root });
async function runNianbao(args: string[]): Promise<{ stdout: string }> {
  const { status, out, err } = await runInProcess(args, { cwd: root });
  expect([status, status === 0 ? '' : err]).toEqual([0, '']);
  return { stdout: out };
}

describe('README.md', () => {
  const chinese = read('README.zh-CN.md');

  it('is two screens long, and the same in Chinese', () => {
    expect(readme.split('\n').length).toBeLessThanOrEqual(115);
    const named = (text: string): string[] =>
      inlineCode(text).filter((code) => /^nianbao [a-z]+$/u.test(code));
    expect(new Set(named(chinese))).toEqual(new Set(named(readme)));
    const further = (text: string) =>
      new Set(relativeLinks(text).filter((link) => !link.startsWith('README')));
    expect(further(chinese)).toEqual(further(readme));
    expect(codeBlocks(chinese, 'ts')).toEqual(codeBlocks(readme, 'ts'));
    expect(firstColumn(sectionOf(chinese, '数字有多可信'))).toEqual(
      firstColumn(sectionOf(readme, 'How sure a number is')),
    );
  });
});

describe('docs/library.md', () => {
  const library = read('docs/library.md');

  it('has an example that runs and prints what it says', async () => {
    const [code] = codeBlocks(library, 'ts');
    const source = pathToFileURL(join(root, 'src/index.ts')).href;
    expect(code).toContain("from 'nianbao'");
    const file = join(temporary, 'example.mts');
    writeFileSync(file, code!.replace("'nianbao'", `'${source}'`));
    const { stdout } = await runTs([file]);
    expect(stdout).toBe(codeBlocks(library, 'text')[0]);
  });

  it('lists every function', () => {
    const named = firstColumn(library).map((call) => call.replace(/\(.*/u, ''));
    const functions = Object.entries(nianbao).filter(([, value]) => typeof value !== 'string');
    expect(named.sort()).toEqual(functions.map(([name]) => name).sort());
  });
});

describe('docs/sites.md', () => {
  it('has a file of sites that is right', () => {
    const [yaml] = codeBlocks(read('docs/sites.md'), 'yaml');
    expect(parseSites(yaml!, 'sites.yaml', []).sites.map(({ id }) => id)).toEqual(['qinglan']);
  });
});

describe('the options of the command line', () => {
  const optionsIn = (text: string): string[] =>
    [...text.matchAll(/(?<![\w-])--?[a-z][a-z-]*/giu)].map(([option]) => option);
  const helped = async (args: string[]): Promise<string[]> => {
    const { stdout } = await runNianbao([...args, '--help']);
    const lines = stdout.split('\n').filter((line) => /^ {2}-/u.test(line));
    return optionsIn(lines.map((line) => line.trim().split(/ {2,}/u)[0]).join(' '));
  };

  const sections: Record<string, string> = {
    convert: 'convert',
    check: 'check',
    explain: 'explain',
    schema: 'schema',
    fetch: 'fetch, crawl, nightly',
    crawl: 'fetch, crawl, nightly',
    nightly: 'fetch, crawl, nightly',
  };
  const commandLine = read('docs/command-line.md');

  it('are those of docs/command-line.md, and the other way round', async () => {
    const real = (
      await Promise.all([helped([]), ...Object.keys(sections).map((command) => helped([command]))])
    ).flat();
    const named = optionsIn(inlineCode(commandLine).join(' '));
    expect([...new Set(named)].sort()).toEqual([...new Set(real)].sort());
  });

  it.each(Object.entries(sections))('of %s are in the section %s', async (command, section) => {
    const named = optionsIn(inlineCode(sectionOf(commandLine, section)).join(' '));
    const missing = (await helped([command])).filter((option) => !named.includes(option));
    expect(missing.filter((option) => !['-h', '--help'].includes(option))).toEqual([]);
  });
});
