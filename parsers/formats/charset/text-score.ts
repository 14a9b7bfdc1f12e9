/** What a decoded text looks like, counted over its characters outside ASCII. */
export interface TextScore {
  /** Characters outside ASCII, replacement characters included. */
  nonAscii: number;
  /** U+FFFD. */
  damaged: number;
  /** Characters of private use: decoders put bytes there that mean nothing. */
  privateUse: number;
  /** Characters of the common list. */
  common: number;
  /** Han characters of the basic block. */
  han: number;
  /** Letters that a page in a one-byte charset leaves when Chinese is read with it: À-ÿ, œ, €, ... */
  westernLetters: number;
  /** Runs of characters outside ASCII: their mean length tells French from ruined Chinese. */
  runs: number;
  /** Mean weight of a character, from -3 (all damaged) to 1 (all common); 1 for pure ASCII. */
  quality: number;
}

/** Enough to know a text by; a longer one is judged by its first million characters. */
const SAMPLE_CHARS = 1_000_000;
const WESTERN = /[\u00a0-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u20ac\u2122]/;

const isPrivateUse = (code: number): boolean => code >= 0xe000 && code <= 0xf8ff;

/** Weight of one character that is not in the common list. */
function weightOf(code: number): number {
  if (code === 0xfffd) return -3;
  if ((code >= 0x80 && code < 0xa0) || isPrivateUse(code)) return -2;
  if (code >= 0x4e00 && code <= 0x9fff) return 0.25;
  if (code >= 0xff00 && code <= 0xffee) return 0.5;
  if ((code >= 0x2000 && code <= 0x206f) || (code >= 0x2460 && code <= 0x25ff)) return 0.5;
  if (code === 0xa0 || code === 0xb7) return 0.5;
  return -0.5;
}

/** Weighs a decoded text: the higher the quality, the likelier that the charset was the right one. */
export function scoreText(text: string, common: ReadonlySet<string>): TextScore {
  const score: TextScore = {
    nonAscii: 0,
    damaged: 0,
    privateUse: 0,
    common: 0,
    han: 0,
    westernLetters: 0,
    runs: 0,
    quality: 1,
  };
  let weight = 0;
  let inRun = false;
  const length = Math.min(text.length, SAMPLE_CHARS);
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) {
      inRun = false;
      continue;
    }
    if (!inRun) score.runs++;
    inRun = true;
    score.nonAscii++;
    if (code === 0xfffd) score.damaged++;
    if (isPrivateUse(code)) score.privateUse++;
    if (code >= 0x4e00 && code <= 0x9fff) score.han++;
    const char = text[i]!;
    if (common.has(char)) {
      score.common++;
      weight++;
      continue;
    }
    if (WESTERN.test(char)) score.westernLetters++;
    weight += weightOf(code);
  }
  if (score.nonAscii > 0) score.quality = weight / score.nonAscii;
  return score;
}
