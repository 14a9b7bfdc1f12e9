/** Every URL ends in exactly one of these. */
export type FetchState =
  | 'fetched'
  | 'not-modified'
  /** 404, 410 */
  | 'gone'
  /** 401, 403, 451 */
  | 'forbidden'
  /** any other 4xx */
  | 'client-error'
  /** 5xx after all tries */
  | 'server-error'
  /** 429, or 503 with Retry-After, after all tries */
  | 'rate-limited'
  /** A page of an anti-bot system: recorded, left alone. */
  | 'challenge'
  | 'robots-denied'
  | 'scheme-refused'
  | 'address-refused'
  | 'redirect-loop'
  | 'too-many-redirects'
  | 'redirect-broken'
  | 'too-large'
  | 'bomb'
  | 'truncated'
  | 'encoding-broken'
  | 'dns-failed'
  | 'connect-failed'
  | 'connect-timeout'
  | 'headers-timeout'
  | 'body-timeout'
  | 'too-slow'
  | 'tls-failed'
  | 'connection-reset'
  | 'protocol-error'
  | 'host-stopped'
  | 'over-budget'
  | 'quiet-hours'
  | 'cancelled'
  | 'internal-error';

/** What follows from a state: nothing more, try again, never again, or leave the whole host alone for this run. */
export type Fate = 'done' | 'retry' | 'give-up' | 'stop-host';

/**
 * One request and its answer on the wire, as it goes into the archive. Bodies are as sent (still encoded), without
 * transfer-encoding. Header fields are latin1, one character a byte.
 */
export interface Exchange {
  url: string;
  method: 'GET' | 'POST';
  requestHeaders: [string, string][];
  /** What was sent with POST. */
  requestBody?: Uint8Array;
  /** ISO 8601, UTC. */
  startedAt: string;
  status: number;
  statusText: string;
  /** `1.1`, whatever the server calls it. */
  httpVersion: string;
  responseHeaders: [string, string][];
  body: Uint8Array;
  /** The address that was connected to. */
  ip: string | null;
  /** The body did not arrive as a whole. */
  isBodyCut: boolean;
}

export interface FetchOutcome {
  /** As asked, without fragment; with what was sent, where it was asked for with POST (`postAddress`). */
  url: string;
  /** After redirects. */
  finalUrl: string;
  state: FetchState;
  fate: Fate;
  status: number | null;
  /** Decoded body (content-encoding undone), only where state is `fetched`. */
  body: Uint8Array | null;
  mediaType: string | null;
  charset: string | null;
  etag: string | null;
  lastModified: string | null;
  retryAfterMs: number | null;
  /** Every hop, in order. */
  exchanges: Exchange[];
  tries: number;
  elapsedMs: number;
  /** ISO 8601, UTC. */
  fetchedAt: string;
  /** To a person: what happened, without credentials. */
  message: string;
}
