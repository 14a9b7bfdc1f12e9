import type { Glyph } from '../../layout/page/page-content.js';
import type { TakenReading } from './choose-reading.js';
import type { CutLine } from './cut-line.js';
import type { PageLine } from './page-lines.js';

/** Ink of digits and capitals is this high, that of Chinese characters nearly fills the square (ems). */
const DIGIT_EMS = 0.72;
const HAN_EMS = 0.92;
/** Chinese characters reach this far below the baseline (ems), a dash stands this far above it. */
const HAN_BELOW_EMS = 0.07;
const DASH_ABOVE_EMS = 0.36;
/** A gap in the ink this wide (ems) is a gap between characters, a smaller one the white of a narrow digit. */
const GAP_EMS = 0.6;
/** Full-width brackets and commas fill half of their square. */
const WIDE_GAP_EMS = 1.25;

/** No print is larger (ems of what stands around it): with it stands a piece of a seal. */
const TITLE_EMS = 6;
const CELL_EMS = 2;
/** Ink in a cell smaller than this (ems) that gave no character is dirt. */
const UNREAD_EMS = 0.3;

const WIDE = /[\u2e80-\u9fff\uff00-\uffef（）【】]/u;
const LOW = /^[-—–一_.,·~…]*$/u;
const UNREAD = '\ufffd';

interface Placement {
  page: number;
  dpi: number;
}

interface Span {
  x0: number;
  x1: number;
  /** Height or width of its largest piece. */
  size: number;
  characters: { text: string; centre: number; recognised: NonNullable<Glyph['recognised']> }[];
}

/**
 * The characters of a line where they stand: side by side where the ink has no gap. Ink of a cell that gave no character is U+FFFD.
 * @returns glyphs in points from the top left of the straightened page
 */
export function placeGlyphs(
  line: PageLine,
  cut: CutLine,
  { characters, rivals: wholeRivals }: TakenReading,
  { page, dpi }: Placement,
): Glyph[] {
  const { em } = line;
  const points = (pixels: number) => (pixels * 72) / dpi;
  const text = characters.map((character) => character.text).join('');
  const { size, baseline } = measure(line, text);
  const spans = inkSpans(line, (WIDE.test(text) ? WIDE_GAP_EMS : GAP_EMS) * size);
  const whole = wholeRivals && { text, rivals: wholeRivals };
  let before = { span: 0, centre: Number.NEGATIVE_INFINITY };
  for (const { text: printed, score, rivals, at } of characters) {
    // The order of the reading is sure, the places are not.
    const centre = Math.max(cut.left + at * cut.picture.width, before.centre + 1);
    const index = nearest(spans, centre, before.span);
    before = { span: index, centre };
    const span = spans[index]!;
    // A pale sign stands outside what counted as ink.
    span.x0 = Math.min(span.x0, centre - 1);
    span.x1 = Math.max(span.x1, centre + 1);
    span.characters.push({ text: printed, centre, recognised: { score, rivals, ...(whole && { whole }) } });
  }
  return spans.flatMap((span) => {
    const isUnread = span.characters.length === 0 && line.cell !== null && span.size >= UNREAD_EMS * em;
    const own = isUnread ? [unread(span)] : span.characters;
    return own.map((character, i) => {
      const previous = own[i - 1];
      const next = own[i + 1];
      const x0 = previous ? (previous.centre + character.centre) / 2 : span.x0;
      const x1 = next ? (character.centre + next.centre) / 2 : span.x1;
      return {
        text: character.text,
        page,
        x0: points(x0),
        x1: points(Math.max(x0 + 1, x1)),
        baseline: points(baseline),
        size: points(size),
        font: 'picture',
        recognised: character.recognised,
      };
    });
  });
}

const unread = ({ x0, x1 }: Span): Span['characters'][number] => ({
  text: UNREAD,
  centre: (x0 + x1) / 2,
  recognised: { score: 0, rivals: [] },
});

function measure({ y0, y1, em, cell }: PageLine, text: string): { size: number; baseline: number } {
  const high = y1 - y0;
  // What was not read has no size of its own: a high smear would pass for a watermark.
  if (text === '' || (LOW.test(text) && high < DIGIT_EMS * em)) {
    return { size: em, baseline: (y0 + y1) / 2 + DASH_ABOVE_EMS * em };
  }
  const isWide = WIDE.test(text);
  const size = Math.min(
    (cell === null ? TITLE_EMS : CELL_EMS) * em,
    Math.max(0.5 * em, high / (isWide ? HAN_EMS : DIGIT_EMS)),
  );
  // Of what is higher than print the middle holds the characters.
  const bottom = Math.min(y1, (y0 + y1 + size) / 2);
  return { size, baseline: isWide ? bottom - HAN_BELOW_EMS * size : bottom };
}

/** Stretches of ink without a wide gap. */
function inkSpans({ pieces }: PageLine, gapMin: number): Span[] {
  const spans: Span[] = [];
  for (const { x0, x1, y0, y1 } of [...pieces].sort((a, b) => a.x0 - b.x0)) {
    const last = spans.at(-1);
    const size = Math.max(x1 - x0, y1 - y0);
    if (last && x0 - last.x1 < gapMin) {
      last.x1 = Math.max(last.x1, x1);
      last.size = Math.max(last.size, size);
    } else spans.push({ x0, x1, size, characters: [] });
  }
  return spans;
}

/** Index of the span nearest to a place, from a span on. */
function nearest(spans: readonly Span[], x: number, from: number): number {
  const away = ({ x0, x1 }: Span) => Math.max(x0 - x, x - x1, 0);
  let best = from;
  for (let i = from + 1; i < spans.length; i++) if (away(spans[i]!) < away(spans[best]!)) best = i;
  return best;
}
