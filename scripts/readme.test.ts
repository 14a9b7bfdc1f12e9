import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { globSync } from 'tinyglobby';
import { afterAll, describe, expect, it } from 'vitest';
import { runInProcess } from '../src/testing/run-in-process.js';
import { remakeReadme } from './readme/blocks.js';
import { readFigures } from './readme/figures.js';
import { codeBlocks, firstColumn, inlineCode, relativeLinks, sectionOf } from './readme/markdown.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const readme = read('README.md');
const run = promisify(execFile);
const temporary = mkdtempSync(join(tmpdir(), 'nianbao-readme-'));
afterAll(() => rmSync(temporary, { recursive: true }));

/** Runs TypeScript of the checkout. */
const runTs = (args: string[]) => run(process.execPath, ['--import', 'tsx', ...args], { cwd: root });
async function nianbao(args: string[]): Promise<{ stdout: string }> {
  const { status, out, err } = await runInProcess(args, { cwd: root });
  expect([status, status === 0 ? '' : err]).toEqual([0, '']);
  return { stdout: out };
}

const documents = globSync(['*.md', 'docs/*.md', 'parsers/**/*.md'], { cwd: root }).sort();

describe('documents', () => {
  it.each(documents)('%s names npm scripts that exist', (path) => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...read(path).matchAll(/\bnpm (?:run (\w[\w:-]*\w)|(test|start)\b)/gu)].map(
      ([, script, short]) => script ?? short!,
    );
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it.each(documents)('%s links to files that exist', (path) => {
    const broken = relativeLinks(read(path)).filter(
      (target) => !existsSync(join(root, dirname(path), target)),
    );
    expect(broken).toEqual([]);
  });
});

describe('README.md', () => {
  it('quotes what the samples give and what the scripts measured (npm run readme makes it anew)', async () => {
    expect(await remakeReadme(readme, readFigures())).toBe(readme);
  });

  it('has a library example that runs and prints what it says', async () => {
    const [code] = codeBlocks(readme, 'ts');
    const library = pathToFileURL(join(root, 'src/index.ts')).href;
    expect(code).toContain("from 'nianbao'");
    const file = join(temporary, 'example.mts');
    writeFileSync(file, code!.replace("'nianbao'", `'${library}'`));
    const { stdout } = await runTs([file]);
    expect(stdout).toBe(codeBlocks(sectionOf(readme, 'Library'), 'text')[0]);
  });
});

describe('the options of the command line', () => {
  const optionsIn = (text: string): string[] =>
    [...text.matchAll(/(?<![\w-])--?[a-z][a-z-]*/giu)].map(([option]) => option);
  const helped = async (args: string[]): Promise<string[]> => {
    const { stdout } = await nianbao([...args, '--help']);
    const lines = stdout.split('\n').filter((line) => /^ {2}-/u.test(line));
    return optionsIn(lines.map((line) => line.trim().split(/ {2,}/u)[0]).join(' '));
  };

  it('are those of the README, and the other way round', async () => {
    const real = (
      await Promise.all(
        [[], ['convert'], ['check'], ['explain'], ['schema'], ['fetch'], ['crawl'], ['nightly']].map(helped),
      )
    ).flat();
    const told = optionsIn(inlineCode(sectionOf(readme, 'Command line')).join(' '));
    expect([...new Set(told)].sort()).toEqual([...new Set(real)].sort());
  });

  it('stand in the README under their command', async () => {
    const [, convert, check, explain, , ...acquire] = sectionOf(readme, 'Command line').split(
      /(?=\*\*`nianbao )/u,
    );
    const common = ['-h', '--help'];
    const missing = async (args: string[], text: string) =>
      (await helped(args)).filter((option) => !common.includes(option) && !optionsIn(text).includes(option));
    expect(await missing(['convert'], convert!)).toEqual([]);
    expect(await missing(['check'], check!)).toEqual([]);
    expect(await missing(['explain'], explain!)).toEqual([]);
    for (const command of ['fetch', 'crawl', 'nightly'])
      expect([command, await missing([command], acquire.join(''))]).toEqual([command, []]);
  });
});

describe('docs/sites.md', () => {
  it('lists what a run notes of lists and pages', () => {
    const told = firstColumn(sectionOf(read('docs/sites.md'), 'What a page leads to'));
    const jobs = globSync(['src/crawl/*.ts'], { cwd: root }).filter((path) => !path.endsWith('.test.ts'));
    const raised = jobs.flatMap((path) =>
      [...read(path).matchAll(/\bcode: '([a-z-]+)'/gu)].map(([, code]) => code!),
    );
    expect(raised.length).toBeGreaterThan(0);
    expect(raised.filter((code) => !told.includes(code))).toEqual([]);
  });
});

describe('docs/record.md', () => {
  const record = read('docs/record.md');
  const sources = globSync(['src/**/*.ts', 'parsers/**/*.ts'], { cwd: root })
    .filter((path) => !path.endsWith('.test.ts') && !/^src\/(?:testing|crawl)\//u.test(path))
    .map((path) => read(path));
  const everything = sources.join('\n');
  const isInCode = (word: string): boolean => everything.includes(`'${word}'`);

  /** Everything in the committed records that `visit` finds. */
  const inRecords = (key: 'code' | 'flags'): Set<string> => {
    const found = new Set<string>();
    const visit = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const [name, inner] of Object.entries(value)) {
        if (name === key && 'severity' in value === (key === 'code'))
          for (const word of [inner].flat()) found.add(String(word));
        visit(inner);
      }
    };
    for (const path of globSync('samples/*/record.json', { cwd: root })) visit(JSON.parse(read(path)));
    return found;
  };

  it('lists every issue and failure code', () => {
    const told = [...firstColumn(sectionOf(record, 'Issues')), ...firstColumn(sectionOf(record, 'Failures'))];
    const raised = [
      /\bcode: '([a-z][a-z-]+)'/gu,
      /\bsay\('([a-z-]+)'/gu,
      /UnreadableSourceError\(\s*'([a-z-]+)'/gu,
      /'(pdf-[a-z-]+)',\s*(?:'error'|'warning'|'hidden'|'rotated')/gu,
    ].flatMap((pattern) => [...everything.matchAll(pattern)].map(([, code]) => code!));
    const untold = [...raised, ...inRecords('code')].filter((code) => !told.includes(code));
    expect([...new Set(untold)]).toEqual([]);
    expect(told.filter((code) => !isInCode(code))).toEqual([]);
  });

  it('lists every flag', () => {
    const told = firstColumn(sectionOf(record, 'Flags'));
    const untold = [...inRecords('flags')].filter(
      (flag) => !flag.startsWith('rival:') && !told.includes(flag),
    );
    expect(untold).toEqual([]);
    expect(told.filter((flag) => flag !== 'rival:N' && !isInCode(flag))).toEqual([]);
  });
});
