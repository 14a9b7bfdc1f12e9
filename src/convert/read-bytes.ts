import { createReadStream } from 'node:fs';
import { UnreadableSourceError } from '../model/source.js';

/** No report comes near it; a device or an endless pipe is stopped here. */
const INPUT_BYTES_MAX = 256 * 1024 * 1024;

/**
 * The bytes of a file, or of standard input for null.
 * @throws UnreadableSourceError `too-large`, and the errors of the file system
 */
export async function readBytes(path: string | Uint8Array | null): Promise<Uint8Array> {
  const stream =
    path === null ? process.stdin : createReadStream(typeof path === 'string' ? path : Buffer.from(path));
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    if (size > INPUT_BYTES_MAX) {
      throw new UnreadableSourceError('too-large', `it is larger than ${INPUT_BYTES_MAX / 1024 / 1024} MB`);
    }
  }
  return Buffer.concat(chunks);
}
