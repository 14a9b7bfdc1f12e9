export type WarcTrouble =
  | 'warc-truncated'
  | 'warc-damaged'
  | 'warc-too-large'
  | 'warc-encoding'
  | 'warc-revisit-unresolved';

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
