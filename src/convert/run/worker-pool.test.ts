import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Job } from './read-job.js';
import { WorkerPool } from './worker-pool.js';

/** A child that does what the uri says. */
const script = `
process.on('message', ({ files: [{ uri, bytes }] }) => {
  if (uri === 'die') throw new TypeError('at the end');
  if (uri === 'hang') for (;;);
  if (uri === 'grow') for (const all = []; ; ) all.push(new Array(1e6).fill(uri + all.length));
  process.send({ records: [], text: uri + ' ' + (bytes?.length ?? '-') + ' ' + process.pid, failure: null });
});
process.on('disconnect', () => process.exit());
process.send('ready');
`;

let folder: string;
let pool: WorkerPool;

const task = (uri: string, bytes?: Uint8Array): Job => ({
  files: [{ uri, ...(bytes && { bytes }) }],
  reading: {},
});
const codeOf = async (uri: string) => (await pool.run(task(uri))).failure;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-pool-'));
  writeFileSync(join(folder, 'child.mjs'), script);
  pool = new WorkerPool({ timeoutMs: 600_000, script: join(folder, 'child.mjs') });
});

afterAll(() => {
  pool.close();
  rmSync(folder, { recursive: true });
});

describe('WorkerPool', () => {
  it('sends bytes and takes outcomes, one child for tasks in a row', async () => {
    const first = await pool.run(task('a', new Uint8Array(3)));
    const second = await pool.run(task('b'));
    expect(first.text).toMatch(/^a 3 \d+$/);
    expect(second.text?.split(' ')[2]).toBe(first.text?.split(' ')[2]);
  });

  it('makes a death a failure of that input alone', async () => {
    expect(await codeOf('die')).toEqual({
      uri: 'die',
      code: 'crashed',
      message: 'the process that read it died: TypeError: at the end',
    });
    expect((await pool.run(task('after'))).failure).toBeNull();
  });

  it('stops what takes too long, and goes on', async () => {
    const hasty = new WorkerPool({ timeoutMs: 500, script: join(folder, 'child.mjs') });
    for (let time = 0; time < 2; time++)
      expect((await hasty.run(task('hang'))).failure).toEqual({
        uri: 'hang',
        code: 'timeout',
        message: 'it took longer than 0.5 seconds (--timeout)',
      });
    hasty.close();
  });

  it('contains an input that eats the memory', async () => {
    const patient = new WorkerPool({ timeoutMs: 600_000, heapMb: 64, script: join(folder, 'child.mjs') });
    const { failure } = await patient.run(task('grow'));
    patient.close();
    expect(failure).toMatchObject({ code: 'crashed', message: expect.stringContaining('ran out of memory') });
  });

  it('says so where no child starts', async () => {
    writeFileSync(join(folder, 'broken.mjs'), 'throw new Error("broken")');
    const broken = new WorkerPool({ timeoutMs: 1000, script: join(folder, 'broken.mjs') });
    await expect(broken.run(task('a'))).rejects.toThrow(/does not start: .*broken/s);
  });
});
