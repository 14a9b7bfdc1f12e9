import type { Format } from '../../../src/model/format.js';
import { decodeText } from '../charset/decode-text.js';
import { findMetaCharset, looksLikeHtml } from './sniff-html.js';

/** Web pages, and whatever else is marked up in HTML: saved pages, fragments, tables pasted into a text file. */
export const htmlFormat: Format = {
  id: 'html',
  about:
    'pages and fragments, tables of any markup, tables typed into `<pre>`, layout tables, text escaped twice; what style sheets hide, strike out or raise; menus and footers by evidence',
  cannotRead: [
    { what: 'what scripts would show' },
    { what: 'style sheets that are only linked' },
    { what: 'controls, formulas and what scripts write into a cell', code: 'content-not-read' },
    { what: 'pictures that are only linked', code: 'image-content' },
    { what: 'menus, headers and footers of the site', code: 'ignored-markup' },
  ],
  suffixes: ['html', 'htm', 'shtml', 'shtm', 'xhtml'],
  mediaTypes: ['text/html', 'application/xhtml+xml'],
  recordedAs: ['html'],
  traits: ['page'],
  sniff({ bytes, declared }) {
    const meta = findMetaCharset(bytes);
    const decoded = decodeText(bytes, {
      ...(declared?.charset === undefined ? {} : { header: declared.charset }),
      ...(meta === undefined ? {} : { meta }),
    });
    if (decoded === null || !looksLikeHtml(decoded.text)) return null;
    const { text, charset, issues } = decoded;
    return { value: { mediaType: 'text/html', charset, text }, issues };
  },
  read: async (...given) => (await import('./read.js')).read(...given),
};
