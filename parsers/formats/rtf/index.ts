import type { Format } from '../../../src/model/format.js';
import { startOfRtf } from './start-of-rtf.js';

/** Rich Text Format, as Word, WPS and LibreOffice write it; often named .doc. */
export const rtfFormat: Format = {
  id: 'rtf',
  about:
    'groups, code pages and Unicode, paragraphs, footnotes, tables by the edges and marks of their cells, pictures',
  cannotRead: [
    { what: 'hidden and deleted text', code: 'hidden-content' },
    { what: 'text boxes', code: 'content-not-read' },
    { what: 'automatic numbering', code: 'list-numbering' },
    { what: 'running headers; comments' },
    { what: 'spans of rows without definitions', code: 'rtf-broken-rows' },
    { what: 'pictures in EMF and WMF', code: 'ocr-page-unreadable' },
    { what: 'places in the source' },
  ],
  suffixes: ['rtf', 'doc'],
  mediaTypes: ['application/rtf', 'text/rtf'],
  recordedAs: ['rtf'],
  traits: [],
  sniff: ({ bytes }) =>
    startOfRtf(bytes) < 0 ? null : { value: { mediaType: 'application/rtf' }, issues: [] },
  read: async (...given) => (await import('./read.js')).read(...given),
};
