import type { Format } from '../../../src/model/format.js';
import { UnreadableSourceError } from '../../../src/model/source.js';

const KINDS = [
  { name: 'a RAR archive', mediaType: 'application/vnd.rar', start: 'Rar!\x1a\x07' },
  { name: 'a 7z archive', mediaType: 'application/x-7z-compressed', start: '7z\xbc\xaf\x27\x1c' },
];

const kindOf = (bytes: Uint8Array) => {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 8));
  return KINDS.find(({ start }) => head.startsWith(start));
};

/** Archives that nobody unpacks here: the failure says what they are. */
export const packedFormat: Format = {
  id: 'packed',
  about: 'nothing: RAR and 7z, named in the failure',
  cannotRead: [{ what: 'what is packed in them', code: 'archive-not-read' }],
  suffixes: ['rar', '7z'],
  mediaTypes: [
    'application/vnd.rar',
    'application/x-rar',
    'application/x-rar-compressed',
    'application/x-7z-compressed',
  ],
  recordedAs: [],
  traits: [],
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
