import { drawsAnotherDigit } from '../../../src/layout/page/draws-another-digit.js';
import type { Glyph } from '../../../src/layout/page/page-content.js';
import { isPictureFont } from '../css/is-picture-font.js';
import { openTrueType, type TrueType } from '../true-type/open-true-type.js';
import type { ReadPage } from './read-page.js';

/** A run of so many different digits whose glyphs follow each other as the digits do is that of a font that is as it should be. */
const IN_ORDER_MIN = 3;

type Drawn = 'as-said' | 'another' | 'unknown';

/**
 * Marks digits that may be drawn as others. A page can name the glyphs of its fonts, and fonts come with the file; a viewer
 * draws those, whatever the characters say.
 *
 * @param fontOf the part that holds a font of a page; undefined where the viewer takes one of its own
 * @param nameOf the name of a font, in small letters
 */
export async function doubtDigits(
  pages: readonly ReadPage[],
  fontOf: (page: ReadPage, font: string) => string | undefined,
  nameOf: (page: ReadPage, font: string) => string,
  unpack: (part: string) => Promise<Uint8Array | null>,
): Promise<ReadPage[]> {
  const fonts = new Map<string, TrueType | null>();
  const judged = new Map<string, Drawn>();
  const open = async (part: string | undefined): Promise<TrueType | null> => {
    if (part === undefined) return null;
    const known = fonts.get(part);
    if (known !== undefined) return known;
    const bytes = await unpack(part).catch(() => null);
    const font = bytes === null ? null : openTrueType(bytes);
    fonts.set(part, font);
    return font;
  };
  const marked: ReadPage[] = [];
  for (const page of pages) {
    const doubtful = new Set<Glyph>();
    const ordered = fontsInOrder(page);
    for (const [glyph, named] of page.digits) {
      if (isPictureFont(nameOf(page, glyph.font))) doubtful.add(glyph);
      const part = fontOf(page, glyph.font);
      const key = `${part ?? glyph.font} ${glyph.text} ${named}`;
      const drawn = judged.get(key) ?? judge(await open(part), Number(glyph.text), named);
      judged.set(key, drawn);
      const isUnknown = drawn === 'unknown' && named !== undefined && !ordered.has(glyph.font);
      if (drawn === 'another' || isUnknown) doubtful.add(glyph);
    }
    marked.push(doubtful.size === 0 ? page : { ...page, glyphs: page.glyphs.map(asDoubtful(doubtful)) });
  }
  return marked;
}

const asDoubtful =
  (doubtful: ReadonlySet<Glyph>) =>
  (glyph: Glyph): Glyph =>
    doubtful.has(glyph) ? { ...glyph, mark: glyph.mark ?? 'several-readings' } : glyph;

function judge(font: TrueType | null, digit: number, named: number | undefined): Drawn {
  const own = font?.glyphOf(0x30 + digit) ?? null;
  const glyph = named ?? own;
  const outline = glyph === null ? null : (font?.outlineOf(glyph) ?? null);
  if (outline !== null) return drawsAnotherDigit(digit, outline) ? 'another' : 'as-said';
  return named !== undefined && named === own ? 'as-said' : 'unknown';
}

/** Fonts in whose order of glyphs the digits of a page follow each other. */
function fontsInOrder({ digits }: ReadPage): Set<string> {
  const byFont = new Map<string, Map<number, Set<number>>>();
  for (const [{ font, text }, named] of digits) {
    if (named === undefined) continue;
    const shifts = byFont.get(font) ?? new Map<number, Set<number>>();
    byFont.set(font, shifts);
    const shift = named - Number(text);
    shifts.set(shift, (shifts.get(shift) ?? new Set()).add(Number(text)));
  }
  const isInOrder = (shifts: Map<number, Set<number>>) =>
    shifts.size === 1 && [...shifts.values()][0]!.size >= IN_ORDER_MIN;
  return new Set([...byFont].filter(([, shifts]) => isInOrder(shifts)).map(([font]) => font));
}
