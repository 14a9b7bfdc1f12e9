import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allFaults } from '../testing/fault-server/start.js';
import { fateOf, fetchStates } from './fates.js';

const page = readFileSync(new URL('../../docs/fetching.md', import.meta.url), 'utf8');
const rows = [...page.matchAll(/^\| `([a-z-]+)` \| .+ \| `([a-z-]+)` \|$/gmu)].map(([, state, fate]) => [
  state,
  fate,
]);

describe('states', () => {
  it('are told with their fates in docs/fetching.md, in their order', () => {
    expect(rows).toEqual(fetchStates.map((state) => [state, fateOf(state)]));
  });

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
    expect(fetchStates.filter((state) => !played.has(state))).toEqual(byQueue);
  });
});
