import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { version } from '../../src/model/version.js';
import { Database } from '../../src/store/database.js';
import { Store } from '../../src/store/store.js';

/** What a store had acknowledged when its process died. */
export interface Acknowledged {
  /** The last run, and whether it was ended. */
  run: number;
  isEnded: boolean;
  /** Addresses that it is done with. */
  urls: Set<string>;
  /** Documents that are still to be converted. */
  toConvert: number;
}

/** Looks at a copy: opening a database that a dead process left is the next process's work. */
export function lookInside(folder: string, scratch: string): Acknowledged {
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(scratch);
  for (const name of ['state.db', 'state.db-wal'])
    if (existsSync(join(folder, name))) cpSync(join(folder, name), join(scratch, name));
  const path = join(scratch, 'state.db');
  const store = new Store(path, { forReading: true });
  const database = new Database(path);
  try {
    const [last] = store.runs(1);
    const rows = database.all<{ url: string }>('SELECT url FROM urls WHERE fetched_run = ?', last?.id ?? 0);
    return {
      ...{ run: last?.id ?? 0, isEnded: last !== undefined && last.endedAt !== null },
      urls: new Set(rows.map(({ url }) => url)),
      toConvert: store.toConvert(version).length,
    };
  } finally {
    database.close();
    store.close();
  }
}
