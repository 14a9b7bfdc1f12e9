import { describe, expect, it } from 'vitest';

import { amount } from '../../src/testing/amount.js';
import { runRounds } from './run-rounds.js';

const KILLS = amount(1, 30);

describe('the store and the archive', () => {
  it(`lose, double and repeat nothing when a crawl is killed ${KILLS} times`, async () => {
    const { kills, crawls, acknowledged, faults } = await runRounds(KILLS, 7);
    expect(faults).toEqual([]);
    expect(kills).toBe(KILLS);
    expect(acknowledged).toBeGreaterThan(100 * crawls);
  });
});
