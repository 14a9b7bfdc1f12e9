import type { ByteSource } from './byte-source.js';
import { PARTS_BYTES_MAX, type PartsFile, readPartsNote } from './parts-note.js';
import { scanRecords } from './scan-records.js';

/**
 * The bodies of an archive that belong to a report with others, each as `bodyKey`. It is read to its end for that; what is damaged is
 * passed over, for whoever reads it for its documents names it.
 */
export async function findParts(source: ByteSource): Promise<Set<string>> {
  const found = new Set<string>();
  for await (const scanned of scanRecords(source, PARTS_BYTES_MAX)) {
    const note = 'trouble' in scanned ? null : readPartsNote(scanned.record);
    for (const file of note?.files ?? []) found.add(bodyKey(file));
  }
  return found;
}

/** A body at an address. */
export const bodyKey = ({ uri, digest }: Pick<PartsFile, 'uri'> & { digest?: string | undefined }): string =>
  `${digest ?? ''} ${uri}`;
