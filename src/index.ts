import { loadKnowledge } from '../parsers/index.js';
import { openYearCheck } from './across-years/open-year-check.js';
import { isZipArchive } from './archive/is-zip-archive.js';
import { type Conversion, convertWith } from './convert/convert.js';
import { convertMembers } from './convert/convert-members.js';
import { convertTogetherWith } from './convert/convert-together.js';
import type { Knowledge } from './model/knowledge.js';
import type { OcrMode } from './model/reading-aids.js';
import type { ReportRecord } from './model/report-record.js';
import type { Source } from './model/source.js';
import type { YearCheck } from './model/year-finding.js';
import { openAids } from './ocr/open-aids.js';

let shared: Knowledge | undefined;

export interface ConvertOptions {
  ocr?: OcrMode;
  pagesMax?: number;
}

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
 * @param options `ocr`: when pictures are recognised (default: auto; its packages are installed beside nianbao, see the README);
 *   `pagesMax`: pages of one document that are read (default: 2,000).
 * @returns one record for each report in the source, or the reason why it can't be read; of a ZIP both, where only some of its
 *   documents can be read. Never throws on content.
 */
export function convert(source: Source, options: ConvertOptions = {}): Promise<Conversion> {
  shared ??= loadKnowledge();
  const aids = openAids(options);
  return isZipArchive(source, shared.formats)
    ? convertMembers(source, shared, aids)
    : convertWith(source, shared, aids);
}

/**
 * Converts the files of one report to one record: a page whose table is a picture and the attachment that holds it, a page and its PDF.
 * Each file is read by itself; then the best evidence of each number is kept, with its place and its file (`at.carrier` counts in
 * `source.carriers`), and all sums are taken again. Where two files are sure of different things, both are named, neither is believed,
 * and an issue `carriers-differ` says so. The order of `sources` changes nothing.
 *
 * ```ts
 * const { records, failure } = await convertTogether([page, attachment]);
 * console.log(records[0]?.source.carriers?.map(({ uri }) => uri));
 * ```
 *
 * @param sources as of `convert`, 16 at most; of a ZIP each document is one file. The same bytes count once.
 * @returns one record; more only where the files name other years or other bodies and so are no one report (issue
 *   `carriers-not-merged`). What can't be read is a failure beside the record of the others (`carriers-failed` with `members`, where
 *   it is more than one). Never throws on content.
 */
export function convertTogether(
  sources: readonly Source[],
  options: ConvertOptions = {},
): Promise<Conversion> {
  shared ??= loadKnowledge();
  return convertTogetherWith(sources, shared, openAids(options));
}

/**
 * Compares the reports of each body in consecutive years: what a year carries over must be what the year before carried
 * forward. The records stay as they are.
 * @param records taken one by one; some kilobytes of each are kept. Their order does not matter.
 */
export async function checkAcrossYears(
  records: Iterable<ReportRecord> | AsyncIterable<ReportRecord>,
): Promise<YearCheck> {
  shared ??= loadKnowledge();
  const checker = openYearCheck(shared);
  for await (const record of records) checker.add(record);
  return checker.check();
}

export type { Conversion, Failure } from './convert/convert.js';
export type { Issue, Severity } from './model/issue.js';
export type { OcrMode } from './model/reading-aids.js';
export type {
  CarrierSource,
  Cell,
  Check,
  Confidence,
  ExtraRow,
  Fact,
  Field,
  ReportRecord,
  Section,
  TableCells,
} from './model/report-record.js';
export { reportRecordSchema } from './model/report-record.js';
export type { Source } from './model/source.js';
export type { Span } from './model/span.js';
export { version } from './model/version.js';
export type {
  FindingCell,
  LeftOutReport,
  LinkCounts,
  YearCheck,
  YearEvidence,
  YearFinding,
} from './model/year-finding.js';
