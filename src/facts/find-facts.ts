import type { FactPattern } from '../model/fact-pattern.js';
import type { Fact } from '../model/report-record.js';
import type { Result } from '../model/result.js';
import { type CompiledPattern, compilePattern } from './compile-pattern.js';
import { type FactCandidate, matchPattern, matchStatedNone } from './match-pattern.js';
import { settleFacts } from './settle-facts.js';
import { isQuantity, partsStartAt, type Skeleton, skeletonOf } from './skeleton.js';
import { type FactParagraph, splitSentences } from './split-sentences.js';

interface FactsInput {
  /** The whole parsed text; spans of facts index it. */
  text: string;
  /** Running prose only, in order; tables are left out by the caller where the format knows them. */
  paragraphs: readonly FactParagraph[];
  /** The reporting year, where it is known: figures of other years are no facts. */
  year: number | null;
}

/**
 * Finds the numbers that the prose states, and the zeros that it states in words. Facts stand in document order.
 * Two values for one fact are both kept, as suspects, with the issue `facts-differ`.
 */
export function findFacts(input: FactsInput, patterns: readonly FactPattern[]): Result<Fact[]> {
  const compiled = patterns.map(compilePattern);
  const candidates: FactCandidate[] = [];
  let headBefore: string[] = [];
  for (const sentence of splitSentences(input.text, input.paragraphs)) {
    const skeleton = skeletonOf(sentence);
    const found = readSentence(skeleton, compiled, input, headBefore);
    candidates.push(...found);
    if (!sentence.aside) headBefore = idsOfLastQuantity(skeleton, found);
  }
  return settleFacts(withPlaces(candidates, input));
}

function readSentence(
  skeleton: Skeleton,
  compiled: readonly CompiledPattern[],
  input: FactsInput,
  headBefore: readonly string[],
): FactCandidate[] {
  const quantified = skeleton.quantities.length > 0;
  const plain = quantified
    ? compiled.flatMap((pattern) => matchPattern(skeleton, pattern, input.year, pattern.shapes, {}))
    : [];
  const doubtful = quantified
    ? compiled.flatMap((pattern) =>
        matchPattern(skeleton, pattern, input.year, pattern.doubtful, { doubt: true }),
      )
    : [];
  const none = compiled.flatMap((pattern) => matchStatedNone(skeleton, pattern, input.year));
  const wholes = [...plain, ...doubtful.filter((one) => !claims(plain, one)), ...none];
  const bare = compiled.flatMap((pattern) =>
    pattern.bare.length === 0
      ? []
      : matchPattern(skeleton, pattern, input.year, pattern.bare, {
          within: (index) => headOf(skeleton, index, wholes, headBefore).includes(pattern.pattern.partOf!),
        }),
  );
  const all = [...wholes, ...bare.filter((one) => !claims(wholes, one))];
  return markCompleteLists(skeleton, all, headBefore);
}

/** Is the same quantity taken for the same fact already? */
const claims = (taken: readonly FactCandidate[], one: FactCandidate): boolean =>
  taken.some((other) => other.fact.id === one.fact.id && other.quantity === one.quantity);

/** Ids of the fact whose parts are listed at `index`: the number just before 其中, in this sentence or the one before. */
function headOf(
  skeleton: Skeleton,
  index: number,
  found: readonly FactCandidate[],
  headBefore: readonly string[],
): readonly string[] {
  const start = partsStartAt(skeleton.text, index);
  if (start === null) return [];
  let head = start - 1;
  while (head >= 0 && !isQuantity(skeleton.text[head])) head -= 1;
  if (head < 0) return headBefore;
  return found.filter((one) => one.index === head).map((one) => one.fact.id);
}

/**
 * Parts may be checked against their whole only where every number of their list was understood as one of its parts;
 * they then carry the flag `sub-count`.
 */
function markCompleteLists(
  skeleton: Skeleton,
  found: FactCandidate[],
  headBefore: readonly string[],
): FactCandidate[] {
  const lists = new Map<number, { heads: readonly string[]; parts: FactCandidate[]; complete: boolean }>();
  for (let index = 0; index < skeleton.text.length; index += 1) {
    if (!isQuantity(skeleton.text[index])) continue;
    const start = partsStartAt(skeleton.text, index);
    if (start === null) continue;
    const heads = headOf(skeleton, index, found, headBefore);
    const list = lists.get(start) ?? { heads, parts: [], complete: true };
    lists.set(start, list);
    const part = found.find(
      (one) => one.index === index && one.partOf !== null && heads.includes(one.partOf),
    );
    if (part) list.parts.push(part);
    else list.complete = false;
  }
  const complete = new Set([...lists.values()].filter((list) => list.complete).flatMap((list) => list.parts));
  return found.map((one) =>
    complete.has(one) ? { ...one, fact: { ...one.fact, flags: [...one.fact.flags, 'sub-count'] } } : one,
  );
}

function idsOfLastQuantity(skeleton: Skeleton, found: readonly FactCandidate[]): string[] {
  let last = skeleton.text.length - 1;
  while (last >= 0 && !isQuantity(skeleton.text[last])) last -= 1;
  return found.filter((one) => one.index === last).map((one) => one.fact.id);
}

/** Completes raw and block, and orders by place. */
function withPlaces(candidates: readonly FactCandidate[], input: FactsInput): FactCandidate[] {
  return candidates
    .map((candidate) => {
      const { start, end } = candidate.place;
      const home = input.paragraphs.find((one) => start >= one.start && start < one.start + one.text.length);
      const at = { block: home?.block ?? 0, start, end };
      return { ...candidate, fact: { ...candidate.fact, raw: input.text.slice(start, end), at } };
    })
    .sort((left, right) => left.place.start - right.place.start);
}
