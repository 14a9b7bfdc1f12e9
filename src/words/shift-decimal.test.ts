import { expect, it } from 'vitest';
import { shiftDecimal } from './shift-decimal.js';

it.each([
  ['4068.208', 4, 40_682_080],
  ['1.1', 4, 11_000],
  ['0.57', 2, 57],
  ['-3.5', 4, -35_000],
  ['12', 0, 12],
  ['0.00', 4, 0],
])('%s shifted by %i is %d', (digits, places, value) => {
  expect(shiftDecimal(digits, places)).toBe(value);
});
