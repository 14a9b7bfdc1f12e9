import { loadKnowledge } from '../parsers/index.js';
import { type Conversion, convertWith } from './convert.js';
import type { Knowledge } from './model/knowledge.js';
import type { Source } from './model/source.js';

let shared: Knowledge | undefined;

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
 * @returns one record for each report in the source, or the reason why it can't be read. Never throws on content.
 */
export function convert(source: Source): Promise<Conversion> {
  shared ??= loadKnowledge();
  return convertWith(source, shared);
}

export type { Conversion, Failure } from './convert.js';
export type { Issue, Severity } from './model/issue.js';
export type {
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
export { version } from './version.js';
