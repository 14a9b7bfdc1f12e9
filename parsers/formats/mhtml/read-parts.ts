import PostalMime from 'postal-mime';
import { UnreadableSourceError } from '../../../src/model/source.js';

/** A part of the file that holds no parts itself. */
export interface MimePart {
  /** text/html, image/png, ... in small letters. */
  type: string;
  charset: string | undefined;
  /** With its transfer encoding undone. */
  bytes: Uint8Array;
  /** The addresses that other parts know it by. */
  names: string[];
}

export interface MimeParts {
  /** In their order. */
  parts: MimePart[];
  /** The Content-ID of the part to begin with, where the file names one. */
  start: string | undefined;
  /** The file ends before its last boundary. */
  cutOff: boolean;
}

/** What postal-mime knows of a part: its types leave it out, because messages are what it is for. */
interface MimeNode {
  contentType: { parsed: { value: string; params: Record<string, string> }; multipart: string | false };
  contentId?: string;
  headers: { key: string; value: string }[];
  content: ArrayBuffer | null;
  childNodes: MimeNode[];
}

const PARTS_MAX = 5000;
const NESTING_MAX = 20;

const plainId = (id: string): string => id.trim().replace(/^<|>$/g, '');

function leavesOf(root: MimeNode): MimeNode[] {
  if (root.contentType.multipart === false && root.childNodes.length === 0) return [root];
  return root.childNodes.flatMap(leavesOf);
}

function partOf(node: MimeNode): MimePart {
  const { value, params } = node.contentType.parsed;
  const location = node.headers.find(({ key }) => key === 'content-location')?.value.trim();
  return {
    type: value.toLowerCase(),
    charset: params.charset,
    bytes: new Uint8Array(node.content ?? new ArrayBuffer(0)),
    names: [location ?? '', node.contentId === undefined ? '' : `cid:${plainId(node.contentId)}`].filter(
      (name) => name !== '',
    ),
  };
}

/** The boundary of the whole ends with two hyphens where the file is whole. */
function isCutOff(bytes: Uint8Array, boundary: string | undefined): boolean {
  if (boundary === undefined) return false;
  const end = Buffer.from(`--${boundary}--`, 'latin1');
  return !Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(end);
}

/**
 * Takes a MIME file apart. The bytes of the pages are needed as they are: what a part claims of its charset is often wrong.
 *
 * @throws UnreadableSourceError mhtml-damaged | mhtml-too-large
 */
export async function readParts(bytes: Uint8Array): Promise<MimeParts> {
  const parser = new PostalMime({ maxNestingDepth: NESTING_MAX, maxRfc822NestingDepth: 0 });
  try {
    await parser.parse(bytes);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UnreadableSourceError('mhtml-damaged', `The saved web page can't be taken apart: ${reason}`, {
      cause: error,
    });
  }
  const { root } = parser as unknown as { root: MimeNode };
  const leaves = leavesOf(root);
  if (leaves.length > PARTS_MAX) {
    throw new UnreadableSourceError(
      'mhtml-too-large',
      `The saved web page holds more than ${PARTS_MAX} parts.`,
    );
  }
  const { params } = root.contentType.parsed;
  return {
    parts: leaves.map(partOf),
    start: params.start === undefined ? undefined : plainId(params.start),
    cutOff: isCutOff(bytes, params.boundary),
  };
}
