import { scoreText } from './text-score.js';

/** Bytes of ASCII that part a page into pieces, each written by one program. */
const BORDERS = new Set([0x3c, 0x3e, 0x0a, 0x0d]);
/** How much more a piece must read like Chinese in the other charset. */
const BETTER_BY = 0.2;
/** Fewer characters are an accident. */
const CHARS_MIN = 6;

interface MixedText {
  text: string;
  /** Characters that were decoded in the other charset. */
  others: number;
}

function strictly(bytes: Uint8Array, charset: string): string | null {
  try {
    return new TextDecoder(charset, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * Decodes a page that was put together from parts in two charsets, piece by piece between its tags.
 *
 *     <title>GBK</title> ... <td>UTF-8</td>
 *
 * @param main the charset of most of the page
 * @returns null where the page is in one charset
 */
export function decodeMixed(
  bytes: Uint8Array,
  main: 'utf-8' | 'gb18030',
  common: ReadonlySet<string>,
): MixedText | null {
  const other = main === 'utf-8' ? 'gb18030' : 'utf-8';
  const decoder = new TextDecoder(main, { ignoreBOM: true });
  const parts: string[] = [];
  let others = 0;
  let start = 0;
  let isPlain = true;
  const end = (at: number) => {
    const piece = bytes.subarray(start, at);
    start = at;
    const usual = decoder.decode(piece);
    const found = isPlain ? null : strictly(piece, other);
    isPlain = true;
    const isChinese = found !== null && /[\u2e80-\uffef]/u.test(found);
    if (isChinese && scoreText(found, common).quality >= scoreText(usual, common).quality + BETTER_BY) {
      others += found.match(/[\u2e80-\uffef]/gu)!.length;
      parts.push(found);
    } else parts.push(usual);
  };
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at]! >= 0x80) isPlain = false;
    else if (BORDERS.has(bytes[at]!) && at > start) end(at);
  }
  end(bytes.length);
  return others < CHARS_MIN ? null : { text: parts.join('').replace(/^\ufeff/u, ''), others };
}
