import type { Format } from '../../../src/model/format.js';
import { looksLikeOfd } from './looks-like-ofd.js';

/** OFD (GB/T 33190), the fixed-layout format of Chinese offices: text and lines with their places, laid out as those of PDF are. */
export const ofdFormat: Format = {
  id: 'ofd',
  about:
    'pages, templates, layers and blocks: characters and lines with their places, laid out as PDF is, with its issue codes; pictures, and pages that are pictures',
  cannotRead: [
    { what: 'encrypted files', code: 'encrypted' },
    { what: 'turned pages', code: 'pdf-rotated-text' },
    { what: 'characters that only name glyphs', code: 'pdf-unmapped-text' },
    { what: 'annotations and drawings that are not found', code: 'content-not-read' },
  ],
  suffixes: ['ofd'],
  mediaTypes: ['application/ofd', 'application/vnd.ofd'],
  recordedAs: ['ofd'],
  traits: [],
  sniff: ({ bytes }) =>
    looksLikeOfd(bytes) ? { value: { mediaType: 'application/ofd' }, issues: [] } : null,
  read: async (...given) => (await import('./read.js')).read(...given),
};
