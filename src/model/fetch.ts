import type { Fate, FetchState } from './codes/fetch-states.js';

export type { Fate, FetchState };

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
