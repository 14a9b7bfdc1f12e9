import type { Fate, FetchState } from '../model/fetch.js';

/** What follows from each state, once all tries of this run are spent. */
const fates: Record<FetchState, Fate> = {
  fetched: 'done',
  'not-modified': 'done',
  gone: 'give-up',
  forbidden: 'give-up',
  'client-error': 'give-up',
  'server-error': 'retry',
  // The limit is the host's, not the page's.
  'rate-limited': 'stop-host',
  // Whoever goes on asking looks like the robot that the page is made against.
  challenge: 'stop-host',
  'robots-denied': 'give-up',
  'scheme-refused': 'give-up',
  'address-refused': 'give-up',
  'redirect-loop': 'give-up',
  'too-many-redirects': 'give-up',
  'redirect-broken': 'give-up',
  'too-large': 'give-up',
  bomb: 'give-up',
  truncated: 'retry',
  'encoding-broken': 'retry',
  'dns-failed': 'stop-host',
  'connect-failed': 'retry',
  'connect-timeout': 'retry',
  'headers-timeout': 'retry',
  'body-timeout': 'retry',
  'too-slow': 'retry',
  // A certificate does not change from one page to the next.
  'tls-failed': 'stop-host',
  'connection-reset': 'retry',
  'protocol-error': 'retry',
  'host-stopped': 'retry',
  'over-budget': 'retry',
  'quiet-hours': 'retry',
  cancelled: 'retry',
  'internal-error': 'give-up',
};

export const fetchStates = Object.keys(fates) as readonly FetchState[];

export const fateOf = (state: FetchState): Fate => fates[state];

/** States that another try a little later, in the same run, may mend. */
const passing: ReadonlySet<FetchState> = new Set<FetchState>([
  'server-error',
  'rate-limited',
  'truncated',
  'encoding-broken',
  'dns-failed',
  'connect-failed',
  'connect-timeout',
  'headers-timeout',
  'body-timeout',
  'too-slow',
  'connection-reset',
  'protocol-error',
]);

export const mayPass = (state: FetchState): boolean => passing.has(state);

/** States that speak against the host as a whole and not against one page. */
const hostTrouble: ReadonlySet<FetchState> = new Set<FetchState>([
  'server-error',
  'rate-limited',
  'challenge',
  'dns-failed',
  'connect-failed',
  'connect-timeout',
  'headers-timeout',
  'body-timeout',
  'too-slow',
  'tls-failed',
  'connection-reset',
  'protocol-error',
]);

export const isHostTrouble = (state: FetchState): boolean => hostTrouble.has(state);
