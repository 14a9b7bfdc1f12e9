import { afterEach, describe, expect, it, vi } from 'vitest';
import { UsageError } from '../../src/cli/usage-error.js';
import { entry, flag, number, runEntry, runProgram, text } from './run-program.js';

afterEach(() => {
  process.exitCode = undefined;
  vi.restoreAllMocks();
});

/** A program of two entries, run with some arguments. @returns what it did, said and ended with */
async function run(args: string[], usual: string | null = 'first') {
  const done: unknown[] = [];
  let said = '';
  const hear = (chunk: unknown): boolean => {
    said += String(chunk);
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(hear);
  vi.spyOn(process.stderr, 'write').mockImplementation(hear);
  vi.spyOn(console, 'error').mockImplementation((line) => hear(`${line}\n`));
  const second = vi.fn(async () => async (values: { name: string | undefined }, files: string[]) => {
    if (values.name === 'bad') throw new UsageError('--name takes another one');
    done.push(['second', values, files]);
    return 1;
  });
  const entries = {
    first: entry({
      says: 'the one that is meant',
      options: { count: number('documents', 3), write: flag('keeps them') },
      load: async () => async (values) => {
        done.push(['first', values]);
      },
    }),
    second: entry({
      says: 'the other one',
      takes: '<files...>',
      options: { name: text('a name') },
      load: second,
    }),
  };
  await runProgram('drawn', entries, usual, args);
  return { done, said, status: process.exitCode, isLoaded: second.mock.calls.length > 0 };
}

describe('runProgram', () => {
  it('runs the usual entry with its defaults, and loads no other', async () => {
    expect(await run([])).toMatchObject({
      ...{ done: [['first', { count: 3, write: false }]], status: 0, isLoaded: false },
    });
    expect((await run(['--count', '12', '--write'])).done).toEqual([['first', { count: 12, write: true }]]);
  });

  it('runs an entry by its name, and ends with its status', async () => {
    const { done, status } = await run(['second', 'a', 'b', '--name', 'c']);
    expect([done, status]).toEqual([[['second', { name: 'c' }, ['a', 'b']]], 1]);
  });

  it.each([
    [['secund'], "drawn: error: unknown command 'secund' (Did you mean second?)\n"],
    [['first', '--count', 'many'], 'It takes a number.'],
    [['first', 'a'], 'too many arguments'],
    [['second'], "missing required argument 'files'"],
    [['second', 'a', '--name', 'bad'], 'drawn: --name takes another one'],
  ])('ends with 2 for %j', async (args, says) => {
    const { said, status, done } = await run(args);
    expect([status, done]).toEqual([2, []]);
    expect(said).toContain(says);
  });

  it('lists all entries with their options, and loads none', async () => {
    const { said, status, isLoaded } = await run(['--help']);
    expect([status, isLoaded]).toEqual([0, false]);
    for (const part of [
      'Without a name: first',
      'the one that is meant',
      '--count <n>',
      'documents (3)',
      'Options of second',
      'a name',
    ])
      expect(said).toContain(part);
  });

  it('asks for a name if no entry is the usual one', async () => {
    const { said, status, done } = await run([], null);
    expect([status, done]).toEqual([2, []]);
    expect(said).toContain('second');
  });
});

describe('runEntry', () => {
  it('is a program of one entry', async () => {
    const given = vi.fn(async () => 4);
    const options = { mostCells: number('most', 7) };
    await runEntry('alone', entry({ says: 'counts', options, load: async () => given }), [
      '--most-cells',
      '8',
    ]);
    expect(given).toHaveBeenCalledWith({ mostCells: 8 }, []);
    expect(process.exitCode).toBe(4);
  });
});
