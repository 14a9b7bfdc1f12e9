import { parseFragment } from 'parse5';

/** More distinct names than HTML has entities are a sign of noise; then a slice is mapped as a whole. */
const NAMES_MAX = 5000;

/** Reads a character reference that stands at `offset`. */
export interface EntityReader {
  /** Its characters and the length of its source, or null when none stands there. */
  readAt(source: string, offset: number): { text: string; length: number } | null;
}

/**
 * Makes a reader of character references as HTML has them in text: `&nbsp;`, `&#160;`, `&#xA0`, `&ampx`.
 * The names are the parser's; each is asked once.
 */
export function createEntityReader(): EntityReader {
  const known = new Map<string, string>();
  const pattern = /&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]{0,40});?/y;
  const decode = (reference: string): string => {
    const found = known.get(reference);
    if (found !== undefined) return found;
    if (known.size >= NAMES_MAX) return reference;
    const { childNodes } = parseFragment(reference);
    const text = childNodes.map((node) => ('value' in node ? node.value : '')).join('');
    known.set(reference, text);
    return text;
  };
  return {
    readAt(source, offset) {
      pattern.lastIndex = offset;
      const reference = pattern.exec(source)?.[0];
      if (reference === undefined) return null;
      const decoded = decode(reference);
      if (decoded === reference) return null;
      if (reference[1] === '#') return { text: decoded, length: reference.length };
      // &notit; is ¬ and the letters "it;": what both ends have in common is not part of the reference.
      let rest = 0;
      while (rest < decoded.length - 1 && decoded.at(-1 - rest) === reference.at(-1 - rest)) rest++;
      return { text: decoded.slice(0, decoded.length - rest), length: reference.length - rest };
    },
  };
}
