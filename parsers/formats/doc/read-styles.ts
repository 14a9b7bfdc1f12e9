import { bytesOf, type WordFile } from './read-fib.js';
import { readSprms, type Sprm } from './sprms.js';

/** A style of paragraphs or characters, with what it takes over from the style that it is based on. */
export interface Style {
  /** Its number among the styles that Word has built in: 1 to 9 are headings, 62 is the title. */
  builtIn: number;
  paragraph: Sprm[];
  character: Sprm[];
}

const KIND = { paragraph: 1, character: 2 } as const;
const NO_BASE = 0xfff;
const BASES_MAX = 20;

interface OwnStyle extends Style {
  base: number;
}

const u16 = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) + 256 * (bytes[at + 1] ?? 0);

function readStyle(bytes: Uint8Array, headBytes: number): OwnStyle {
  const kind = u16(bytes, 2) & 0xf;
  const lists: Uint8Array[] = [];
  // The name: its length, its characters, a zero. Each list of properties begins at an even byte.
  let at = headBytes + 2 * u16(bytes, headBytes) + 4;
  for (let left = u16(bytes, 4) & 0xf; left > 0 && at + 2 <= bytes.length; left--) {
    const length = u16(bytes, at);
    lists.push(bytes.subarray(at + 2, at + 2 + length));
    at += 2 + length + (length % 2);
  }
  const [first, second] = lists;
  const isParagraph = kind === KIND.paragraph;
  const character = isParagraph ? second : kind === KIND.character ? first : undefined;
  return {
    builtIn: u16(bytes, 0) & 0xfff,
    base: u16(bytes, 2) >> 4,
    paragraph: isParagraph && first ? readSprms(first.subarray(2)) : [],
    character: character ? readSprms(character) : [],
  };
}

/**
 * Reads the styles of a Word file; index is the number that paragraphs and characters name them by.
 * Places where no style stands hold undefined.
 *
 * @throws UnreadableSourceError doc-damaged
 */
export function readStyles(file: WordFile): (Style | undefined)[] {
  const bytes = bytesOf(file, file.styles);
  const own: (OwnStyle | undefined)[] = [];
  const count = u16(bytes, 2);
  const headBytes = u16(bytes, 4);
  let at = 2 + u16(bytes, 0);
  for (let index = 0; index < count && at + 2 <= bytes.length; index++) {
    const length = u16(bytes, at);
    own.push(length === 0 ? undefined : readStyle(bytes.subarray(at + 2, at + 2 + length), headBytes));
    at += 2 + length;
  }
  return own.map((style) => {
    if (style === undefined) return undefined;
    const whole: Style = { ...style };
    let base = style.base;
    for (let steps = 0; steps < BASES_MAX && base !== NO_BASE; steps++) {
      const below = own[base];
      if (below === undefined) break;
      whole.paragraph = [...below.paragraph, ...whole.paragraph];
      whole.character = [...below.character, ...whole.character];
      base = below.base;
    }
    return whole;
  });
}
