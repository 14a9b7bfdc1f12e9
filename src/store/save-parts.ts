import type { Database } from './database.js';
import type { StoredPart } from './stored.js';

/**
 * Notes what hangs on the page of a report now, in its order; what hung on it once stays known as such. Call it within a transaction.
 */
export function saveParts(database: Database, page: string, parts: readonly StoredPart[]): void {
  const held = database.all<StoredPart>(
    'SELECT url, role FROM parts WHERE page = ? AND place IS NOT NULL ORDER BY place',
    page,
  );
  const isSame = held.length === parts.length && held.every((one, at) => isPart(one, parts[at]!));
  if (isSame) return;
  database.run('UPDATE parts SET place = NULL WHERE page = ?', page);
  for (const [place, { url, role }] of parts.entries())
    database.run(
      `INSERT INTO parts (page, url, role, place) VALUES (?, ?, ?, ?)
       ON CONFLICT (page, url) DO UPDATE SET role = excluded.role, place = excluded.place`,
      page,
      url,
      role,
      place,
    );
}

const isPart = (left: StoredPart, right: StoredPart): boolean =>
  left.url === right.url && left.role === right.role;
