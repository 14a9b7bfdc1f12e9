import type { FailureCode } from '../../model/codes/failure-codes.js';
import type { Failure } from '../convert.js';

const words: Record<string, [code: FailureCode, message: string]> = {
  ENOENT: ['not-found', 'no such file or folder'],
  ENOTDIR: ['not-found', 'no such file: a part of its path is a file, not a folder'],
  ENAMETOOLONG: ['not-found', 'no such file: the name is too long'],
  EACCES: ['no-permission', 'permission denied'],
  EPERM: ['no-permission', 'permission denied'],
  ELOOP: ['link-loop', 'the link leads back to itself'],
  EISDIR: ['not-a-file', 'it is a folder'],
};

/** An error of the file system as a failure with a stable code, said in words. */
export function fileFailure(uri: string, error: unknown): Failure {
  const known = words[(error as NodeJS.ErrnoException).code ?? ''];
  if (known) return { uri, code: known[0], message: known[1] };
  const message = error instanceof Error ? error.message : String(error);
  return { uri, code: 'file-error', message };
}
