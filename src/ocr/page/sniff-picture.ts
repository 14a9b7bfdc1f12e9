/** The media type of a picture file by its first bytes; null for everything else. */
export function sniffPicture(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (/^(?:II\*\0|MM\0\*|II\+\0|MM\0\+)/u.test(head)) return 'image/tiff';
  if (/^GIF8[79]a/u.test(head)) return 'image/gif';
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'image/webp';
  if (isBitmap(bytes)) return 'image/bmp';
  return null;
}

/** Two letters say little: the sizes of the headers must fit them. */
function isBitmap(bytes: Uint8Array): boolean {
  if (bytes.length < 26 || bytes[0] !== 0x42 || bytes[1] !== 0x4d) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pixelsAt = view.getUint32(10, true);
  return [12, 40, 52, 56, 64, 108, 124].includes(view.getUint32(14, true)) && pixelsAt < bytes.length;
}
