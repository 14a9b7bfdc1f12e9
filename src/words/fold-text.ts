/**
 * Text as a pattern wants to see it, with the way back to what is printed.
 * White space and zero-width characters are gone (one space stays between two Latin letters or digits),
 * full-width signs are half-width, every dash is "-", and the noise that the caller names is removed.
 */
export interface FoldedText {
  text: string;
  /** Offset in the original of each UTF-16 unit of `text`. */
  sourceAt: number[];
}

const ZERO_WIDTH = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]/;
const DASH = /[‐‑‒–—―－─]/;
const LATIN = /[0-9A-Za-z]/;

/** Folds one character to one character; positions stay one to one. */
function foldCharacter(character: string, folds: ReadonlyMap<string, string>): string {
  const known = folds.get(character);
  if (known !== undefined) return known;
  if (DASH.test(character)) return '-';
  const code = character.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  return character;
}

function noiseMask(text: string, noise: readonly RegExp[]): Uint8Array | null {
  let mask: Uint8Array | null = null;
  for (const pattern of noise) {
    for (const match of text.matchAll(pattern)) {
      mask ??= new Uint8Array(text.length);
      mask.fill(1, match.index, match.index + match[0].length);
    }
  }
  return mask;
}

/** `offset` is added to every entry of `sourceAt`. Noise patterns need the flag g. */
export function foldText(
  text: string,
  folds: ReadonlyMap<string, string>,
  noise: readonly RegExp[] = [],
  offset = 0,
): FoldedText {
  const mask = noiseMask(text, noise);
  const characters: string[] = [];
  const sourceAt: number[] = [];
  let gap = false;
  for (let index = 0; index < text.length; index += 1) {
    const printed = text[index]!;
    if (mask?.[index] || ZERO_WIDTH.test(printed)) continue;
    if (/\s/.test(printed)) {
      gap = true;
      continue;
    }
    const folded = foldCharacter(printed, folds);
    const previous = characters.at(-1);
    if (gap && previous !== undefined && LATIN.test(previous) && LATIN.test(folded)) {
      characters.push(' ');
      sourceAt.push(offset + index - 1);
    }
    gap = false;
    characters.push(folded);
    sourceAt.push(offset + index);
  }
  return { text: characters.join(''), sourceAt };
}
