import type { Format } from '../../../src/model/format.js';
import type { Source } from '../../../src/model/source.js';

/** ISO 32000 readers look for the header in the first 1024 bytes: mail and web servers put lines before it. */
const HEADER_WITHIN = 1024;

function hasPdfHeader(source: Source): boolean {
  const head = Buffer.from(source.bytes.subarray(0, HEADER_WITHIN + 5)).toString('latin1');
  const at = head.indexOf('%PDF-');
  // An archive may hold a PDF right at its start.
  return at >= 0 && at < HEADER_WITHIN && !head.startsWith('PK\x03\x04');
}

/** PDF. Grids come from ruling lines, or from alignment where nothing is drawn. */
export const pdfFormat: Format = {
  id: 'pdf',
  about:
    'text with positions, ruled tables, tables by alignment, prose in two columns, parts over page breaks; Kangxi radicals folded; pages that are pictures',
  cannotRead: [
    { what: 'encrypted files', code: 'pdf-encrypted' },
    { what: 'pages without text, where pictures are not to be recognised', code: 'pdf-no-text-layer' },
    { what: 'rotated text', code: 'pdf-rotated-text' },
    { what: 'characters that only name glyphs', code: 'pdf-unmapped-text' },
  ],
  suffixes: ['pdf'],
  mediaTypes: ['application/pdf', 'application/x-pdf'],
  recordedAs: ['pdf', 'pdf-scan'],
  traits: [],
  sniff: (source) => (hasPdfHeader(source) ? { value: { mediaType: 'application/pdf' }, issues: [] } : null),
  read: async (...given) => (await import('./read.js')).read(...given),
};
