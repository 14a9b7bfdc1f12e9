import { childOf, childrenOf, type Element, numberOf, numbersOf } from './read-xml.js';

/** A character where the object puts it, in the millimetres of the object. */
interface LaidCharacter {
  text: string;
  x: number;
  y: number;
  /** How far the character reaches to the right. */
  width: number;
  /** The glyph of its font that is drawn, where the object names glyphs. */
  glyph?: number;
}

/** What a writer puts where a font has no character for a glyph. */
const NO_CHARACTER = '\u00a4';
/** Characters that take a whole em; all others are taken to take half of one. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{3fffd}\u2014\u2018-\u201d\u2026\u2460-\u24ff\u2160-\u217f\u3000]/u;

/**
 * The shifts from character to character: `1 2 g 3 4.2` is 1, 2, 4.2, 4.2, 4.2.
 * @param count no more are needed
 */
export function readDeltas(text: string | undefined, count: number): number[] {
  const words = (text ?? '').trim().split(/[\s,]+/u);
  const deltas: number[] = [];
  for (let at = 0; at < words.length && deltas.length < count; ) {
    if (words[at] !== 'g') {
      const value = words[at] === '' ? Number.NaN : Number(words[at]);
      if (!Number.isFinite(value)) return deltas;
      deltas.push(value);
      at++;
      continue;
    }
    const [times, value] = [Number(words[at + 1]), Number(words[at + 2])];
    if (!Number.isFinite(times) || !Number.isFinite(value)) return deltas;
    for (let i = 0; i < times && deltas.length < count; i++) deltas.push(value);
    at += 3;
  }
  return deltas;
}

/**
 * The characters of a text object. Where a writer says nothing of the shift to the next character, the next one stands behind it.
 */
export function layText(object: Element, size: number): LaidCharacter[] {
  const spread = numberOf(object.attributes.get('HScale')) ?? 1;
  const laid: LaidCharacter[] = [];
  let [startX, startY] = [0, 0];
  for (const code of childrenOf(object, 'TextCode')) {
    startX = numberOf(code.attributes.get('X')) ?? startX;
    startY = numberOf(code.attributes.get('Y')) ?? startY;
    // Line breaks around the text are those of the XML.
    const characters = [...code.text.replace(/^[\r\n\t]+|[\r\n\t]+$/gu, '')];
    const across = readDeltas(code.attributes.get('DeltaX'), characters.length);
    const down = readDeltas(code.attributes.get('DeltaY'), characters.length);
    let [x, y] = [startX, startY];
    for (const [index, text] of characters.entries()) {
      const width = (WIDE.test(text) ? size : size / 2) * spread;
      const shift = across[index] ?? (down.length > 0 ? 0 : width);
      const isNarrower = shift > 0 && shift < width && index < across.length;
      laid.push({ text, x, y, width: isNarrower ? shift : width });
      x += shift;
      y += down[index] ?? 0;
    }
  }
  const glyphs = glyphsOf(object);
  return laid.map((each, index) => {
    const text = each.text === NO_CHARACTER && isByGlyph(object) ? '\ufffd' : each.text;
    const glyph = glyphs.get(index);
    return { ...each, text, ...(glyph !== undefined && { glyph }) };
  });
}

/** Of one transformation. */
const CHARACTERS_MAX = 10_000;
/** Several glyphs are one character, or several characters one glyph. */
const UNKNOWN_GLYPH = -1;

/** The glyphs that are drawn, by the place of their characters. */
function glyphsOf(object: Element): ReadonlyMap<number, number> {
  const glyphs = new Map<number, number>();
  for (const transform of childrenOf(object, 'CGTransform')) {
    const [position = 0, characters = 1] = ['CodePosition', 'CodeCount'].map((name) =>
      numberOf(transform.attributes.get(name)),
    );
    const named = numbersOf(childOf(transform, 'Glyphs')?.text);
    for (let i = 0; i < Math.min(characters, CHARACTERS_MAX); i++)
      glyphs.set(position + i, named.length === characters ? named[i]! : UNKNOWN_GLYPH);
  }
  return glyphs;
}

/** Does the object name the glyphs of its font, so that its characters need not be true? */
const isByGlyph = (object: Element): boolean => childrenOf(object, 'CGTransform').length > 0;
