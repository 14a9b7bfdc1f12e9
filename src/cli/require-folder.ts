import { stat } from 'node:fs/promises';
import { UsageError } from './usage-error.js';

/** @throws UsageError where something of that name is there and is no folder; what is not there can be made */
export async function requireFolder(path: string): Promise<void> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw new UsageError(
      `--out ${path}: ${error.code === 'ENOTDIR' ? 'a part of it is a file' : error.message}`,
    );
  });
  if (found && !found.isDirectory()) throw new UsageError(`--out ${path}: there is a file of that name`);
}
