import type { ReportRecord } from '../model/report-record.js';
import type { Database } from './database.js';
import { type Placed, placeRecords } from './place-records.js';
import { currentRecord, filesOf } from './record-files.js';
import { saveFailure } from './save-fetch.js';
import { type SavedRecord, type Seen, saveRecord } from './save-record.js';
import type { ConversionFailure, ConversionResult } from './stored.js';

type File = NonNullable<ConversionResult['files']>[number];

/** Keeps what a page or file says, or a page with its parts. Call it within a transaction. */
export function saveConversion(
  database: Database,
  { run, url, key, version, records, failure, at, files }: ConversionResult,
  passing: readonly RegExp[],
): SavedRecord[] {
  database.run('UPDATE urls SET converted_sha256 = ?, converted_with = ? WHERE url = ?', key, version, url);
  // Unlike the body's own: it is not converted by itself.
  for (const part of files?.slice(1) ?? [])
    database.run("UPDATE urls SET converted_sha256 = 'with ' || sha256 WHERE url = ?", part.url);
  const members: readonly File[] = files ?? [{ url, finalUrl: url }];
  const failed =
    failure === null
      ? []
      : (failure.members ?? [failure]).map((each) => ({ of: memberOf(members, each), each }));
  for (const { of, each } of failed) {
    const { code, message } = each;
    saveFailure(database, { run, url: of.url, stage: 'convert', at, code, message });
  }
  if (failed.length > 0 && (files === undefined || records.length === 0)) return [];
  const shown = members.flatMap((member) => sightingsOf(database, member.url));
  // What a file said before it was damaged is more than what is left without it.
  if (failed.some(({ of }) => isCarrier(database, of, shown))) return [];
  const placed: Placed[] =
    files === undefined
      ? records.map((record) => ({ record, url, part: record.source.part, carriers: [] }))
      : placeRecords(records, members);
  for (const old of shown)
    if (
      !placed.some((now) => now.url === old.url && now.part === old.part) &&
      !failed.some(({ of }) => of.url === old.url)
    )
      database.run('DELETE FROM sightings WHERE url = ? AND part = ?', old.url, old.part);
  const saved = placed.map((each) => saveRecord(database, { ...each, run, shown, passing }));
  if (files !== undefined) mergeAway(database, shown, placed, saved);
  return saved;
}

/** The file that a failure is about: documents of a ZIP have its address and their name. */
function memberOf(members: readonly File[], { uri }: ConversionFailure): File {
  return members.find(({ finalUrl }) => uri === finalUrl || uri?.startsWith(`${finalUrl}!/`)) ?? members[0]!;
}

const sightingsOf = (database: Database, url: string): Seen[] =>
  database.all<Seen>(
    'SELECT url, part, report, record_id, content_key, run, change FROM sightings WHERE url = ? ORDER BY part',
    url,
  );

const isCarrier = (database: Database, { finalUrl }: File, shown: readonly Seen[]): boolean =>
  shown.some(({ report }) =>
    currentRecord(database, report).source.carriers?.some(
      ({ uri }) => uri === finalUrl || uri.startsWith(`${finalUrl}!/`),
    ),
  );

/**
 * What a file showed by itself before its page was read with it is no report beside the page's any more. Its versions stay.
 */
function mergeAway(
  database: Database,
  shown: readonly Seen[],
  placed: readonly Placed[],
  saved: readonly SavedRecord[],
): void {
  const now = new Set(saved.map(({ report }) => report));
  for (const report of new Set(shown.map((seen) => seen.report))) {
    if (now.has(report)) continue;
    if (database.get('SELECT 1 FROM sightings WHERE report = ?', report) !== null) continue;
    const old = currentRecord(database, report);
    const at = placed.findIndex(({ record }) => isHeldIn(old, record));
    if (at >= 0) database.run('UPDATE reports SET merged_into = ? WHERE id = ?', saved[at]!.report, report);
  }
}

/** By its bytes, or because it is no report, or one of the same body and year. */
function isHeldIn(old: ReportRecord, record: ReportRecord): boolean {
  const bodies = new Set(filesOf(record).map(({ sha256 }) => sha256));
  if (filesOf(old).every(({ sha256 }) => bodies.has(sha256))) return true;
  if (old.kind !== 'annual-report') return true;
  return old.year.value === record.year.value && old.issuer.value === record.issuer.value;
}
