import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';

/** Another process, or another part of this one, holds the lock. */
export class LockedError extends Error {
  constructor(readonly path: string) {
    super(`${path} is locked: another run is at work there`);
    this.name = 'LockedError';
  }
}

export interface Lock {
  release(): void;
}

/**
 * Locks a path for this process: at once, or not at all. The file is an empty database held in an exclusive transaction, so the
 * lock is one of the operating system and ends with the process, however that ends; the file itself stays and means nothing.
 * @throws LockedError
 */
export function lockFile(path: string): Lock {
  mkdirSync(dirname(path), { recursive: true });
  // Opened for appending, it is made where it is not there, and never emptied.
  writeFileSync(path, '', { flag: 'a' });
  const database = new Database(path);
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (/^SQLITE_BUSY/u.test((error as { code?: string }).code ?? '')) throw new LockedError(path);
    throw error;
  }
  return { release: () => database.close() };
}
