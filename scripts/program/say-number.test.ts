import { describe, expect, it } from 'vitest';
import { sayCount, sayPercent, saySeconds } from './say-number.js';
import { sayTable } from './say-table.js';

describe('numbers as text', () => {
  it.each([
    [29, 100, 0, '29 %'],
    [999_999, 1_000_000, 2, '99.99 %'],
    [1, 1, 2, '100.00 %'],
    [0.045, 1, 1, '4.5 %'],
    [3, 0, 2, ''],
  ])('says %d of %d with %d digits as %s', (part, whole, digits, said) =>
    expect(sayPercent(part, whole, digits)).toBe(said),
  );

  it('says counts and times', () => {
    expect([sayCount(1_014_666), saySeconds(1234)]).toEqual(['1,014,666', '1.2 s']);
  });
});

describe('sayTable', () => {
  it('lines up names on the left and figures on the right', () => {
    expect(
      sayTable([
        ['form', 'cells', 'right'],
        ['html', 14712, ''],
        ['markdown', 3, '100 %'],
      ]),
    ).toEqual(['form      cells  right', 'html      14712', 'markdown      3  100 %']);
  });
});
