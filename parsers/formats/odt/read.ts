import type { Format } from '../../../src/model/format.js';
import { UnreadableSourceError } from '../../../src/model/source.js';
import { readHtmlBlocks } from '../html/read-html-blocks.js';
import { holdsNone, readPictures } from '../html/read-pictures.js';
import { writeHtml } from '../office-html/write-html.js';
import { decodeXml } from '../zip-package/decode-xml.js';
import { leftOutIssues } from './left-out-issues.js';
import { type OdtParts, openOdt, picturesOf } from './open-odt.js';
import { readContent } from './read-content.js';
import { sniffOdt } from './sniff-odt.js';
import { createStyleBook } from './style-book.js';
import { walkXml } from './walk-xml.js';

const FLAT_BYTES_MAX = 60 * 1024 * 1024;

function openFlat(bytes: Uint8Array): OdtParts {
  if (bytes.length > FLAT_BYTES_MAX) {
    throw new UnreadableSourceError(
      'odt-too-large',
      `The OpenDocument file is larger than ${FLAT_BYTES_MAX} bytes.`,
    );
  }
  return { content: decodeXml(bytes), styles: null };
}

export const read: Format['read'] = async ({ source: { bytes } }, aids) => {
  const parts = sniffOdt(bytes) === 'flat' ? openFlat(bytes) : await openOdt(bytes);
  const styles = createStyleBook();
  if (parts.styles !== null) {
    const learn = { open: styles.open, close: () => {}, text: () => {} };
    walkXml(parts.styles, 'styles.xml', learn);
  }
  const bytesOf = sniffOdt(bytes) === 'flat' ? holdsNone : picturesOf(bytes);
  const { blocks, notes, leftOut, body } = readContent(parts.content, styles);
  if (body !== 'text') {
    throw new UnreadableSourceError(
      'odt-no-text',
      `The OpenDocument file is no text document (${body ?? 'it has no body'}).`,
    );
  }
  const { locate: _, ...page } = readHtmlBlocks(writeHtml([...blocks, ...notes]), {
    sourceOffsets: false,
    dropRegions: false,
  });
  const { value: document, issues } = await readPictures(page, bytesOf, aids);
  return { value: { ...document, format: 'odt' }, issues: [...leftOutIssues(leftOut), ...issues] };
};
