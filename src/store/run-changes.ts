import type { Database } from './database.js';
import type { RecordChangeKind } from './save-record.js';

/** What a run saw and changed, counted from what it saved. */
export interface RunChanges {
  /** Pages by what became of them: fetched, not-modified, gone ... */
  pages: Record<string, number>;
  /** Records of pages that were converted in the run. */
  records: Record<RecordChangeKind, number>;
  /** Addresses that vanished in the run, lists among them. */
  vanished: string[];
  failures: Record<string, number>;
  /** The same by site. */
  sites: Record<string, { pages: Record<string, number>; records: Record<string, number> }>;
}

export function countChanges(database: Database, run: number): RunChanges {
  const changes: RunChanges = {
    pages: {},
    records: { new: 0, changed: 0, reread: 0, known: 0, unchanged: 0 },
    vanished: database
      .all<{ url: string }>('SELECT url FROM tombstones WHERE run = ? ORDER BY url', run)
      .map(({ url }) => url),
    failures: {},
    sites: {},
  };
  const siteOf = (site: string) => (changes.sites[site] ??= { pages: {}, records: {} });
  type Row = { site: string; name: string; count: number };
  const pages = database.all<Row>(
    'SELECT site, state AS name, count(*) AS count FROM urls WHERE fetched_run = ? GROUP BY site, state ORDER BY site, state',
    run,
  );
  for (const { site, name, count } of pages) {
    changes.pages[name] = (changes.pages[name] ?? 0) + count;
    siteOf(site).pages[name] = count;
  }
  const records = database.all<Row & { name: RecordChangeKind }>(
    `SELECT u.site, s.change AS name, count(*) AS count FROM sightings s JOIN urls u ON u.url = s.url
     WHERE s.run = ? GROUP BY u.site, s.change ORDER BY u.site, s.change`,
    run,
  );
  for (const { site, name, count } of records) {
    changes.records[name] += count;
    siteOf(site).records[name] = count;
  }
  const failures = database.all<{ name: string; count: number }>(
    'SELECT code AS name, count(*) AS count FROM failures WHERE run = ? GROUP BY code ORDER BY code',
    run,
  );
  for (const { name, count } of failures) changes.failures[name] = count;
  return changes;
}
