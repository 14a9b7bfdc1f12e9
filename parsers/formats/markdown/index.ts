import type { Format } from '../../../src/model/format.js';
import { decodeText } from '../charset/decode-text.js';
import { looksLikeHtml } from '../html/sniff-html.js';
import { looksLikeMarkdown } from './looks-like-markdown.js';

/**
 * Markdown or wiki text with HTML in it, as converters write it where a table has merged cells. Its tables in HTML are read as a
 * page's, what is between them as text. Markdown without HTML is a text like others.
 */
export const markdownFormat: Format = {
  id: 'markdown',
  about:
    'Markdown and wiki text with HTML in it: tables in HTML as those of pages, everything else as text without its marks',
  cannotRead: [{ what: 'pictures that are only linked', code: 'image-content' }],
  suffixes: ['md', 'markdown'],
  mediaTypes: ['text/markdown'],
  recordedAs: ['markdown'],
  traits: ['page'],
  sniff(source) {
    const hints = source.declared?.charset ? { header: source.declared.charset } : {};
    const decoded = decodeText(source.bytes, hints);
    if (!decoded || !looksLikeHtml(decoded.text) || !looksLikeMarkdown(decoded.text)) return null;
    const { text, charset, issues } = decoded;
    return { value: { mediaType: 'text/markdown', charset, text }, issues };
  },
  read: async (...given) => (await import('./read.js')).read(...given),
};
