import { type Fate, type FetchState, fetchStates } from '../model/codes/fetch-states.js';

export const fateOf = (state: FetchState): Fate => fetchStates[state].fate;

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
