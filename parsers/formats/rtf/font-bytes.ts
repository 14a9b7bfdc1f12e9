import { bytesToFollow, decodeBytes, WESTERN } from './charset-bytes.js';

/** Gathers the bytes of a text until they can be decoded: a character may be cut over tokens, groups and fonts. */
interface FontBytes {
  /** @param page code page of the font that the byte stands in, or null where the font names none */
  add(byte: number, page: number | null): void;
  /** The text of all bytes since the last call. */
  take(): string;
  /** Some bytes were decoded by another code page than the file names. */
  disagrees(): boolean;
}

/** `documentPage`: code page of the document as far as it is known. */
export function createFontBytes(documentPage: () => number | null): FontBytes {
  let bytes: number[] = [];
  let page: number | null = null;
  /** Bytes that the last character still lacks. */
  let lacking = 0;
  let text = '';
  let disagrees = false;
  const decode = () => {
    if (bytes.length === 0) return;
    const decoded = decodeBytes(Uint8Array.from(bytes), page, documentPage());
    text += decoded.text;
    disagrees ||= decoded.disagrees;
    bytes = [];
    lacking = 0;
  };
  return {
    add(byte, fontPage) {
      // Half a character waits for the other half, whatever font that stands in. In a font without a language it is a
      // Western sign.
      const waits = lacking > 0 && page !== null;
      if (fontPage !== page && !waits) decode();
      if (bytes.length === 0) page = fontPage;
      lacking = lacking > 0 ? lacking - 1 : bytesToFollow(byte, page ?? documentPage() ?? WESTERN);
      bytes.push(byte);
    },
    take() {
      decode();
      const taken = text;
      text = '';
      return taken;
    },
    disagrees: () => disagrees,
  };
}
