import { crc32 } from 'node:zlib';
import yauzl from 'yauzl';
import type { FailureCode } from '../../../src/model/codes/failure-codes.js';
import { UnreadableSourceError } from '../../../src/model/source.js';

/** The parts of a zipped document that were asked for, unpacked; of all others (pictures, fonts) only the names. */
export interface ZipPackage {
  /** Part name without a leading slash -> its bytes. */
  parts: Map<string, Uint8Array>;
  names: string[];
}

/** What kind of document is opened, and what of it is unpacked. */
export interface ZipKind {
  /** For messages: "Word file". */
  noun: string;
  /** The failures of this kind. */
  codes: { truncated: FailureCode; tooLarge: FailureCode };
  /** Which parts are unpacked. */
  isWanted: (name: string) => boolean;
  /** A limit in bytes for this one part, below that of all parts together. */
  bytesMaxOf?: (name: string) => number;
}

const ENTRIES_MAX = 10_000;
const DECLARED_BYTES_MAX = 200 * 1024 * 1024;
const RATIO_MAX = 200;
/** Below this, a high ratio is only a repetitive table. */
const RATIO_BYTES_MIN = 10 * 1024 * 1024;
const UNPACKED_BYTES_MAX = 100 * 1024 * 1024;

type Fail = (what: string) => UnreadableSourceError;

/** What an entry claims of itself. Claims are free, so the bytes are counted again when they are unpacked. */
function checkEntry(entry: yauzl.Entry, declaredBefore: number, noun: string, tooLarge: Fail): void {
  if (entry.isEncrypted()) {
    throw new UnreadableSourceError('encrypted', `The ${noun} is encrypted: it needs a password.`);
  }
  if (declaredBefore + entry.uncompressedSize > DECLARED_BYTES_MAX) {
    throw tooLarge(`unpacks to more than ${DECLARED_BYTES_MAX} bytes`);
  }
  const ratio = entry.uncompressedSize / Math.max(entry.compressedSize, 1);
  if (entry.uncompressedSize > RATIO_BYTES_MIN && ratio > RATIO_MAX) {
    throw tooLarge(`holds a part packed ${Math.round(ratio)} times (${entry.fileName})`);
  }
}

/** Unpacks one entry, and stops as soon as it is longer than allowed. */
function unpackEntry(
  zip: yauzl.ZipFile,
  entry: yauzl.Entry,
  bytesMax: number,
  tooLarge: Fail,
): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error);
      const chunks: Buffer[] = [];
      let size = 0;
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length;
        chunks.push(chunk);
        if (size > bytesMax)
          stream.destroy(tooLarge(`holds more than ${bytesMax} bytes of XML (${entry.fileName})`));
      });
      stream.on('error', reject);
      stream.on('end', () => {
        const bytes = Buffer.concat(chunks);
        // A changed byte may still unpack, to another number.
        if (entry.crc32 !== 0 && crc32(bytes) !== entry.crc32)
          reject(new Error(`the checksum of ${entry.fileName} is wrong`));
        else resolve(bytes);
      });
    });
  });
}

function openZip(bytes: Uint8Array): Promise<yauzl.ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Sizes are counted here: yauzl would report a lie about them as damage.
  const options = { lazyEntries: true, validateEntrySizes: false, autoClose: false };
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(buffer, options, (error, zip) => (error ? reject(error) : resolve(zip)));
  });
}

function readEntries(zip: yauzl.ZipFile, kind: ZipKind): Promise<ZipPackage> {
  const tooLarge: Fail = (what) =>
    new UnreadableSourceError(kind.codes.tooLarge, `The ${kind.noun} ${what}.`);
  const found: ZipPackage = { parts: new Map(), names: [] };
  let declared = 0;
  let unpacked = 0;
  const readEntry = async (entry: yauzl.Entry) => {
    checkEntry(entry, declared, kind.noun, tooLarge);
    declared += entry.uncompressedSize;
    const name = entry.fileName.replace(/^\//, '');
    found.names.push(name);
    if (found.names.length > ENTRIES_MAX) throw tooLarge(`holds more than ${ENTRIES_MAX} parts`);
    if (!kind.isWanted(name)) return;
    const left = UNPACKED_BYTES_MAX - unpacked;
    const limit = Math.min(kind.bytesMaxOf?.(name) ?? left, left);
    const part = await unpackEntry(zip, entry, limit, tooLarge);
    unpacked += part.length;
    found.parts.set(name, part);
  };
  return new Promise((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', () => resolve(found));
    zip.on('entry', (entry: yauzl.Entry) => {
      readEntry(entry).then(() => zip.readEntry(), reject);
    });
    zip.readEntry();
  });
}

/**
 * Opens a document that is a ZIP and unpacks what is wanted of it, within limits of size, number and packing ratio.
 *
 * @throws UnreadableSourceError the two codes of the kind | encrypted
 */
export async function openZipPackage(bytes: Uint8Array, kind: ZipKind): Promise<ZipPackage> {
  try {
    return await readEntries(await openZip(bytes), kind);
  } catch (error) {
    if (error instanceof UnreadableSourceError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new UnreadableSourceError(
      kind.codes.truncated,
      `The ${kind.noun} is cut off or damaged: ${reason}`,
      { cause: error },
    );
  }
}

/** Unpacks single parts by their names, each when it is asked for; null where there is none of that name. */
export function partReader(
  bytes: Uint8Array,
  kind: Omit<ZipKind, 'isWanted'>,
): (name: string) => Promise<Uint8Array | null> {
  return async (name) => {
    const { parts } = await openZipPackage(bytes, { ...kind, isWanted: (part) => part === name });
    return parts.get(name) ?? null;
  };
}
