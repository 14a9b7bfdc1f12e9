import { type FileHandle, open } from 'node:fs/promises';

/** Bytes that can be read at any place: a file, or what is in memory already. */
export interface ByteSource {
  size: number;
  /** Fewer bytes than `length` only at the end. */
  read(offset: number, length: number): Promise<Buffer>;
  close(): Promise<void>;
}

/** @throws the errors of the file system */
export async function openFile(path: string | Uint8Array): Promise<ByteSource> {
  const handle = await open(typeof path === 'string' ? path : Buffer.from(path), 'r');
  const { size } = await handle.stat();
  return { size, read: (offset, length) => readAt(handle, offset, length), close: () => handle.close() };
}

/** An open handle whose file may still grow; closing is left to its owner. */
export async function sourceOf(handle: FileHandle): Promise<ByteSource> {
  const { size } = await handle.stat();
  return { size, read: (offset, length) => readAt(handle, offset, length), close: async () => {} };
}

export function sourceOfBytes(bytes: Uint8Array): ByteSource {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    size: buffer.length,
    read: async (offset, length) => buffer.subarray(offset, offset + length),
    close: async () => {},
  };
}

async function readAt(handle: FileHandle, offset: number, length: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(buffer, filled, length - filled, offset + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}
