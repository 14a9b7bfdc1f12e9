import { stat } from 'node:fs/promises';
import { basename, isAbsolute } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { openFile } from '../../archive/byte-source.js';
import { isZipArchive } from '../../archive/is-zip-archive.js';
import { isArchiveName, judgeName } from '../../archive/judge-name.js';
import { isArchive } from '../../archive/scan-records.js';
import type { BundleFile } from '../../model/bundle.js';
import type { Format } from '../../model/format.js';
import { fileFailure } from '../failure.js';
import { readBytes } from '../read-bytes.js';
import { bundleOf, isBundle, type Listed } from './entry.js';
import { walkFolder } from './walk-folder.js';

/**
 * What the user's words come to, in their order: files as they are named, folders walked, globs that the shell left
 * alone expanded, `-` standard input. What can't be found is a failure that names it.
 */
export async function* expandInputs(
  inputs: readonly string[],
  formats: readonly Format[],
): AsyncGenerator<Listed> {
  for (const input of inputs) {
    if (input === '-') yield bundleOf({ uri: 'stdin', path: null });
    else yield* expandPath(input, formats);
  }
}

async function* expandPath(input: string, formats: readonly Format[]): AsyncGenerator<Listed> {
  try {
    const found = await stat(input);
    if (found.isDirectory()) yield* archivesIn(walkFolder(input, formats), formats);
    // Of a file that is named the bytes decide; a pipe can be read only once.
    else if (found.isFile()) yield await asArchive({ uri: input, path: input }, formats);
    else yield bundleOf({ uri: input, path: input });
  } catch (error) {
    // If a file has this name, the file is meant, even with brackets in the name; else the name is a pattern.
    if (isDynamicPattern(input)) yield* archivesIn(expandGlob(input, formats), formats);
    else yield { kind: 'failure', failure: fileFailure(input, error) };
  }
}

async function* expandGlob(pattern: string, formats: readonly Format[]): AsyncGenerator<Listed> {
  const matches = await matchGlob(pattern);
  if (matches.length === 0) {
    yield {
      kind: 'failure',
      failure: { uri: pattern, code: 'not-found', message: 'the pattern matches no file' },
    };
  }
  for (const match of matches) {
    const verdict = judgeName(basename(match), formats);
    if (match.endsWith('/')) yield* walkFolder(match, formats);
    else if (verdict.kind === 'skipped') yield { kind: 'skipped', uri: match, reason: verdict.reason };
    else yield bundleOf({ uri: match, path: match, claimed: verdict.kind === 'document' });
  }
}

/** Of files that were found, those whose names say so are looked at. */
async function* archivesIn(
  entries: AsyncIterable<Listed>,
  formats: readonly Format[],
): AsyncGenerator<Listed> {
  for await (const entry of entries) {
    const file = isBundle(entry) ? entry.files[0]! : null;
    const isNamedSo = file !== null && isArchiveName(file.uri, formats);
    yield isNamedSo ? await asArchive(file, formats) : entry;
  }
}

/** An archive, if the bytes begin as one does. What can't be opened is named when it is converted. */
async function asArchive(file: BundleFile, formats: readonly Format[]): Promise<Listed> {
  const { uri, path, claimed = true } = file;
  const archive = (packing: 'warc' | 'zip'): Listed => ({
    kind: 'archive',
    packing,
    uri,
    path: path!,
    claimed,
  });
  try {
    const source = await openFile(path!);
    try {
      if (await isArchive(source)) return archive('warc');
      const start = await source.read(0, 2);
      const isZip =
        start.toString('latin1') === 'PK' && isZipArchive({ uri, bytes: await readBytes(path!) }, formats);
      return isZip ? archive('zip') : bundleOf(file);
    } finally {
      await source.close();
    }
  } catch {
    return bundleOf(file);
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
