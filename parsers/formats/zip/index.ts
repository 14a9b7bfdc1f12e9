import type { Format } from '../../../src/model/format.js';
import { UnreadableSourceError } from '../../../src/model/source.js';

const STARTS = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'];

/**
 * ZIP archives of documents: asked behind all documents that are packed as a ZIP. They are unpacked before documents are read; what
 * is met here stands where no archive is unpacked.
 */
export const zipFormat: Format = {
  id: 'zip',
  about: 'archives of documents, each of which is read by itself; archives in an archive',
  cannotRead: [
    { what: 'encrypted members', code: 'encrypted' },
    { what: 'members that are neither stored nor deflated', code: 'zip-method' },
    { what: 'archives in an archive in an archive', code: 'zip-too-deep' },
  ],
  suffixes: ['zip', 'wacz'],
  mediaTypes: [
    'application/zip',
    'application/wacz+zip',
    'application/x-wacz',
    'application/x-zip',
    'application/zip-compressed',
    'application/x-zip-compressed',
  ],
  recordedAs: [],
  traits: ['archive'],
  sniff({ bytes }) {
    const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4));
    return STARTS.includes(head) ? { value: { mediaType: 'application/zip' }, issues: [] } : null;
  },
  async read() {
    throw new UnreadableSourceError(
      'archive-not-read',
      'it is a ZIP archive, not a document: unpack it first',
    );
  },
};
