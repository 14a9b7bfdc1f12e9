import { describe, expect, it } from 'vitest';
import { runRounds } from './kill-store/run-rounds.js';

describe('the store and the archive', () => {
  it('lose, double and repeat nothing when a crawl is killed 30 times', async () => {
    const { kills, crawls, acknowledged, faults } = await runRounds(30, 7);
    expect(faults).toEqual([]);
    expect(kills).toBe(30);
    expect(acknowledged).toBeGreaterThan(100 * crawls);
  });
});
