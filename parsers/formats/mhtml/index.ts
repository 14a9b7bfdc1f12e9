import type { Format } from '../../../src/model/format.js';
import { looksLikeMhtml } from './looks-like-mhtml.js';

/** Web pages saved as one file (.mht, .mhtml), by browsers or by Word as a "single file web page". */
export const mhtmlFormat: Format = {
  id: 'mhtml',
  about:
    'saved web pages: the page that the file names or the first, in any transfer encoding, through charset and the html reader; its pictures',
  cannotRead: [
    { what: 'files without a page of HTML', code: 'mhtml-no-page' },
    { what: 'pages in frames', code: 'content-not-read' },
    { what: 'places in the source' },
  ],
  suffixes: ['mht', 'mhtml'],
  mediaTypes: ['multipart/related', 'message/rfc822'],
  recordedAs: ['mhtml'],
  traits: [],
  sniff: ({ bytes }) =>
    looksLikeMhtml(bytes) ? { value: { mediaType: 'multipart/related' }, issues: [] } : null,
  read: async (...given) => (await import('./read.js')).read(...given),
};
