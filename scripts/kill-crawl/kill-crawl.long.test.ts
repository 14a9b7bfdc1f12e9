import { describe, expect, it } from 'vitest';

import { amount } from '../../src/testing/amount.js';
import { runRounds } from './run-rounds.js';

const KILLS = amount(1, 5);

describe('nianbao crawl', () => {
  it(`loses, doubles and asks again for nothing when it is killed ${KILLS} times`, async () => {
    const { kills, crawls, faults } = await runRounds({ rounds: KILLS, seed: 3, reports: amount(11, 22) });
    expect(faults).toEqual([]);
    expect(kills).toBe(KILLS);
    expect(crawls).toBeGreaterThan(0);
  });
});
