import { readFile } from 'node:fs/promises';
import { platforms } from '../../parsers/sites/platforms/index.js';
import { fileFailure } from '../convert/failure.js';
import { parseSites, type SitesFile, SitesFileError } from '../discover/parse-sites.js';
import { UsageError } from './usage-error.js';

/**
 * Reads a file of sites. @param ids only these of its sites; all sites if it is empty
 * @throws UsageError with every mistake of the file, a line each, or where an id is not there
 */
export async function readSites(path: string, ids: readonly string[]): Promise<SitesFile> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(`${path}: a file of sites is written in UTF-8`);
    throw new UsageError(`${path}: ${fileFailure(path, error).message}`);
  }
  let file: SitesFile;
  try {
    file = parseSites(
      text,
      path,
      platforms.map(({ id }) => id),
    );
  } catch (error) {
    if (!(error instanceof SitesFileError)) throw error;
    const { length } = error.faults;
    throw new UsageError(
      `${path} has ${length === 1 ? 'a mistake' : `${length} mistakes`}:\n${error.message}`,
    );
  }
  const missing = ids.filter((id) => !file.sites.some((site) => site.id === id));
  if (missing.length > 0) throw new UsageError(`${path} has no site ${missing.join(', ')}`);
  return ids.length === 0 ? file : { ...file, sites: file.sites.filter(({ id }) => ids.includes(id)) };
}
