import type { Colors } from 'picocolors/types.js';
import { openYearCheck, type YearChecker } from '../across-years/open-year-check.js';
import { type Failure, membersOf } from '../convert/failure.js';
import { type Converted, convertEntries } from '../convert/run/convert-entries.js';
import type { Entry, Listed } from '../convert/run/entry.js';
import { expandInputs } from '../convert/run/expand-inputs.js';
import type { Converter } from '../convert/run/open-converter.js';
import { sharedKnowledge } from '../convert/run/shared-knowledge.js';
import { unpackArchives } from '../convert/run/unpack-archives.js';
import type { ReportRecord } from '../model/report-record.js';
import type { Output } from '../printing/output.js';
import { applySuggestions } from '../record/apply-suggestions.js';
import { csvCells, type Encoding, jsonLines, prettyJson } from '../record/json-lines.js';
import { type Narrator, openNarrator } from './narrator.js';
import { openFolder } from './open-folder.js';
import { openStdout } from './open-stdout.js';
import { putTogether } from './put-together.js';
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

/** Converts all inputs, in order. @returns what the run came to; @throws on trouble that is not of one input */
export async function runConversion(options: ConversionOptions, converter: Converter): Promise<RunSummary> {
  const knowledge = sharedKnowledge();
  const formats = knowledge.formats;
  const entries: Listed[] = [];
  for await (const entry of expandInputs(options.inputs, formats)) entries.push(entry);
  const total = entries.filter(({ kind }) => kind === 'bundle' || kind === 'archive').length;
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
    const join = !options.together && !options.text;
    const unpacked = unpackArchives<never>(entries, formats, { join });
    const inputs = options.together ? putTogether<Entry>(unpacked) : unpacked;
    for await (const step of convertEntries<never>(inputs, converter.convert, options.jobs))
      await taker(step);
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

interface Run {
  options: ConversionOptions;
  sink: Sink;
  narrator: Narrator;
  summary: RunSummary;
  years: YearChecker;
}

/** Takes the results in the order of the inputs: writes, counts and reports them. */
function makeTaker({
  options,
  sink,
  narrator,
  summary,
  years,
}: Run): (step: Converted<Entry>) => Promise<void> {
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
    if (entry.kind === 'done') narrator.advance();
    else if (entry.kind === 'skipped') skip(entry.uri, entry.reason);
    else if (entry.kind === 'failure') {
      summary.inputs++;
      await fail(entry.failure);
    } else if (outcome) {
      summary.inputs += entry.files.length;
      for (const failure of membersOf(outcome.failure)) await fail(failure);
      if (outcome.text !== undefined) await sink.text(entry.files[0]!.uri, outcome.text);
      for (const record of outcome.records) await take(record);
    }
  };
}

/** Documents that are no reports and parts that could not be read are reported at once; the rest is in the record. */
function tellTrouble({ source, kind, issues }: ReportRecord, narrator: Narrator): void {
  for (const { path, message, severity, code } of issues) {
    if (kind !== 'annual-report' && path === 'kind')
      narrator.tell('note', source.uri, `no report: ${message}`);
    else if (severity === 'error' || code === 'carriers-not-merged')
      narrator.tell('warning', source.uri, `${message} [${code}]`);
  }
}
