import type { Format } from '../../../src/model/format.js';
import { UnreadableSourceError } from '../../../src/model/source.js';
import { readHtmlBlocks } from '../html/read-html-blocks.js';
import { readPictures } from '../html/read-pictures.js';
import { writeHtml } from '../office-html/write-html.js';
import { leftOutIssues } from './left-out-issues.js';
import { readRtf } from './read-rtf.js';
import { startOfRtf } from './start-of-rtf.js';

/** Pictures stand in RTF as hexadecimal digits: a report with scans takes some megabytes. */
const BYTES_MAX = 64 * 1024 * 1024;

export const read: Format['read'] = async ({ source: { bytes } }, aids) => {
  if (bytes.length > BYTES_MAX) {
    throw new UnreadableSourceError('rtf-too-large', `The RTF file is larger than ${BYTES_MAX} bytes.`);
  }
  const { blocks, notes, leftOut, pictures } = readRtf(bytes.subarray(startOfRtf(bytes)));
  const html = writeHtml([...blocks, ...notes]);
  const { locate: _, ...page } = readHtmlBlocks(html, { sourceOffsets: false, dropRegions: false });
  const { value: document, issues } = await readPictures(page, pictures, aids);
  return { value: { ...document, format: 'rtf' }, issues: [...leftOutIssues(leftOut), ...issues] };
};
