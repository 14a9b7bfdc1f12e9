import type { Format } from '../../../src/model/format.js';
import { UnreadableSourceError } from '../../../src/model/source.js';
import { readHtmlBlocks } from '../html/read-html-blocks.js';
import { readPictures } from '../html/read-pictures.js';
import { convertDocx, ID_PREFIX } from './convert-docx.js';
import { openPackage, picturesOf } from './open-package.js';
import { looksEncrypted } from './sniff-docx.js';

export const read: Format['read'] = async ({ source: { bytes } }, aids) => {
  if (looksEncrypted(bytes)) {
    throw new UnreadableSourceError('encrypted', 'The Office file is encrypted: it needs a password.');
  }
  const converted = await convertDocx(await openPackage(bytes), picturesOf(bytes));
  const { locate: _, ...page } = readHtmlBlocks(converted.value, {
    sourceOffsets: false,
    dropRegions: false,
    notePrefix: ID_PREFIX,
  });
  const { value: document, issues } = await readPictures(page, picturesOf(bytes), aids);
  return { value: { ...document, format: 'docx' }, issues: [...converted.issues, ...issues] };
};
