import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { mapInOrder } from './map-in-order.js';

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

describe('mapInOrder', () => {
  it('yields in the order of the items, whatever takes longest', async () => {
    const slowFirst = async (n: number) => {
      await sleep(n === 0 ? 30 : 0);
      return n;
    };
    const results: number[] = [];
    for await (const result of mapInOrder(numbers(20), 3, slowFirst)) results.push(result);
    expect(results).toEqual(numbers(20));
  });

  it.each([1, 2, 5])('runs no more than %i at once and few ahead of what is taken', async (concurrency) => {
    let running = 0;
    let started = 0;
    let taken = 0;
    const work = async () => {
      started++;
      expect(++running).toBeLessThanOrEqual(concurrency);
      expect(started - taken).toBeLessThanOrEqual(4 * concurrency + 1);
      await sleep(1);
      running--;
    };
    for await (const _ of mapInOrder(numbers(50), concurrency, work)) taken++;
    expect(taken).toBe(50);
  });

  it('passes an error on to the reader in its turn', async () => {
    const work = async (n: number) => {
      if (n === 2) throw new Error('two');
      return n;
    };
    const results: number[] = [];
    const read = async () => {
      for await (const result of mapInOrder(numbers(9), 4, work)) results.push(result);
    };
    await expect(read()).rejects.toThrow('two');
    expect(results).toEqual([0, 1]);
  });
});
