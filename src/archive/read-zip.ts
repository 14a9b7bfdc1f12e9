import { basename } from 'node:path';
import { crc32 } from 'node:zlib';
import yauzl from 'yauzl';
import type { FailureCode } from '../model/codes/failure-codes.js';
import type { Format } from '../model/format.js';
import { UnreadableSourceError } from '../model/source.js';
import { isZipArchive } from './is-zip-archive.js';
import { judgeName, leftOutReason } from './judge-name.js';
import { ZipBudget } from './zip-budget.js';
import { zipMemberName } from './zip-member-name.js';

/** What a ZIP holds, in its order. The address of a member is `archive.zip!/folder/report.docx`. */
type ZipItem =
  | { kind: 'document'; uri: string; bytes: Uint8Array; claimed: boolean }
  | { kind: 'passed-over'; uri: string; reason: string }
  | { kind: 'trouble'; uri: string; code: FailureCode; message: string };

interface ZipSource {
  uri: string;
  bytes: Uint8Array;
}

/** Archives in an archive are opened; no person packs deeper ones. */
const DEPTH_MAX = 1;
const STORED = 0;
const DEFLATED = 8;

/**
 * Each member that may be a document, unpacked in memory when its turn comes; archives among the members are opened too. Nothing is
 * written anywhere, and names are only names. What is wrong with a member is trouble of that member, what is wrong with
 * the archive is trouble of the archive and the last item of it. Never throws on content.
 */
export async function* readZip(archive: ZipSource, formats: readonly Format[]): AsyncGenerator<ZipItem> {
  let documents = 0;
  let troubles = 0;
  for await (const item of readMembers(archive, formats, new ZipBudget(archive.bytes.length), 0)) {
    if (item.kind === 'document') documents++;
    if (item.kind === 'trouble') troubles++;
    yield item;
  }
  if (documents + troubles === 0)
    yield trouble(archive.uri, 'zip-without-documents', 'the archive holds no document');
}

async function* readMembers(
  { uri, bytes }: ZipSource,
  formats: readonly Format[],
  budget: ZipBudget,
  depth: number,
): AsyncGenerator<ZipItem> {
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const zip = await yauzl.fromBufferPromise(buffer, {
      lazyEntries: true,
      // Names are decoded here, and a lie about a size is trouble of its member alone.
      decodeStrings: false,
      validateEntrySizes: false,
      autoClose: false,
    });
    for await (const entry of zip.eachEntry()) {
      budget.takeMember();
      const item = await readMember(zip, entry, uri, formats, budget);
      if (item?.kind !== 'document' || !isZipArchive(item, formats)) {
        if (item) yield item;
      } else if (depth < DEPTH_MAX) yield* readMembers(item, formats, budget, depth + 1);
      else yield trouble(item.uri, 'zip-too-deep', 'an archive in an archive in an archive is not opened');
    }
  } catch (error) {
    yield asTrouble(uri, error);
  }
}

/** Null is a folder. @throws UnreadableSourceError where the whole archive is too much */
async function readMember(
  zip: yauzl.ZipFile,
  entry: yauzl.Entry,
  archive: string,
  formats: readonly Format[],
  budget: ZipBudget,
): Promise<ZipItem | null> {
  const name = zipMemberName(entry);
  if (name.endsWith('/')) return null;
  const uri = `${archive}!/${name}`;
  const reason = reasonToPassOver(name, formats);
  if (reason !== null) return { kind: 'passed-over', uri, reason };
  if (entry.isEncrypted()) return trouble(uri, 'encrypted', 'it needs a password');
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED)
    return trouble(uri, 'zip-method', `it is packed in a way that is not read (${entry.compressionMethod})`);
  const tooLarge = budget.judgeClaim(entry);
  if (tooLarge !== null) return trouble(uri, 'zip-too-large', tooLarge);
  let bytes: Buffer;
  try {
    bytes = await unpack(zip, entry, budget);
  } catch (error) {
    if (error instanceof UnreadableSourceError) throw error;
    return asTrouble(uri, error);
  }
  // Damage often unpacks without a word: a digit is another one then.
  if (bytes.length !== entry.uncompressedSize || crc32(bytes) !== entry.crc32)
    return trouble(uri, 'zip-damaged', 'its checksum does not hold');
  return { kind: 'document', uri, bytes, claimed: judgeName(basename(name), formats).kind === 'document' };
}

async function unpack(zip: yauzl.ZipFile, entry: yauzl.Entry, budget: ZipBudget): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    chunks.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    budget.takeBytes((chunk as Buffer).length);
    if (size > entry.uncompressedSize) throw new Error('it is longer than it says');
  }
  return Buffer.concat(chunks);
}

/** As in a folder on the disk: neither what is hidden nor what the name says is no document. */
function reasonToPassOver(name: string, formats: readonly Format[]): string | null {
  for (const part of name.split('/')) {
    const reason = part === '..' ? null : leftOutReason(part);
    if (reason !== null) return reason;
  }
  const verdict = judgeName(basename(name), formats);
  return verdict.kind === 'skipped' ? verdict.reason : null;
}

const trouble = (uri: string, code: FailureCode, message: string): ZipItem => ({
  kind: 'trouble',
  uri,
  code,
  message,
});

function asTrouble(uri: string, error: unknown): ZipItem {
  if (error instanceof UnreadableSourceError) return trouble(uri, error.code, error.message);
  const reason = error instanceof Error ? error.message : String(error);
  return trouble(uri, 'zip-damaged', `it is cut off or damaged: ${reason}`);
}
