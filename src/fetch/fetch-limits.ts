/** How long and how much one request may take. Times in milliseconds, sizes in bytes. */
export interface FetchLimits {
  /** DNS, TCP and TLS together. */
  connectMs: number;
  /** From the request sent to the last byte of the headers. */
  headersMs: number;
  /** Without a single byte of the body. */
  idleMs: number;
  /** One request as a whole. */
  totalMs: number;
  /** A body that brings fewer bytes a second than this, over `rateWindowMs`, is given up. */
  minBytesPerSecond: number;
  rateWindowMs: number;
  headersMax: number;
  /** Of the body as sent. */
  bodyMax: number;
  /** Of the body with its content-encodings undone. */
  decodedMax: number;
  /** Decoded bytes for each byte sent, beyond `ratioFrom` decoded bytes. Pages of tables reach 30, bombs 1000. */
  ratioMax: number;
  ratioFrom: number;
  /** What happens at `bodyMax` and `decodedMax`: the body is refused, or its beginning is enough. */
  atMax: 'refuse' | 'cut';
  redirectsMax: number;
  /** Tries of one request, the first one counted. */
  triesMax: number;
  /** The first wait before another try; doubled for each further one, and shortened by chance by up to half. */
  retryMs: number;
  /** A longer Retry-After than this is not waited for in this run. */
  retryAfterMaxMs: number;
}

const MIB = 1024 * 1024;

export const defaultLimits: FetchLimits = {
  connectMs: 15_000,
  headersMs: 30_000,
  idleMs: 20_000,
  totalMs: 300_000,
  minBytesPerSecond: 256,
  rateWindowMs: 15_000,
  headersMax: 64 * 1024,
  // With its headers a body stays below what a record of the archive may hold.
  bodyMax: 60 * MIB,
  decodedMax: 60 * MIB,
  ratioMax: 200,
  ratioFrom: 4 * MIB,
  atMax: 'refuse',
  redirectsMax: 8,
  triesMax: 3,
  retryMs: 2_000,
  retryAfterMaxMs: 120_000,
};

/** Of a body that was refused for its size this much is kept for the archive. */
export const KEPT_OF_REFUSED = 64 * 1024;
