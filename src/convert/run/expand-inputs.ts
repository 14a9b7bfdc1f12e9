import { stat } from 'node:fs/promises';
import { basename, isAbsolute } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { openFile } from '../../archive/byte-source.js';
import { isArchiveName, isZipName, judgeName } from '../../archive/judge-name.js';
import type { IsZipArchive } from '../../archive/read-zip.js';
import { isArchive } from '../../archive/scan-records.js';
import type { ArchiveEntry, Entry, InputEntry } from './entry.js';
import { fileFailure } from './file-failure.js';
import { readBytes } from './read-bytes.js';
import { walkFolder } from './walk-folder.js';

/**
 * What the user's words come to, in their order: files as they are named, folders walked, globs that the shell left
 * alone expanded, `-` standard input. What can't be found is a failure that names it.
 * @param isZipArchive tells a ZIP of documents from a document that is packed as one
 */
export async function* expandInputs(
  inputs: readonly string[],
  isZipArchive: IsZipArchive,
): AsyncGenerator<Entry> {
  for (const input of inputs) {
    if (input === '-') yield { kind: 'input', uri: 'stdin', path: null, claimed: true };
    else
      for await (const entry of expandPath(input, isZipArchive))
        yield looksArchived(entry) ? await asArchive(entry, isZipArchive) : entry;
  }
}

async function* expandPath(input: string, isZipArchive: IsZipArchive): AsyncGenerator<Entry> {
  try {
    const found = await stat(input);
    if (found.isDirectory()) yield* walkFolder(input);
    else {
      const entry: InputEntry = { kind: 'input', uri: input, path: input, claimed: true };
      // Of a file that is named the bytes decide; a pipe can be read only once.
      yield found.isFile() ? await asArchive(entry, isZipArchive) : entry;
    }
  } catch (error) {
    // A name that stands on the disk is that file, even with brackets in it; only then is it a pattern.
    if (isDynamicPattern(input)) yield* expandGlob(input);
    else yield { kind: 'failure', failure: fileFailure(input, error) };
  }
}

async function* expandGlob(pattern: string): AsyncGenerator<Entry> {
  const matches = await matchGlob(pattern);
  if (matches.length === 0) {
    yield {
      kind: 'failure',
      failure: { uri: pattern, code: 'not-found', message: 'the pattern matches no file' },
    };
  }
  for (const match of matches) {
    const verdict = judgeName(basename(match));
    if (match.endsWith('/')) yield* walkFolder(match);
    else if (verdict.kind === 'skipped') yield { kind: 'skipped', uri: match, reason: verdict.reason };
    else yield { kind: 'input', uri: match, path: match, claimed: verdict.kind === 'document' };
  }
}

const looksArchived = (entry: Entry): entry is InputEntry =>
  entry.kind === 'input' && entry.path !== null && (isArchiveName(entry.uri) || isZipName(entry.uri));

/** An archive, if the bytes begin as one does. What can't be opened is named when it is converted. */
async function asArchive(entry: InputEntry, isZipArchive: IsZipArchive): Promise<InputEntry | ArchiveEntry> {
  const { uri, path, claimed } = entry;
  if (path === null) return entry;
  try {
    const source = await openFile(path);
    try {
      if (await isArchive(source)) return { kind: 'archive', packing: 'warc', uri, path, claimed };
      const start = await source.read(0, 2);
      const isZip = start.toString('latin1') === 'PK' && isZipArchive({ uri, bytes: await readBytes(path) });
      return isZip ? { kind: 'archive', packing: 'zip', uri, path, claimed } : entry;
    } finally {
      await source.close();
    }
  } catch {
    return entry;
  }
}

/** As a shell would have expanded it, in byte order. Folders end in a slash. */
async function matchGlob(pattern: string): Promise<string[]> {
  const matches = await glob(pattern, {
    // With `**` the files below a folder match by themselves; without it, a folder that matches is walked.
    onlyFiles: pattern.includes('**'),
    expandDirectories: false,
    absolute: isAbsolute(pattern),
  });
  const prefix = pattern.startsWith('./') ? './' : '';
  return matches
    .map((match) => `${prefix}${match}`)
    .sort((left, right) => Buffer.compare(Buffer.from(left), Buffer.from(right)));
}
