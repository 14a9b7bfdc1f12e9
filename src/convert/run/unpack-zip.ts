import { isZipArchive } from '../../archive/is-zip-archive.js';
import { readZip } from '../../archive/read-zip.js';
import type { Format } from '../../model/format.js';
import type { HeldFile } from '../read-sources.js';
import { bundleOf, type Entry } from './entry.js';

/** The documents of a ZIP, each a bundle of its own, under `archive.zip!/folder/report.docx`; any other file as it is. */
export async function* unpackZip(file: HeldFile, formats: readonly Format[]): AsyncGenerator<Entry> {
  if (!isZipArchive(file, formats)) {
    yield bundleOf(file);
    return;
  }
  const { path, declared, claimed = true, ...own } = file;
  const place = file.where === undefined ? '' : ` (${file.where})`;
  for await (const item of readZip(file, formats)) {
    const { uri } = item;
    if (item.kind === 'document') yield bundleOf({ ...own, uri, bytes: item.bytes, claimed: item.claimed });
    else if (item.kind === 'passed-over') yield { kind: 'skipped', uri, reason: `${item.reason}${place}` };
    // An archive of pictures that lies about in a folder is no failure.
    else if (item.code === 'zip-without-documents' && !claimed)
      yield { kind: 'skipped', uri, reason: item.message };
    else yield { kind: 'failure', failure: { uri, code: item.code, message: `${item.message}${place}` } };
  }
}
