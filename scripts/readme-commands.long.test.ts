import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { amount } from '../src/testing/amount.js';
import { runInProcess } from '../src/testing/run-in-process.js';
import { codeBlocks, sectionOf } from './figures/markdown.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
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

describe('the commands of docs/command-line.md', () => {
  const commands = codeBlocks(read('docs/command-line.md'), 'sh')[0]!.trim().split('\n');
  /** What converts all samples is for the long run. */
  const some = commands.filter((command) => !/ samples |samples\/\*/u.test(command));
  it.each([some, commands][amount(0, 1)]!)('%s', async (command) => {
    const words = [...command.matchAll(/"([^"]*)"|(\S+)/gu)].map(([, quoted, bare]) => quoted ?? bare!);
    expect(words.slice(0, 2)).toEqual(['npx', 'nianbao']);
    const args = words.slice(2).map((word) => (word === 'output' ? join(temporary, 'output') : word));
    const { stdout } = await nianbao(args);
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
    expect((await nianbao(explain!.slice(2))).stdout).toContain(
      'the files of the report give different numbers',
    );
    const record = JSON.parse((await nianbao(convert!.slice(2))).stdout);
    expect(record.source.carriers).toHaveLength(2);
    expect(record.summary.missing).toBe(0);
    const differing = record.issues.filter(({ code }: { code: string }) => code === 'carriers-differ');
    expect(differing).toMatchObject([{ severity: 'warning' }]);
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
      await vi.waitUntil(() => existsSync(join(temporary, 'sites.yaml')), { timeout: 600_000 });
      const { stdout } = await nianbao(nightly!.slice(2));
      expect(stdout).toContain('Nothing needs a person');
      expect(existsSync(join(temporary, 'night/runs/latest.html'))).toBe(true);
    } finally {
      world.kill('SIGKILL');
    }
  });
});
