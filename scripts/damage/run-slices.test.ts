import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseSlice, runSlices, type SliceRun, slicesOf } from './run-slices.js';
import { emptyTally } from './tally.js';

const folder = mkdtempSync(join(tmpdir(), 'nianbao-slices-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A worker that counts its reports, and does what its second argument says where its slice begins at 10. */
const program = join(folder, 'worker.mjs');
writeFileSync(
  program,
  `const name = process.argv.at(-1);
const [kind, from, to] = name.split(':');
const does = process.argv[2];
if (from === '10' && does === 'hang') setInterval(() => {}, 1000);
else if (from === '10' && does === 'fail') process.exit(3);
else {
  const tally = { ...${JSON.stringify(emptyTally())}, cases: to - from };
  process.send({ tallies: { [kind + '|x|y']: tally }, kinds: {} }, () => process.disconnect());
}
`,
);

const run = (does: string, more: Partial<SliceRun> = {}) =>
  runSlices(slicesOf({ documents: 25, fits: 0 }), {
    program,
    args: [does],
    signature: 'one',
    workers: 2,
    folder: null,
    resumes: false,
    timeoutSeconds: 600,
    say: () => {},
    ...more,
  });

const casesOf = async (findings: ReturnType<typeof run>) => (await findings).tallies['documents|x|y']!.cases;

describe('slices', () => {
  it('cover every report once', () => {
    expect(slicesOf({ documents: 25, fits: 251 })).toEqual([
      { kind: 'documents', from: 0, to: 10 },
      { kind: 'documents', from: 10, to: 20 },
      { kind: 'documents', from: 20, to: 25 },
      { kind: 'fits', from: 0, to: 250 },
      { kind: 'fits', from: 250, to: 251 },
    ]);
    expect(parseSlice('fits:250:251')).toEqual({ kind: 'fits', from: 250, to: 251 });
    expect(() => parseSlice('fits:a:b')).toThrow('no slice');
  });

  it('add up', async () => {
    expect(await casesOf(run('work'))).toBe(25);
  });

  it('do not wait for one that hangs', async () => {
    await expect(run('hang', { timeoutSeconds: 2 })).rejects.toThrow(/documents:10:20: took more than 2 s/);
  });

  it('are kept of a run that failed, and taken up again', async () => {
    const kept = join(folder, 'kept');
    await expect(run('fail', { folder: kept })).rejects.toThrow('documents:10:20: ended with 3');
    expect(readdirSync(kept).sort()).toEqual(['cases.json', 'documents-0-10.json', 'documents-20-25.json']);

    // A slice that is there is not run again; after a change of the arguments no slice counts.
    const said: string[] = [];
    const again = run('fail', { folder: kept, resumes: true, say: (line) => said.push(line) });
    await expect(again).rejects.toThrow('documents:10:20');
    expect(said).toHaveLength(2);
    expect(await casesOf(run('work', { folder: kept, resumes: true }))).toBe(25);
    expect(existsSync(join(kept, 'documents-10-20.json'))).toBe(true);

    const other = run('fail', { folder: kept, resumes: true, signature: 'other' });
    await expect(other).rejects.toThrow('documents:10:20');
    expect(existsSync(join(kept, 'documents-10-20.json'))).toBe(false);
  });
});
