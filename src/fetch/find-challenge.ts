import type { ChallengePattern } from '../model/challenge-pattern.js';
import type { Exchange } from '../model/fetch.js';

/** Pages of anti-bot systems are short; what identifies them is at their beginning. */
const LOOKED_AT = 256 * 1024;

function readText(body: Uint8Array): string {
  const start = body.subarray(0, LOOKED_AT);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(start, { stream: true });
  } catch {
    return new TextDecoder('gb18030').decode(start);
  }
}

/** What a reader would see, roughly: enough to count and to look for phrases. */
const visibleWords = (source: string): string =>
  source
    .replace(/<!--[\s\S]*?(?:-->|$)/gu, ' ')
    .replace(/<(script|style|noscript)\b[\s\S]*?(?:<\/\1\s*>|$)/giu, ' ')
    .replace(/<[^>]*>/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();

/** @returns the first pattern that an answer fits as a whole, or null */
export function findChallenge(
  exchange: Pick<Exchange, 'status' | 'responseHeaders'>,
  body: Uint8Array,
  patterns: readonly ChallengePattern[],
): ChallengePattern | null {
  const source = readText(body);
  // Most pages fit no pattern's source, and need not be read as far as their words.
  let seen: string | undefined;
  const words = (): string => (seen ??= visibleWords(source));
  const fits = (pattern: ChallengePattern): boolean =>
    (pattern.statuses?.includes(exchange.status) ?? true) &&
    (pattern.headers ?? []).every(({ name, value }) =>
      exchange.responseHeaders.some(([field, text]) => field.toLowerCase() === name && value.test(text)),
    ) &&
    (pattern.source ?? []).every((expression) => expression.test(source)) &&
    (pattern.wordsMax === undefined || words().length <= pattern.wordsMax) &&
    (pattern.words ?? []).every((expression) => expression.test(words()));
  return patterns.find(fits) ?? null;
}
