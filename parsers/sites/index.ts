import type { SiteKnowledge } from '../../src/model/platform.js';
import { decodeText } from '../formats/charset/decode-text.js';
import { readHtmlBlocks } from '../formats/html/read-html-blocks.js';
import { findMetaCharset } from '../formats/html/sniff-html.js';
import { formats } from '../formats/index.js';
import { addressNoise, isFileFormat, linkWords } from '../lookups/report-links.js';
import { platforms } from './platforms/index.js';

/** All that discovery knows of the sites of the world. */
export function loadSiteKnowledge(known = formats): SiteKnowledge {
  return {
    platforms,
    words: linkWords(known),
    addresses: addressNoise,
    isFile: (bytes) => known.filter(isFileFormat).some((format) => format.sniff({ uri: '', bytes })),
    decode: (bytes, charset) => {
      const meta = findMetaCharset(bytes);
      const hints = {
        ...(charset === null ? {} : { header: charset }),
        ...(meta === undefined ? {} : { meta }),
      };
      return decodeText(bytes, hints)?.text ?? null;
    },
    // As conversion sees the page: what it counts as pictures of the content is what it can't read without their files.
    pictures: (html) =>
      readHtmlBlocks(html, { sourceOffsets: false, dropRegions: true }).pictures.map(({ src }) => src),
  };
}
