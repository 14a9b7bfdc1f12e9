import { type ByteSource, openFile, sourceOfBytes } from '../../archive/byte-source.js';
import { Originals } from '../../archive/originals.js';
import { type ArchiveItem, readWarc } from '../../archive/read-warc.js';
import { isArchive } from '../../archive/scan-records.js';
import { type BundleFile, isTogether } from '../../model/bundle.js';
import type { Format } from '../../model/format.js';
import { fileFailure } from '../failure.js';
import { readBytes } from '../read-bytes.js';
import type { HeldFile } from '../read-sources.js';
import { ArchivedParts } from './archived-parts.js';
import { type ArchiveEntry, type BundleEntry, type Entry, isBundle, type Listed } from './entry.js';
import { judgeMediaType } from './judge-media-type.js';
import { unpackZip } from './unpack-zip.js';

/**
 * Puts bundles in the place of archives, in their order; other entries stay as they are. Standard input, and bytes that are handed
 * in, may be an archive too. An archive is read while its documents are taken, so that only a few are in memory. A revisit finds
 * its original in any archive before it. A ZIP in a web archive is unpacked too.
 * @param options `join`: bodies that a web archive says are one report's come as one bundle
 */
export async function* unpackArchives<T extends { kind: string }>(
  entries: Iterable<T | Listed>,
  formats: readonly Format[],
  { join = false }: { join?: boolean } = {},
): AsyncGenerator<T | Entry> {
  const joiner = join ? new ArchivedParts() : null;
  for (const entry of entries)
    if (isArchiveEntry(entry) && entry.packing === 'warc') await joiner?.look(() => openFile(entry.path));
  const context: Context = { originals: new Originals(), formats, joiner };
  for (const entry of entries) {
    if (isArchiveEntry(entry)) yield* archive(entry, context);
    else if (isBundle(entry)) yield* bundle(entry, context);
    else {
      yield entry;
      continue;
    }
    yield { kind: 'done' };
  }
}

interface Context {
  originals: Originals;
  formats: readonly Format[];
  /** Null: every document is a report by itself. */
  joiner: ArchivedParts | null;
}

const isArchiveEntry = (entry: { kind: string }): entry is ArchiveEntry => entry.kind === 'archive';

function archive({ packing, uri, path, claimed }: ArchiveEntry, context: Context): AsyncGenerator<Entry> {
  if (packing === 'zip') return heldFile({ uri, path, claimed }, context);
  return webArchive(uri, () => openFile(path), context);
}

/** Which files of the disk are archives was found when they were listed. */
async function* bundle(entry: BundleEntry, context: Context): AsyncGenerator<Entry> {
  const [file] = entry.files;
  const isOnDisk = file?.bytes === undefined && (file?.path ?? null) !== null;
  if (isOnDisk || isTogether(entry)) yield entry;
  else yield* heldFile(file!, context);
}

async function* heldFile(
  { uri, path = null, bytes: given, ...own }: BundleFile,
  context: Context,
): AsyncGenerator<Entry> {
  let bytes: Uint8Array;
  try {
    bytes = given ?? (await readBytes(path));
  } catch (error) {
    yield { kind: 'failure', failure: fileFailure(uri, error) };
    return;
  }
  if (await isArchive(sourceOfBytes(bytes))) {
    const reopen = async () => sourceOfBytes(bytes);
    await context.joiner?.look(reopen);
    yield* webArchive(uri, reopen, context);
  } else yield* packedFile({ ...own, uri, bytes }, context);
}

/** The documents of a ZIP, and of the web archives in it: a WACZ is a ZIP of web archives with their index. */
async function* packedFile(file: HeldFile, context: Context): AsyncGenerator<Entry> {
  const isIndexed = isWacz(file.bytes);
  for await (const entry of unpackZip(file, context.formats)) {
    const [member] = isBundle(entry) ? entry.files : [];
    const bytes = member?.bytes;
    if (member === undefined || bytes === undefined || member.uri === file.uri) yield entry;
    else if (await isArchive(sourceOfBytes(bytes)))
      yield* webArchive(member.uri, async () => sourceOfBytes(bytes), context);
    else if (isIndexed)
      yield { kind: 'skipped', uri: member.uri, reason: 'a part of the index of a web archive' };
    else yield entry;
  }
}

/** The names that every packed web archive holds. */
function isWacz(bytes: Uint8Array): boolean {
  const held = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return ['PK', 'datapackage.json', 'archive/', '.warc'].every((name) => held.includes(name));
}

async function* webArchive(
  uri: string,
  reopen: () => Promise<ByteSource>,
  { originals, formats, joiner }: Context,
): AsyncGenerator<Entry> {
  const isWanted = (mediaType: string | null, target: string): boolean =>
    judgeMediaType(mediaType, target, formats) !== 'other';
  let source: ByteSource | null = null;
  let hasSpoken = false;
  try {
    source = await reopen();
    for await (const item of readWarc(source, reopen, { isWanted, originals })) {
      const where = `in ${uri} at offset ${item.place.offset}`;
      hasSpoken ||= item.kind !== 'passed-over';
      if (item.kind === 'parts') {
        if (joiner) yield* joiner.join(item.note, originals, uri);
      } else if (item.kind === 'document' && joiner?.has(item))
        yield {
          kind: 'skipped',
          uri: item.uri,
          reason: `it is read with others of one report (${where})`,
        };
      else yield* archivedItem(item, { archive: uri, where, formats });
    }
    if (!hasSpoken) yield { kind: 'failure', failure: nothingRead(uri) };
  } catch (error) {
    yield { kind: 'failure', failure: fileFailure(uri, error) };
  } finally {
    await source?.close();
  }
}

/** An archive of which nothing was read is told, as a file is. */
const nothingRead = (uri: string) => ({
  uri,
  code: 'warc-without-documents' as const,
  message: 'no record of the web archive is a document',
});

async function* archivedItem(
  item: Exclude<ArchiveItem, { kind: 'parts' }>,
  { archive, where, formats }: { archive: string; where: string; formats: readonly Format[] },
): AsyncGenerator<Entry> {
  if (item.kind === 'document') {
    const { uri, body: bytes, date, mediaType } = item;
    const claimed = judgeMediaType(mediaType, uri, formats) === 'document';
    yield* unpackZip({ uri, bytes, claimed, where, ...(date !== '' && { fetchedAt: date }) }, formats);
  } else if (item.kind === 'passed-over')
    yield { kind: 'skipped', uri: item.uri, reason: `${item.reason} (${where})` };
  else {
    const { uri, code, message } = item;
    yield { kind: 'failure', failure: { uri: uri ?? archive, code, message: `${message} (${where})` } };
  }
}
