import { createHash } from 'node:crypto';
import type { Database } from './database.js';
import type { KeptDocument, StoredPart, Unit } from './stored.js';

/** Files of one report that are put together, its page counted. */
const FILES_MAX = 16;
/** A picture on pages of so many different bodies is one of the site's and shows no report's table. */
const PAGES_OF_A_SITE_PICTURE = 3;
/** All of them are held at once. */
const BYTES_MAX = 128 * 1024 * 1024;

/** What is converted: pages that are reports, files, and whatever hangs on a report. */
export const IS_DOCUMENT = "(kind IN ('report', 'file') OR role IN ('attachment', 'picture'))";

const DOCUMENT = `u.url, u.final_url AS finalUrl, u.sha256, d.media_type AS mediaType, d.file, d.offset, u.body_at AS fetchedAt`;

interface PageUnit extends Unit {
  /** What the archive says of it, and what was last converted of it by which version. */
  joinedKey: string | null;
  convertedKey: string | null;
  convertedWith: string | null;
}

type Sized<T> = T & { bytes: number };

/** Pages of reports with those of their parts that have a body, by address. If these are too many or too large, all are left apart. */
function pagesWithParts(database: Database): PageUnit[] {
  const rows = database.all<Sized<KeptDocument & StoredPart> & { page: string }>(
    `SELECT p.page, p.role, d.bytes, ${DOCUMENT}
     FROM parts p JOIN urls u ON u.url = p.url JOIN documents d ON d.sha256 = u.sha256
     WHERE p.place IS NOT NULL ORDER BY p.page, p.place`,
  );
  const ofSite = sitePictures(database);
  const partsOf = new Map<string, typeof rows>();
  for (const row of rows) {
    if (row.role === 'picture' && ofSite.has(row.url)) continue;
    const known = partsOf.get(row.page);
    if (known) known.push(row);
    else partsOf.set(row.page, [row]);
  }
  return database
    .all<Sized<Omit<PageUnit, 'key' | 'parts'>>>(
      `SELECT d.bytes, ${DOCUMENT}, u.joined_key AS joinedKey,
         u.converted_sha256 AS convertedKey, u.converted_with AS convertedWith
       FROM urls u JOIN documents d ON d.sha256 = u.sha256
       WHERE u.kind = 'report' AND u.url IN (SELECT page FROM parts WHERE place IS NOT NULL) ORDER BY u.url`,
    )
    .flatMap(({ bytes, ...page }) => {
      const taken = choose(partsOf.get(page.url) ?? []);
      const size = taken.reduce((sum, part) => sum + part.bytes, bytes);
      if (taken.length === 0 || taken.length >= FILES_MAX || size > BYTES_MAX) return [];
      const parts = taken.map(({ bytes: _, page: __, ...part }) => part);
      return [{ ...page, parts, key: keyOf([{ ...page, role: 'page' }, ...parts]) }];
    });
}

/** A page that moved shows its pictures at two addresses with one body. */
function sitePictures(database: Database): Set<string> {
  const rows = database.all<{ url: string }>(
    `SELECT p.url FROM parts p JOIN urls u ON u.url = p.page WHERE p.place IS NOT NULL AND p.role = 'picture'
     GROUP BY p.url HAVING count(DISTINCT u.sha256) >= ?`,
    PAGES_OF_A_SITE_PICTURE,
  );
  return new Set(rows.map(({ url }) => url));
}

/** Files first, and as many pictures as there is room for. */
function choose<T extends StoredPart>(parts: readonly T[]): T[] {
  const files = parts.filter(({ role }) => role === 'attachment');
  const room = Math.max(0, FILES_MAX - 1 - files.length);
  return [...files, ...parts.filter(({ role }) => role === 'picture').slice(0, room)];
}

const keyOf = (files: readonly { role: string; url: string; sha256: string }[]): string =>
  createHash('sha256')
    .update(files.map(({ role, url, sha256 }) => `${role} ${sha256} ${url}\n`).join(''))
    .digest('hex');

const unitOf = ({ joinedKey: _, convertedKey: __, convertedWith: ___, ...unit }: PageUnit): Unit => unit;

/** Pages with parts, by address, if the archive does not say yet that they belong together. */
export const unitsToJoin = (database: Database): Unit[] =>
  pagesWithParts(database)
    .filter(({ joinedKey, key }) => joinedKey !== key)
    .map(unitOf);

/**
 * What is not converted yet, or was by another version, by address. A file that hangs on the page of a report is converted with it and
 * not by itself, and one that was converted with a page that names it no more only if it gave a record of its own; a picture never is.
 */
export function unitsToConvert(database: Database, version: string): Unit[] {
  const pages = pagesWithParts(database);
  const joined = new Set(pages.flatMap(({ url, parts }) => [url, ...parts.map((part) => part.url)]));
  const alone = database
    .all<KeptDocument>(
      `SELECT ${DOCUMENT} FROM urls u JOIN documents d ON d.sha256 = u.sha256
       WHERE ${IS_DOCUMENT} AND role <> 'picture' AND (converted_sha256 IS NOT u.sha256 OR converted_with IS NOT ?)
         AND (role <> 'attachment' OR converted_sha256 IS NULL OR url NOT IN (SELECT url FROM parts)
           OR url IN (SELECT url FROM parts WHERE place IS NOT NULL) OR url IN (SELECT url FROM sightings))`,
      version,
    )
    .filter(({ url }) => !joined.has(url))
    .map((document): Unit => ({ ...document, key: document.sha256, parts: [] }));
  const together = pages
    .filter(({ key, convertedKey, convertedWith }) => convertedKey !== key || convertedWith !== version)
    .map(unitOf);
  return [...alone, ...together].sort((left, right) => (left.url < right.url ? -1 : 1));
}
