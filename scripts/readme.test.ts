import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { parseSites } from '../src/discover/parse-sites.js';
import * as nianbao from '../src/index.js';
import { codeBlocks, firstColumn, inlineCode, relativeLinks, sectionOf } from './figures/markdown.js';

// Two of the tests convert all samples, beside other tests that do so.
vi.setConfig({ testTimeout: 180_000 });

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const readme = read('README.md');
const run = promisify(execFile);
const temporary = mkdtempSync(join(tmpdir(), 'nianbao-readme-'));
afterAll(() => rmSync(temporary, { recursive: true }));

/** Runs TypeScript of the checkout, as the build would be run. */
const runTs = (args: string[]) => run(process.execPath, ['--import', 'tsx', ...args], { cwd: root });
const runNianbao = (args: string[]) => runTs(['src/cli/main.ts', ...args]);

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

describe('docs/command-line.md', () => {
  const commandLine = read('docs/command-line.md');

  const commands = codeBlocks(commandLine, 'sh')[0]!.trim().split('\n');
  it.each(commands)('%s', async (command) => {
    const words = [...command.matchAll(/"([^"]*)"|(\S+)/gu)].map(([, quoted, bare]) => quoted ?? bare!);
    expect(words.slice(0, 2)).toEqual(['npx', 'nianbao']);
    const args = words.slice(2).map((word) => (word === 'output' ? join(temporary, 'output') : word));
    const { stdout } = await runNianbao(args);
    if (args.includes('--out')) expect(existsSync(join(temporary, 'output', 'records.jsonl'))).toBe(true);
    else expect(stdout.length).toBeGreaterThan(100);
  });
});

describe('one report in several files', () => {
  it('goes as it is printed', async () => {
    const lines = codeBlocks(sectionOf(read('docs/formats.md'), 'Several files of one report'), 'sh')[0]!
      .trim()
      .split('\n');
    const [make, explain, convert] = lines.map((line) =>
      line.replaceAll('output/', `${temporary}/`).split(' '),
    );
    expect([make!.slice(0, 2), explain!.slice(0, 3), convert!.slice(0, 3)]).toEqual([
      ['npx', 'tsx'],
      ['npx', 'nianbao', 'explain'],
      ['npx', 'nianbao', 'convert'],
    ]);
    await runTs(make!.slice(2));
    expect((await runNianbao(explain!.slice(2))).stdout).toContain(
      'the files of the report give different numbers',
    );
    const record = JSON.parse((await runNianbao(convert!.slice(2))).stdout);
    expect(record.source.carriers).toHaveLength(2);
    expect(record.summary.missing).toBe(0);
    const differing = record.issues.filter(({ code }: { code: string }) => code === 'carriers-differ');
    expect(differing).toMatchObject([{ severity: 'warning' }]);
  });
});

describe('docs/sites.md', () => {
  it('has a file of sites that is right', () => {
    const [yaml] = codeBlocks(read('docs/sites.md'), 'yaml');
    expect(parseSites(yaml!, 'sites.yaml', []).sites.map(({ id }) => id)).toEqual(['qinglan']);
  });
});

describe('a night', () => {
  const section = sectionOf(read('docs/nightly.md'), 'See it on this machine');

  it('goes as it is printed', async () => {
    const [serve, nightly] = codeBlocks(section, 'sh').map((block) =>
      block.trim().replaceAll('output/', `${temporary}/`).split(' '),
    );
    expect([serve!.slice(0, 4), nightly!.slice(0, 2)]).toEqual([
      ['npx', 'tsx', 'scripts/run.ts', 'world'],
      ['npx', 'nianbao'],
    ]);
    const world = spawn(process.execPath, ['--import', 'tsx', ...serve!.slice(2)], {
      cwd: root,
      stdio: 'ignore',
    });
    try {
      await vi.waitUntil(() => existsSync(join(temporary, 'sites.yaml')), { timeout: 60_000 });
      const { stdout } = await runNianbao(nightly!.slice(2));
      expect(stdout).toContain('Nothing needs a person');
      expect(existsSync(join(temporary, 'night/runs/latest.html'))).toBe(true);
    } finally {
      world.kill('SIGKILL');
    }
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
