/** What an RTF file is made of. */
interface RtfHandler {
  open(): void;
  close(): void;
  /** `\name12`; `~` and the like for `\~`. */
  word(name: string, parameter: number | null): void;
  /** A byte of text, as it stands at this place or as `\'hh`. */
  byte(value: number, at: number): void;
  /** Raw bytes [start, end). */
  binary(start: number, end: number): void;
}

const WORD_MAX = 32;
const DIGITS_MAX = 10;

const [BACKSLASH, OPEN, CLOSE, CR, LF, SPACE, QUOTE, MINUS] = [
  0x5c, 0x7b, 0x7d, 0x0d, 0x0a, 0x20, 0x27, 0x2d,
] as const;

const isLetter = (byte: number | undefined): boolean =>
  byte !== undefined && ((byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a));
const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39;

const hexValue = (byte: number | undefined): number => {
  const value = Number.parseInt(String.fromCharCode(byte ?? 0), 16);
  return Number.isNaN(value) ? -1 : value;
};

/**
 * Goes through the bytes once, and stops behind the group that the file opens with.
 *
 * @returns where it stopped; -1 where the file ends inside a group
 */
export function scanRtf(bytes: Uint8Array, handler: RtfHandler): number {
  let at = 0;
  let depth = 0;

  /** Behind the backslash. */
  const readControl = () => {
    const start = at;
    while (isLetter(bytes[at]) && at - start < WORD_MAX) at++;
    if (at === start) return readSymbol();
    const name = String.fromCharCode(...bytes.subarray(start, at));
    const digits = at;
    if (bytes[at] === MINUS && isDigit(bytes[at + 1])) at++;
    while (isDigit(bytes[at]) && at - digits < DIGITS_MAX) at++;
    const parameter = at > digits ? Number(String.fromCharCode(...bytes.subarray(digits, at))) : null;
    if (bytes[at] === SPACE) at++;
    // Raw bytes, which may hold braces of their own.
    if (name === 'bin') {
      const end = Math.min(at + Math.max(parameter ?? 0, 0), bytes.length);
      handler.binary(at, end);
      at = end;
    } else handler.word(name, parameter);
  };

  const readSymbol = () => {
    const symbol = bytes[at++];
    if (symbol === undefined) return;
    if (symbol === BACKSLASH || symbol === OPEN || symbol === CLOSE) handler.byte(symbol, at - 1);
    else if (symbol === CR || symbol === LF) handler.word('par', null);
    else if (symbol !== QUOTE) handler.word(String.fromCharCode(symbol), null);
    else {
      const high = hexValue(bytes[at]);
      const low = hexValue(bytes[at + 1]);
      if (high < 0 || low < 0) return;
      at += 2;
      handler.byte(high * 16 + low, at - 1);
    }
  };

  while (at < bytes.length) {
    const byte = bytes[at++]!;
    if (byte === BACKSLASH) readControl();
    else if (byte === OPEN) {
      depth++;
      handler.open();
    } else if (byte === CLOSE) {
      depth--;
      handler.close();
      if (depth <= 0) return at;
    } else if (byte !== CR && byte !== LF && byte !== 0) handler.byte(byte, at - 1);
  }
  return -1;
}
