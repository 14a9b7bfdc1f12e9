import { type Issue, issue } from '../model/issue.js';
import type { Fact } from '../model/report-record.js';
import type { Result } from '../model/result.js';
import { type Rule, type RuleNames, rulesInForce } from '../model/rule.js';
import type { FactCandidate } from './match-pattern.js';

/** 13800余 may be anything below a tenth more; 约 and 近 may lie on either side. */
const ESTIMATE_SHARE = 0.1;

/** What becomes of several mentions of one fact. */
const mentionRules: readonly (Rule & { refine: (mentions: FactCandidate[]) => FactCandidate[] })[] = [
  { name: 'fact-plain-before-doubtful', refine: plainBeforeDoubtful },
  { name: 'fact-said-again', refine: saidOnce },
];

/** What is made of several values that are left for one fact. */
const valueRules: readonly (Rule & { settle: (facts: Fact[]) => Result<Fact[]> })[] = [
  { name: 'fact-values-differ', settle: asRivals },
];

export const settlingRules: readonly Rule[] = [...mentionRules, ...valueRules];

/**
 * One fact an id where the prose agrees with itself. Where it does not, every value stays, as a suspect with the flag `rivals`,
 * and one issue `facts-differ` names them.
 */
export function settleFacts(candidates: readonly FactCandidate[], without?: RuleNames): Result<Fact[]> {
  const refiners = rulesInForce(mentionRules, without);
  const settlers = rulesInForce(valueRules, without);
  const kept: Fact[] = [];
  const issues: Issue[] = [];
  for (const id of new Set(candidates.map((one) => one.fact.id))) {
    let mentions = candidates.filter((one) => one.fact.id === id);
    for (const { refine } of refiners) mentions = refine(mentions);
    let facts = mentions.map(({ fact }) => fact);
    for (const { settle } of settlers) {
      const settled = settle(facts);
      facts = settled.value;
      issues.push(...settled.issues);
    }
    kept.push(...facts);
  }
  return { value: kept.sort((left, right) => left.at!.start! - right.at!.start!), issues };
}

/** A doubtful reading, one body's share and a figure without a year give way to a plain one. */
function plainBeforeDoubtful(mentions: FactCandidate[]): FactCandidate[] {
  const plain = mentions.filter(({ weaker }) => !weaker);
  return plain.length > 0 ? plain : mentions;
}

/** The same value said again, or an estimate of it, is one mention: the surest. */
function saidOnce(mentions: FactCandidate[]): FactCandidate[] {
  const distinct: FactCandidate[] = [];
  const values = new Set<Fact['value']>();
  const estimates: FactCandidate[] = [];
  for (const one of [...mentions].sort((left, right) => rank(left.fact) - rank(right.fact))) {
    const rivals = isEstimate(one.fact) ? distinct : estimates;
    if (values.has(one.fact.value) || rivals.some((other) => agree(other.fact, one.fact))) continue;
    distinct.push(one);
    values.add(one.fact.value);
    if (isEstimate(one.fact)) estimates.push(one);
  }
  return distinct.sort((left, right) => left.place.start - right.place.start);
}

function asRivals(facts: Fact[]): Result<Fact[]> {
  if (facts.length === 1) return { value: facts, issues: [] };
  const value = facts.map(
    (fact): Fact => ({ ...fact, confidence: 'suspect', flags: [...fact.flags, 'rivals'] }),
  );
  return { value, issues: [differing(facts)] };
}

/** Sure before suspect, exact before estimated; the sort is stable, so the first mention wins otherwise. */
const rank = (fact: Fact): number => (fact.confidence === 'suspect' ? 2 : 0) + (isEstimate(fact) ? 1 : 0);

const isEstimate = ({ flags }: Fact): boolean => flags.includes('approximate');

function agree(left: Fact, right: Fact): boolean {
  if (left.value === right.value) return true;
  if (!isEstimate(left) && !isEstimate(right)) return false;
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
