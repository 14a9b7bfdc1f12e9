import { describe, expect, it } from 'vitest';
import { addFlags } from '../../src/model/codes/add-flags.js';
import type { Cell } from '../../src/model/report-record.js';
import type { Wanted } from '../synthesise/printed.js';
import { drawKinds } from './draw-kinds.js';
import type { Fault } from './groups.js';
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

/** Counts of everything, that the others are parts of. */
const wholes = ['cells', 'printed', 'verified', 'read', 'doubtsWithValue', 'doubtsWithWrongValue'];

/** Judges one cell; returns what was counted, but for the wholes. */
const judge = (
  got: Cell | undefined,
  want: Wanted,
  more: {
    hit?: boolean;
    /** The damaged table prints this number, and nothing speaks against it. */
    prints?: number;
    fault?: Fault;
    before?: Cell;
    table?: 'review' | 'proactive';
    crossed?: boolean;
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
      excuses: new Map(more.prints === undefined ? [] : [[key, 'sums-hold']]),
      reads: new Map(more.prints === undefined ? [] : [[key, more.prints]]),
      crossed: new Set(more.crossed ? [key] : []),
      fault: more.fault ?? null,
      showsFault: true,
    },
    tally,
  );
  const counted = Object.entries(tally).filter(([name, count]) => count > 0 && !wholes.includes(name));
  return Object.fromEntries(counted);
};

describe('judging a cell', () => {
  it('tells silent errors by level and table', () => {
    const found = { damaged: 1, silentVerified: 1, wrongTables: 1 };
    expect(judge(cell('verified', 5), 3, { hit: true })).toEqual(found);
    expect(judge(cell('read', 5), 3)).toEqual({ silentRead: 1 });
    expect(judge(cell('read', 5), 3, { table: 'proactive' })).toEqual({ silentReadFree: 1 });
    expect(judge(cell('read', 0), '')).toEqual({ silentRead: 1 });
  });

  it('does not call a doubt, a blank or the truth an error', () => {
    const located = { damaged: 1, located: 1, wrongTables: 1, detectedTables: 1 };
    expect(judge(cell('suspect', 5), 3, { hit: true })).toEqual({ ...located, doubts: 1, doubtsRight: 1 });
    expect(judge(cell('blank', null), 3, { hit: true })).toEqual({ ...located, unanswered: 1 });
    expect(judge(undefined, 3, { hit: true })).toEqual({ ...located, unanswered: 1 });
    expect(judge(cell('verified', 3), 3, { hit: true })).toEqual({ damaged: 1, recovered: 1 });
    expect(judge(cell('read', 3), 3)).toEqual({});
  });

  it('counts what nobody can know apart, by what the record says', () => {
    const apart = { damaged: 1, unprotected: 1 };
    expect(judge(cell('read', 5), 3, { hit: true, prints: 5 })).toEqual({ ...apart, 'sums-hold:read': 1 });
    expect(judge(cell('verified', 5), 3, { hit: true, prints: 5 })).toEqual({
      ...apart,
      'sums-hold:verified': 1,
    });
    expect(judge(cell('suspect', 5), 3, { hit: true, prints: 5 })).toMatchObject({
      ...apart,
      'sums-hold:doubted': 1,
    });
    expect(judge(cell('read', 50_000), 3, { hit: true, prints: 5 })).toMatchObject(apart);
  });

  it('excuses nothing that differs from what is printed', () => {
    expect(judge(cell('read', 7), 3, { hit: true, prints: 5 })).toEqual({
      damaged: 1,
      silentRead: 1,
      wrongTables: 1,
    });
  });

  it('knows a right suggestion from a wrong one', () => {
    const right = judge(cell('suspect', 5, 3), 3, { hit: true });
    expect(right).toMatchObject({ corrected: 1, suggested: 1 });
    expect(right).not.toHaveProperty('suggestedWrong');
    const wrong = { wrongSuggestions: 1, suggested: 1, suggestedWrong: 1 };
    expect(judge(cell('suspect', 5, 4), 3, { hit: true })).toMatchObject(wrong);
    expect(judge(cell('read', 3, 4), 3)).toEqual({ wrongSuggestions: 1 });
    expect(judge(cell('blank', null, 0), '')).toEqual({});
  });

  it('counts apart what two printed sums hold: only that can be corrected', () => {
    const held = { hit: true, crossed: true };
    expect(judge(cell('suspect', 5, 3), 3, held)).toMatchObject({ crossed: 1, crossedCorrected: 1 });
    expect(judge(cell('suspect', 5, 4), 3, held)).toMatchObject({ located: 1, crossed: 1 });
    expect(judge(cell('suspect', 5, 4), 3, held)).not.toHaveProperty('crossedCorrected');
    expect(judge(cell('suspect', 5, 3), 3, { hit: true })).not.toHaveProperty('crossed');
  });

  it('hears a cry of wolf only where the damage raised it', () => {
    expect(judge(cell('suspect', 3), 3)).toEqual({ doubts: 1, cryWolf: 1 });
    expect(judge(cell('suspect', 3), 3, { before: cell('suspect', 3) })).toEqual({ doubts: 1 });
    expect(judge(cell('suspect', 4), 3)).toEqual({ doubts: 1, doubtsRight: 1 });
    expect(judge(cell('missing', null), 3)).toEqual({ lost: 1 });
  });

  it('asks whose fault it is', () => {
    const flagged = { ...cell('suspect', 3), flags: addFlags([], 'identity-failed', 'source-inconsistent') };
    const plain = { ...cell('suspect', 3), flags: addFlags([], 'identity-failed') };
    expect(judge(flagged, 3, { fault: 'source' })).toMatchObject({ verdictRight: 1 });
    expect(judge(plain, 3, { fault: 'source' })).toMatchObject({ verdictNone: 1 });
    expect(judge(flagged, 3, { fault: 'reading' })).toMatchObject({ verdictWrong: 1 });
    expect(judge(plain, 3, { fault: 'reading' })).toMatchObject({ verdictRight: 1 });
    expect(judge(cell('suspect', 3), 3, { fault: 'reading' })).toEqual({ doubts: 1, cryWolf: 1 });
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
    const plot = drawKinds(tallies());
    expect(plot).toContain('>wrong-1</text>');
    expect(plot).toContain('class="silent"');
    expect(plot).not.toContain('NaN');
  });
});
