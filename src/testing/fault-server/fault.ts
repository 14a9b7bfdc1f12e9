import type { Fate, FetchOutcome, FetchState } from '../../model/fetch.js';
import type { FaultServer } from './fault-server.js';
import type { Play } from './play.js';

/** One thing that goes wrong, or right, and what must be made of it. */
export interface Fault {
  name: string;
  /** What the server does; nothing if the fault lies elsewhere. */
  play?: Play;
  /** The path that is requested, if it is not the fault's own path. */
  url?: (server: FaultServer) => string;
  state: FetchState;
  fate: Fate;
  /** Requests that the last hop took. 1 where nothing else is said. */
  tries?: number;
  /** Whether the state was reached on purpose. */
  check?: (outcome: FetchOutcome, server: FaultServer) => boolean;
  /** A path that is fetched first, so that a connection is kept. */
  after?: string;
  /** Known from last time. */
  etag?: string;
}

export const pathOf = (fault: Pick<Fault, 'name'>): string => `/${fault.name}`;
