import type { FailureCode } from './codes/failure-codes.js';

/** What the user named, and its bytes, before anything is believed of it. */
export interface Source {
  /** A path as given, a URL, or "stdin". Only says where it came from; never part of a record's identity. */
  uri: string;
  bytes: Uint8Array;
  /** What a server or a file name claimed. Hints, not facts. */
  declared?: { mediaType?: string; charset?: string };
  /** ISO 8601, only when it was fetched. */
  fetchedAt?: string;
}

/** Why an input could not be read at all. Content trouble is an Issue; this is for bytes that are no document. */
export class UnreadableSourceError extends Error {
  constructor(
    readonly code: FailureCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'UnreadableSourceError';
  }
}
