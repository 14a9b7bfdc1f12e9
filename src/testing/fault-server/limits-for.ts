import { defaultLimits, type FetchLimits } from '../../fetch/fetch-limits.js';
import type { FetchState } from '../../model/fetch.js';
import type { Fault } from './fault.js';

/** Sizes are the real ones. Times are long enough for the slowest machine, and a request that ends in time waits for no limit. */
const patient: FetchLimits = {
  ...defaultLimits,
  ...{ connectMs: 300_000, headersMs: 300_000, idleMs: 300_000, totalMs: 800_000, rateWindowMs: 300_000 },
  ...{ minBytesPerSecond: 1_000, retryMs: 20, triesMax: 2 },
};

/** The one time that a fault is to run into; the others stay long, so that no other state can come first. */
const runInto: Partial<Record<FetchState, Partial<FetchLimits>>> = {
  'connect-timeout': { connectMs: 500 },
  'headers-timeout': { headersMs: 500 },
  'body-timeout': { idleMs: 500 },
  'too-slow': { rateWindowMs: 1_000, totalMs: 4_000 },
};

/** Under these limits the faults of a state end in it, however slow the machine. */
export const limitsFor = (state: FetchState): FetchLimits => ({ ...patient, ...runInto[state] });

/** Faults by the limits that they need, for runs that have one set of limits each. */
export function groupsByLimits(faults: readonly Fault[]): { limits: FetchLimits; faults: Fault[] }[] {
  const timed = Object.keys(runInto) as FetchState[];
  return [
    { limits: patient, faults: faults.filter(({ state }) => !timed.includes(state)) },
    ...timed.map((state) => ({
      limits: limitsFor(state),
      faults: faults.filter((one) => one.state === state),
    })),
  ].filter((group) => group.faults.length > 0);
}
