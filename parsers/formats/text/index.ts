import type { Format } from '../../../src/model/format.js';
import { decodeText } from '../charset/decode-text.js';

/** Plain text in every form that scrapers leave: running lines, pipe rows, tab cells, Markdown. Asked last: whatever decodes to text and is nothing else. */
export const textFormat: Format = {
  id: 'text',
  about:
    'lines, pipe text in all its variants, Markdown tables, tab text, comma-separated values, tables drawn with boxes or dashes, MediaWiki tables',
  cannotRead: [{ what: 'what flattening lost: `src/tables` puts tables of flattened text together again' }],
  suffixes: ['txt', 'text', 'md', 'markdown', 'rst', 'wiki', 'csv', 'tsv'],
  mediaTypes: ['text/plain', 'text/csv', 'text/tab-separated-values'],
  recordedAs: ['text', 'text-pipe', 'text-tab'],
  traits: ['page'],
  sniff(source) {
    const hints = source.declared?.charset ? { header: source.declared.charset } : {};
    const decoded = decodeText(source.bytes, hints);
    if (!decoded) return null;
    const { text, charset, issues } = decoded;
    return { value: { mediaType: 'text/plain', charset, text }, issues };
  },
  read: async (...given) => (await import('./read.js')).read(...given),
};
