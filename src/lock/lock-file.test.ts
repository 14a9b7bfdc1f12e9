import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LockedError, lockFile } from './lock-file.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A process that takes the lock and holds it until it is killed. */
const holder = (path: string) => {
  const code = `import { lockFile } from ${JSON.stringify(new URL('./lock-file.ts', import.meta.url).href)};
    lockFile(${JSON.stringify(path)}); process.stdout.write('held'); setInterval(() => {}, 1000);`;
  return spawn(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), '--input-type=module', '-e', code],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
};

describe('lockFile', () => {
  it('is given to one at a time', () => {
    const path = join(folder, 'a/b/lock');
    const lock = lockFile(path);
    expect(() => lockFile(path)).toThrow(LockedError);
    lock.release();
    lockFile(path).release();
  });

  it('keeps other processes out, and ends with a process that is killed', async () => {
    const path = join(folder, 'lock');
    const child = holder(path);
    await once(child.stdout, 'data');
    expect(() => lockFile(path)).toThrow(LockedError);
    child.kill('SIGKILL');
    await once(child, 'close');
    lockFile(path).release();
  });
});
