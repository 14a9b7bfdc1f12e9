import { distance } from 'fastest-levenshtein';

/** A label reduced to what identifies it: no spaces, no punctuation, one script. */
interface FoldedLabel {
  /** Printed before the label: "一", "(三)", "2". Empty when there is none. */
  ordinal: string;
  /** Han characters, letters and digits only. */
  core: string;
}

/** Folds a text. Labels recur in every table and row, so what was folded once is kept for as long as the folder lives. */
export interface FoldCharacters {
  (text: string): string;
  readonly labels: Map<string, FoldedLabel>;
}

/** Pinyin that hijacked mirrors glue in after characters: 機(jī)構(gòu). */
const GLUED_PINYIN = /[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]{1,6}[)）]/giu;
const ORDINAL =
  /^(?:其中[:：]?)?([一二三四五六七八九十]{1,3}(?=[、.,])|\([一二三四五六七八九十]{1,3}\)|\d{1,2}(?=[.、,]))/u;
const NOISE = /[^\p{Script=Han}\p{L}\p{N}]/gu;

/** Folds width, script and glued pinyin; keeps punctuation. `variants` maps traditional characters to simplified ones. */
export function makeFolder(variants: ReadonlyMap<string, string>): FoldCharacters {
  const fold = (text: string): string => {
    const plain = text
      .normalize('NFKC')
      .replace(/[\s\p{Cf}]/gu, '')
      .replace(GLUED_PINYIN, '');
    let folded = '';
    for (const ch of plain) folded += variants.get(ch) ?? ch;
    return folded;
  };
  return Object.assign(fold, { labels: new Map<string, FoldedLabel>() });
}

/** Splits the ordinal off and drops the noise. `text` must have been folded. */
export function foldLabel(text: string, fold: FoldCharacters): FoldedLabel {
  const known = fold.labels.get(text);
  if (known) return known;
  const folded = fold(text);
  const match = ORDINAL.exec(folded);
  const ordinal = match?.[1] ?? '';
  const rest = match ? folded.slice(match[0].length) : folded.replace(/^其中[:：]/u, '');
  const label = { ordinal, core: rest.replace(NOISE, '') };
  fold.labels.set(text, label);
  return label;
}

/** Labels shorter than this must match exactly or by containment of the whole. */
const FUZZY_LENGTH_MIN = 4;
/** A label cut short (`本年新`, `本年增/`) must keep this many characters. */
const CUT_LENGTH_MIN = 3;

/**
 * How alike a printed and an official label are, 0 to 1. 1 is the same text.
 * Printed labels may be cut short, misprinted in a character or two, or carry a province's explanation.
 */
export function labelSimilarity(printed: string, official: string): number {
  if (printed === official) return 1;
  if (printed === '' || official === '') return 0;
  const [short, long] = printed.length < official.length ? [printed, official] : [official, printed];
  if (short.length < CUT_LENGTH_MIN) return 0;
  if (printed.length > official.length && printed.startsWith(official)) return 0.93;
  if (printed.length < official.length && official.startsWith(printed)) {
    return 0.7 + 0.2 * (printed.length / official.length);
  }
  if (short.length < FUZZY_LENGTH_MIN) return 0;
  const edit = 1 - distance(printed, official) / long.length;
  const inserted = canHoldInsertion(printed, official) && isSubsequence(official, printed) ? 0.75 : 0;
  return Math.max(edit, inserted);
}

/** Explanations stand inside long labels; a short one's characters are found in order in any sentence. */
function canHoldInsertion(printed: string, official: string): boolean {
  return (
    official.length >= 6 && printed.length > official.length && printed.length <= 2 * official.length + 12
  );
}

function isSubsequence(short: string, long: string): boolean {
  let at = 0;
  for (const ch of short) {
    at = long.indexOf(ch, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
