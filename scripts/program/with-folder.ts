import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Works in a folder, which is gone afterwards.
 * @param kept a folder of the user instead, which stays
 */
export async function withFolder<T>(work: (folder: string) => Promise<T> | T, kept?: string): Promise<T> {
  if (kept !== undefined) {
    mkdirSync(kept, { recursive: true });
    return work(kept);
  }
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
