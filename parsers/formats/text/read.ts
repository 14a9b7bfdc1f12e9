import type { Format } from '../../../src/model/format.js';
import { readTextBlocks } from './read-text-blocks.js';
import { isMarkedUp } from './strip-markup.js';
import { unmarkBlocks } from './unmark-blocks.js';
import { writeText } from './write-text.js';

export const read: Format['read'] = async ({ text = '' }) => {
  const { blocks, format } = readTextBlocks(text);
  const plain = isMarkedUp(text) ? unmarkBlocks(blocks) : blocks;
  return { value: { ...writeText(text, plain), format, metadata: [] }, issues: [] };
};
