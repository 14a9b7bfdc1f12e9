import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Archive } from '../archive/archive.js';
import { Store } from '../store/store.js';

/** The folder that runs share: what was seen, and the bytes that were seen. */
export interface Workspace {
  folder: string;
  store: Store;
  archive: Archive;
  close(): Promise<void>;
}

/**
 * Opens the folder for one run at a time, and makes what is not there.
 * @param passing what lines have that differ with every look at a page and make no new version of its report
 * @throws LockedError where another run is at work there, StoreVersionError, and the errors of the file system
 */
export async function openWorkspace(folder: string, passing: readonly RegExp[] = []): Promise<Workspace> {
  await mkdir(folder, { recursive: true });
  const store = new Store(join(folder, 'state.db'), { passing });
  try {
    const archive = await Archive.open(join(folder, 'archive'));
    return {
      ...{ folder, store, archive },
      close: async () => {
        await archive.close();
        store.close();
      },
    };
  } catch (error) {
    store.close();
    throw error;
  }
}
