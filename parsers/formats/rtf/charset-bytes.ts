/** Windows' numbers of code pages, and the decoders that read them. */
const DECODERS: Record<number, string> = {
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  10002: 'big5',
  10008: 'gb18030',
  20936: 'gb18030',
  54936: 'gb18030',
  65001: 'utf-8',
};
for (let page = 1250; page <= 1258; page++) DECODERS[page] = `windows-${page}`;

/** The `\fcharsetN` of fonts, and the code page that each stands for; 0 and 1 say nothing of a language. */
const PAGE_OF_CHARSET: Record<number, number> = {
  77: 10000,
  78: 932,
  128: 932,
  129: 949,
  130: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};

export const WESTERN = 1252;

/** The code page of a font's charset, or null where the charset names none. */
export const pageOfCharset = (charset: number): number | null => PAGE_OF_CHARSET[charset] ?? null;

const isDoubleByte = (page: number): boolean => /^(?:gb|big|shift|euc)/.test(decoderOf(page));

const decoderOf = (page: number): string => DECODERS[page] ?? `windows-${WESTERN}`;

function decodeStrictly(bytes: Uint8Array, decoder: string): string | null {
  try {
    return new TextDecoder(decoder, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // Not this code page: the caller tries the next.
    return null;
  }
}

/** Pairs of bytes as GB 2312 has them, among them characters and not only signs: no Western text looks like it. */
const HAN_PAIRS = /^(?:[\x00-\x7f]|[\xa1-\xf7][\xa1-\xfe])*$/;
const HAN = /[\xb0-\xf7][\xa1-\xfe]/;
const BYTES_LOOKED_AT = 10_000;

interface DecodedBytes {
  text: string;
  /** Another code page than the file names was believed. */
  disagrees: boolean;
}

/**
 * Decodes the bytes of one font. Where the font says nothing of its language, the document's code page is tried before
 * the Western one, and Chinese is known by its bytes: some programs name no code page at all.
 *
 * @param fontPage code page of the font, or null
 * @param documentPage code page of the document (`\\ansicpg`), or null
 */
export function decodeBytes(
  bytes: Uint8Array,
  fontPage: number | null,
  documentPage: number | null,
): DecodedBytes {
  if (bytes.every((byte) => byte < 0x80)) return { text: new TextDecoder().decode(bytes), disagrees: false };
  const named = [fontPage, documentPage].filter((page) => page !== null && page !== WESTERN) as number[];
  for (const page of named) {
    const text = decodeStrictly(bytes, decoderOf(page));
    if (text !== null) return { text, disagrees: page !== named[0] };
  }
  const raw = String.fromCharCode(...bytes.subarray(0, BYTES_LOOKED_AT));
  if (named.length === 0 && HAN.test(raw) && HAN_PAIRS.test(raw)) {
    return { text: new TextDecoder('gb18030').decode(bytes), disagrees: true };
  }
  // A lone sign (a degree sign, a middle dot) beside Chinese is Western; broken Chinese is not.
  const western = named.length === 0 || (fontPage === null && !HAN.test(raw));
  const page = western ? WESTERN : named[0]!;
  return { text: new TextDecoder(decoderOf(page)).decode(bytes), disagrees: false };
}

/** How many bytes follow this one in its character, where it is the first: 1 in double-byte code pages, up to 3 in UTF-8. */
export function bytesToFollow(first: number, page: number): number {
  if (first < 0x80) return 0;
  if (decoderOf(page) === 'utf-8') return first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : first >= 0xc0 ? 1 : 0;
  return isDoubleByte(page) && first !== 0x80 && first !== 0xff ? 1 : 0;
}
