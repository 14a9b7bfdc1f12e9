import type { Mark } from '../../../src/model/mark.js';
import type { Block, ParsedDocument } from '../../../src/model/parsed-document.js';
import { picturesUnread } from '../../../src/model/pictures-unread.js';
import type { ReadingAids } from '../../../src/model/reading-aids.js';
import type { Result } from '../../../src/model/result.js';
import { insertPictures, type PictureSources } from '../../../src/ocr/page/insert-pictures.js';
import type { HtmlBlocks } from './read-html-blocks.js';

/** The bytes of a picture by its address; null where the file does not hold them. */
type BytesOf = PictureSources['bytesOf'];

/** Of files that hold their pictures in a way that is not read. */
export const holdsNone: BytesOf = () => null;

const DATA = /^\s*data:(?<type>[^,;]*)(?<parameters>[^,]*),(?<data>.*)$/isu;

/** The bytes of a picture that stands in the page itself (RFC 2397). */
export function bytesOfData(src: string): Uint8Array | null {
  const { parameters, data } = DATA.exec(src)?.groups ?? {};
  if (data === undefined || !/;base64$/iu.test(parameters!)) return null;
  return new Uint8Array(Buffer.from(data.replace(/%([0-9a-f]{2})/giu, unescaped), 'base64'));
}

const unescaped = (_: string, code: string): string => String.fromCharCode(Number.parseInt(code, 16));

/**
 * Reads the pictures of a page where the aids allow it and the file holds them.
 * Issues: those of the page, at the blocks as they then stand; `image-content` for pictures that were not read.
 */
export async function readPictures(
  { pictures, issues, ...document }: Omit<HtmlBlocks, 'locate'> & Partial<Pick<HtmlBlocks, 'locate'>>,
  sources: BytesOf | Omit<PictureSources, 'pictures'>,
  aids: ReadingAids | undefined,
): Promise<Result<Omit<ParsedDocument, 'format'>>> {
  const own = typeof sources === 'function' ? { bytesOf: sources } : sources;
  const inserted = await insertPictures(document, { pictures, ...own }, aids);
  const moved = issues.map((issue) =>
    issue.at ? { ...issue, at: { ...issue.at, block: inserted.blockOf(issue.at.block) } } : issue,
  );
  const left = pictures.length - inserted.read;
  const marks = movedMarks(document, inserted.value.blocks, inserted.blockOf);
  return {
    value: { ...inserted.value, ...(marks && { marks }), ...(left > 0 && { picturesLeft: left }) },
    issues: [...moved, ...inserted.issues, ...picturesUnread(left)],
  };
}

/** Marks where their blocks stand now. */
function movedMarks(
  { blocks, marks }: Pick<ParsedDocument, 'blocks' | 'marks'>,
  now: readonly Block[],
  blockOf: (block: number) => number,
): Mark[] | undefined {
  let block = 0;
  return marks?.map((mark) => {
    while (block + 1 < blocks.length && blocks[block + 1]!.start <= mark.start) block++;
    const shift = now[blockOf(block)]!.start - blocks[block]!.start;
    return { ...mark, start: mark.start + shift, end: mark.end + shift };
  });
}
