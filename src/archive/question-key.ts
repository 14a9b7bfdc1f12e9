import { createHash } from 'node:crypto';

/** The key under which an answer is looked up: two bodies that were sent to one address are two questions. */
export const questionKey = (uri: string, sent: Uint8Array | undefined): string =>
  sent === undefined ? uri : `${uri}#sent=${createHash('sha256').update(sent).digest('hex')}`;

/** What was sent with the request in a block; undefined if nothing was. */
export function sentIn(block: Buffer): Buffer | undefined {
  if (!block.subarray(0, 5).equals(Buffer.from('POST '))) return undefined;
  const end = block.indexOf('\r\n\r\n');
  return end < 0 ? undefined : block.subarray(end + 4);
}
