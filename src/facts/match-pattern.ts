import type { Fact } from '../model/report-record.js';
import type { CompiledPattern } from './compile-pattern.js';
import { factTimeOf } from './fact-time.js';
import {
  clauseEndAt,
  clauseStartAt,
  isQuantity,
  leadStartAt,
  partsStartAt,
  placeOf,
  quantityIndexOf,
  type Skeleton,
} from './skeleton.js';

/** A fact with what is needed to weigh it against others of its id. */
export interface FactCandidate {
  fact: Fact;
  place: { start: number; end: number };
  /** Index of the quantity's sign in the skeleton; -1 for a stated zero. */
  index: number;
  quantity: number;
  partOf: string | null;
  /** Why it gives way to a plain fact of the same id. */
  weaker: boolean;
}

interface MatchOptions {
  doubt?: boolean;
  /** The quantity at this index of the skeleton may be taken. */
  within?: (index: number) => boolean;
}

/** All quantities of a sentence that one pattern takes. */
export function matchPattern(
  skeleton: Skeleton,
  compiled: CompiledPattern,
  year: number | null,
  shapes: readonly RegExp[],
  options: MatchOptions,
): FactCandidate[] {
  const found = new Map<number, FactCandidate>();
  for (const shape of shapes) {
    for (const match of skeleton.text.matchAll(shape)) {
      const index = skeleton.text.indexOf(match[1]!, match.index);
      if (found.has(index) || options.within?.(index) === false) continue;
      const candidate = readMatch(skeleton, compiled, year, match, index, options.doubt === true);
      if (candidate) found.set(index, candidate);
    }
  }
  return [...found.values()];
}

function readMatch(
  skeleton: Skeleton,
  compiled: CompiledPattern,
  year: number | null,
  match: RegExpExecArray,
  index: number,
  doubtful: boolean,
): FactCandidate | null {
  const { text } = skeleton;
  const { pattern } = compiled;
  const quantity = skeleton.quantities[quantityIndexOf(match[1]!)]!;
  if (!pattern.units.includes(quantity.unit)) return null;
  const inParts = skeleton.sentence.aside || partsStartAt(text, index) !== null;
  if (inParts && !pattern.asPart) return null;
  const end = Math.max(index + 1, match.index + match[0].length);
  if (isVetoed(compiled, text, Math.min(match.index, index), end)) return null;
  const time = factTimeOf(text.slice(0, index), year, pattern.ofLastYear === true);
  if (time === 'other-year' || time === 'cumulative-since') return null;
  const near = nearnessOf(compiled, skeleton);
  if (near === 'drop') return null;
  const flags = [...quantity.flags];
  if (near === 'doubt' || doubtful) flags.push('scope-unclear');
  if (time === 'cumulative') flags.push('cumulative');
  const suspect =
    flags.includes('scope-unclear') || time === 'cumulative' || quantity.confidence === 'suspect';
  return {
    fact: {
      id: pattern.id,
      label: pattern.label,
      value: quantity.value,
      unit: quantity.unit,
      raw: '',
      confidence: suspect ? 'suspect' : 'read',
      flags,
      at: null,
    },
    place: placeOf(skeleton, index, index + 1),
    index,
    quantity: quantityIndexOf(match[1]!),
    partOf: pattern.partOf ?? null,
    weaker: doubtful || near === 'doubt' || time === 'cumulative',
  };
}

function isVetoed(compiled: CompiledPattern, text: string, from: number, end: number): boolean {
  const clauseStart = clauseStartAt(text, from);
  const clause = text.slice(clauseStart, end);
  const lead = text.slice(leadStartAt(text, clauseStart), clauseStart);
  const earlier = text.slice(0, end);
  return (
    compiled.unless.some((veto) => veto.test(clause)) ||
    compiled.unlessLead.some((veto) => veto.test(lead)) ||
    compiled.unlessEarlier.some((veto) => veto.test(earlier))
  );
}

function nearnessOf(compiled: CompiledPattern, { sentence, text }: Skeleton): 'found' | 'drop' | 'doubt' {
  if (!compiled.near) return 'found';
  return compiled.near.test(sentence.context + text) ? 'found' : compiled.pattern.near!.otherwise;
}

/** The clauses of a sentence that state a zero in words. Their `raw` is the clause. */
export function matchStatedNone(
  skeleton: Skeleton,
  compiled: CompiledPattern,
  year: number | null,
): FactCandidate[] {
  const { text } = skeleton;
  const { pattern } = compiled;
  const found = new Map<number, FactCandidate>();
  for (const shape of compiled.none) {
    for (const match of text.matchAll(shape)) {
      const start = clauseStartAt(text, match.index);
      const end = clauseEndAt(text, match.index + match[0].length);
      const clause = text.slice(start, end);
      if (found.has(start) || skeleton.sentence.aside || partsStartAt(text, match.index) !== null) continue;
      if (compiled.unlessNone.some((veto) => veto.test(clause))) continue;
      if (compiled.unlessEarlier.some((veto) => veto.test(text.slice(0, end)))) continue;
      const time = factTimeOf(text.slice(0, match.index), year, pattern.ofLastYear === true);
      const near = nearnessOf(compiled, skeleton);
      if (time !== 'this-year' || near === 'drop') continue;
      // 未收到…申请5件: a number behind the words is no stated zero.
      if (isQuantity(text[end])) continue;
      found.set(start, statedNone(skeleton, compiled, start, end, near === 'doubt'));
    }
  }
  return [...found.values()];
}

function statedNone(
  skeleton: Skeleton,
  { pattern }: CompiledPattern,
  start: number,
  end: number,
  doubt: boolean,
): FactCandidate {
  return {
    fact: {
      id: pattern.id,
      label: pattern.label,
      value: 0,
      unit: pattern.units.includes('CNY') ? 'CNY' : null,
      raw: '',
      confidence: doubt ? 'suspect' : 'read',
      flags: doubt ? ['stated-none', 'scope-unclear'] : ['stated-none'],
      at: null,
    },
    place: placeOf(skeleton, start, end),
    index: -1,
    quantity: -1,
    partOf: null,
    weaker: doubt,
  };
}
