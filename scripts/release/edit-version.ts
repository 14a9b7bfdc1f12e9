import { readFileSync, writeFileSync } from 'node:fs';
import { dateChangelog } from './date-changelog.js';

/** How each file that names the version comes to name the next one. */
const edits: Record<string, (text: string, version: string, date: string) => string> = {
  'package.json': (text, version) => text.replace(/^( {2}"version": )"[^"]+"/mu, `$1"${version}"`),
  // The package itself comes first, as the whole and as the folder "".
  'package-lock.json': (text, version) =>
    text
      .replace(/^( {2}"version": )"[^"]+"/mu, `$1"${version}"`)
      .replace(/("": \{\s*"name": "[^"]+",\s*"version": )"[^"]+"/u, `$1"${version}"`),
  'src/model/version.ts': (text, version) => text.replace(/(version = )'[^']+'/u, `$1'${version}'`),
  'CHANGELOG.md': dateChangelog,
};

interface Disk {
  read: (file: string) => string;
  write: (file: string, text: string) => void;
}

const thisDisk: Disk = {
  read: (file) => readFileSync(file, 'utf8'),
  write: (file, text) => writeFileSync(file, text),
};

/** Writes the version where it is named. @returns the files, and what undoes it */
export function editVersion(
  version: string,
  date: string,
  { read, write }: Disk = thisDisk,
): { files: string[]; undo: () => void } {
  const files = Object.keys(edits);
  const before = files.map(read);
  const after = files.map((file, at) => edits[file]!(before[at]!, version, date));
  const unchanged = files.filter((_, at) => before[at] === after[at]);
  if (unchanged.length > 0) throw new Error(`${unchanged.join(', ')}: names no version`);
  const put = (texts: readonly string[]): void => {
    for (const [at, file] of files.entries()) write(file, texts[at]!);
  };
  put(after);
  return { files, undo: () => put(before) };
}
