import { describe, expect, it } from 'vitest';
import { factSums } from '../../parsers/lookups/fact-patterns.js';
import type { Flag } from '../model/codes/flag-codes.js';
import type { Fact } from '../model/report-record.js';
import { checkFacts } from './check-facts.js';

const fact = (id: string, value: number, start: number, flags: Flag[] = []): Fact => ({
  id,
  label: id,
  value,
  unit: '件',
  raw: `${value}件`,
  confidence: 'read',
  flags,
  at: { block: 0, start, end: start + 3 },
});

const received = (total: number, parts: number[], flags: Flag[] = ['sub-count']): Fact[] => [
  fact('requests.received', total, 10),
  ...['requests.online', 'requests.byLetter', 'requests.byFax']
    .slice(0, parts.length)
    .map((id, index) => fact(id, parts[index]!, 30 + 10 * index, flags)),
];

describe('checkFacts', () => {
  it('passes parts that add up', () => {
    const facts = received(16, [9, 7]);
    expect(checkFacts(facts, factSums)).toEqual({ value: facts, issues: [] });
  });

  it('doubts whole and parts that do not, and names the numbers', () => {
    const other = fact('disclosed.total', 5, 0);
    const { value, issues } = checkFacts([other, ...received(36, [9, 7])], factSums);
    expect(value[0]).toEqual(other);
    for (const one of value.slice(1)) {
      expect(one.confidence).toBe('suspect');
      expect(one.flags).toContain('identity-failed');
    }
    expect(value.map((one) => one.value)).toEqual([5, 36, 9, 7]);
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatchObject({ code: 'parts-do-not-add', severity: 'warning', at: { start: 10 } });
    for (const number of ['36', '9', '7', '16']) expect(issues[0]!.message).toContain(number);
  });

  it.each([
    ['parts whose list was not understood to the end', received(36, [9, 7], [])],
    ['a single part', received(36, [9])],
    [
      'parts before their whole',
      [...received(36, [9, 7])].map((one) =>
        one.id === 'requests.received' ? { ...one, at: { block: 0, start: 90, end: 93 } } : one,
      ),
    ],
    [
      'parts far away',
      received(36, [9, 7]).map((one, index) =>
        index === 0 ? one : { ...one, at: { block: 9, start: 5000 + index, end: 5003 + index } },
      ),
    ],
    ['facts without a place', received(36, [9, 7]).map((one) => ({ ...one, at: null }))],
    ['no facts', []],
  ])('leaves alone %s', (_, facts) => {
    expect(checkFacts(facts, factSums)).toEqual({ value: facts, issues: [] });
  });

  it('allows an estimate a tenth', () => {
    const [whole, ...parts] = received(102, [60, 40]);
    expect(checkFacts([{ ...whole!, flags: ['approximate'] }, ...parts], factSums).issues).toEqual([]);
  });
});
