import type { Format } from '../../../src/model/format.js';
import type { Issue } from '../../../src/model/issue.js';
import type { Block } from '../../../src/model/parsed-document.js';
import { UnreadableSourceError } from '../../../src/model/source.js';
import { decodeText } from '../charset/decode-text.js';
import { readHtmlBlocks } from '../html/read-html-blocks.js';
import { bytesOfData, readPictures } from '../html/read-pictures.js';
import { regridPreformatted } from '../html/regrid-preformatted.js';
import { findMetaCharset } from '../html/sniff-html.js';
import { type MimePart, type MimeParts, readParts } from './read-parts.js';

/** Pages bring their pictures along. */
const BYTES_MAX = 64 * 1024 * 1024;

const isPage = ({ type }: MimePart): boolean => type === 'text/html' || type === 'application/xhtml+xml';

/** The page that the file was saved for: the one it names, else the first. */
function findPage({ parts, start, cutOff }: MimeParts): MimePart {
  const named = parts.find((part) => isPage(part) && part.names.includes(`cid:${start}`));
  const page = named ?? parts.find(isPage);
  if (page === undefined) {
    throw new UnreadableSourceError('mhtml-no-page', 'The saved web page (MHTML) holds no HTML.');
  }
  if (cutOff && page === parts.at(-1)) {
    throw new UnreadableSourceError(
      'mhtml-truncated',
      'The saved web page (MHTML) is cut off: its HTML does not end.',
    );
  }
  return page;
}

const FRAME = /<i?frame\b[^<>]*?\bsrc\s*=\s*["']?([^"'\s<>]+)/gi;

/** Pages in frames were saved as parts of their own. */
function frameIssues(text: string, page: MimePart, parts: readonly MimePart[]): Issue[] {
  const pages = parts.filter((part) => part !== page && isPage(part)).flatMap(({ names }) => names);
  const frames = [...text.matchAll(FRAME)].map(([, source]) => source!.replaceAll('&amp;', '&'));
  const held = frames.filter((source) =>
    pages.some((name) => name === source || name.endsWith(`/${source}`)),
  );
  if (held.length === 0) return [];
  const message = `The page shows ${held.length} other pages in frames; these could not be read.`;
  return [{ code: 'content-not-read', severity: 'warning', message }];
}

/** A part by the address that the page shows it under. */
function findPicture(src: string, page: MimePart, parts: readonly MimePart[]): Uint8Array | null {
  const address = src.trim();
  const base = page.names.find((name) => URL.canParse(name) && !name.startsWith('cid:'));
  const whole = base !== undefined && URL.canParse(address, base) ? new URL(address, base).href : address;
  return parts.find(({ names }) => names.includes(address) || names.includes(whole))?.bytes ?? null;
}

/** The places are those in the page; the file holds it packed. */
const withoutSource = (blocks: Block[]): Block[] =>
  blocks.map((block) => {
    const { sourceStart: _, sourceEnd: __, ...rest } = block;
    if (rest.kind === 'paragraph') return rest;
    const cells = rest.cells.map(({ sourceStart: _, sourceEnd: __, ...cell }) => cell);
    return { ...rest, cells };
  });

export const read: Format['read'] = async ({ source: { bytes } }, aids) => {
  if (bytes.length > BYTES_MAX) {
    throw new UnreadableSourceError(
      'mhtml-too-large',
      `The saved web page is larger than ${BYTES_MAX} bytes.`,
    );
  }
  const found = await readParts(bytes);
  const page = findPage(found);
  const meta = findMetaCharset(page.bytes);
  const decoded = decodeText(page.bytes, {
    ...(page.charset === undefined ? {} : { header: page.charset }),
    ...(meta === undefined ? {} : { meta }),
  });
  if (decoded === null) {
    throw new UnreadableSourceError(
      'mhtml-damaged',
      'The HTML of the saved web page can be read in no charset.',
    );
  }
  const { locate: _, ...read } = readHtmlBlocks(decoded.text, { sourceOffsets: true, dropRegions: true });
  const bytesOf = (src: string) => findPicture(src, page, found.parts) ?? bytesOfData(src);
  const { value: document, issues } = await readPictures(read, bytesOf, aids);
  const blocks = withoutSource(regridPreformatted(document.blocks, decoded.text));
  return {
    value: { ...document, blocks, format: 'mhtml' },
    issues: [...decoded.issues, ...frameIssues(decoded.text, page, found.parts), ...issues],
  };
};
