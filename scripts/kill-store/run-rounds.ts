import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeContents } from '../../src/store/describe-contents.js';
import { seededRandom } from '../synthesise/random.js';
import { checkArchive } from './check-archive.js';

export interface KillResult {
  kills: number;
  /** Crawls that were killed to their end. */
  crawls: number;
  /** Fetches and conversions that were acknowledged. */
  acknowledged: number;
  /** What is not as it should be, in words; empty is good. */
  faults: string[];
}

/** What is seen of a crawl over all its processes. */
interface Crawl {
  folder: string;
  done: Set<string>;
  faults: string[];
}

/**
 * Crawls a small world with processes that are killed with SIGKILL at random moments, again and again, until `rounds` kills have
 * hit; each crawl is then finished and compared with one that nobody disturbed.
 */
export async function runRounds(rounds: number, seed: number): Promise<KillResult> {
  const random = seededRandom(seed);
  const root = mkdtempSync(join(tmpdir(), 'nianbao-kill-'));
  const result: KillResult = { kills: 0, crawls: 0, acknowledged: 0, faults: [] };
  try {
    const calm: Crawl = { folder: join(root, 'calm'), done: new Set(), faults: [] };
    await runWork(calm, null);
    const expected = describeContents(join(calm.folder, 'state.db'));
    if (expected.length < 100) result.faults.push('the undisturbed crawl found next to nothing');
    while (result.kills < rounds) {
      const crawl: Crawl = { folder: join(root, String(result.crawls)), done: new Set(), faults: [] };
      let isOver = false;
      while (!isOver && result.kills < rounds) {
        isOver = await runWork(crawl, random.int(0, 120));
        if (!isOver) result.kills++;
      }
      await runWork(crawl, null);
      result.crawls++;
      result.acknowledged += crawl.done.size;
      result.faults.push(...crawl.faults, ...compare(crawl, expected));
      result.faults.push(...(await checkArchive(join(crawl.folder, 'archive'))));
      rmSync(crawl.folder, { recursive: true });
    }
  } finally {
    rmSync(root, { recursive: true });
  }
  return result;
}

/**
 * One process of a crawl, killed so many milliseconds after it has opened its files; null lets it live.
 * @returns did it come to the end?
 */
function runWork(crawl: Crawl, killAfterMs: number | null): Promise<boolean> {
  const script = fileURLToPath(new URL('./work.ts', import.meta.url));
  const args = ['--import', import.meta.resolve('tsx'), script, crawl.folder];
  const child: ChildProcess = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let rest = '';
  let words = '';
  let isOver = false;
  return new Promise((resolve, reject) => {
    const hear = (line: string): void => {
      if (line === 'open' && killAfterMs !== null) setTimeout(() => child.kill('SIGKILL'), killAfterMs);
      const [, word, what] = /^(\S+) (.+)$/u.exec(line) ?? [];
      if (word === 'fetch' && crawl.done.has(`fetched ${what}`)) crawl.faults.push(`fetched twice: ${what}`);
      if (word === 'fetched' || word === 'converted') {
        if (crawl.done.has(line)) crawl.faults.push(`done twice: ${line}`);
        crawl.done.add(line);
      }
      if (line === 'done') isOver = true;
    };
    child.stdout!.setEncoding('utf8').on('data', (chunk: string) => {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop()!;
      lines.forEach(hear);
    });
    child.stderr!.setEncoding('utf8').on('data', (chunk: string) => {
      words += chunk;
    });
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code !== 0 && signal !== 'SIGKILL')
        crawl.faults.push(`a process ended by itself: ${words.slice(0, 2000)}`);
      resolve(isOver || (code !== 0 && signal !== 'SIGKILL'));
    });
  });
}

function compare({ folder }: Crawl, expected: string[]): string[] {
  const found = describeContents(join(folder, 'state.db'));
  const [left, right] = [new Set(expected), new Set(found)];
  return [
    ...expected.filter((line) => !right.has(line)).map((line) => `lost: ${line}`),
    ...found.filter((line) => !left.has(line)).map((line) => `too much: ${line}`),
    ...(found.length === expected.length ? [] : [`${found.length} lines, not ${expected.length}`]),
  ];
}
