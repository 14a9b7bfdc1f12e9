import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measureFetch } from './measure-fetch.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-memory-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the memory of nianbao fetch', () => {
  // Where there is no /proc nobody can look at the memory of another process: then only the states are tested.
  const isSeen = existsSync('/proc/self/status');
  it.each([
    ['fine', 'fetched'],
    ['two-gigabytes', 'too-large'],
    ['gzip-bomb', 'bomb'],
  ])('stays bounded: %s', async (name, state) => {
    const { states, peakMb } = await measureFetch(name, 1, join(folder, name));
    expect(states).toEqual([state]);
    if (isSeen) expect(peakMb).toBeGreaterThan(20);
    expect(peakMb ?? 0).toBeLessThan(500);
  });
});
