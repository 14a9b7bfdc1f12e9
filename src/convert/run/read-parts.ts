import { WarcError } from '../../archive/warc-error.js';
import type { BundleFile, Linked } from '../../model/bundle.js';
import type { Failure } from '../failure.js';

/** A body that an archive keeps, of a page of a report or of what hangs on it. */
interface Part {
  uri: string;
  fetchedAt: string;
  role: 'page' | Linked;
}

/** The parts of a report out of the archive that keeps them: those that it can give, and those that it has lost. */
export async function readParts<P extends Part>(
  parts: readonly P[],
  read: (part: P) => Promise<Uint8Array>,
): Promise<{ files: BundleFile[]; lost: { part: P; failure: Failure }[] }> {
  const files: BundleFile[] = [];
  const lost: { part: P; failure: Failure }[] = [];
  for (const part of parts) {
    const { uri, fetchedAt, role } = part;
    try {
      files.push({ uri, fetchedAt, bytes: await read(part), ...(role !== 'page' && { linked: role }) });
    } catch (error) {
      if (!(error instanceof WarcError)) throw error;
      lost.push({ part, failure: { uri, code: error.code, message: error.message } });
    }
  }
  return { files, lost };
}
