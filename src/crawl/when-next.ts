import type { FetchOutcome } from '../model/fetch.js';

const DAY_MS = 86_400_000;
/** Runs begin a little earlier or later each night: what is due in a day is due in tomorrow's run. */
const SLACK_MS = 2 * 3_600_000;
/** What is gone, or was given up again and again, is requested once in so many days at last. */
const DAYS_MAX = 64;
/** An address that only leads to another known one. */
const MOVED_DAYS = 30;

/** No request is made for these, so nothing is spared by waiting. */
export const COSTS_NOTHING: ReadonlySet<string> = new Set([
  'robots-denied',
  'scheme-refused',
  'address-refused',
  'host-stopped',
  'over-budget',
  'quiet-hours',
  'cancelled',
]);

export interface Asked {
  outcome: Pick<FetchOutcome, 'state' | 'fate'>;
  /** Lists show what is new: they are requested in every run. */
  isList: boolean;
  /** It redirects to an address that is requested by itself. */
  isMoved: boolean;
  /** Runs in a row, this one counted, that could not fetch it. */
  failedRuns: number;
  recheckDays: number;
  /** When the run began, ISO 8601: the same for all processes of a run. */
  runStartedAt: string;
}

/** When an address is requested again: ISO 8601, or null for every run. */
export function whenNext(asked: Asked): string | null {
  const days = daysUntil(asked);
  if (days === 0) return null;
  return new Date(Date.parse(asked.runStartedAt) + days * DAY_MS - SLACK_MS).toISOString();
}

function daysUntil({ outcome, isList, isMoved, failedRuns, recheckDays }: Asked): number {
  const { state, fate } = outcome;
  if (isList || COSTS_NOTHING.has(state)) return 0;
  if (fate === 'done') return isMoved ? Math.max(MOVED_DAYS, recheckDays) : recheckDays;
  if (fate === 'give-up') return Math.min(2 ** failedRuns, DAYS_MAX);
  // What may pass is tried in the next nights, then more and more seldom.
  return failedRuns <= 3 ? 0 : Math.min(2 ** (failedRuns - 3), DAYS_MAX);
}
