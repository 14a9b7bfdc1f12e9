import { addFlags } from '../model/codes/add-flags.js';
import type { Knowledge } from '../model/knowledge.js';
import type { Fact } from '../model/report-record.js';
import type { Result } from '../model/result.js';
import { type Rule, type RuleNames, rulesInForce } from '../model/rule.js';
import { type CompiledPattern, compilePattern } from './compile-pattern.js';
import { hearModel } from './hear-model.js';
import { type FactCandidate, matchPattern, matchStatedNone } from './match-pattern.js';
import { proseReader, type WordsOfSentence } from './prose-reader.js';
import { settleFacts } from './settle-facts.js';
import { isQuantity, partsStartAt, placeOf, quantityIndexOf, type Skeleton, skeletonOf } from './skeleton.js';
import { type FactParagraph, splitSentences } from './split-sentences.js';

interface FactsInput {
  /** The whole parsed text; spans of facts index it. */
  text: string;
  /** Running prose only, in order; tables are left out by the caller where the format knows them. */
  paragraphs: readonly FactParagraph[];
  /** The reporting year, where it is known: figures of other years are no facts. */
  year: number | null;
  /** The body that reports, where it is known: a number of another office is none of its facts. */
  issuer?: string | null;
}

/** A sentence with what was found in it and before it. */
interface SentencePage {
  skeleton: Skeleton;
  patterns: readonly CompiledPattern[];
  year: number | null;
  issuer: string | null;
  /** What the finders before have found. */
  found: readonly FactCandidate[];
  /** Ids of the last number of the sentence before: 其中 may list its parts. */
  headBefore: readonly string[];
  without: RuleNames | undefined;
  /** What the words around its quantities say. */
  byWords: WordsOfSentence;
}

/** How a sentence states facts. A number that is taken for a fact is not taken for it again. */
const factFinders: readonly (Rule & { find: (page: SentencePage) => FactCandidate[] })[] = [
  { name: 'fact-by-words', find: byWordsAround },
  { name: 'fact-by-shape', find: (page) => byShape(page, false) },
  { name: 'fact-by-doubtful-shape', find: (page) => byShape(page, true) },
  { name: 'fact-stated-none', find: statedNone },
  { name: 'fact-in-list-of-parts', find: inListOfParts },
];

/** What is made of the facts of a sentence. */
const sentenceRefiners: readonly (Rule & {
  refine: (page: SentencePage) => FactCandidate[];
})[] = [{ name: 'fact-list-is-complete', refine: markCompleteLists }];

export const sentenceRules: readonly Rule[] = [...factFinders, ...sentenceRefiners];

/** A sentence, and what the finders take its numbers for. */
export interface SentenceReading {
  byWords: WordsOfSentence;
  found: readonly FactCandidate[];
}

type FactsKnowledge = Pick<Knowledge, 'facts' | 'proseWords' | 'without'>;

/** What the finders take the numbers of each sentence for. */
export function readSentences(
  { text, paragraphs, year, issuer }: FactsInput,
  { facts: patterns, proseWords, without }: FactsKnowledge,
): SentenceReading[] {
  const compiled = patterns.map(compilePattern);
  const reader = proseReader(proseWords, { year, issuer: issuer ?? null }, without);
  let headBefore: string[] = [];
  return splitSentences(text, paragraphs, proseWords.variants).map((sentence) => {
    const skeleton = skeletonOf(sentence);
    const byWords = reader(sentence);
    const found = readSentence({
      skeleton,
      patterns: compiled,
      year,
      issuer: issuer ?? null,
      found: [],
      headBefore,
      without,
      byWords,
    });
    if (!sentence.aside) headBefore = idsOfLastQuantity(skeleton, found);
    return { byWords, found };
  });
}

/**
 * Finds the numbers that the prose states, and the zeros that it states in words. Facts stand in document order.
 * Two values for one fact are both kept, as suspects, with the issue `facts-differ`.
 */
export function findFacts(input: FactsInput, knowledge: FactsKnowledge): Result<Fact[]> {
  const { proseWords, without } = knowledge;
  const candidates = hearModel(readSentences(input, knowledge), proseWords, without);
  return settleFacts(withPlaces(candidates, input.text, input.paragraphs), without);
}

function readSentence(page: SentencePage): readonly FactCandidate[] {
  let { found } = page;
  for (const { find } of rulesInForce(factFinders, page.without)) {
    found = withWitnesses(found, find({ ...page, found }));
  }
  for (const { refine } of rulesInForce(sentenceRefiners, page.without)) found = refine({ ...page, found });
  return found;
}

/** What the words around the quantities say, with the places of the skeleton of this page. */
function byWordsAround({ byWords, skeleton }: SentencePage): FactCandidate[] {
  const indexAt = new Map(
    [...skeleton.text].flatMap((sign, index) =>
      isQuantity(sign) ? [[placeOf(skeleton, index, index + 1).start, index] as const] : [],
    ),
  );
  return byWords.found.map((one) => {
    const index = one.quantity < 0 ? -1 : (indexAt.get(one.place.start) ?? -2);
    return { ...one, index, quantity: index < 0 ? index : quantityIndexOf(skeleton.text[index]!) };
  });
}

function byShape(
  { skeleton, patterns, year, issuer, without, byWords }: SentencePage,
  isDoubtful: boolean,
): FactCandidate[] {
  if (skeleton.quantities.length === 0) return [];
  const matches = patterns.flatMap((pattern) =>
    matchPattern(skeleton, pattern, isDoubtful ? pattern.doubtful : pattern.shapes, {
      ...{ year, issuer, without, isDoubtful },
    }),
  );
  const unrefused = matches.filter(({ place }) => !byWords.refused.has(place.start));
  // Where the words of the sentence are understood, a shape that they do not bear out is in doubt.
  return byWords.found.length === 0 ? unrefused : unrefused.map((one) => borneOut(one, byWords.found));
}

function borneOut(one: FactCandidate, found: readonly FactCandidate[]): FactCandidate {
  const isBorneOut = found.some(
    ({ fact, place }) => fact.id === one.fact.id && place.start === one.place.start,
  );
  if (isBorneOut || one.weaker) return one;
  const { fact } = one;
  return {
    ...one,
    weaker: true,
    fact: { ...fact, confidence: 'suspect', flags: addFlags(fact.flags, 'scope-unclear') },
  };
}

function statedNone({ skeleton, patterns, year, issuer, without, byWords }: SentencePage): FactCandidate[] {
  return patterns
    .flatMap((pattern) => matchStatedNone(skeleton, pattern, { year, issuer, without }))
    .filter(({ place }) => !byWords.refused.has(place.start));
}

/** 其中网上20件: a shape that holds only behind the whole of which it is a part. */
function inListOfParts(page: SentencePage): FactCandidate[] {
  const { skeleton, patterns, year, issuer, without } = page;
  return patterns.flatMap((pattern) =>
    pattern.bare.length === 0
      ? []
      : matchPattern(skeleton, pattern, pattern.bare, {
          ...{ year, issuer, without },
          within: (index) => headOf(page, index).includes(pattern.pattern.partOf!),
        }),
  );
}

/** A number that is taken for a fact is not taken for it again; the second finder bears witness for a doubtful first one. */
function withWitnesses(found: readonly FactCandidate[], more: readonly FactCandidate[]): FactCandidate[] {
  const isSame = (left: FactCandidate, right: FactCandidate) =>
    left.fact.id === right.fact.id && left.quantity === right.quantity && left.quantity >= 0;
  const witnessed = found.map((one) => {
    const witness = more.find((other) => !other.weaker && isSame(one, other));
    return one.weaker && witness ? { ...witness, partOf: witness.partOf ?? one.partOf } : one;
  });
  return [...witnessed, ...more.filter((one) => !claims(found, one))];
}

/** Is the same quantity taken for the same fact already? */
const claims = (taken: readonly FactCandidate[], one: FactCandidate): boolean =>
  taken.some((other) => other.fact.id === one.fact.id && other.quantity === one.quantity);

/** Ids of the fact whose parts are listed at `index`: the number just before 其中, in this sentence or the one before. */
function headOf({ skeleton, found, headBefore }: SentencePage, index: number): readonly string[] {
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
function markCompleteLists(page: SentencePage): FactCandidate[] {
  const { skeleton, found } = page;
  const lists = new Map<number, { heads: readonly string[]; parts: FactCandidate[]; complete: boolean }>();
  for (let index = 0; index < skeleton.text.length; index += 1) {
    if (!isQuantity(skeleton.text[index])) continue;
    const start = partsStartAt(skeleton.text, index);
    if (start === null) continue;
    const heads = headOf(page, index);
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
function withPlaces(
  candidates: readonly FactCandidate[],
  text: string,
  paragraphs: readonly FactParagraph[],
): FactCandidate[] {
  return candidates
    .map((candidate) => {
      const { start, end } = candidate.place;
      const home = paragraphs.find((one) => start >= one.start && start < one.start + one.text.length);
      const at = { block: home?.block ?? 0, start, end };
      return { ...candidate, fact: { ...candidate.fact, raw: text.slice(start, end), at } };
    })
    .sort((left, right) => left.place.start - right.place.start);
}
