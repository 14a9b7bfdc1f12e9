import { createReadStream, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { WARCParser } from 'warcio';

/**
 * Reads every file of an archive to its end, as a reader that shares no code with the writer.
 * @param type what every answer begins its content-type with
 * @returns what is wrong with it
 */
export async function checkArchive(folder: string, type = 'text/html'): Promise<string[]> {
  const faults: string[] = [];
  const files = readdirSync(folder).filter((name) => name.endsWith('.warc.gz'));
  const originals = new Set<string>();
  for (const name of files.sort()) {
    for await (const record of new WARCParser(createReadStream(join(folder, name)))) {
      const { warcType, warcPayloadDigest: digest } = record;
      const payload = await record.readFully(false);
      if (warcType === 'response' && !record.httpHeaders?.headers.get('content-type')?.startsWith(type))
        faults.push(`${name}: a record without its headers`);
      if (warcType === 'response' && digest !== `sha256:${await hex(payload)}`)
        faults.push(`${name}: a body that its digest does not fit`);
      if (warcType === 'response' && digest && payload.length > 0 && originals.has(digest))
        faults.push(`${name}: a body twice`);
      if (warcType === 'response' && digest) originals.add(digest);
      if (warcType === 'revisit' && !originals.has(digest ?? ''))
        faults.push(`${name}: a revisit without its original`);
    }
  }
  return faults;
}

const hex = async (bytes: Uint8Array): Promise<string> =>
  Buffer.from(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))).toString('hex');
