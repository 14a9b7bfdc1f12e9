import iconv from 'iconv-lite';

export type Charset = 'utf-8' | 'gbk' | 'gb18030' | 'utf-16le' | 'utf-16be';

/**
 * Encodes a text carrier. UTF-16 gets its byte order mark. GBK has no space that keeps words together: writers put a plain one. It must
 * hold every other character, or the source would be damaged unasked.
 */
export const encodeText = (given: string, charset: Charset): Uint8Array => {
  if (charset === 'utf-8') return new TextEncoder().encode(given);
  const text = charset === 'gbk' ? given.replaceAll('\u00a0', ' ') : given;
  const bytes = new Uint8Array(iconv.encode(text, charset, { addBOM: charset.startsWith('utf-16') }));
  if (iconv.decode(Buffer.from(bytes), charset) !== text) {
    throw new Error(`the text does not fit in ${charset}`);
  }
  return bytes;
};
