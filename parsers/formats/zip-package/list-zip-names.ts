const COMMENT_MAX = 0xffff;
const ENTRIES_MAX = 20_000;

/** Some programs part names by backslashes, and everybody takes them. */
const plainName = (name: string): string => name.replaceAll('\\', '/');

/** Byte for byte, so that names can be searched as strings. */
const latin1 = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

/** The names in the central directory of a ZIP, or null where it has none that can be read. */
function directoryNames(bytes: Uint8Array): string[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && end > bytes.length - 22 - COMMENT_MAX && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < 0 || view.getUint32(end, true) !== 0x06054b50) return null;
  const names: string[] = [];
  let at = view.getUint32(end + 16, true);
  while (at + 46 <= end && view.getUint32(at, true) === 0x02014b50 && names.length < ENTRIES_MAX) {
    const length = view.getUint16(at + 28, true);
    names.push(plainName(latin1(bytes.subarray(at + 46, at + 46 + length))));
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return names;
}

/** The names that stand before each file of a ZIP; what is left when its end was cut off. */
function localNames(bytes: Uint8Array): string[] {
  const names: string[] = [];
  const text = latin1(bytes);
  let at = text.indexOf('PK\x03\x04');
  while (at >= 0 && at + 30 <= bytes.length && names.length < ENTRIES_MAX) {
    const length = bytes[at + 26]! + 256 * bytes[at + 27]!;
    names.push(plainName(text.slice(at + 30, at + 30 + length)));
    at = text.indexOf('PK\x03\x04', at + 30);
  }
  return names;
}

/**
 * The names of the files in a ZIP without unpacking anything, as latin1; null where the bytes are no ZIP.
 * `whole` is false where its end was cut off.
 */
export function listZipNames(bytes: Uint8Array): { names: string[]; whole: boolean } | null {
  if (bytes.length < 30 || latin1(bytes.subarray(0, 4)) !== 'PK\x03\x04') return null;
  const names = directoryNames(bytes);
  return names !== null && names.length > 0
    ? { names, whole: true }
    : { names: localNames(bytes), whole: false };
}
