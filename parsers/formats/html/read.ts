import type { Format } from '../../../src/model/format.js';
import { UnreadableSourceError } from '../../../src/model/source.js';
import { readHtmlBlocks } from './read-html-blocks.js';
import { bytesOfData, readPictures } from './read-pictures.js';
import { regridPreformatted } from './regrid-preformatted.js';

export const read: Format['read'] = async ({ text }, aids) => {
  if (text === undefined) throw new UnreadableSourceError('html-not-decoded', 'The page was not decoded.');
  const read = readHtmlBlocks(text, { sourceOffsets: true, dropRegions: true });
  const { value: document, issues } = await readPictures(read, bytesOfData, aids);
  const blocks = regridPreformatted(document.blocks, text);
  return { value: { ...document, blocks, format: 'html' }, issues };
};
