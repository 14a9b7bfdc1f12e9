import { isZipArchive } from '../../archive/is-zip-archive.js';
import type { ReportRecord as AnyRecord } from '../../model/report-record.js';
import type { Source } from '../../model/source.js';
import type { Conversion } from '../../report-record.js';
import { type Failure, joinFailures, membersOf } from '../failure.js';
import { convertEntries } from './convert-entries.js';
import { type ConvertOptions, openConverter } from './open-converter.js';
import { sharedKnowledge } from './shared-knowledge.js';
import { unpackZip } from './unpack-zip.js';

/**
 * Converts the bytes of one report.
 *
 * ```ts
 * import { readFile } from 'node:fs/promises';
 * import { convert } from 'nianbao';
 *
 * const uri = 'report.html';
 * const { records, failure } = await convert({ uri, bytes: await readFile(uri) });
 * console.log(records[0]?.tables.applications?.granted?.total);
 * ```
 *
 * @param source `uri` only says where it came from; `bytes` are sniffed; `declared` holds what a server claimed.
 *   A ZIP of documents is converted document by document.
 * @param options with `timeoutMs` or `signal` the conversion runs in a child process, so that it can be stopped. Starting one takes
 *   about a second: `convertAll` shares them among many documents.
 * @returns one record for each report in the source, or the reason why it can't be read; of a ZIP both, if only some of its
 *   documents can be read. Never throws on content; rejected with the reason of `signal` if that stops it, and with a RangeError for
 *   an option that can't be meant.
 */
export async function convert(source: Source, options: ConvertOptions = {}): Promise<Conversion> {
  const formats = sharedKnowledge().formats;
  const converter = openConverter(options);
  try {
    const records: AnyRecord[] = [];
    const failures: Failure[] = [];
    for await (const { entry, outcome } of convertEntries(unpackZip(source, formats), converter.convert, 1)) {
      if (entry.kind === 'failure') failures.push(entry.failure);
      records.push(...(outcome?.records ?? []));
      failures.push(...membersOf(outcome?.failure ?? null));
    }
    const failure = joinFailures([source], failures, isZipArchive(source, formats) ? 'zip' : 'report');
    return { records, failure } as Conversion;
  } finally {
    converter.close();
  }
}

/**
 * Converts the files of one report to one record: a page whose table is a picture and the attachment that holds it, a page and its PDF.
 * Each file is read by itself; then the best evidence of each number is kept, with its place and its file (`at.carrier` counts in
 * `source.carriers`), and all sums are taken again. If two files are sure of different things, both are named, neither is believed,
 * and an issue `carriers-differ` says so. The order of `sources` changes nothing.
 *
 * ```ts
 * const { records, failure } = await convertTogether([page, attachment]);
 * console.log(records[0]?.source.carriers?.map(({ uri }) => uri));
 * ```
 *
 * @param sources as of `convert`, 16 at most; of a ZIP each document is one file. The same bytes count once.
 * @param options as of `convert`; `timeoutMs` is for all files together
 * @returns one record; more only if the files name other years or other bodies and so are no one report (issue
 *   `carriers-not-merged`). What can't be read is a failure beside the record of the others (`carriers-failed` with `members`, if
 *   it is more than one). In a child process, a file that takes it down is named, and the others are converted without it. Never
 *   throws on content; rejected as `convert` is.
 */
export async function convertTogether(
  sources: readonly Source[],
  options: ConvertOptions = {},
): Promise<Conversion> {
  const converter = openConverter(options);
  try {
    return (await converter.convert({ files: sources, together: true })) as Conversion;
  } finally {
    converter.close();
  }
}
