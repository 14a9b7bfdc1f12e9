import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { convertFiles } from './convert-files.js';
import type { TaskInput } from './task.js';
import { WorkerPool } from './worker-pool.js';

/** A child that dies of a file of that name, says nothing where two of one kind come together, and else says what it was given. */
const script = `
process.on('message', ({ uri, others = [] }) => {
  const names = [uri, ...others.map((each) => each.uri)];
  if (names.includes('die')) throw new TypeError('at the end');
  if (names.includes('half') && names.includes('other-half')) return;
  process.send({ records: [], text: names.join(' + '), failure: null });
});
process.on('disconnect', () => process.exit());
process.send('ready');
`;

let folder: string;
let pool: WorkerPool;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-files-'));
  writeFileSync(join(folder, 'child.mjs'), script);
  // Only what never answers runs into it; anything else answers at once.
  pool = new WorkerPool({ timeoutMs: 10_000, script: join(folder, 'child.mjs') });
});
afterAll(() => {
  pool.close();
  rmSync(folder, { recursive: true });
});

const convert = (...uris: string[]) =>
  convertFiles(
    uris.map((uri): TaskInput => ({ uri, path: uri, bytes: null })),
    (task) => pool.run(task),
  );

describe('convertFiles', () => {
  it('gives all files to one process', async () => {
    expect(await convert('a', 'b', 'c')).toEqual({ records: [], text: 'a + b + c', failure: null });
  });

  it('puts the others together where the process dies of one', async () => {
    const { text, failure } = await convert('a', 'die', 'b');
    expect(text).toBe('a + b');
    expect(failure).toMatchObject({ uri: 'die', code: 'crashed' });
  });

  it('fails as a whole where the process dies of them together', async () => {
    const { text, failure } = await convert('half', 'other-half');
    expect(text).toBeNull();
    expect(failure).toMatchObject({ uri: 'half', code: 'timeout' });
  });
});
