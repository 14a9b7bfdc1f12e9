import { describe, expect, it } from 'vitest';
import type { CellAddress, Identity } from '../../model/template.js';
import { openToOtherReadings } from './open-to-other-readings.js';

const cell = (column: string): CellAddress => ({ row: 'r', column });
const sum: Identity = { id: 'sum', parts: ['a', 'b', 'c'].map(cell), whole: [cell('t')], relation: 'equals' };

const openWith = (readings: Record<string, number[]>) => [
  ...openToOtherReadings(sum, ({ column }) => readings[column]!),
];

describe('openToOtherReadings', () => {
  it('leaves nothing open where every print says one number', () => {
    expect(openWith({ a: [1], b: [0], c: [0], t: [1] })).toEqual([]);
  });

  it('lets a sum confirm one doubtful print among sure ones', () => {
    expect(openWith({ a: [1, 11], b: [0], c: [0], t: [1] })).toEqual([]);
  });

  it('does not where part and total may be misread alike', () => {
    expect(openWith({ a: [1, 11], b: [0], c: [0], t: [1, 11] })).toEqual(['r.a', 'r.t']);
  });

  it('confirms doubtful prints whose other readings do not add up', () => {
    expect(openWith({ a: [1, 7], b: [4, 9], c: [0], t: [5, 6] })).toEqual([]);
  });

  it('keeps to those of which another reading takes part', () => {
    expect(openWith({ a: [1, 7], b: [2, 8], c: [3, 5], t: [6, 12] })).toEqual(['r.a', 'r.b', 'r.t']);
  });

  it('takes nothing as confirmed where there is too much to follow', () => {
    const many = (step: number) => Array.from({ length: 100 }, (_, i) => i * step);
    const readings = { a: many(1), b: many(100), c: many(10_000), t: many(3) };
    expect(openWith(readings)).toEqual(['r.a', 'r.b', 'r.c', 'r.t']);
  });
});
