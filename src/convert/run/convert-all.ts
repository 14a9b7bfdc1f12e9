import type { Bundle } from '../../model/bundle.js';
import type { Source } from '../../model/source.js';
import type { Conversion } from '../../report-record.js';
import { type Converted, convertEntries } from './convert-entries.js';
import { bundleOf, type Entry, type Listed } from './entry.js';
import { expandInputs } from './expand-inputs.js';
import { type ConvertOptions, openConverter, requireCount, TIMEOUT_MS } from './open-converter.js';
import { sharedKnowledge } from './shared-knowledge.js';
import { unpackArchives } from './unpack-archives.js';

export interface ConvertAllOptions extends ConvertOptions {
  /** How many inputs are converted at once, each in a process of its own: 1 by default. */
  jobs?: number;
}

/** What one input came to, or one document of a folder or an archive. */
export interface ConvertedInput extends Conversion {
  /** As it was named, with what was found below it: `reports/2023.zip!/a.docx`. Of several files that of the page. */
  uri: string;
  /** All files that were given for one report; `uri` alone otherwise. */
  files: string[];
  /** Why a file that only lay about in a folder or an archive was left out. Null for all others. */
  skipped: string | null;
}

/**
 * Converts many inputs as the command line does, and hands out what each came to in their order, while the next are converted.
 *
 * ```ts
 * for await (const { uri, records, failure } of convertAll(['reports/', 'archive.warc.gz'], { jobs: 2 })) {
 *   if (failure) console.error(uri, failure.code);
 *   for (const record of records) console.log(record.issuer.value, record.year.value);
 * }
 * ```
 *
 * @param inputs paths of files, folders (walked), globs, `-` for standard input; sources, whose bytes are there; bundles, whose files
 *   are those of one report (16 at most). Of a ZIP or a web archive (WARC) each document is an input; bodies that a web archive says
 *   are one report's are one. Inputs are listed before the first is converted, and archives are opened when their turn comes.
 * @param options as of `convert`. All inputs are read in child processes: one that hangs (`timeoutMs`, 600,000 by default) or takes
 *   its process down is a failure of that input alone.
 * @yields records, a failure, or both for each input; a reason in `skipped` for each input that is no document. Never throws on content; throws
 *   the reason of `signal` if that stops it, and a RangeError for an option that can't be meant. Leaving the loop ends the processes.
 */
export async function* convertAll(
  inputs: Iterable<string | Source | Bundle>,
  { jobs = 1, timeoutMs = TIMEOUT_MS, ...options }: ConvertAllOptions = {},
): AsyncGenerator<ConvertedInput> {
  requireCount('jobs', jobs);
  const converter = openConverter({ ...options, timeoutMs });
  try {
    const formats = sharedKnowledge().formats;
    const entries: Listed[] = [];
    for (const input of inputs) {
      if (typeof input === 'string')
        for await (const entry of expandInputs([input], formats)) entries.push(entry);
      else
        entries.push(
          'files' in input ? { kind: 'bundle', files: input.files, together: true } : bundleOf(input),
        );
    }
    const unpacked = unpackArchives<never>(entries, formats, { join: true });
    for await (const converted of convertEntries(unpacked, converter.convert, jobs)) {
      options.signal?.throwIfAborted();
      yield* resultOf(converted);
    }
  } finally {
    converter.close();
  }
}

function* resultOf({ entry, outcome }: Converted<Entry>): Generator<ConvertedInput> {
  const nothing = { records: [], failure: null, skipped: null };
  if (entry.kind === 'skipped')
    yield { ...nothing, uri: entry.uri, files: [entry.uri], skipped: entry.reason };
  else if (entry.kind === 'failure') {
    const { failure } = entry;
    yield { ...nothing, uri: failure.uri, files: [failure.uri], failure };
  } else if (entry.kind === 'bundle') {
    const files = entry.files.map(({ uri }) => uri);
    yield { ...nothing, uri: files[0] ?? '', files, ...(outcome as Conversion | undefined) };
  }
}
