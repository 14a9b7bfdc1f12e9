import type { Colors } from 'picocolors/types.js';
import { loadKnowledge } from '../../parsers/index.js';
import { openYearCheck, type YearChecker } from '../across-years/open-year-check.js';
import { zipArchiveTest } from '../archive/zip-archive-test.js';
import type { Failure } from '../convert/convert.js';
import { convertFiles } from '../convert/run/convert-files.js';
import { convertInput } from '../convert/run/convert-input.js';
import { convertLinked } from '../convert/run/convert-linked.js';
import type { Entry, HeldBytes, InputEntry } from '../convert/run/entry.js';
import { expandInputs } from '../convert/run/expand-inputs.js';
import { mapInOrder } from '../convert/run/map-in-order.js';
import type { Converter } from '../convert/run/open-converter.js';
import { putTogether } from '../convert/run/put-together.js';
import { type ConvertTask, failed, type Outcome, type Task, type TaskInput } from '../convert/run/task.js';
import { unpackArchives } from '../convert/run/unpack-archives.js';
import type { ReportRecord } from '../model/report-record.js';
import type { Output } from '../printing/output.js';
import { applySuggestions } from '../record/apply-suggestions.js';
import { csvCells, type Encoding, jsonLines, prettyJson } from '../record/json-lines.js';
import { type Narrator, openNarrator } from './narrator.js';
import { openFolder } from './open-folder.js';
import { openStdout } from './open-stdout.js';
import { countRecord, describeSummary, emptySummary, type RunSummary } from './run-summary.js';
import type { Sink } from './sink.js';
import { removeFindings, writeFindings } from './write-findings.js';

export interface ConversionOptions {
  inputs: string[];
  /** A folder, or null for standard output. */
  out: string | null;
  format: 'jsonl' | 'csv';
  /** Indented JSON. */
  pretty: boolean;
  /** Print the parsed text instead of records. */
  text: boolean;
  /** All inputs are files of one report. */
  together: boolean;
  jobs: number;
  repair: boolean;
  quiet: boolean;
  stdout: Output;
  stderr: Output;
  /** Of standard error. */
  colors: Colors;
}

interface Step {
  entry: Entry;
  outcome: Outcome | null;
}

/** Converts all inputs, in order. @returns what the run came to; @throws on trouble that is not of one input */
export async function runConversion(options: ConversionOptions, converter: Converter): Promise<RunSummary> {
  const knowledge = loadKnowledge();
  const isZipArchive = zipArchiveTest(knowledge.formats);
  const entries: Entry[] = [];
  for await (const entry of expandInputs(options.inputs, isZipArchive)) entries.push(entry);
  const total = entries.filter(({ kind }) => kind === 'input' || kind === 'archive').length;
  const isAlone = options.together || (total === 1 && entries.every(({ kind }) => kind !== 'archive'));
  const { stdout, stderr } = options;
  const sink = options.out
    ? await openFolder(options.out, options.format === 'csv')
    : await openStdout(stdout, encodingOf(options), isAlone);
  const bar = stderr.isTTY === true && !(options.out === null && stdout.isTTY === true);
  const narrator = openNarrator({ total, quiet: options.quiet, bar, stderr, colors: options.colors });
  const summary = emptySummary();
  const years = openYearCheck(knowledge);
  const taker = makeTaker({ options, sink, narrator, summary, years });
  if (options.out) await removeFindings(options.out);
  try {
    const work = async (entry: Entry): Promise<Step> => ({
      entry,
      outcome: entry.kind === 'input' ? await convertEntry(entry, options, converter.convert) : null,
    });
    const join = !options.together && !options.text;
    const unpacked = unpackArchives(entries, isZipArchive, { stdin: true, join });
    const inputs = options.together ? putTogether(unpacked) : unpacked;
    for await (const step of mapInOrder(inputs, options.jobs, work)) await taker(step);
    await sink.close();
    summary.years = years.check();
    if (options.out) await writeFindings(options.out, summary.years);
  } finally {
    narrator.close();
  }
  if (entries.length === 0) narrator.tell('note', options.inputs.join(' '), 'there is nothing to convert');
  const where = options.out ? `\nwritten to     ${options.out}` : '';
  narrator.conclude(`${describeSummary(summary, options.colors)}${where}`);
  return summary;
}

function encodingOf({ format, pretty }: ConversionOptions): Encoding {
  if (format === 'csv') return csvCells;
  return pretty ? prettyJson : jsonLines;
}

async function convertEntry(
  entry: InputEntry,
  { text }: ConversionOptions,
  convert: ConvertTask,
): Promise<Outcome> {
  const want = text ? 'text' : 'records';
  const { uri, path, held, others } = entry;
  if (others) return convertOthers([entry, ...others], convert);
  if (held) return convertHeld(uri, held, want, convert);
  return convertInput({ uri, path }, want, convert);
}

/** Files of one report, said to be that by the user or by an archive. */
export function convertOthers(files: readonly InputEntry[], convert: ConvertTask): Promise<Outcome> {
  const isLinked = files.some(({ linked }) => linked !== undefined);
  return (isLinked ? convertLinked : convertFiles)(files.map(toInput), convert);
}

function toInput({ uri, path, claimed, held, linked }: InputEntry): TaskInput {
  const fetchedAt = held?.archived?.fetchedAt ?? null;
  return {
    ...{ uri, path, claimed, bytes: held?.bytes ?? null },
    ...(fetchedAt === null ? {} : { fetchedAt }),
    ...(linked && { linked }),
  };
}

/** Bytes out of an archive: a failure names the place. */
export async function convertHeld(
  uri: string,
  { bytes, archived }: HeldBytes,
  want: Task['want'],
  convert: ConvertTask,
): Promise<Outcome> {
  const fetchedAt = archived?.fetchedAt ?? null;
  const outcome = await convert({
    uri,
    path: null,
    bytes,
    want,
    ...(fetchedAt === null ? {} : { fetchedAt }),
  });
  const where = archived?.where ?? null;
  if (!outcome.failure || where === null) return outcome;
  return failed({ ...outcome.failure, message: `${outcome.failure.message} (${where})` });
}

interface Run {
  options: ConversionOptions;
  sink: Sink;
  narrator: Narrator;
  summary: RunSummary;
  years: YearChecker;
}

/** Takes the results in the order of the inputs: writes, counts and tells them. */
function makeTaker({ options, sink, narrator, summary, years }: Run): (step: Step) => Promise<void> {
  const seen = new Set<string>();
  const skip = (uri: string, reason: string): void => {
    summary.skipped++;
    narrator.tell('skipped', uri, reason);
  };
  const fail = async (failure: Failure): Promise<void> => {
    summary.failures++;
    narrator.tell('failed', failure.uri, `${failure.message} [${failure.code}]`);
    await sink.failure(failure);
  };
  const take = async (record: ReportRecord): Promise<void> => {
    countRecord(summary, record);
    years.add(record);
    if (seen.has(record.id)) {
      summary.repeated++;
      narrator.tell(
        'note',
        record.source.uri,
        `the same bytes as an input before: record ${record.id} again`,
      );
    }
    seen.add(record.id);
    tellTrouble(record, narrator);
    await sink.record(options.repair ? applySuggestions(record) : record);
  };
  return async ({ entry, outcome }) => {
    if (entry.kind === 'skipped') skip(entry.uri, entry.reason);
    else if (entry.kind === 'archive') narrator.advance();
    else if (entry.kind === 'failure') {
      summary.inputs++;
      await fail(entry.failure);
    } else if (outcome) {
      const files = [entry, ...(entry.others ?? [])];
      for (const file of files) if (!file.held?.archived) narrator.advance();
      if (outcome.failure && !entry.others && isStray(entry, outcome.failure))
        return skip(entry.uri, outcome.failure.message);
      summary.inputs += files.length;
      for (const failure of outcome.failure?.members ?? [outcome.failure]) if (failure) await fail(failure);
      if (outcome.text !== null) await sink.text(entry.uri, outcome.text);
      for (const record of outcome.records) await take(record);
    }
  };
}

/** A file that only lay about in a folder and shows itself to be no document. */
export const isStray = (entry: InputEntry, { code }: Failure): boolean =>
  !entry.claimed && (code === 'unknown-format' || code === 'empty');

/** What is no report, and what of a report could not be read, is told at once; the rest stands in the record. */
function tellTrouble({ source, kind, issues }: ReportRecord, narrator: Narrator): void {
  for (const { path, message, severity, code } of issues) {
    if (kind !== 'annual-report' && path === 'kind')
      narrator.tell('note', source.uri, `no report: ${message}`);
    else if (severity === 'error' || code === 'carriers-not-merged')
      narrator.tell('warning', source.uri, `${message} [${code}]`);
  }
}
