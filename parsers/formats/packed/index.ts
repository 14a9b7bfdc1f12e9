import type { Format } from '../../../src/model/format.js';
import { UnreadableSourceError } from '../../../src/model/source.js';

const kinds: { name: string; mediaType: string; starts: string[] }[] = [
  { name: 'a ZIP archive', mediaType: 'application/zip', starts: ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'] },
  { name: 'a RAR archive', mediaType: 'application/vnd.rar', starts: ['Rar!\x1a\x07'] },
  { name: 'a 7z archive', mediaType: 'application/x-7z-compressed', starts: ['7z\xbc\xaf\x27\x1c'] },
];

function kindOf(bytes: Uint8Array) {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 8));
  return kinds.find(({ starts }) => starts.some((each) => start.startsWith(each)));
}

/**
 * Packed files that are no document themselves: asked behind all documents that are packed as a ZIP. What is in a ZIP is taken
 * out before documents are read; nothing else is unpacked, and the failure says what it is.
 */
export const packedFormat: Format = {
  id: 'packed',
  sniff({ bytes }) {
    const kind = kindOf(bytes);
    return kind ? { value: { mediaType: kind.mediaType }, issues: [] } : null;
  },
  async read({ source: { bytes } }) {
    throw new UnreadableSourceError(
      'archive-not-read',
      `it is ${kindOf(bytes)?.name ?? 'an archive'}, not a document: unpack it first`,
    );
  },
};
