import { describe, expect, it } from 'vitest';
import { HostPace } from './host-pace.js';
import type { Attempt } from './judge-answer.js';

const options = { delayMs: 1_000, delayMaxMs: 10_000, backOffMs: 2_000, slowMs: 5_000 };

type Learned = Pick<Attempt, 'state' | 'retryAfterMs' | 'firstByteMs' | 'exchange'>;
const good: Learned = { state: 'fetched', retryAfterMs: null, firstByteMs: 50, exchange: null };
const limited: Learned = { state: 'rate-limited', retryAfterMs: null, firstByteMs: 50, exchange: null };

describe('the pace of a host', () => {
  it('asks at once first, and waits after each request', () => {
    const pace = new HostPace(options, 60_000);
    expect(pace.waitMs(0)).toBe(0);
    pace.begin(0);
    expect(pace.waitMs(500)).toBe(501);
    pace.learn(good, 800);
    expect(pace.waitMs(800)).toBe(1_001);
    expect(pace.waitMs(1_801)).toBe(0);
  });

  it('doubles its delay while the host limits it, up to a bound, and comes back step by step', () => {
    const pace = new HostPace(options, 60_000);
    const seen = [1, 2, 3, 4, 5].map((at) => {
      pace.learn(limited, at);
      return pace.delayMs;
    });
    expect(seen).toEqual([2_000, 4_000, 8_000, 10_000, 10_000]);
    expect(pace.isBackedOff).toBe(true);
    let answers = 0;
    while (pace.isBackedOff) {
      const before = pace.delayMs;
      pace.learn(good, 100);
      answers += 1;
      expect(pace.delayMs).toBeLessThan(before);
    }
    expect(pace.delayMs).toBe(1_000);
    expect(answers).toBe(22);
  });

  it('slows down for slow answers and for answers that break', () => {
    const slow = new HostPace(options, 60_000);
    slow.learn({ ...good, firstByteMs: 6_000 }, 0);
    expect(slow.delayMs).toBe(6_000);
    const broken = new HostPace(options, 60_000);
    broken.learn({ ...good, state: 'connection-reset', firstByteMs: null }, 0);
    expect(broken.delayMs).toBe(1_500);
  });

  it('does not slow down for a page that is not there', () => {
    const pace = new HostPace(options, 60_000);
    pace.learn({ ...good, state: 'gone' }, 0);
    expect(pace.delayMs).toBe(1_000);
  });

  it('waits as long as Retry-After says, up to a bound', () => {
    const pace = new HostPace(options, 60_000);
    pace.learn({ ...limited, retryAfterMs: 30_000 }, 0);
    expect(pace.waitMs(0)).toBe(30_000);
    pace.learn({ ...limited, retryAfterMs: 86_400_000 }, 0);
    expect(pace.waitMs(0)).toBe(60_000);
  });

  it('obeys a crawl-delay and never falls below it', () => {
    const pace = new HostPace(options, 60_000);
    pace.obeyCrawlDelay(20_000);
    pace.learn(good, 0);
    expect(pace.delayMs).toBe(20_000);
    pace.learn(limited, 0);
    expect(pace.delayMs).toBe(20_000);
    pace.obeyCrawlDelay(10);
    expect(pace.waitMs(0)).toBeGreaterThan(1_000);
  });
});
