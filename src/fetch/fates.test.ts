import { describe, expect, it } from 'vitest';
import { type FetchState, fetchStates } from '../model/codes/fetch-states.js';
import { allFaults } from '../testing/fault-server/start.js';

describe('states', () => {
  it('are each played by the server, but for those that the queue gives', () => {
    const byQueue = [
      'robots-denied',
      'host-stopped',
      'over-budget',
      'quiet-hours',
      'cancelled',
      'internal-error',
    ];
    const played = new Set(allFaults.map(({ state }) => state));
    expect(Object.keys(fetchStates).filter((state) => !played.has(state as FetchState))).toEqual(byQueue);
  });
});
