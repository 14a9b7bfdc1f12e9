import type { Format } from '../../../src/model/format.js';
import { UnreadableSourceError } from '../../../src/model/source.js';
import { readHtmlBlocks } from '../html/read-html-blocks.js';
import { readPictures } from '../html/read-pictures.js';
import { writeHtml } from '../office-html/write-html.js';
import { leftOutIssues } from './left-out-issues.js';
import { readRtf } from './read-rtf.js';

const MEDIA_TYPE = 'application/rtf';
/** Pictures stand in RTF as hexadecimal digits: a report with scans takes some megabytes. */
const BYTES_MAX = 64 * 1024 * 1024;
const START = [...'{\\rtf'].map((char) => char.charCodeAt(0));

/** Where the document begins: behind a byte order mark and white space that some programs put before it. */
function startOf(bytes: Uint8Array): number {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (at < 64 && [0x09, 0x0a, 0x0d, 0x20].includes(bytes[at]!)) at++;
  return START.every((code, index) => bytes[at + index] === code) ? at : -1;
}

/** Rich Text Format, as Word, WPS and LibreOffice write it; often named .doc. */
export const rtfFormat: Format = {
  id: 'rtf',
  sniff({ bytes }) {
    return startOf(bytes) < 0 ? null : { value: { mediaType: MEDIA_TYPE }, issues: [] };
  },
  async read({ source: { bytes } }, aids) {
    if (bytes.length > BYTES_MAX) {
      throw new UnreadableSourceError('rtf-too-large', `The RTF file is larger than ${BYTES_MAX} bytes.`);
    }
    const { blocks, notes, leftOut, pictures } = readRtf(bytes.subarray(startOf(bytes)));
    const html = writeHtml([...blocks, ...notes]);
    const { locate: _, ...page } = readHtmlBlocks(html, { sourceOffsets: false, dropRegions: false });
    const { value: document, issues } = await readPictures(page, pictures, aids);
    return { value: { ...document, format: 'rtf' }, issues: [...leftOutIssues(leftOut), ...issues] };
  },
};
