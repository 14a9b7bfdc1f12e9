import type { Convert } from '../jobs/crawl-options.js';
import { WorkerPool } from './worker-pool.js';

/**
 * Conversions for a crawl, always in child processes: what a hostile file takes down, or holds up, is its child, and the run goes on.
 * @param timeoutMs of one document
 */
export function openConversion(timeoutMs: number): { convert: Convert; close: () => void } {
  const pool = new WorkerPool({ timeoutMs });
  return {
    convert: async ({ uri, bytes, fetchedAt }) => {
      const { records, failure } = await pool.run({ uri, path: null, bytes, fetchedAt, want: 'records' });
      return { records, failure };
    },
    close: () => pool.close(),
  };
}
