import { describe, expect, it } from 'vitest';
import { judgeCount } from './judge-count.js';

const verdict = (found: number, before: number | null, reportsMin: number | null, isComplete = true) =>
  judgeCount(found, { before, reportsMin }, isComplete).verdict;

describe('judgeCount', () => {
  it('never calls an empty list a success', () => {
    expect(verdict(0, 50, null)).toBe('none');
    expect(verdict(0, null, null)).toBe('none');
    expect(verdict(0, 0, null)).toBe('none');
    expect(verdict(0, 1, null)).toBe('none');
    expect(verdict(0, 50, 0)).toBe('none');
    expect(verdict(0, 50, null, false)).toBe('none');
  });

  it('believes a person who says that there are none', () => {
    expect(verdict(0, null, 0)).toBe('ok');
    expect(verdict(0, 0, 0)).toBe('ok');
  });

  it('alarms where a tenth is gone, or less than expected is there', () => {
    expect(verdict(44, 50, null)).toBe('fewer');
    expect(verdict(45, 50, null)).toBe('ok');
    expect(verdict(4, 5, null)).toBe('ok');
    expect(verdict(3, 5, null)).toBe('fewer');
    expect(verdict(60, 50, 70)).toBe('fewer');
    expect(verdict(60, null, 70)).toBe('fewer');
    expect(verdict(70, null, 70)).toBe('ok');
  });

  it('does not blame the site for lists that could not be read', () => {
    expect(verdict(10, 50, null, false)).toBe('not-judged');
    expect(verdict(50, 50, null, false)).toBe('ok');
    expect(verdict(10, null, null, false)).toBe('not-judged');
  });

  it('says the numbers in words', () => {
    expect(judgeCount(3, { before: 50, reportsMin: 40 }).message).toBe(
      'Only 3 reports found; the run before found 50; at least 40 are expected.',
    );
  });
});
