import { describe, expect, it } from 'vitest';
import { readRetryAfter } from './read-retry-after.js';

const now = Date.UTC(2024, 0, 31, 8, 0, 0);

describe('readRetryAfter', () => {
  it.each([
    ['0', 0],
    ['120', 120_000],
    [' 7 ', 7_000],
    ['Wed, 31 Jan 2024 08:00:30 GMT', 30_000],
    ['Wed, 31 Jan 2024 07:00:00 GMT', 0],
    ['-5', null],
    ['1.5', null],
    ['soon', null],
    ['', null],
    [null, null],
  ])('reads %s', (field, ms) => {
    expect(readRetryAfter(field, now)).toBe(ms);
  });
});
