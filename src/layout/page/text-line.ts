import type { BoundingBox } from '../../model/span.js';
import { uniteBoxes } from './matrix.js';
import { type Glyph, glyphBox } from './page-content.js';

/** A glyph in its line, and how many spaces stand before it: 0, 1, or 2 for a gap that separates columns. */
interface LineGlyph {
  glyph: Glyph;
  spaces: 0 | 1 | 2;
}

/** One printed line of text (or a part of it inside a cell), left to right. Never empty. */
export interface TextLine {
  glyphs: LineGlyph[];
  page: number;
  x0: number;
  x1: number;
  baseline: number;
  /** Em height of its largest glyph. */
  size: number;
  /** A space was printed after its last character. */
  endsWithSpace: boolean;
}

/** Glyphs of one line may differ in baseline by this many ems: digits of another font, superscripts. */
const BASELINE_SLACK_EMS = 0.4;
/** Between digits or Latin letters a gap of this many ems is a space. */
const NARROW_GAP_EMS = 0.25;
/** Chinese text is spread to fill the line and set off from digits by a quarter em; only more than this is a space: half an em in old fonts. */
const WIDE_GAP_EMS = 0.4;
/** A gap of this many ems separates columns. */
const COLUMN_GAP_EMS = 2;
/** A printed space counts only where it moved something: word processors lay spaces over text they have drawn. */
const PRINTED_SPACE_EMS = 0.08;

/** Gaps of spread text differ by at most this many ems: punctuation may be squeezed. */
const SPREAD_SLACK_EMS = 0.6;
const HAN = /\p{Script=Han}/u;

const NARROW = /[!-~]$/u;
const NARROW_START = /^[!-~]/u;

/** Cuts glyphs into lines from top to bottom. */
export function groupLines(glyphs: readonly Glyph[]): TextLine[] {
  const sorted = [...glyphs].sort((a, b) => a.baseline - b.baseline || a.x0 - b.x0);
  const groups: { anchor: Glyph; glyphs: Glyph[] }[] = [];
  for (const glyph of sorted) {
    const group = groups.at(-1);
    const size = group ? Math.max(group.anchor.size, glyph.size) : 0;
    if (!group || glyph.baseline - group.anchor.baseline > BASELINE_SLACK_EMS * size)
      groups.push({ anchor: glyph, glyphs: [glyph] });
    else {
      group.glyphs.push(glyph);
      if (glyph.size > group.anchor.size && glyph.text !== ' ') group.anchor = glyph;
    }
  }
  return groups.flatMap((group) => toLine(group.glyphs) ?? []);
}

/** Orders glyphs by x and reads their gaps; absent when there are only spaces. */
function toLine(glyphs: readonly Glyph[]): TextLine | undefined {
  const sorted = [...glyphs].sort((a, b) => a.x0 - b.x0 || a.x1 - b.x1);
  const line: LineGlyph[] = [];
  const afterSpace = new Set<LineGlyph>();
  let isSpacePrinted = false;
  for (const glyph of sorted) {
    if (glyph.text.trim() === '') {
      isSpacePrinted = true;
      continue;
    }
    const previous = line.at(-1)?.glyph;
    const item: LineGlyph = {
      glyph,
      spaces: previous ? spacesBetween(previous, glyph, isSpacePrinted) : 0,
    };
    line.push(item);
    if (isSpacePrinted) afterSpace.add(item);
    isSpacePrinted = false;
  }
  const first = line[0]?.glyph;
  if (!first) return undefined;
  if (afterSpace.size === 0) closeSpread(line);
  const largest = line.reduce((best, item) => (item.glyph.size > best.size ? item.glyph : best), first);
  return {
    glyphs: line,
    page: first.page,
    x0: first.x0,
    x1: line.reduce((x, item) => Math.max(x, item.glyph.x1), first.x1),
    baseline: largest.baseline,
    size: largest.size,
    endsWithSpace: isSpacePrinted,
  };
}

function spacesBetween(previous: Glyph, next: Glyph, isSpacePrinted: boolean): 0 | 1 | 2 {
  const ems = (next.x0 - previous.x1) / Math.max(previous.size, next.size);
  if (ems >= COLUMN_GAP_EMS) return 2;
  if (isSpacePrinted && ems > PRINTED_SPACE_EMS) return 1;
  const isNarrow = NARROW.test(previous.text) && NARROW_START.test(next.text);
  return ems > (isNarrow ? NARROW_GAP_EMS : WIDE_GAP_EMS) ? 1 : 0;
}

/**
 * Text spread over its cell (分散对齐) has the same gap everywhere, without a printed space: that is no space.
 * Digits are left apart: nobody can tell whether `1  2  3` is one number or three.
 */
function closeSpread(line: LineGlyph[]): void {
  const spread = line.slice(1).flatMap((item, i) => {
    const previous = line[i]!.glyph;
    const isHan = HAN.test(previous.text) || HAN.test(item.glyph.text);
    return isHan ? [{ item, gap: (item.glyph.x0 - previous.x1) / item.glyph.size }] : [];
  });
  if (spread.length < 2 || !spread.every(({ item }) => item.spaces > 0)) return;
  const gaps = spread.map(({ gap }) => gap);
  if (Math.max(...gaps) - Math.min(...gaps) > SPREAD_SLACK_EMS) return;
  for (const { item } of spread) item.spaces = 0;
}

/** Cuts a line at its column gaps. */
export function splitAtColumnGaps(line: TextLine): TextLine[] {
  const parts: LineGlyph[][] = [];
  for (const item of line.glyphs) {
    if (item.spaces === 2 || parts.length === 0) parts.push([{ ...item, spaces: 0 }]);
    else parts.at(-1)!.push(item);
  }
  return parts.map((glyphs, i) => ({
    ...line,
    glyphs,
    x0: glyphs[0]!.glyph.x0,
    x1: glyphs.at(-1)!.glyph.x1,
    endsWithSpace: i < parts.length - 1 || line.endsWithSpace,
  }));
}

/** Cuts a line at its gaps of at least so many ems. */
export function splitAtGaps(line: TextLine, ems: number): TextLine[] {
  const parts: LineGlyph[][] = [];
  for (const item of line.glyphs) {
    const previous = parts.at(-1)?.at(-1)?.glyph;
    const gap = previous ? item.glyph.x0 - previous.x1 : Number.POSITIVE_INFINITY;
    if (gap >= ems * line.size) parts.push([{ ...item, spaces: 0 }]);
    else parts.at(-1)!.push(item);
  }
  return parts.map((glyphs) => ({
    ...line,
    glyphs,
    x0: glyphs[0]!.glyph.x0,
    x1: glyphs.at(-1)!.glyph.x1,
  }));
}

/** Height at which most of its ink stands. */
export const middleOf = ({ baseline, size }: TextLine): number => baseline - 0.38 * size;

export function lineText(line: TextLine): string {
  return line.glyphs.map(({ glyph, spaces }) => ' '.repeat(spaces) + glyph.text).join('');
}

export function lineBox(line: TextLine): BoundingBox {
  return line.glyphs.map(({ glyph }) => glyphBox(glyph)).reduce(uniteBoxes);
}
