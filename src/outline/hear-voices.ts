import type { KindLookups } from '../model/header-lookups.js';

/** Somebody who speaks on a page and is not the reporting body. */
export interface ForeignVoice {
  reason: string;
  /** How many different signs of this voice the page has; of a conversation, how many turns. */
  signs: number;
}

/** The voice of others that the page has the most signs of; null where it has none. */
export function hearVoices(
  lines: readonly { text: string }[],
  words: Pick<KindLookups, 'voices'>,
): ForeignVoice | null {
  let loudest: ForeignVoice | null = null;
  for (const { reason, signs, hasTurns } of words.voices) {
    const heard = hasTurns
      ? lines.filter(({ text }) => signs.some((sign) => sign.test(text))).length - 1
      : signs.filter((sign) => lines.some(({ text }) => sign.test(text))).length;
    if (heard > (loudest?.signs ?? 0)) loudest = { reason, signs: heard };
  }
  return loudest;
}

/** Does the body speak of itself: 我局, 本机关, 本报告? */
export const hearsItself = (lines: readonly { text: string }[], { own }: Pick<KindLookups, 'own'>): boolean =>
  lines.some(({ text }) => own.test(text));
