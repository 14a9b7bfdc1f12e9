import { type ByteSource, openFile, sourceOfBytes } from '../../archive/byte-source.js';
import { Originals } from '../../archive/originals.js';
import { type ArchiveItem, readWarc } from '../../archive/read-warc.js';
import { isArchive } from '../../archive/scan-records.js';
import type { Format } from '../../model/format.js';
import { ArchivedParts } from './archived-parts.js';
import { failureOf } from './convert-task.js';
import type { ArchiveEntry, Entry, InputEntry } from './entry.js';
import { judgeMediaType } from './judge-media-type.js';
import { readBytes } from './read-bytes.js';
import { unpackZip } from './unpack-zip.js';

export interface Unpacking {
  /** Standard input may be an archive too; then it is read here. */
  stdin?: boolean;
  /** Bodies of which a web archive says that they are one report's are handed out as one entry with `others`. */
  join?: boolean;
}

/**
 * Puts in the place of each archive its documents, in its order, then the archive itself; other entries stay as they are. An
 * archive is read while its documents are taken, so that only a few are in memory. A revisit finds its original in any archive
 * before it. A ZIP that stands in a web archive is unpacked too.
 */
export async function* unpackArchives<T extends { kind: string }>(
  entries: Iterable<T | Entry>,
  formats: readonly Format[],
  { stdin = false, join = false }: Unpacking = {},
): AsyncGenerator<T | Entry> {
  const joiner = join ? new ArchivedParts() : null;
  for (const entry of entries)
    if (isArchiveEntry(entry) && entry.packing === 'warc') await joiner?.look(() => openFile(entry.path));
  const context: Context = { originals: new Originals(), formats, joiner };
  for (const entry of entries) {
    if (isArchiveEntry(entry)) {
      yield* entry.packing === 'zip'
        ? zipFile(entry, formats)
        : documentsOf(entry.uri, () => openFile(entry.path), context);
      yield entry;
    } else if (stdin && isStdin(entry)) yield* unpackInput(entry, context);
    else yield entry;
  }
}

interface Context {
  originals: Originals;
  formats: readonly Format[];
  /** Null: every document stands by itself. */
  joiner: ArchivedParts | null;
}

const isArchiveEntry = (entry: { kind: string }): entry is ArchiveEntry => entry.kind === 'archive';
const isStdin = (entry: { kind: string }): entry is InputEntry =>
  entry.kind === 'input' && (entry as InputEntry).path === null;

async function* zipFile(
  { uri, path, claimed }: ArchiveEntry,
  formats: readonly Format[],
): AsyncGenerator<Entry> {
  try {
    const bytes = await readBytes(path);
    yield* unpackZip({ kind: 'input', uri, path, claimed, held: { bytes } }, formats);
  } catch (error) {
    yield { kind: 'failure', failure: failureOf(uri, error) };
  }
}

async function* unpackInput(entry: InputEntry, context: Context): AsyncGenerator<Entry> {
  let bytes: Uint8Array;
  try {
    bytes = await readBytes(null);
  } catch (error) {
    yield { kind: 'failure', failure: failureOf(entry.uri, error) };
    return;
  }
  if (await isArchive(sourceOfBytes(bytes))) {
    const reopen = async () => sourceOfBytes(bytes);
    await context.joiner?.look(reopen);
    yield* documentsOf(entry.uri, reopen, context);
  } else yield* unpackZip({ ...entry, held: { bytes } }, context.formats);
}

async function* documentsOf(
  uri: string,
  reopen: () => Promise<ByteSource>,
  { originals, formats, joiner }: Context,
): AsyncGenerator<Entry> {
  const isWanted = (mediaType: string | null, target: string): boolean =>
    judgeMediaType(mediaType, target, formats) !== 'other';
  let source: ByteSource | null = null;
  try {
    source = await reopen();
    for await (const item of readWarc(source, reopen, { isWanted, originals }))
      if (item.kind === 'parts') {
        if (joiner) yield* joiner.join(item.note, originals, uri);
      } else if (item.kind === 'document' && joiner?.has(item))
        yield {
          kind: 'skipped',
          uri: item.uri,
          reason: `it is read with others of one report (${whereIn(uri, item)})`,
        };
      else yield* unpackZip(entryOf(item, uri, formats), formats);
  } catch (error) {
    yield { kind: 'failure', failure: failureOf(uri, error) };
  } finally {
    await source?.close();
  }
}

const whereIn = (archive: string, { place }: ArchiveItem): string =>
  `in ${archive} at offset ${place.offset}`;

function entryOf(
  item: Exclude<ArchiveItem, { kind: 'parts' }>,
  archive: string,
  formats: readonly Format[],
): Entry {
  const where = whereIn(archive, item);
  switch (item.kind) {
    case 'document': {
      const { uri, body: bytes, date, mediaType } = item;
      const claimed = judgeMediaType(mediaType, uri, formats) === 'document';
      const held = { bytes, archived: { fetchedAt: date === '' ? null : date, where } };
      return { kind: 'input', uri, path: null, claimed, held };
    }
    case 'passed-over':
      return { kind: 'skipped', uri: item.uri, reason: `${item.reason} (${where})` };
    case 'trouble':
      return {
        kind: 'failure',
        failure: { uri: item.uri ?? archive, code: item.code, message: `${item.message} (${where})` },
      };
  }
}
