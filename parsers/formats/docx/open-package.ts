import yauzl from 'yauzl';
import { UnreadableSourceError } from '../../../src/model/source.js';

/** The XML parts of a Word file, unpacked. Pictures and other media stay packed: their names are all that is kept. */
export interface DocxPackage {
  /** Part name without a leading slash -> its bytes. */
  parts: Map<string, Uint8Array>;
  names: string[];
}

const ENTRIES_MAX = 10_000;
const DECLARED_BYTES_MAX = 200 * 1024 * 1024;
const RATIO_MAX = 200;
/** Below this, a high ratio is only a repetitive table. */
const RATIO_BYTES_MIN = 10 * 1024 * 1024;
const DOCUMENT_BYTES_MAX = 60 * 1024 * 1024;
const XML_BYTES_MAX = 100 * 1024 * 1024;

const isXml = (name: string): boolean => /\.(?:xml|rels)$/i.test(name);
const tooLarge = (what: string): UnreadableSourceError =>
  new UnreadableSourceError('docx-too-large', `The Word file ${what}.`);

/** What an entry claims of itself. Claims are free, so the bytes are counted again when they are unpacked. */
function checkEntry(entry: yauzl.Entry, declaredBefore: number): void {
  if (entry.isEncrypted()) {
    throw new UnreadableSourceError('encrypted', 'The Word file is encrypted: it needs a password.');
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
function unpackEntry(zip: yauzl.ZipFile, entry: yauzl.Entry, bytesMax: number): Promise<Uint8Array> {
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
      stream.on('end', () => resolve(Buffer.concat(chunks)));
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

function readEntries(zip: yauzl.ZipFile): Promise<DocxPackage> {
  const found: DocxPackage = { parts: new Map(), names: [] };
  let declared = 0;
  let unpacked = 0;
  const readEntry = async (entry: yauzl.Entry) => {
    checkEntry(entry, declared);
    declared += entry.uncompressedSize;
    const name = entry.fileName.replace(/^\//, '');
    found.names.push(name);
    if (found.names.length > ENTRIES_MAX) throw tooLarge(`holds more than ${ENTRIES_MAX} parts`);
    if (!isXml(name)) return;
    const left = XML_BYTES_MAX - unpacked;
    const limit = /^word\/document\d*\.xml$/.test(name) ? Math.min(DOCUMENT_BYTES_MAX, left) : left;
    const part = await unpackEntry(zip, entry, limit);
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
 * Opens a Word file and unpacks its XML within limits of size, number and packing ratio.
 *
 * @throws UnreadableSourceError docx-truncated | docx-too-large | encrypted
 */
export async function openPackage(bytes: Uint8Array): Promise<DocxPackage> {
  try {
    return await readEntries(await openZip(bytes));
  } catch (error) {
    if (error instanceof UnreadableSourceError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new UnreadableSourceError('docx-truncated', `The Word file is cut off or damaged: ${reason}`, {
      cause: error,
    });
  }
}
