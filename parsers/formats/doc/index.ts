import type { Format } from '../../../src/model/format.js';
import { UnreadableSourceError } from '../../../src/model/source.js';
import { looksLikeOle, openOle } from '../ole/open-ole.js';

/** Does the file hold a document of Word, as far as its container can be read? */
function holdsWord(bytes: Uint8Array): boolean {
  if (!looksLikeOle(bytes)) return false;
  try {
    return openOle(bytes).names.includes('WordDocument');
  } catch (error) {
    if (error instanceof UnreadableSourceError) return false;
    throw error;
  }
}

/** Documents of Word 97 to 2003, as Word, WPS (.wps) and LibreOffice write them. */
export const docFormat: Format = {
  id: 'doc',
  about:
    'Word 97 to 2003, also from WPS: paragraphs, headings, tables by the edges of their cells, tables in cells, results of fields, pictures',
  cannotRead: [
    { what: 'encrypted files', code: 'encrypted' },
    { what: 'Word 6 and 95', code: 'office-unsupported' },
    { what: 'hidden and deleted text', code: 'hidden-content' },
    { what: 'automatic numbering', code: 'list-numbering' },
    { what: 'footnotes, text boxes, fields without a result', code: 'content-not-read' },
    { what: 'headers and footers of pages', code: 'ignored-page-furniture' },
    { what: 'pictures in EMF and WMF', code: 'ocr-page-unreadable' },
    { what: 'places in the source' },
  ],
  suffixes: ['doc', 'wps'],
  mediaTypes: [
    'application/msword',
    'application/vnd.ms-word',
    'application/kswps',
    'application/wps-office.*',
  ],
  recordedAs: ['doc'],
  traits: [],
  sniff: ({ bytes }) =>
    holdsWord(bytes) ? { value: { mediaType: 'application/msword' }, issues: [] } : null,
  read: async (...given) => (await import('./read.js')).read(...given),
};
