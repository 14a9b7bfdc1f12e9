const FILE_HEAD_BYTES = 14;
const CORE_HEAD_BYTES = 12;
const INFO_HEAD_BYTES = 40;
const COLOUR_MASKS = 3;

/**
 * A bitmap as it stands inside other files, with the head that a file of its own has.
 * Null where it does not begin as a bitmap does.
 */
export function bitmapFile(bitmap: Uint8Array): Uint8Array | null {
  if (bitmap.length < INFO_HEAD_BYTES) return null;
  const view = new DataView(bitmap.buffer, bitmap.byteOffset, bitmap.byteLength);
  const head = view.getUint32(0, true);
  const isCore = head === CORE_HEAD_BYTES;
  if (!isCore && (head < INFO_HEAD_BYTES || head > bitmap.length)) return null;
  const bits = view.getUint16(isCore ? 10 : 14, true);
  const stated = isCore ? 0 : view.getUint32(32, true);
  const colours = bits > 8 ? stated : stated || 2 ** bits;
  const masks = head === INFO_HEAD_BYTES && view.getUint32(16, true) === COLOUR_MASKS ? 12 : 0;
  const pixelsAt = FILE_HEAD_BYTES + head + masks + colours * (isCore ? 3 : 4);
  const file = Buffer.alloc(FILE_HEAD_BYTES + bitmap.length);
  file.write('BM', 'latin1');
  file.writeUInt32LE(file.length, 2);
  file.writeUInt32LE(Math.min(pixelsAt, file.length), 10);
  file.set(bitmap, FILE_HEAD_BYTES);
  return new Uint8Array(file);
}
