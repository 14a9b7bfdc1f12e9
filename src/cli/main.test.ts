import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compiledProgram } from '../testing/compile-program.js';
import { drawReviewReport as report } from '../testing/draw-review-report.js';
import { runInProcess } from '../testing/run-in-process.js';
import { runProcess } from '../testing/run-process.js';

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'nianbao-main-'));
  mkdirSync(join(root, 'in/sub'), { recursive: true });
  writeFileSync(join(root, 'in/b.html'), report('3'));
  writeFileSync(join(root, 'in/a.txt'), '今天的天气很好，我们去了公园，看了花，也喝了茶。'.repeat(4));
  writeFileSync(join(root, 'in/sub/wrong.html'), report('4'));
  writeFileSync(join(root, 'empty.html'), '');
});
afterAll(() => rmSync(root, { recursive: true }));

const urisOf = (out: string): string[] =>
  out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line).source.uri);

/** Processes that a process started and that are still there. */
const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
const isAlive = (pid: number): boolean => {
  try {
    return !/^State:\s+Z/mu.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
};

describe('nianbao, as a user runs it', () => {
  it('gives the same bytes each time and with any number of jobs, failures included', async () => {
    const args = ['convert', 'in', 'empty.html', 'none', 'in/b.html'];
    const first = await runProcess(args, root);
    expect(first.status).toBe(3);
    expect(urisOf(first.out)).toEqual(['in/a.txt', 'in/b.html', 'in/sub/wrong.html', 'in/b.html']);
    expect(await runProcess([...args, '--jobs', '2'], root)).toEqual(first);
    expect(await runInProcess(args, { cwd: root })).toEqual(first);
  });

  it('sends standard input to a child', async () => {
    const { status, out } = await runProcess(['convert', '-', '--jobs', '2', '-q'], root, report('3'));
    expect([status, urisOf(out)]).toEqual([0, ['stdin']]);
  });

  it('ends with 2 and one line for wrong usage', async () => {
    expect(await runProcess(['convert', '--frobnicate', 'x'], root)).toEqual({
      ...{ status: 2, out: '' },
      err: "nianbao: error: unknown option '--frobnicate'\n",
    });
  });

  it('leaves without a word when its reader does', () => {
    const command = `"${process.execPath}" "${compiledProgram}" convert in in in -q | head -c 10`;
    const { stdout, stderr } = spawnSync('sh', ['-c', command], { cwd: root, encoding: 'utf8' });
    expect(stdout).toBe('{"schemaVe');
    expect(stderr).toBe('');
  });

  it('ends with 143 when it is terminated, and takes its children along', async () => {
    const child = spawn(process.execPath, [compiledProgram, 'convert', 'in/b.html', '-', '-q'], {
      cwd: root,
    });
    // The first record is there; the second input never comes.
    await once(child.stdout, 'data');
    const children = process.platform === 'linux' ? childrenOf(child.pid!) : [];
    if (process.platform === 'linux') expect(children).toHaveLength(1);
    child.kill('SIGTERM');
    expect(await once(child, 'close')).toEqual([143, null]);
    for (const pid of children) await expect.poll(() => isAlive(pid), { timeout: 600_000 }).toBe(false);
  });
});
