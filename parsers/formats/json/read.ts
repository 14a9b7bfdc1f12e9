import type { Format } from '../../../src/model/format.js';
import { UnreadableSourceError } from '../../../src/model/source.js';
import { parseLiterals } from '../text/parse-literals.js';
import { writeText } from '../text/write-text.js';
import { blocksOfLiterals } from './blocks-of-literals.js';

export const read: Format['read'] = async ({ text = '' }) => {
  const blocks = blocksOfLiterals(parseLiterals(text) ?? []);
  if (!blocks.some(({ kind }) => kind !== 'paragraph'))
    throw new UnreadableSourceError('unknown-format', 'data in JSON without a table or a page of words');
  return { value: { ...writeText(text, blocks), format: 'json', metadata: [] }, issues: [] };
};
