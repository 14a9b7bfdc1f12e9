import type { Format } from '../../../src/model/format.js';
import { UnreadableSourceError } from '../../../src/model/source.js';
import { decodeText } from '../charset/decode-text.js';
import { readHtmlBlocks } from './read-html-blocks.js';
import { bytesOfData, readPictures } from './read-pictures.js';
import { regridPreformatted } from './regrid-preformatted.js';
import { findMetaCharset, looksLikeHtml } from './sniff-html.js';

/** Web pages, and whatever else is marked up in HTML: saved pages, fragments, tables pasted into a text file. */
export const htmlFormat: Format = {
  id: 'html',
  sniff({ bytes, declared }) {
    const meta = findMetaCharset(bytes);
    const decoded = decodeText(bytes, {
      ...(declared?.charset === undefined ? {} : { header: declared.charset }),
      ...(meta === undefined ? {} : { meta }),
    });
    if (decoded === null || !looksLikeHtml(decoded.text)) return null;
    const { text, charset, issues } = decoded;
    return { value: { mediaType: 'text/html', charset, text }, issues };
  },
  async read({ text }, aids) {
    if (text === undefined) throw new UnreadableSourceError('html-not-decoded', 'The page was not decoded.');
    const read = readHtmlBlocks(text, { sourceOffsets: true, dropRegions: true });
    const { value: document, issues } = await readPictures(read, bytesOfData, aids);
    const blocks = regridPreformatted(document.blocks, text);
    return { value: { ...document, blocks, format: 'html' }, issues };
  },
};
