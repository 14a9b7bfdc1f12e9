import type { Format } from '../../../src/model/format.js';
import { decodeText } from '../charset/decode-text.js';
import { readTextBlocks } from './read-text-blocks.js';
import { isMarkedUp } from './strip-markup.js';
import { unmarkBlocks } from './unmark-blocks.js';
import { writeText } from './write-text.js';

/**
 * Plain text in every form that scrapers leave: running lines, pipe rows, tab cells, Markdown.
 * Asked last: whatever decodes to text and is nothing else.
 */
export const textFormat: Format = {
  id: 'text',
  sniff(source) {
    const hints = source.declared?.charset ? { header: source.declared.charset } : {};
    const decoded = decodeText(source.bytes, hints);
    if (!decoded) return null;
    const { text, charset, issues } = decoded;
    return { value: { mediaType: 'text/plain', charset, text }, issues };
  },
  read(raw) {
    const text = raw.text ?? '';
    const { blocks, format } = readTextBlocks(text);
    const plain = isMarkedUp(text) ? unmarkBlocks(blocks) : blocks;
    const value = { ...writeText(text, plain), format, metadata: [] };
    return Promise.resolve({ value, issues: [] });
  },
};
