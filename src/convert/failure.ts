import type { BundleFile } from '../model/bundle.js';
import type { FailureCode } from '../model/codes/failure-codes.js';
import { UnreadableSourceError } from '../model/source.js';

/** Why something could not be read. `code` is stable (docs/record.md lists them all); `message` is for a person. */
export interface Failure {
  uri: string;
  code: FailureCode;
  message: string;
  /** Of a ZIP, or of several files of one report: what could not be read. The records of all others are given beside the failure. */
  members?: Failure[];
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** An error that was thrown while a document was read. `internal-error` is a fault of nianbao. */
export function failureOf(uri: string, error: unknown): Failure {
  const code = error instanceof UnreadableSourceError ? error.code : 'internal-error';
  return { uri, code, message: messageOf(error) };
}

const fileTrouble: Record<string, [code: FailureCode, message: string]> = {
  ENOENT: ['not-found', 'no such file or folder'],
  ENOTDIR: ['not-found', 'no such file: a part of its path is a file, not a folder'],
  ENAMETOOLONG: ['not-found', 'no such file: the name is too long'],
  EACCES: ['no-permission', 'permission denied'],
  EPERM: ['no-permission', 'permission denied'],
  ELOOP: ['link-loop', 'the link leads back to itself'],
  EISDIR: ['not-a-file', 'it is a folder'],
};

/** An error that was thrown while the bytes of a file were fetched. */
export function fileFailure(uri: string, error: unknown): Failure {
  if (error instanceof UnreadableSourceError) return failureOf(uri, error);
  const [code, message] = fileTrouble[(error as NodeJS.ErrnoException).code ?? ''] ?? [
    'file-error',
    messageOf(error),
  ];
  return { uri, code, message };
}

/** Does a file that only lay about show itself to be no document? A picture that a page shows may be anything. */
export const isStray = ({ claimed = true, linked }: BundleFile, { code }: Failure): boolean =>
  (!claimed || linked === 'picture') && (code === 'empty' || code === 'unknown-format');

/** The failures that this one joins. */
export const membersOf = (failure: Failure | null): Failure[] =>
  failure?.members ?? (failure ? [failure] : []);

export const namesOf = (files: readonly { uri: string }[]): string => files.map(({ uri }) => uri).join(', ');

const wholes: Record<'report' | 'zip', { code: FailureCode; words: string }> = {
  report: { code: 'carriers-failed', words: 'of the files of one report' },
  zip: { code: 'zip-members-failed', words: 'of the documents in it' },
};

/**
 * One failure that joins several, or null if there is no failure. A single one stays as it is, unless it is about one document of
 * a ZIP.
 * @param files what the failures are about, as the user named it
 */
export function joinFailures(
  files: readonly { uri: string }[],
  members: Failure[],
  whole: keyof typeof wholes = 'report',
): Failure | null {
  const uri = namesOf(files);
  const [first, ...more] = members;
  if (!first || (more.length === 0 && (whole === 'report' || first.uri === uri))) return first ?? null;
  const { code, words } = wholes[whole];
  const list = members.map((each) => `${each.uri}: ${each.message} [${each.code}]`).join('; ');
  return { uri, code, message: `${words}, ${members.length} could not be read: ${list}`, members };
}
