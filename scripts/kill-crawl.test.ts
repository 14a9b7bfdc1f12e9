import { describe, expect, it } from 'vitest';
import { runRounds } from './kill-crawl/run-rounds.js';

describe('nianbao crawl', () => {
  it('loses, doubles and asks again for nothing when it is killed 5 times', async () => {
    const { kills, crawls, faults } = await runRounds({ rounds: 5, seed: 3, reports: 22, isBuilt: false });
    expect(faults).toEqual([]);
    expect(kills).toBe(5);
    expect(crawls).toBeGreaterThan(0);
  });
});
