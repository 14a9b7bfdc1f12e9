import type { Format } from '../../../src/model/format.js';
import { decodeText } from '../charset/decode-text.js';
import { parseLiterals } from '../text/parse-literals.js';

/** Tables in JSON, and in the lists that Python prints, as programs write them that take tables out of documents. Most JSON is none. */
export const jsonFormat: Format = {
  id: 'json',
  about:
    'JSON, JSON Lines and lists as Python prints them: tables as lists of rows, as records and as columns, pages in strings',
  cannotRead: [{ what: 'JSON without a table or a page of words', code: 'unknown-format' }],
  suffixes: ['json', 'jsonl', 'ndjson'],
  mediaTypes: ['application/json', 'application/x-ndjson'],
  recordedAs: ['json'],
  traits: ['data'],
  sniff(source) {
    const decoded = decodeText(source.bytes, {});
    if (!decoded || !/^\s*[[{(]/u.test(decoded.text) || !parseLiterals(decoded.text)) return null;
    const { text, charset, issues } = decoded;
    return { value: { mediaType: 'application/json', charset, text }, issues };
  },
  read: async (...given) => (await import('./read.js')).read(...given),
};
