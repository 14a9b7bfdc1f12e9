import type { Colors } from 'picocolors/types.js';
import { loadKnowledge } from '../../parsers/index.js';
import { openYearCheck, type YearChecker } from '../across-years/open-year-check.js';
import { zipArchiveTest } from '../archive/zip-archive-test.js';
import type { Failure } from '../convert/convert.js';
import { convertInput } from '../convert/run/convert-input.js';
import { failureOf } from '../convert/run/convert-task.js';
import type { InputEntry } from '../convert/run/entry.js';
import { mapInOrder } from '../convert/run/map-in-order.js';
import type { Converter } from '../convert/run/open-converter.js';
import { type ConvertTask, failed, type Outcome } from '../convert/run/task.js';
import { unpackArchives } from '../convert/run/unpack-archives.js';
import type { YearCheck } from '../model/year-finding.js';
import type { Output } from '../printing/output.js';
import { type CheckEntry, expandCheckInputs, startsWithRecord, textOf } from './check-entries.js';
import { describeYears, leftOutWords } from './describe-years.js';
import { drawFindings } from './draw-findings.js';
import { type Narrator, openNarrator } from './narrator.js';
import { readRecords } from './read-records.js';
import { convertHeld, convertOthers, isStray } from './run-conversion.js';
import { findingLine } from './write-findings.js';

export interface CheckOptions {
  inputs: string[];
  /** For a person instead of JSONL. */
  text: boolean;
  jobs: number;
  quiet: boolean;
  stdout: Output;
  stderr: Output;
  /** Of standard output, and of standard error. */
  colors: { out: Colors; err: Colors };
}

interface Run {
  convert: ConvertTask;
  checker: YearChecker;
  narrator: Narrator;
  fail: (failure: Failure) => void;
}

/**
 * Reads records, converts documents on the way, and prints what their years say of each other.
 * @throws on trouble that is not of one input
 */
export async function runCheck(
  options: CheckOptions,
  converter: Converter,
): Promise<{ check: YearCheck; failures: number }> {
  const knowledge = loadKnowledge();
  const isZipArchive = zipArchiveTest(knowledge.formats);
  const entries: CheckEntry[] = [];
  for await (const entry of expandCheckInputs(options.inputs, isZipArchive)) entries.push(entry);
  const total = entries.filter(({ kind }) => kind !== 'failure' && kind !== 'skipped').length;
  const { stdout, stderr } = options;
  const bar = stderr.isTTY === true && stdout.isTTY !== true;
  const narrator = openNarrator({ total, quiet: options.quiet, bar, stderr, colors: options.colors.err });
  const checker = openYearCheck(knowledge);
  let failures = 0;
  const fail = (failure: Failure): void => {
    failures++;
    narrator.tell('failed', failure.uri, `${failure.message} [${failure.code}]`);
  };
  const run: Run = { convert: converter.convert, checker, narrator, fail };
  try {
    const work = async (entry: CheckEntry) => ({ entry, outcome: await convertEntry(entry, run) });
    const unpacked = unpackArchives(entries, isZipArchive, { join: true });
    for await (const { entry, outcome } of mapInOrder(unpacked, options.jobs, work))
      await take(entry, outcome, run);
  } finally {
    narrator.close();
  }
  const check = checker.check();
  for (const { uri, reason } of check.leftOut)
    narrator.tell('note', uri, `left out: ${leftOutWords[reason]}`);
  const { findings } = check;
  const text = options.text ? drawFindings(findings, options.colors.out) : findings.map(findingLine).join('');
  // A reader that went away is dealt with where the process listens to its streams (main.ts).
  await new Promise<void>((resolve) => stdout.write(text, () => resolve()));
  narrator.conclude(describeYears(check, failures, options.colors.err));
  return { check, failures };
}

/** Documents are converted side by side; null is for what needs no conversion. */
async function convertEntry(entry: CheckEntry, { convert }: Run): Promise<Outcome | null> {
  if (entry.kind !== 'input') return null;
  const { uri, path, held, others } = entry;
  if (others) return convertOthers([entry, ...others], convert);
  if (held) return convertHeld(uri, held, 'records', convert);
  try {
    if (path === null && (await startsWithRecord(process.stdin))) return null;
    return await convertInput({ uri, path }, 'records', convert);
  } catch (error) {
    return failed(failureOf(uri, error));
  }
}

/** Takes what came of an entry, in the order of the inputs. */
async function take(entry: CheckEntry, outcome: Outcome | null, run: Run): Promise<void> {
  const { checker, narrator, fail } = run;
  if (entry.kind === 'failure') return fail(entry.failure);
  if (entry.kind === 'skipped') return narrator.tell('skipped', entry.uri, entry.reason);
  if (entry.kind === 'archive' || entry.kind === 'records' || !entry.held?.archived) narrator.advance();
  if (entry.kind === 'archive') return;
  if (!outcome || entry.kind === 'records') return takeRecords(entry, run);
  if (outcome.failure && isStray(entry, outcome.failure))
    return narrator.tell('skipped', entry.uri, outcome.failure.message);
  for (const failure of outcome.failure?.members ?? [outcome.failure]) if (failure) fail(failure);
  for (const record of outcome.records) checker.add(record);
}

type RecordsEntry = Extract<CheckEntry, { kind: 'records' }> | InputEntry;

/** JSON that lies about in a folder and holds no record at all is passed over. */
async function takeRecords(
  { uri, path, claimed }: RecordsEntry,
  { checker, narrator, fail }: Run,
): Promise<void> {
  let found = 0;
  const troubles: Failure[] = [];
  try {
    for await (const entry of readRecords(textOf(path))) {
      if ('record' in entry) {
        found++;
        checker.add(entry.record);
      } else {
        const failure = { uri: `${uri}:${entry.line}`, code: 'not-a-record', message: entry.trouble };
        // Told at once where it counts as a failure anyway: there may be as many as there are lines.
        if (claimed || found > 0) fail(failure);
        else if (troubles.length < TROUBLES_MAX) troubles.push(failure);
      }
    }
  } catch (error) {
    return fail(failureOf(uri, error));
  }
  if (found > 0) for (const failure of troubles) fail(failure);
  else if (!claimed) narrator.tell('skipped', uri, 'data, no records');
}

/** Lines before the first record that are kept to be told: no more than a person reads. */
const TROUBLES_MAX = 100;
