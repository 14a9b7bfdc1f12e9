import { describe, expect, it } from 'vitest';
import { fateOf } from '../fetch/fates.js';
import type { FetchState } from '../model/fetch.js';
import { type Asked, whenNext } from './when-next.js';

const runStartedAt = '2026-11-22T18:00:00.000Z';

/** Days between the run and the next time, to the nearest; 0 for every run. */
function days(state: FetchState, over: Partial<Asked> = {}): number {
  const at = whenNext({
    outcome: { state, fate: fateOf(state) },
    ...{ isList: false, isMoved: false, failedRuns: 1, recheckDays: 0, runStartedAt },
    ...over,
  });
  return at === null ? 0 : Math.round((Date.parse(at) - Date.parse(runStartedAt)) / 86_400_000);
}

describe('whenNext', () => {
  it('asks for what is there as often as the site says', () => {
    expect([days('fetched'), days('not-modified', { recheckDays: 7 })]).toEqual([0, 7]);
  });

  it('is due a little before the day is over, since runs do not begin to the minute', () => {
    expect(
      whenNext({
        outcome: { state: 'fetched', fate: 'done' },
        ...{ isList: false, isMoved: false, failedRuns: 0, recheckDays: 1, runStartedAt },
      }),
    ).toBe('2026-11-23T16:00:00.000Z');
  });

  it('asks more and more seldom for what is gone, and never stops', () => {
    expect([1, 2, 3, 6, 7, 100].map((failedRuns) => days('gone', { failedRuns }))).toEqual([
      2, 4, 8, 64, 64, 64,
    ]);
  });

  it('tries what may pass in the next nights', () => {
    expect([1, 2, 3, 4, 5, 40].map((failedRuns) => days('headers-timeout', { failedRuns }))).toEqual([
      0, 0, 0, 2, 4, 64,
    ]);
  });

  it('waits for nothing that costs no request, and never with a list', () => {
    expect([days('robots-denied', { failedRuns: 9 }), days('over-budget', { failedRuns: 9 })]).toEqual([
      0, 0,
    ]);
    expect(days('gone', { isList: true, failedRuns: 9, recheckDays: 7 })).toBe(0);
  });

  it('seldom asks for an address that only leads to another one', () => {
    expect([days('fetched', { isMoved: true }), days('fetched', { isMoved: true, recheckDays: 60 })]).toEqual(
      [30, 60],
    );
  });
});
