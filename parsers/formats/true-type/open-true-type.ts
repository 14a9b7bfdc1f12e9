import type { GlyphOutline } from '../../../src/layout/page/glyph-outline.js';
import { readGlyph } from './read-glyph.js';

/** What of a TrueType font says which glyphs digits are, and how glyphs look. */
export interface TrueType {
  /** The glyph of a character by the font's own table; null where it has none. */
  glyphOf(character: number): number | null;
  /** The outline of a glyph; null where it is none, or made of others. */
  outlineOf(glyph: number): GlyphOutline | null;
}

const TABLES_MAX = 100;
const SUBTABLES_MAX = 50;
const SEGMENTS_MAX = 20_000;
/** Of the subtables of a cmap: those of Unicode before those of symbols and of the Mac. */
const PLATFORMS = ['3:10', '3:1', '0:4', '0:3', '0:1', '0:0', '3:0', '1:0'];
/** Symbol fonts have their characters in the private area. */
const SYMBOLS = 0xf000;

/** Opens a TrueType font; null for what is none, or is damaged. @param bytes of the file, of which nothing is believed */
export function openTrueType(bytes: Uint8Array): TrueType | null {
  try {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const tables = tablesOf(view);
    const cmap = tables.get('cmap');
    const [glyf, loca, head] = ['glyf', 'loca', 'head'].map((name) => tables.get(name));
    const lookup = cmap === undefined ? () => null : guarded(cmapOf(cmap));
    if (!glyf || !loca || !head) return { glyphOf: lookup, outlineOf: () => null };
    const isLong = head.getInt16(50) === 1;
    const offsetOf = (glyph: number) => (isLong ? loca.getUint32(glyph * 4) : loca.getUint16(glyph * 2) * 2);
    const outlineOf = guarded((glyph: number) =>
      offsetOf(glyph) < offsetOf(glyph + 1) ? readGlyph(glyf, offsetOf(glyph)) : null,
    );
    return { glyphOf: lookup, outlineOf };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** What lies outside of the bytes is not there. */
function guarded<T>(read: (value: number) => T | null): (value: number) => T | null {
  return (value) => {
    try {
      return read(value);
    } catch (error) {
      if (error instanceof RangeError) return null;
      throw error;
    }
  };
}

function tablesOf(view: DataView): Map<string, DataView> {
  const tables = new Map<string, DataView>();
  const isCollection = view.getUint32(0) === 0x74746366;
  const start = isCollection ? view.getUint32(12) : 0;
  const count = Math.min(view.getUint16(start + 4), TABLES_MAX);
  for (let i = 0; i < count; i++) {
    const at = start + 12 + i * 16;
    const name = String.fromCharCode(...[0, 1, 2, 3].map((k) => view.getUint8(at + k)));
    const [offset, length] = [view.getUint32(at + 8), view.getUint32(at + 12)];
    if (offset >= view.byteLength) continue;
    const held = Math.min(length, view.byteLength - offset);
    tables.set(name, new DataView(view.buffer, view.byteOffset + offset, held));
  }
  return tables;
}

function cmapOf(cmap: DataView): (character: number) => number | null {
  const subtables = new Map<string, number>();
  for (let i = 0; i < Math.min(cmap.getUint16(2), SUBTABLES_MAX); i++) {
    const at = 4 + i * 8;
    subtables.set(`${cmap.getUint16(at)}:${cmap.getUint16(at + 2)}`, cmap.getUint32(at + 4));
  }
  const found = PLATFORMS.flatMap((name) => subtables.get(name) ?? []);
  return (character) => {
    for (const at of found) {
      const glyph = glyphIn(cmap, at, character) || glyphIn(cmap, at, SYMBOLS + character);
      if (glyph) return glyph;
    }
    return null;
  };
}

function glyphIn(cmap: DataView, at: number, character: number): number {
  const format = cmap.getUint16(at);
  if (format === 0) return character < 256 ? cmap.getUint8(at + 6 + character) : 0;
  if (format === 6) {
    const [first, count] = [cmap.getUint16(at + 6), cmap.getUint16(at + 8)];
    const index = character - first;
    return index >= 0 && index < count ? cmap.getUint16(at + 10 + index * 2) : 0;
  }
  if (format === 12) return glyphInGroups(cmap, at, character);
  return format === 4 ? glyphInSegments(cmap, at, character) : 0;
}

function glyphInGroups(cmap: DataView, at: number, character: number): number {
  const count = Math.min(cmap.getUint32(at + 12), SEGMENTS_MAX);
  for (let i = 0; i < count; i++) {
    const group = at + 16 + i * 12;
    const [from, to] = [cmap.getUint32(group), cmap.getUint32(group + 4)];
    if (character >= from && character <= to) return cmap.getUint32(group + 8) + character - from;
  }
  return 0;
}

function glyphInSegments(cmap: DataView, at: number, character: number): number {
  const count = Math.min(cmap.getUint16(at + 6) / 2, SEGMENTS_MAX);
  const [ends, starts] = [at + 14, at + 16 + count * 2];
  for (let i = 0; i < count; i++) {
    if (character > cmap.getUint16(ends + i * 2)) continue;
    const start = cmap.getUint16(starts + i * 2);
    if (character < start) return 0;
    const delta = cmap.getUint16(starts + count * 2 + i * 2);
    const rangeAt = starts + count * 4 + i * 2;
    const range = cmap.getUint16(rangeAt);
    if (range === 0) return (character + delta) & 0xffff;
    const glyph = cmap.getUint16(rangeAt + range + (character - start) * 2);
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
}
