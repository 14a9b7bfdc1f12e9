import { describe, expect, it } from 'vitest';
import { mayBeDigits } from './may-be-digits.js';

/** Digits 17 pixels high, 14 apart, each of one piece 10 wide. */
const digits = (count: number) => ({
  ...{ x0: 0, y0: 0, x1: count * 14, y1: 17 },
  pieces: Array.from({ length: count }, (_, i) => ({
    ...{ x0: i * 14, y0: 0, x1: i * 14 + 10, y1: 17 },
    area: 80,
    light: 0,
  })),
});

describe('mayBeDigits', () => {
  it.each([1, 2, 4, 7])('accepts %s digits for as many', (count) => {
    expect(mayBeDigits(digits(count), count, 0)).toBe(true);
  });

  it('refuses one digit more or less', () => {
    expect(mayBeDigits(digits(4), 3, 0)).toBe(false);
    expect(mayBeDigits(digits(2), 1, 0)).toBe(false);
    expect(mayBeDigits(digits(2), 4, 0)).toBe(false);
  });

  it('counts digits that touch by their width', () => {
    const glued = { ...digits(3), pieces: [{ x0: 0, y0: 0, x1: 38, y1: 17, area: 240, light: 0 }] };
    expect(mayBeDigits(glued, 3, 0)).toBe(true);
    expect(mayBeDigits(glued, 1, 0)).toBe(false);
  });
});
