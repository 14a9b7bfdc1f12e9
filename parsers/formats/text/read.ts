import type { Format } from '../../../src/model/format.js';
import { readTextBlocks } from './read-text-blocks.js';

export const read: Format['read'] = async (raw) => {
  const text = raw.text ?? '';
  const { blocks, format } = readTextBlocks(text);
  const value = {
    text,
    blocks,
    format,
    metadata: [],
    locate: (start: number, end: number) => ({ sourceStart: start, sourceEnd: end }),
  };
  return { value, issues: [] };
};
