import { fork } from 'node:child_process';
import type { FoundError } from './damage-documents.js';
import { addToKinds, type Kinds } from './error-kinds.js';
import { mergeTallies, type Tallies } from './tally.js';

/** What one worker found, and all of them together. */
export interface Findings {
  tallies: Tallies;
  /** Silent errors by kind. */
  kinds: Kinds;
}

export const emptyFindings = (): Findings => ({ tallies: {}, kinds: {} });

export const mergeFindings = (into: Findings, from: Findings): void => {
  mergeTallies(into.tallies, from.tallies);
  for (const [kind, { count, examples }] of Object.entries(from.kinds))
    addToKinds(into.kinds, kind, count, examples);
};

export const remember = ({ kinds }: Findings, errors: readonly FoundError[]): void => {
  for (const error of errors) {
    const [, carrier, damage] = error.case.split(':');
    const [table] = error.path.split('.');
    addToKinds(kinds, `${damage} ${table} ${error.confidence} ${carrier}`, 1, [error]);
  }
};

/** Runs the program itself in `count` processes, each with its slice of the work, and adds up what they send. */
export const runInProcesses = async (
  program: string,
  args: readonly string[],
  count: number,
): Promise<Findings> => {
  const all = emptyFindings();
  const parts = await Promise.all(
    Array.from({ length: count }, (_, slice) => runOne(program, [...args, '--slice', `${slice}/${count}`])),
  );
  // In the order of the slices, so that the examples are always the same.
  for (const part of parts) mergeFindings(all, part);
  return all;
};

const runOne = (program: string, args: string[]): Promise<Findings> =>
  new Promise((resolve, reject) => {
    const child = fork(program, args, { execArgv: process.execArgv });
    let findings: Findings | null = null;
    child.on('message', (message) => {
      findings = message as Findings;
    });
    child.on('error', reject);
    child.on('exit', (code) =>
      findings && code === 0
        ? resolve(findings)
        : reject(new Error(`a slice of the work ended with ${code}`)),
    );
  });
