import { decodeBody } from './decode-body.js';
import { parseAnswer } from './http-message.js';
import type { Originals } from './originals.js';
import { BODY_BYTES_MAX } from './read-warc.js';
import { WarcError } from './warc-error.js';

/**
 * The body of a digest, decoded, out of the archives that were read so far.
 * @throws WarcError if no archive holds it or it can't be read, and the errors of the file system
 */
export async function readOriginal(originals: Originals, digest: string): Promise<Buffer> {
  const original = originals.ofDigest(digest);
  if (original === null)
    throw new WarcError(
      'warc-revisit-unresolved',
      'these archives do not hold the body that belongs to a report',
    );
  const { block } = await originals.read(original, BODY_BYTES_MAX);
  const answer = parseAnswer(block);
  return decodeBody(answer.body, answer.headers, BODY_BYTES_MAX);
}
