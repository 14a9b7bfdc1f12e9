import { isZipArchive } from '../../archive/is-zip-archive.js';
import { readZip } from '../../archive/read-zip.js';
import type { Format } from '../../model/format.js';
import type { Entry } from './entry.js';

/** The members of an entry whose bytes are a ZIP of documents, each an input of its own; any other entry as it is. */
export async function* unpackZip(entry: Entry, formats: readonly Format[]): AsyncGenerator<Entry> {
  if (
    entry.kind !== 'input' ||
    !entry.held ||
    !isZipArchive({ uri: entry.uri, bytes: entry.held.bytes }, formats)
  ) {
    yield entry;
    return;
  }
  const { uri, claimed, held } = entry;
  const archived = held.archived ?? { fetchedAt: null, where: null };
  const suffix = archived.where === null ? '' : ` (${archived.where})`;
  for await (const item of readZip({ uri, bytes: held.bytes }, formats)) {
    if (item.kind === 'document')
      yield {
        kind: 'input',
        uri: item.uri,
        path: null,
        claimed: item.claimed,
        held: { bytes: item.bytes, archived },
      };
    else if (item.kind === 'passed-over')
      yield { kind: 'skipped', uri: item.uri, reason: `${item.reason}${suffix}` };
    // Lying about in a folder, an archive of pictures is no failure.
    else if (item.code === 'zip-without-documents' && !claimed)
      yield { kind: 'skipped', uri: item.uri, reason: item.message };
    else
      yield {
        kind: 'failure',
        failure: { uri: item.uri, code: item.code, message: `${item.message}${suffix}` },
      };
  }
}
