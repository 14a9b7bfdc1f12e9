import type { Format } from '../../../src/model/format.js';
import { looksEncrypted, looksLikeDocx } from './sniff-docx.js';

const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Word files (Office Open XML), as Word and WPS write them. */
export const docxFormat: Format = {
  id: 'docx',
  about:
    'Word files, also from WPS: paragraphs, headings, footnotes, tables with merged cells, pictures, through mammoth and the html reader',
  cannotRead: [
    { what: 'encrypted files', code: 'encrypted' },
    { what: 'hidden text', code: 'hidden-content' },
    { what: 'automatic numbering', code: 'list-numbering' },
    { what: 'text boxes in cells, formulas, embedded Word files', code: 'content-not-read' },
    { what: 'headers and footers of pages' },
    { what: 'pictures in EMF and WMF', code: 'ocr-page-unreadable' },
    { what: 'places in the source' },
  ],
  suffixes: ['docx', 'docm', 'wps'],
  mediaTypes: [
    'application/vnd.openxmlformats-officedocument.wordprocessingml.*',
    'application/vnd.ms-word.*',
  ],
  recordedAs: ['docx'],
  traits: [],
  sniff: ({ bytes }) =>
    looksLikeDocx(bytes) || looksEncrypted(bytes) ? { value: { mediaType: MEDIA_TYPE }, issues: [] } : null,
  read: async (...given) => (await import('./read.js')).read(...given),
};
