import type { LayoutBlock } from '../../../src/layout/document/layout-document.js';
import { CHUNK_GAP_EMS } from '../../../src/layout/page/chunks.js';
import { type DigitRun, digitRuns } from '../../../src/layout/page/digit-runs.js';
import { uniteBoxes } from '../../../src/layout/page/matrix.js';
import { type Glyph, glyphBox, glyphCentre } from '../../../src/layout/page/page-content.js';
import { isIn } from '../../../src/layout/page/page-pictures.js';
import { inReadingOrder } from '../../../src/layout/page/table-part.js';
import { groupLines, lineBox, lineText, splitAtGaps } from '../../../src/layout/page/text-line.js';
import type { Block } from '../../../src/model/parsed-document.js';
import type { Span } from '../../../src/model/span.js';
import type { ShownPage } from './show-pages.js';
import type { DigitPair } from './wrong-fonts.js';

/** A reading as sure as this is hardly ever wrong: the same bound below which a recognised cell is unsure. */
const SURE_MIN = 0.98;
/** What else the picture may say counts from this score on. */
const RIVAL_MIN = 0.01;

/** A place at which the text of the file and the picture of the page say different numbers. */
interface Difference {
  page: number;
  /** Both as they stand in their cell or line; `shown` is empty where the picture shows nothing. */
  printed: string;
  shown: string;
  at: Span;
}

/** What the text of the file and the pictures of its pages say of the same numbers. */
export interface Comparison {
  agree: number;
  /** Those of them that hold more than zeros: these agree in any font. */
  telling: number;
  /** Numbers that the pictures do not show clearly enough. */
  unclear: number;
  differences: Difference[];
  /** Digits of the text over digits of the picture, where readings are sure. */
  digits: DigitPair[];
}

/** A stretch of text on one page, its box in the page's reading direction, and where the parsed text has it. */
interface Stretch {
  page: number;
  box: readonly [number, number, number, number];
  glyphs: Glyph[];
  isCell: boolean;
  placeOf: (run: DigitRun | undefined) => Span;
}

/**
 * Compares the numbers of the text with those that were recognised from the pictures of its pages: cell by cell, and in prose
 * line by line.
 * @param blocks as they were written, one for each block of the layout
 * @param shown recognised pages by their number, in the reading direction of the page
 */
export function comparePrint(
  layout: readonly LayoutBlock[],
  blocks: readonly Block[],
  shown: ReadonlyMap<number, ShownPage>,
): Comparison {
  const result: Comparison = { agree: 0, telling: 0, unclear: 0, differences: [], digits: [] };
  const seen = new Map([...shown].map(([page, picture]) => [page, seenPage(picture)]));
  layout.forEach((block, index) => {
    for (const stretch of stretchesOf(block, blocks[index]!, index)) {
      const page = seen.get(stretch.page);
      if (page) compareStretch(stretch, page, result);
    }
  });
  return result;
}

/** A number in a picture, the text that it stands in without a gap, and its middle in the page's reading direction. */
interface SeenRun extends DigitRun {
  around: string;
  x: number;
  y: number;
}

interface SeenPage {
  runs: SeenRun[];
  /** Digits of the file that leave no mark. */
  unseen: ReadonlySet<Glyph>;
}

/** Numbers are taken whole: where borders were not found in the picture, the places of single digits are not exact. */
function seenPage({ content, unseen }: ShownPage): SeenPage {
  const pieces = groupLines(content.glyphs).flatMap((line) => splitAtGaps(line, CHUNK_GAP_EMS));
  const runs = pieces.flatMap((piece) =>
    digitRuns(piece.glyphs.map(({ glyph }) => glyph)).map((run): SeenRun => {
      const [x0, y0, x1, y1] = content.toDisplay(run.digits.map(glyphBox).reduce(uniteBoxes));
      return { ...run, around: lineText(piece), x: (x0 + x1) / 2, y: (y0 + y1) / 2 };
    }),
  );
  return { runs, unseen };
}

function stretchesOf(block: LayoutBlock, written: Block, index: number): Stretch[] {
  if (block.kind === 'table' && written.kind === 'grid') {
    return inReadingOrder(block.table.cells).flatMap((cell, i): Stretch[] => {
      const glyphs = cell.lines.flatMap((line) => line.glyphs.map(({ glyph }) => glyph));
      // A cell that goes on over the page break has no box of its own.
      if (glyphs.some(({ page }) => page !== cell.page)) return [];
      const { row, column, start, end, page, bbox } = written.cells[i]!;
      const at = { block: index, row, column, start, end, ...(page && { page }), ...(bbox && { bbox }) };
      return [{ page: cell.page, box: cell.box, glyphs, isCell: true, placeOf: () => at }];
    });
  }
  if (block.kind !== 'paragraph' || written.kind !== 'paragraph') return [];
  const offsets = new Map(block.run.glyphs.map((glyph, i) => [glyph, written.start + i]));
  return block.lines.map((line) => ({
    page: line.page,
    box: lineBox(line),
    glyphs: line.glyphs.map(({ glyph }) => glyph),
    isCell: false,
    placeOf: (run) => {
      const own = (run?.digits ?? []).flatMap((digit) => offsets.get(digit) ?? []);
      const [start, end] = own.length > 0 ? [own[0]!, own.at(-1)! + 1] : [written.start, written.end];
      return { block: index, start, end, page: line.page };
    },
  }));
}

function compareStretch(stretch: Stretch, page: SeenPage, to: Comparison): void {
  const printed = digitRuns(stretch.glyphs);
  const shown = page.runs.filter((run) => isIn(run, [...stretch.box]));
  const isAlone = stretch.isCell && printed.length === 1;
  const texts = (run: DigitRun): string => (stretch.isCell ? textOf(stretch.glyphs) : run.text);
  const differ = (run: DigitRun, seen: string) =>
    to.differences.push({ page: stretch.page, printed: texts(run), shown: seen, at: stretch.placeOf(run) });
  if (printed.length !== shown.length) {
    // A number where the text has none may be a neighbour's: borders are found less surely in a picture.
    const isUnseen =
      isAlone && shown.length === 0 && printed[0]!.digits.every((digit) => page.unseen.has(digit));
    if (isUnseen) differ(printed[0]!, '');
    else to.unclear += printed.length;
    return;
  }
  printed.forEach((run, i) => {
    const other = shown[i]!;
    // A border that was taken for a 1, or a 1 for a border, makes a number longer or shorter.
    const isLong = other.text.length === run.text.length;
    const isSure =
      isLong && isSureRun(other, run.text) && (!isAlone || !isNumber(texts(run)) || isOfCell(other));
    if (isSure) noteDigits(run, other, to);
    const hasMinus =
      isAlone && isSure && isNumber(other.around) && MINUS.test(other.around) && !MINUS.test(texts(run));
    if (other.text === run.text && !hasMinus) {
      to.agree++;
      if (/[1-9]/u.test(run.text)) to.telling++;
    } else if (isSure) differ(run, isAlone ? other.around : other.text);
    else to.unclear++;
  });
}

/** Nothing else stands there: where borders were misread, figures are mixed with what is around. */
const isNumber = (text: string): boolean => /^[-−]?\d[\d.,]*$/u.test(text.normalize('NFKC'));
/** A hairline may be lost in a picture, and is not found where none is. */
const MINUS = /^[-−－–—]\s*\d/u;

/** It was read as the figure of a cell, not among the figures of a line whose places are not exact. */
const isOfCell = ({ digits }: DigitRun): boolean =>
  digits.every(({ recognised }) => recognised?.whole !== undefined);

const isSureRun = ({ digits }: DigitRun, printed: string): boolean =>
  digits.every((digit) => isSureOf(digit, printed));

const textOf = (glyphs: readonly Glyph[]): string =>
  groupLines([...glyphs].sort((a, b) => glyphCentre(a).y - glyphCentre(b).y))
    .map(lineText)
    .join('');

/** Recognised without a doubt, and not perhaps as the file says. */
function isSureOf({ recognised }: Glyph, printed: string): boolean {
  if (!recognised || recognised.score < SURE_MIN) return false;
  return !(recognised.whole?.rivals ?? []).some(({ text, score }) => text === printed && score >= RIVAL_MIN);
}

function noteDigits(printed: DigitRun, shown: DigitRun, to: Comparison): void {
  printed.digits.forEach((digit, i) => {
    const other = shown.digits[i];
    if (!other) return;
    const [text, seen] = [digit.text.normalize('NFKC'), other.text.normalize('NFKC')];
    to.digits.push({ font: digit.font, printed: text, shown: seen });
  });
}
