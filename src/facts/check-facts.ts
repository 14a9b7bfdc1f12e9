import { addFlags } from '../model/codes/add-flags.js';
import type { FactSum } from '../model/fact-pattern.js';
import { type Issue, issue } from '../model/issue.js';
import type { Fact } from '../model/report-record.js';
import type { Result } from '../model/result.js';
import type { Rule, RuleNames } from '../model/rule.js';
import { firstWhere } from '../words/first-where.js';

export const partsRule: Rule = { name: 'fact-parts-do-not-add' };

/** A list of parts stands close behind its whole. */
const LIST_DISTANCE_MAX = 400;

/**
 * Checks wholes against the parts that the prose lists for them: 收到42件, 其中网上20件, 书面2件. Only lists of which every number
 * was understood are checked (flag `sub-count`, see `findFacts`). On a difference: issue `parts-do-not-add`, and the facts
 * become suspect with the flag `identity-failed`; no value is changed.
 */
export function checkFacts(
  facts: readonly Fact[],
  sums: readonly FactSum[],
  without?: RuleNames,
): Result<Fact[]> {
  if (without?.has(partsRule.name)) return { value: [...facts], issues: [] };
  const failed = new Set<Fact>();
  const issues: Issue[] = [];
  const placed = facts
    .filter(({ at }) => at?.start !== undefined)
    .sort((left, right) => left.at!.start! - right.at!.start!);
  for (const sum of sums) {
    for (const whole of facts.filter((fact) => fact.id === sum.whole)) {
      const parts = partsBehind(placed, whole, sum);
      if (parts.length < 2 || addsUp(whole, parts)) continue;
      for (const fact of [whole, ...parts]) failed.add(fact);
      issues.push(notAdding(whole, parts));
    }
  }
  return { value: facts.map((fact) => (failed.has(fact) ? doubted(fact) : fact)), issues };
}

/** @param placed in the order of their places */
function partsBehind(placed: readonly Fact[], whole: Fact, sum: FactSum): Fact[] {
  const end = whole.at?.end;
  if (end === undefined) return [];
  const parts: Fact[] = [];
  const first = firstWhere(placed.length, (i) => placed[i]!.at!.start! >= end);
  for (let i = first; i < placed.length; i++) {
    const fact = placed[i]!;
    // The list ends where the next whole stands, and what stands beside it is no part either.
    if (fact.id === whole.id || fact.at!.start! - end > LIST_DISTANCE_MAX) {
      const next = fact.at!.start!;
      return parts.filter(({ at }) => at!.start! < next);
    }
    if (sum.parts.includes(fact.id) && fact.flags.includes('sub-count')) parts.push(fact);
  }
  return parts;
}

function addsUp(whole: Fact, parts: readonly Fact[]): boolean {
  const estimated = [whole, ...parts].some((fact) => fact.flags.includes('approximate'));
  const sum = sumOf(parts);
  return estimated ? Math.abs(sum - whole.value!) <= whole.value! / 10 : sum === whole.value;
}

const sumOf = (parts: readonly Fact[]): number => parts.reduce((sum, part) => sum + part.value!, 0);

const doubted = (fact: Fact): Fact => ({
  ...fact,
  confidence: 'suspect',
  flags: addFlags(fact.flags, 'identity-failed'),
});

function notAdding(whole: Fact, parts: readonly Fact[]): Issue {
  const terms = parts.map((part) => `${part.value} (${part.label})`).join(' + ');
  return issue(
    'parts-do-not-add',
    `The prose gives ${whole.value} for ${whole.label}, but its parts ${terms} make ${sumOf(parts)}.`,
    { path: 'facts', ...(whole.at ? { at: whole.at } : {}) },
  );
}
