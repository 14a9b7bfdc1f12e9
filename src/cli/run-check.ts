import type { Colors } from 'picocolors/types.js';
import { openYearCheck, type YearChecker } from '../across-years/open-year-check.js';
import { type Failure, fileFailure, membersOf } from '../convert/failure.js';
import { type Converted, convertEntries } from '../convert/run/convert-entries.js';
import type { Entry, Listed } from '../convert/run/entry.js';
import type { Converter } from '../convert/run/open-converter.js';
import { sharedKnowledge } from '../convert/run/shared-knowledge.js';
import { unpackArchives } from '../convert/run/unpack-archives.js';
import type { YearCheck } from '../model/year-finding.js';
import type { Output } from '../printing/output.js';
import { expandCheckInputs, type RecordsEntry, textOf } from './check-entries.js';
import { describeYears, leftOutWords } from './describe-years.js';
import { drawFindings } from './draw-findings.js';
import { type Narrator, openNarrator } from './narrator.js';
import { readRecords } from './read-records.js';
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
  const knowledge = sharedKnowledge();
  const formats = knowledge.formats;
  const entries: (Listed | RecordsEntry)[] = [];
  for await (const entry of expandCheckInputs(options.inputs, formats)) entries.push(entry);
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
  const run: Run = { checker, narrator, fail };
  try {
    const unpacked = unpackArchives<RecordsEntry>(entries, formats, { join: true });
    for await (const step of convertEntries<RecordsEntry>(unpacked, converter.convert, options.jobs))
      await take(step, run);
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

/** Takes what came of an entry, in the order of the inputs. */
async function take({ entry, outcome }: Converted<Entry | RecordsEntry>, run: Run): Promise<void> {
  const { checker, narrator, fail } = run;
  if (entry.kind === 'failure') return fail(entry.failure);
  if (entry.kind === 'skipped') return narrator.tell('skipped', entry.uri, entry.reason);
  if (entry.kind === 'done' || entry.kind === 'records') narrator.advance();
  if (entry.kind === 'records') return takeRecords(entry, run);
  for (const failure of membersOf(outcome?.failure ?? null)) fail(failure);
  for (const record of outcome?.records ?? []) checker.add(record);
}

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
        const failure: Failure = {
          uri: `${uri}:${entry.line}`,
          code: 'not-a-record',
          message: entry.trouble,
        };
        // Printed at once if it counts as a failure anyway: there may be as many as there are lines.
        if (claimed || found > 0) fail(failure);
        else if (troubles.length < TROUBLES_MAX) troubles.push(failure);
      }
    }
  } catch (error) {
    return fail(fileFailure(uri, error));
  }
  if (found > 0) for (const failure of troubles) fail(failure);
  else if (!claimed) narrator.tell('skipped', uri, 'data, no records');
}

/** Lines before the first record that are kept for the message: no more than a person reads. */
const TROUBLES_MAX = 100;
