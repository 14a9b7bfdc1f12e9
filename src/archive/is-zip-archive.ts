import type { Format } from '../model/format.js';
import type { Source } from '../model/source.js';

/** Is it a ZIP of documents? A document that is packed as a ZIP, as DOCX is, belongs to a format that comes before in the list. */
export function isZipArchive(source: Source, formats: readonly Format[]): boolean {
  const [first, second] = source.bytes;
  if (first !== 0x50 || second !== 0x4b) return false;
  return formats.find((format) => format.sniff(source))?.traits.includes('archive') ?? false;
}
