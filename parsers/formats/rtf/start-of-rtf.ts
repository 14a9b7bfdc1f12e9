const START = [...'{\\rtf'].map((char) => char.charCodeAt(0));

/** Where the document begins: behind a byte order mark and white space that some programs put before it; -1 where it is none. */
export function startOfRtf(bytes: Uint8Array): number {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (at < 64 && [0x09, 0x0a, 0x0d, 0x20].includes(bytes[at]!)) at++;
  return START.every((code, index) => bytes[at + index] === code) ? at : -1;
}
