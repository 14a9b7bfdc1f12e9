import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawTokens } from '../../testing/draw-tokens.js';
import { type CutRules, enumerateCuts } from './enumerate-cuts.js';

fc.configureGlobal({ seed: 20_240_131 });

const rules = (width: number, options: Partial<CutRules> = {}): CutRules => ({
  width,
  blanksLeaveNoTrace: false,
  decimals: new Set(),
  ...options,
});

/** `·` is a cell that left no trace, `_` a printed blank. */
const cuts = (drawing: string, cutRules: CutRules) =>
  enumerateCuts(drawTokens(drawing), cutRules)
    ?.map((slots) => slots.map((s) => (s.text === null ? '·' : s.text === '' ? '_' : s.text)).join(' '))
    .sort();

describe('enumerateCuts', () => {
  it('cuts a run in every way into as many cells', () => {
    expect(cuts('=123', rules(2))).toEqual(['1 23', '12 3']);
    expect(cuts('=123', rules(3))).toEqual(['1 2 3']);
    expect(cuts('=123', rules(1))).toEqual(['123']);
  });

  it('cuts no number with a leading zero', () => {
    expect(cuts('=100', rules(2))).toEqual(['10 0']);
    expect(cuts('=007', rules(3))).toEqual(['0 0 7']);
    expect(cuts('=007', rules(2))).toEqual([]);
    expect(cuts('=713000074', rules(7))).toEqual([
      '7 1 30 0 0 0 74',
      '7 1 300 0 0 7 4',
      '7 13 0 0 0 0 74',
      '7 130 0 0 0 7 4',
      '71 3 0 0 0 0 74',
      '71 30 0 0 0 7 4',
      '713 0 0 0 0 7 4',
    ]);
  });

  it('cuts a sign only in front of a number', () => {
    expect(cuts('=2648-18538', rules(2))).toEqual(['2648 -18538']);
    expect(cuts('=2648-18538', rules(3))).toContain('26 48 -18538');
    expect(cuts('=5-', rules(2))).toEqual([]);
    expect(cuts('=--5', rules(1))).toEqual([]);
    expect(cuts('=-0', rules(1))).toEqual(['-0']);
  });

  it('keeps a decimal fraction whole, and only where one may stand', () => {
    expect(cuts('=52.15', rules(1, { decimals: new Set([0]) }))).toEqual(['52.15']);
    expect(cuts('=352.15', rules(2, { decimals: new Set([1]) }))).toEqual(['3 52.15', '35 2.15']);
    expect(cuts('=352.15', rules(2))).toEqual([]);
    expect(cuts('=1.50', rules(2, { decimals: new Set([0]) }))).toEqual(['1.5 0']);
  });

  it('never cuts a value that stands apart', () => {
    expect(cuts('12|3', rules(2))).toEqual(['12 3']);
    expect(cuts('12', rules(2))).toEqual([]);
    expect(cuts('1|2|3', rules(2))).toEqual([]);
  });

  it('lays values in order with blanks that left no trace anywhere', () => {
    expect(cuts('4|5', rules(3, { blanksLeaveNoTrace: true }))).toEqual(['4 5 ·', '4 · 5', '· 4 5'].sort());
    expect(cuts('4|', rules(3, { blanksLeaveNoTrace: true }))).toEqual(['4 _ ·', '4 · _', '· 4 _'].sort());
  });

  it('lets blanks hide inside a run', () => {
    expect(cuts('=45', rules(3, { blanksLeaveNoTrace: true }))).toEqual(
      ['45 · ·', '· 45 ·', '· · 45', '4 5 ·', '4 · 5', '· 4 5'].sort(),
    );
  });

  it('gives up rather than choose among too many', () => {
    expect(cuts(`=${'1'.repeat(60)}`, rules(15, { blanksLeaveNoTrace: true }))).toBeUndefined();
  });

  it('lays nothing as nothing', () => {
    expect(enumerateCuts([], rules(2))).toEqual([]);
    expect(enumerateCuts([], rules(2, { blanksLeaveNoTrace: true }))).toHaveLength(1);
  });

  it('holds the truth, and nothing twice', () => {
    const number = fc.integer({ min: -99, max: 999 }).map(String);
    fc.assert(
      fc.property(
        fc.array(number, { minLength: 1, maxLength: 6 }),
        fc.infiniteStream(fc.boolean()),
        (row, glue) => {
          const drawing = row.reduce(
            (text, n, i) => (i === 0 ? `=${n}` : glue.next().value ? `${text}${n}` : `${text}|=${n}`),
            '',
          );
          const found = cuts(drawing, rules(row.length))!;
          expect(found).toContain(row.join(' '));
          expect(new Set(found).size).toBe(found.length);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('holds the truth where blanks left no trace', () => {
    const cell = fc.oneof(fc.constant('·'), fc.integer({ min: 0, max: 120 }).map(String));
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2, maxLength: 5 }), (row) => {
        const printed = row.filter((c) => c !== '·');
        fc.pre(printed.length > 0);
        const found = cuts(`=${printed.join('')}`, rules(row.length, { blanksLeaveNoTrace: true }))!;
        expect(found).toContain(row.join(' '));
        expect(new Set(found).size).toBe(found.length);
      }),
      { numRuns: 200 },
    );
  });

  it('points each piece at its own digits', () => {
    const [token] = drawTokens('=12345');
    const [slots] = enumerateCuts(
      [{ ...token!, place: { start: 10, end: 15, sourceStart: 90, sourceEnd: 95 } }],
      rules(5),
    )!;
    expect(slots!.map((s) => s.place)).toEqual(
      [0, 1, 2, 3, 4].map((i) => ({ start: 10 + i, end: 11 + i, sourceStart: 90 + i, sourceEnd: 91 + i })),
    );
  });
});
