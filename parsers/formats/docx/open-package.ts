import { openZipPackage, type ZipPackage } from '../zip-package/open-zip-package.js';

const DOCUMENT_BYTES_MAX = 60 * 1024 * 1024;

/**
 * Opens a Word file and unpacks its XML within limits of size, number and packing ratio.
 *
 * @throws UnreadableSourceError docx-truncated | docx-too-large | encrypted
 */
export function openPackage(bytes: Uint8Array): Promise<ZipPackage> {
  return openZipPackage(bytes, {
    noun: 'Word file',
    codes: { truncated: 'docx-truncated', tooLarge: 'docx-too-large' },
    isWanted: (name) => /\.(?:xml|rels)$/i.test(name),
    bytesMaxOf: (name) =>
      /^word\/document\d*\.xml$/.test(name) ? DOCUMENT_BYTES_MAX : Number.POSITIVE_INFINITY,
  });
}
