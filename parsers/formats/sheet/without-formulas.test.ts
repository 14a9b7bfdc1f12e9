import { describe, expect, it } from 'vitest';
import { withoutFormulas } from './without-formulas.js';

/** A record: number, length, bytes. */
const record = (number: number, bytes: number[]): number[] => [
  number & 255,
  number >> 8,
  bytes.length & 255,
  bytes.length >> 8,
  ...bytes,
];
const stream = (...records: number[][]): Uint8Array => Uint8Array.from(records.flat());
const cell = Array.from({ length: 20 }, (_, at) => at + 1);

describe('withoutFormulas', () => {
  it('keeps the value of a formula, and takes the formula for none', () => {
    const bytes = stream(record(0x0809, [0, 6]), record(0x0006, [...cell, 3, 0, 0x1e, 1, 0]));
    expect([...withoutFormulas(bytes)]).toEqual([
      ...record(0x0809, [0, 6]),
      ...record(0x0006, [...cell, 0xff, 0xff, 0x1e, 1, 0]),
    ]);
    expect(bytes[30]).toBe(3);
  });

  it('hides what formulas refer to, whose damage has no end', () => {
    const numbers = [...withoutFormulas(stream(record(0x0017, [255, 255]), record(0x04bc, [1])))];
    expect(numbers).toEqual([...record(0x0ffe, [255, 255]), ...record(0x0ffe, [1])]);
  });

  it('takes no formula that is cut off', () => {
    expect(() => withoutFormulas(stream(record(0x0006, cell)))).toThrow('cut off');
  });
});
