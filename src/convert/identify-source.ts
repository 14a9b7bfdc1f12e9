import { createHash } from 'node:crypto';
import type { Format } from '../model/format.js';
import type { RawDocument } from '../model/raw-document.js';
import type { Result } from '../model/result.js';
import { type Source, UnreadableSourceError } from '../model/source.js';

/**
 * Finds the format that the bytes show. Names and headers are hints, never believed over the bytes.
 * @throws UnreadableSourceError `empty` or `unknown-format`
 */
export function identifySource(source: Source, formats: readonly Format[]): Result<RawDocument> {
  if (source.bytes.length === 0) throw new UnreadableSourceError('empty', 'the file is empty');
  for (const format of formats) {
    const sniffed = format.sniff(source);
    if (!sniffed) continue;
    const sha256 = createHash('sha256').update(source.bytes).digest('hex');
    return { value: { source, sha256, formatId: format.id, ...sniffed.value }, issues: sniffed.issues };
  }
  throw new UnreadableSourceError(
    'unknown-format',
    'the bytes are neither text nor a document format that nianbao reads',
  );
}
