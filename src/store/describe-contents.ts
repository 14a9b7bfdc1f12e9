import { Database } from './database.js';

/**
 * Everything in a store that does not depend on when and in what order it came to be, as lines of text in a fixed order: two
 * stores that were filled from the same pages have the same lines, whatever happened on the way.
 * @param path of a store that no run writes to
 */
export function describeContents(path: string): string[] {
  const database = new Database(path);
  try {
    return QUERIES.flatMap(([name, sql]) =>
      database.all<Record<string, unknown>>(sql).map((row) => `${name} ${JSON.stringify(row)}`),
    );
  } finally {
    database.close();
  }
}

const QUERIES: [name: string, sql: string][] = [
  ['found', 'SELECT site, run, count, is_complete FROM found ORDER BY site, run'],
  [
    'url',
    `SELECT url, site, role, kind, final_url, charset, state, status, etag, last_modified, failed_runs, sha256, fetched_run, converted_sha256
     FROM urls ORDER BY url`,
  ],
  ['document', 'SELECT sha256, media_type, bytes FROM documents ORDER BY sha256'],
  [
    'report',
    'SELECT kind, issuer, year, version, content_key, merged_into IS NOT NULL AS is_merged FROM reports ORDER BY content_key, version',
  ],
  [
    'version',
    `SELECT content_key, number, cause, run, diff FROM versions ORDER BY content_key, number, cause, run`,
  ],
  ['sighting', 'SELECT url, part, record_id, content_key FROM sightings ORDER BY url, part'],
  ['part', 'SELECT page, url, role, place FROM parts ORDER BY page, url'],
  ['tombstone', 'SELECT url, run, returned_at IS NULL AS is_gone FROM tombstones ORDER BY url, run'],
  ['failure', 'SELECT run, url, stage, code FROM failures ORDER BY run, url, stage'],
];
