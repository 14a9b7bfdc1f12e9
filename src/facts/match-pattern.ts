import type { Fact } from '../model/report-record.js';
import type { RuleNames } from '../model/rule.js';
import type { CompiledPattern } from './compile-pattern.js';
import { type FactDoubt, judgeMatch } from './judge-match.js';
import { clauseEndAt, clauseStartAt, placeOf, quantityIndexOf, type Skeleton } from './skeleton.js';

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
  /** The reporting year, where it is known. */
  year: number | null;
  /** The body that reports, where it is known. */
  issuer: string | null;
  without: RuleNames | undefined;
  isDoubtful?: boolean;
  /** The quantity at this index of the skeleton may be taken. */
  within?: (index: number) => boolean;
}

/** All quantities of a sentence that one pattern takes. */
export function matchPattern(
  skeleton: Skeleton,
  compiled: CompiledPattern,
  shapes: readonly RegExp[],
  options: MatchOptions,
): FactCandidate[] {
  const found = new Map<number, FactCandidate>();
  for (const shape of shapes) {
    // Most shapes fit no part of a sentence, which is told without making a list.
    if (skeleton.text.search(shape) < 0) continue;
    for (const match of skeleton.text.matchAll(shape)) {
      const index = skeleton.text.indexOf(match[1]!, match.index);
      if (found.has(index) || options.within?.(index) === false) continue;
      const candidate = readMatch(skeleton, compiled, match, index, options);
      if (candidate) found.set(index, candidate);
    }
  }
  return [...found.values()];
}

function readMatch(
  skeleton: Skeleton,
  compiled: CompiledPattern,
  match: RegExpExecArray,
  index: number,
  { year, issuer, without, isDoubtful = false }: MatchOptions,
): FactCandidate | null {
  const number = quantityIndexOf(match[1]!);
  const quantity = skeleton.quantities[number]!;
  const clauseStart = clauseStartAt(skeleton.text, Math.min(match.index, index));
  const end = Math.max(index + 1, match.index + match[0].length);
  const doubts = judgeMatch({
    ...{ skeleton, compiled, year, issuer, quantity, isDoubtful, index, clauseStart, end, without },
  });
  if (!doubts) return null;
  const said = { value: quantity.value, unit: quantity.unit, flags: quantity.flags };
  return {
    ...candidateOf(compiled, said, doubts),
    place: placeOf(skeleton, index, index + 1),
    index,
    quantity: number,
    partOf: compiled.pattern.partOf ?? null,
  };
}

/** The clauses of a sentence that state a zero in words. Their `raw` is the clause. */
export function matchStatedNone(
  skeleton: Skeleton,
  compiled: CompiledPattern,
  { year, issuer, without }: MatchOptions,
): FactCandidate[] {
  const { text } = skeleton;
  const found = new Map<number, FactCandidate>();
  const unit = compiled.pattern.units.includes('CNY') ? 'CNY' : null;
  const said: Pick<Fact, 'value' | 'unit' | 'flags'> = { value: 0, unit, flags: ['stated-none'] };
  for (const shape of compiled.none) {
    if (text.search(shape) < 0) continue;
    for (const { index, 0: words } of text.matchAll(shape)) {
      const clauseStart = clauseStartAt(text, index);
      const end = clauseEndAt(text, index + words.length);
      if (found.has(clauseStart)) continue;
      const doubts = judgeMatch({
        ...{
          skeleton,
          compiled,
          year,
          issuer,
          quantity: null,
          isDoubtful: false,
          index,
          clauseStart,
          end,
          without,
        },
      });
      if (!doubts) continue;
      const place = placeOf(skeleton, clauseStart, end);
      const candidate = candidateOf(compiled, said, doubts);
      found.set(clauseStart, { ...candidate, place, index: -1, quantity: -1, partOf: null });
    }
  }
  return [...found.values()];
}

/** The fact as far as the sentence says it; `raw` and `at` come from the text. */
function candidateOf(
  { pattern: { id, label } }: CompiledPattern,
  { value, unit, flags }: Pick<Fact, 'value' | 'unit' | 'flags'>,
  doubts: ReadonlySet<FactDoubt>,
): Pick<FactCandidate, 'fact' | 'weaker'> {
  const named = (['scope-unclear', 'cumulative'] as const).filter((doubt) => doubts.has(doubt));
  const confidence = doubts.size > 0 ? 'suspect' : 'read';
  return {
    fact: { id, label, value, unit, raw: '', confidence, flags: [...flags, ...named], at: null },
    weaker: named.length > 0,
  };
}
