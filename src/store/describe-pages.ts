import type { PageKind } from '../model/discovery.js';
import type { FetchState } from '../model/fetch.js';
import { Database } from './database.js';

/** What became of an address when it was last requested. */
export interface PageState {
  url: string;
  /** Behind redirects, where its last body came from. */
  finalUrl: string | null;
  /** Null before it was requested. */
  state: FetchState | null;
  status: number | null;
  /** What its last body is. */
  kind: PageKind | null;
  sha256: string | null;
  /** Where the archive keeps that body. */
  archive: { file: string; offset: number } | null;
  message: string;
}

type Row = Omit<PageState, 'archive'> & { file: string | null; offset: number | null };

/**
 * What a store knows of addresses, in their order; those that it does not know are left out.
 * @param path of a store; a run may write to it meanwhile
 */
export function describePages(path: string, urls: Iterable<string>): PageState[] {
  const database = new Database(path);
  try {
    return [...urls].flatMap((url) => {
      const row = database.get<Row>(
        `SELECT url, final_url AS finalUrl, state, status, kind, u.sha256, d.file, d.offset, coalesce(message, '') AS message
         FROM urls u LEFT JOIN documents d ON d.sha256 = u.sha256 WHERE url = ?`,
        url,
      );
      if (row === null) return [];
      const { file, offset, message, ...page } = row;
      return [{ ...page, archive: file === null || offset === null ? null : { file, offset }, message }];
    });
  } finally {
    database.close();
  }
}
