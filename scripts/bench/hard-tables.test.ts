import { describe, expect, it } from 'vitest';
import { gradeTable } from '../../src/tables/grade/grade-table.js';
import { stepsOf } from './decoder.js';
import { hardTables } from './hard-tables.js';

describe('hard tables', () => {
  const tables = hardTables(5);

  it('contradict themselves', () => {
    const whole = tables.filter(({ fit }) => gradeTable(fit).checks.every(({ status }) => status !== 'fail'));
    expect(whole.map(({ name }) => name)).toEqual([]);
  });

  it('take the search to its bound, and not beyond it', () => {
    const steps = tables.map(({ fit }) => stepsOf(fit));
    expect(Math.max(...steps.map(({ taken }) => taken))).toBe(steps[0]!.bound);
  });

  it('are the same for the same seed', () => {
    const drafts = (seed: number) => hardTables(seed).map(({ fit }) => fit.drafts);
    expect(drafts(5)).toEqual(tables.map(({ fit }) => fit.drafts));
    expect(drafts(6)).not.toEqual(drafts(5));
  });
});
