import { describe, expect, it } from 'vitest';
import { nameFault, namePairFault } from './name-fault.js';

describe('nameFault', () => {
  it.each([
    [8, 3, 'digit-confused'],
    [1, 7, 'digit-confused'],
    [108, 100, 'digit-confused'],
    [12, 122, 'digit-dropped'],
    [1, 10, 'digit-dropped'],
    [122, 12, 'digit-doubled'],
    [132, 12, 'digit-added'],
    [21, 12, 'digits-exchanged'],
    [5, 9, 'digit-changed'],
    [412, 312, 'digit-changed'],
    ['blank', 4, 'cell-emptied'],
    [5, -5, 'sign-lost'],
    [731, 12, null],
    [45, 54_000, null],
  ] as const)('%s printed for %s: %s', (printed, proved, name) => {
    expect(nameFault(printed, proved, false)).toBe(name);
  });

  it('calls a sum miscounted where it is off by little, and no part', () => {
    expect(nameFault(81, 80, true)).toBe('miscounted');
    expect(nameFault(100, 99, true)).toBe('miscounted');
    expect(nameFault(81, 80, false)).toBe('digit-changed');
    expect(nameFault(85, 81, true)).toBe('digit-changed');
  });
});

describe('namePairFault', () => {
  it.each([
    [{ from: 1, to: 12 }, { from: 23, to: 3 }, 'digit-moved'],
    [{ from: 123, to: 12 }, { from: 4, to: 34 }, 'digit-moved'],
    [{ from: 123, to: 12 }, { from: 'blank', to: 3 }, 'cells-glued'],
    [{ from: 0, to: 12 }, { from: 123, to: 3 }, 'cells-glued'],
    [{ from: 5, to: 12 }, { from: 7, to: 3 }, null],
    [{ from: 'blank', to: 12 }, { from: 7, to: 3 }, null],
  ] as const)('%o %o', (left, right, name) => {
    expect(namePairFault(left, right)).toBe(name);
  });
});
