import type { PastRun } from '../model/run-summary.js';
import type { Database } from './database.js';

/**
 * Runs of a job before this one that came to an end, the oldest first: the last `count` of them. Their figures are taken out of the kept
 * summaries by the database, so that no whole summary is loaded.
 */
export function historyOf(database: Database, run: number, job: string, count: number): PastRun[] {
  return database
    .all<PastRun>(
      `SELECT id AS run, started_at AS startedAt,
         coalesce(summary ->> '$.totals.found', 0) AS found,
         coalesce(summary ->> '$.totals.records.new', 0) AS new,
         coalesce(summary ->> '$.totals.records.changed', 0) AS changed,
         coalesce(summary ->> '$.totals.vanished', 0) AS vanished,
         (SELECT coalesce(sum(value), 0) FROM json_each(summary, '$.totals.failures')) AS failed,
         coalesce(json_array_length(summary, '$.alarms'), 0) AS alarms
       FROM runs WHERE job = ? AND id < ? AND json_type(summary, '$.totals') = 'object'
       ORDER BY id DESC LIMIT ?`,
      job,
      run,
      count,
    )
    .reverse();
}
