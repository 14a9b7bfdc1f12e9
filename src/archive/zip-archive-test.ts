import type { Format } from '../model/format.js';
import type { IsZipArchive } from './read-zip.js';

/** A test that leaves alone what is a document packed as a ZIP: a format of documents takes it before the one of archives does. */
export function zipArchiveTest(formats: Format[]): IsZipArchive {
  return (source) => {
    const [first, second] = source.bytes;
    if (first !== 0x50 || second !== 0x4b) return false;
    for (const format of formats) {
      const sniffed = format.sniff(source);
      if (sniffed) return sniffed.value.mediaType === 'application/zip';
    }
    return false;
  };
}
