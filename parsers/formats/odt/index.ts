import type { Format } from '../../../src/model/format.js';
import { sniffOdt } from './sniff-odt.js';

const MEDIA_TYPE = 'application/vnd.oasis.opendocument.text';

/** OpenDocument text (.odt, .fodt), as LibreOffice and WPS write it. */
export const odtFormat: Format = {
  id: 'odt',
  about:
    'OpenDocument text, packed or flat: paragraphs, footnotes, tables with covered and repeated cells, pictures',
  cannotRead: [
    { what: 'encrypted files', code: 'encrypted' },
    { what: 'spreadsheets and slides', code: 'odt-no-text' },
    { what: 'tracked deletions and hidden text', code: 'hidden-content' },
    { what: 'automatic numbering', code: 'list-numbering' },
    { what: 'text boxes and embedded documents', code: 'content-not-read' },
    { what: 'headers and footers of pages' },
    { what: 'pictures in EMF and WMF', code: 'ocr-page-unreadable' },
    { what: 'places in the source' },
  ],
  suffixes: ['odt', 'fodt'],
  mediaTypes: [
    'application/vnd.oasis.opendocument.text',
    'application/vnd.oasis.opendocument.text-flat-xml',
    'application/vnd.oasis.opendocument.spreadsheet',
  ],
  recordedAs: ['odt'],
  traits: [],
  sniff({ bytes }) {
    const kind = sniffOdt(bytes);
    if (kind === null) return null;
    return { value: { mediaType: kind === 'zip' ? MEDIA_TYPE : `${MEDIA_TYPE}-flat-xml` }, issues: [] };
  },
  read: async (...given) => (await import('./read.js')).read(...given),
};
