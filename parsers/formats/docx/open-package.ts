import { openZipPackage, partReader, type ZipPackage } from '../zip-package/open-zip-package.js';

const DOCUMENT_BYTES_MAX = 60 * 1024 * 1024;

const WORD = {
  noun: 'Word file',
  codes: { truncated: 'docx-truncated', tooLarge: 'docx-too-large' },
} as const;

/**
 * Opens a Word file and unpacks its XML within limits of size, number and packing ratio.
 *
 * @throws UnreadableSourceError docx-truncated | docx-too-large | encrypted
 */
export function openPackage(bytes: Uint8Array): Promise<ZipPackage> {
  return openZipPackage(bytes, {
    ...WORD,
    isWanted: (name) => /\.(?:xml|rels)$/i.test(name),
    bytesMaxOf: (name) =>
      /^word\/document\d*\.xml$/.test(name) ? DOCUMENT_BYTES_MAX : Number.POSITIVE_INFINITY,
  });
}

/** The pictures of a Word file by their part names, each unpacked when it is asked for: most files are read without them. */
export const picturesOf = (bytes: Uint8Array) => partReader(bytes, WORD);
