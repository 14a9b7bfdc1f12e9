import { describe, expect, it } from 'vitest';
import { summarise } from '../damage/summarise.js';
import { emptyTally, type Tallies } from '../damage/tally.js';
import { damageBlock } from './damage.js';

const tallies: Tallies = {
  'wrong-2|fitted|applications': {
    ...emptyTally(),
    cells: 1100,
    printed: 1000,
    verified: 900,
    read: 60,
    damaged: 103,
    unprotected: 3,
    'sum-blank:read': 2,
    'sum-blank:doubted': 1,
    located: 99,
    corrected: 96,
    crossed: 90,
    crossedCorrected: 90,
    wrongTables: 50,
    detectedTables: 50,
    silentRead: 1,
    cryWolf: 2,
  },
  'cell-dropped|html-clean|review': { ...emptyTally(), printed: 15, read: 5, damaged: 5, located: 5 },
};
const error = {
  path: 'applications.granted.total',
  want: 3,
  value: 2,
  raw: '2',
  confidence: 'read',
  flags: [],
};
const kinds = {
  'wrong-2 applications read fitted': { count: 1, examples: [{ ...error, case: '7:fitted:wrong-2' }] },
};
const run = { command: 'npm run bench:damage -- --full --plot', seed: 3, count: 1, per: 1, fits: 2 };

describe('what docs/figures.md says of damaged cells', () => {
  it('is how to make a run where none is kept', () => {
    expect(damageBlock(null)).toMatch(
      /^No full run is kept here yet: `npm run bench:damage -- --full --plot`/,
    );
  });

  const block = damageBlock({ ...run, ...summarise(tallies, kinds) });

  it('quotes located, corrected and silent cells a table', () => {
    expect(block).toContain(
      '| two cells with a wrong digit | applications | 100 | 99.00 % | 96.00 % | 100.00 % | 100.00 % | 0 | 1 | 1000.0 | 0 | 0.20 % |',
    );
  });

  it('hides neither the excused nor the silent', () => {
    expect(block).toContain('| the same, though most sums of that kind are printed | fitted | 0 | 2 | 1 |');
    expect(block).toContain('| wrong-2 applications read | 1 | `--seed 3 --case 7:fitted:wrong-2` |');
    expect(block).toContain('| layout broken | 5 | 33.3 % | 0 | 0 | 0 | 0 |');
  });
});
