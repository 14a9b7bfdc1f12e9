import { createHash } from 'node:crypto';
import type { Archive } from '../archive/archive.js';
import { WarcError } from '../archive/warc-error.js';
import type { KeptBody } from '../store/stored.js';

/**
 * The body that the store knows of, out of the archive.
 * @throws WarcError where the archive does not hold it, or another one in its place; and the errors of the file system
 */
export async function readKept(archive: Archive, kept: KeptBody): Promise<Buffer> {
  const body = await archive.readBody(kept).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new WarcError('warc-damaged', `the archive has no file ${kept.file}`);
  });
  // A store beside an archive of other days would hand out the pages of others.
  if (createHash('sha256').update(body).digest('hex') !== kept.sha256)
    throw new WarcError('warc-damaged', `${kept.file} holds another body at ${kept.offset}`);
  return body;
}
