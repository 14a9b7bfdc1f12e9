import type { FailureCode } from '../model/codes/failure-codes.js';

export type WarcTrouble = Extract<FailureCode, `warc-${string}`>;

/** What is wrong with a record of an archive. The rest of the archive can still be read. */
export class WarcError extends Error {
  constructor(
    readonly code: WarcTrouble,
    message: string,
  ) {
    super(message);
    this.name = 'WarcError';
  }
}
