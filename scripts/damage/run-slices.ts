import { fork } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import PQueue from 'p-queue';
import { emptyFindings, type Findings, mergeFindings } from './findings.js';

/** Some of the reports of a run, through carriers or to the grading alone: from the first to before the last. */
export interface Slice {
  kind: 'documents' | 'fits';
  from: number;
  to: number;
}

export interface SliceRun {
  /** The script that runs one slice where its arguments say `--slice kind:from:to`. */
  program: string;
  args: readonly string[];
  workers: number;
  /** Where the findings of each slice are kept, so that a run that was stopped can go on; null keeps nothing. */
  folder: string | null;
  /** What decides the cases. Only slices that were kept under the same are taken up again. */
  signature: string;
  /** Takes what is kept in the folder of the same cases. */
  resumes: boolean;
  /** Seconds after which a slice is given up. */
  timeoutSeconds: number;
  say: (line: string) => void;
}

const SLICE_SIZE = { documents: 10, fits: 250 };

export const slicesOf = (counts: Record<Slice['kind'], number>): Slice[] =>
  (['documents', 'fits'] as const).flatMap((kind) =>
    Array.from({ length: Math.ceil(counts[kind] / SLICE_SIZE[kind]) }, (_, at) => ({
      kind,
      from: at * SLICE_SIZE[kind],
      to: Math.min((at + 1) * SLICE_SIZE[kind], counts[kind]),
    })),
  );

const nameOf = ({ kind, from, to }: Slice): string => `${kind}:${from}:${to}`;

/** @throws where the text is no slice */
export const parseSlice = (name: string): Slice => {
  const [, kind, from, to] = /^(documents|fits):(\d+):(\d+)$/.exec(name) ?? [];
  if (!kind) throw new Error(`${name} is no slice`);
  return { kind: kind as Slice['kind'], from: Number(from), to: Number(to) };
};

/**
 * Runs every slice in a process of its own, so that neither memory nor a hanging case can grow over the whole, and adds
 * up the findings in the order of the slices: how many workers there are changes nothing.
 * @throws where a slice failed, after all others have run
 */
export const runSlices = async (slices: readonly Slice[], run: SliceRun): Promise<Findings> => {
  const shelf = openShelf(run);
  const queue = new PQueue({ concurrency: run.workers });
  const failed: string[] = [];
  let done = 0;
  const parts = await Promise.all(
    slices.map(async (slice) => {
      const kept = shelf.find(slice);
      const part = kept ?? (await queue.add(() => runOne(slice, run).catch((error: Error) => error)));
      if (part instanceof Error || !part) {
        failed.push(`${nameOf(slice)}: ${part ? part.message : 'no answer'}`);
        return emptyFindings();
      }
      if (!kept) shelf.keep(slice, part);
      run.say(`${++done} of ${slices.length} slices`);
      return part;
    }),
  );
  if (failed.length > 0) throw new Error(`slices failed:\n  ${failed.join('\n  ')}`);
  const all = emptyFindings();
  for (const part of parts) mergeFindings(all, part);
  return all;
};

const openShelf = ({ folder, signature, resumes }: SliceRun) => {
  if (folder === null) return { find: () => null, keep: () => {} };
  const signed = join(folder, 'cases.json');
  const isSame = existsSync(signed) && readFileSync(signed, 'utf8') === signature;
  if (!(resumes && isSame)) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(signed, signature);
  const fileOf = (slice: Slice): string => join(folder, `${nameOf(slice).replaceAll(':', '-')}.json`);
  return {
    find: (slice: Slice): Findings | null =>
      existsSync(fileOf(slice)) ? (JSON.parse(readFileSync(fileOf(slice), 'utf8')) as Findings) : null,
    keep: (slice: Slice, findings: Findings): void => writeFileSync(fileOf(slice), JSON.stringify(findings)),
  };
};

const runOne = (slice: Slice, { program, args, timeoutSeconds }: SliceRun): Promise<Findings> =>
  new Promise((resolve, reject) => {
    const child = fork(program, [...args, '--slice', nameOf(slice)], { execArgv: process.execArgv });
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`took more than ${timeoutSeconds} s`));
    }, timeoutSeconds * 1000);
    let findings: Findings | null = null;
    child.on('message', (message) => {
      findings = message as Findings;
    });
    child.on('error', reject);
    child.on('exit', (code) => {
      clearTimeout(timer);
      if (findings && code === 0) resolve(findings);
      else reject(new Error(`ended with ${code}`));
    });
  });
