import { type Issue, issue } from '../model/issue.js';
import type { Fact } from '../model/report-record.js';
import type { Result } from '../model/result.js';
import type { FactCandidate } from './match-pattern.js';

/** 13800余 may be anything below a tenth more; 约 and 近 may lie on either side. */
const ESTIMATE_SHARE = 0.1;

/**
 * One fact an id where the prose agrees with itself. Where it does not, every value stays, as a suspect with the flag `rivals`,
 * and one issue `facts-differ` names them.
 */
export function settleFacts(candidates: readonly FactCandidate[]): Result<Fact[]> {
  const kept = new Set<Fact>();
  const issues: Issue[] = [];
  for (const id of new Set(candidates.map((one) => one.fact.id))) {
    const facts = distinctValues(strongest(candidates.filter((one) => one.fact.id === id)));
    if (facts.length === 1) kept.add(facts[0]!);
    else {
      for (const fact of facts)
        kept.add({ ...fact, confidence: 'suspect', flags: [...fact.flags, 'rivals'] });
      issues.push(differing(facts));
    }
  }
  const value = [...kept].sort((left, right) => left.at!.start! - right.at!.start!);
  return { value, issues };
}

/** A doubtful reading, one body's share and a figure without a year give way to a plain one. */
function strongest(candidates: readonly FactCandidate[]): Fact[] {
  const plain = candidates.filter((one) => !one.weaker);
  return (plain.length > 0 ? plain : candidates).map((one) => one.fact);
}

function distinctValues(facts: readonly Fact[]): Fact[] {
  const distinct: Fact[] = [];
  const exactFirst = [...facts].sort((left, right) => rank(left) - rank(right));
  for (const fact of exactFirst) if (!distinct.some((other) => agree(other, fact))) distinct.push(fact);
  return distinct.sort((left, right) => left.at!.start! - right.at!.start!);
}

/** Sure before suspect, exact before estimated; the sort is stable, so the first mention wins otherwise. */
const rank = (fact: Fact): number =>
  (fact.confidence === 'suspect' ? 2 : 0) + (fact.flags.includes('approximate') ? 1 : 0);

function agree(left: Fact, right: Fact): boolean {
  if (left.value === right.value) return true;
  const estimated = left.flags.includes('approximate') || right.flags.includes('approximate');
  if (!estimated) return false;
  const [low, high] = [left.value!, right.value!].sort((a, b) => a - b);
  return high! <= low! * (1 + ESTIMATE_SHARE);
}

function differing(facts: readonly Fact[]): Issue {
  const named = facts.map((fact) => `${fact.value} (${fact.raw})`).join(', ');
  return issue(
    'facts-differ',
    `The prose states different values for ${facts[0]!.id} (${facts[0]!.label}): ${named}.`,
    { path: 'facts', ...(facts[0]!.at ? { at: facts[0]!.at } : {}) },
  );
}
