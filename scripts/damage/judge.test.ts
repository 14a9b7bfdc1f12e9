import { describe, expect, it } from 'vitest';
import type { Cell } from '../../src/model/report-record.js';
import type { Wanted } from '../synthesise/printed.js';
import { drawPlot } from './draw-plot.js';
import { judgeTable } from './judge.js';
import { emptyTally, mergeTallies, sumBy, type Tallies, type Tally } from './tally.js';

const cell = (confidence: Cell['confidence'], value: number | null, suggested?: number): Cell => ({
  value,
  raw: null,
  confidence,
  flags: [],
  at: null,
  ...(suggested === undefined ? {} : { suggested: { value: suggested, because: 'x' } }),
});

/** Judges one cell; returns what was counted, but for the constants. */
const judge = (
  got: Cell | undefined,
  want: Wanted,
  more: {
    hit?: boolean;
    unprotected?: boolean;
    contradicted?: boolean;
    before?: Cell;
    table?: 'review' | 'proactive';
  } = {},
): Partial<Tally> => {
  const tally = emptyTally();
  const key = 'r.c';
  judgeTable(
    {
      table: more.table ?? 'review',
      truth: new Map([[key, want]]),
      cells: got ? { r: { c: got } } : {},
      before: more.before ? { r: { c: more.before } } : {},
      hit: new Set(more.hit ? [key] : []),
      unprotected: new Set(more.unprotected ? [key] : []),
      isContradicted: more.contradicted ?? false,
    },
    tally,
  );
  const { cells: _, answered: __, ...rest } = tally;
  return Object.fromEntries(Object.entries(rest).filter(([, count]) => count > 0));
};

describe('judging a cell', () => {
  it('tells silent errors by level and table', () => {
    expect(judge(cell('verified', 5), 3, { hit: true })).toEqual({ damaged: 1, silentVerified: 1 });
    expect(judge(cell('read', 5), 3)).toEqual({ silentRead: 1 });
    expect(judge(cell('read', 5), 3, { table: 'proactive' })).toEqual({ silentReadFree: 1 });
    expect(judge(cell('read', 0), '')).toEqual({ silentRead: 1 });
  });

  it('does not call a doubt, a blank or the truth an error', () => {
    expect(judge(cell('suspect', 5), 3, { hit: true })).toEqual({
      damaged: 1,
      located: 1,
      doubts: 1,
      doubtsRight: 1,
    });
    expect(judge(cell('blank', null), 3, { hit: true })).toEqual({ damaged: 1, located: 1 });
    expect(judge(undefined, 3, { hit: true })).toEqual({ damaged: 1, located: 1 });
    expect(judge(cell('verified', 3), 3, { hit: true })).toEqual({ damaged: 1, recovered: 1 });
    expect(judge(cell('read', 3), 3)).toEqual({});
  });

  it('counts apart what nobody can know', () => {
    expect(judge(cell('read', 5), 3, { hit: true, unprotected: true })).toEqual({
      damaged: 1,
      unprotected: 1,
    });
  });

  it('tells those of them that are verified beside a failed sum', () => {
    const hidden = { hit: true, unprotected: true, contradicted: true };
    expect(judge(cell('verified', 5), 3, hidden)).toEqual({ damaged: 1, unprotected: 1, shadowed: 1 });
    expect(judge(cell('read', 5), 3, hidden)).toEqual({ damaged: 1, unprotected: 1 });
  });

  it('knows a right suggestion from a wrong one', () => {
    expect(judge(cell('suspect', 5, 3), 3, { hit: true })).toMatchObject({ corrected: 1 });
    expect(judge(cell('suspect', 5, 4), 3, { hit: true })).toMatchObject({ wrongSuggestions: 1 });
    expect(judge(cell('blank', null, 0), '')).toEqual({});
  });

  it('hears a cry of wolf only where the damage raised it', () => {
    expect(judge(cell('suspect', 3), 3)).toEqual({ doubts: 1, cryWolf: 1 });
    expect(judge(cell('suspect', 3), 3, { before: cell('suspect', 3) })).toEqual({ doubts: 1 });
    expect(judge(cell('suspect', 4), 3)).toEqual({ doubts: 1, doubtsRight: 1 });
    expect(judge(cell('missing', null), 3)).toEqual({ lost: 1 });
  });
});

describe('tallies', () => {
  const tallies = (): Tallies => ({
    'wrong-1|html|review': { ...emptyTally(), cases: 1, damaged: 4, located: 2, corrected: 1 },
    'wrong-1|fitted|review': { ...emptyTally(), cases: 2, damaged: 1, located: 1 },
  });

  it('add up', () => {
    const sum = tallies();
    mergeTallies(sum, tallies());
    expect(sum['wrong-1|html|review']).toMatchObject({ cases: 2, damaged: 8 });
    expect(sumBy(sum, [0]).get('wrong-1')).toMatchObject({ cases: 6, damaged: 10 });
  });

  it('are drawn as one bar for each damage and way', () => {
    const plot = drawPlot(tallies());
    expect(plot).toContain('>wrong-1</text>');
    expect(plot).toContain('fill="#c0392b"/>');
    expect(plot).not.toContain('NaN');
  });
});
