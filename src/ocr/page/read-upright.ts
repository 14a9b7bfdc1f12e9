import type { Glyph, Ruling } from '../../layout/page/page-content.js';
import type { LineReading, PictureReader } from '../../model/picture-reader.js';
import { chooseReading, type TakenReading } from './choose-reading.js';
import { closeCutCells } from './close-cut-cells.js';
import { type CutLine, cutLine } from './cut-line.js';
import { isDigits } from './digit-ink.js';
import { eraseRulings } from './erase-rulings.js';
import { findRulings } from './find-rulings.js';
import { findStains } from './find-stains.js';
import { inkMask } from './ink-mask.js';
import { inkPieces } from './ink-pieces.js';
import { mayBeDigits } from './may-be-digits.js';
import { type PageLine, pageLines } from './page-lines.js';
import { pageRegions } from './page-regions.js';
import { placeGlyphs } from './place-glyphs.js';
import { removeSeal } from './remove-seal.js';
import { INK_BELOW, type StraightPage } from './straighten.js';
import { textSize } from './text-size.js';
import { withFaintSign } from './with-faint-sign.js';

/** Ruling lines are fainter than print: thin ones fall between two pixels. */
const RULING_BELOW = 208;
/** Lines read at once: bounds the pictures in memory. */
const LINES_AT_ONCE = 64;
/** A page has some 300 lines and cells; what has far more is no page of print. */
const LINES_MAX = 6_000;
/** Outside tables a line whose characters are less sure than this on average is no print: a seal, a picture. */
const PRINT_SCORE_MIN = 0.4;
/** A minus that only its shape shows is no surer than this. */
const SIGN_MAX = 0.7;
/** How likely a minus was lost. */
const LOST_SIGN = 0.01;
/** Digits are higher than this, ems. */
const PRINT_EMS = 0.45;
const UNREAD: TakenReading = { characters: [] };
/** Its shape says it: no digit looks so. */
const DASH: TakenReading = { characters: [{ text: '—', score: 0.99, rivals: [], at: 0.5 }] };
/** A figure whose ink is too wide or too narrow for its digits is no surer than this. */
const MISCOUNTED_MAX = 0.5;

/** With a seal a pale digit may be gone from the cell: only a sum confirms what is left. */
const HIDDEN_MAX = 0.7;

/** The lines of a page, not read yet. */
interface LaidLines {
  rulings: Ruling[];
  lines: PageLine[];
  cuts: CutLine[];
}

/** What an upright, level page shows. */
export interface UprightPage {
  glyphs: Glyph[];
  rulings: Ruling[];
  /** Lines of print that were found, and those of which nothing could be read. */
  lines: number;
  unread: number;
  /** How sure the characters are on average: 0 to 1, 0 where there are none. */
  score: number;
}

/** Finds rulings and lines. */
export function layLines({ picture }: StraightPage, dpi: number): LaidLines {
  const rulings = findRulings(inkMask(picture, RULING_BELOW), dpi);
  const clean = { ...picture, pixels: picture.pixels.slice() };
  eraseRulings(clean, rulings);
  const found = inkPieces(inkMask(clean, INK_BELOW), clean);
  const gone = removeSeal(clean, found, { em: textSize(found, dpi), dpi, inkBelow: INK_BELOW });
  // What the seal had hidden of the lines.
  if (gone) eraseRulings(clean, rulings);
  const all = gone ? inkPieces(inkMask(clean, INK_BELOW), clean) : found;
  const stains = findStains(all, textSize(all, dpi), INK_BELOW);
  const isStained = stains.pieces.length > 0;
  const pieces = isStained ? inkPieces(inkMask(clean, stains.printBelow), clean) : all;
  const regions = pageRegions(rulings, pieces, dpi);
  const lines = pageLines(regions, dpi, { stains: stains.pieces, gone: gone ?? [] })
    .slice(0, LINES_MAX)
    .map((line) => withFaintSign(clean, line));
  const drawn = rulings.map(({ axis, position, from, to }) => ({ axis, position, from, to }));
  const closed = closeCutCells(lines, drawn, { dpi, height: picture.height });
  return {
    rulings: closed.rulings,
    lines: closed.lines,
    cuts: closed.lines.map((line) => cutLine(clean, line)),
  };
}

interface ReadingTask {
  dpi: number;
  /** Number of the page, from 1. */
  page: number;
  /** The picture is black and white: pale hairlines are gone from it. */
  isTwoLevel: boolean;
  reader: Pick<PictureReader, 'readLines'>;
}

/** Reads the lines. */
export async function readUpright(
  laid: LaidLines,
  { dpi, page, isTwoLevel, reader }: ReadingTask,
): Promise<UprightPage> {
  const { lines, cuts } = laid;
  const glyphs: Glyph[] = [];
  let unread = 0;
  let count = 0;
  let sum = 0;
  for (let start = 0; start < lines.length; start += LINES_AT_ONCE) {
    const own = cuts.slice(start, start + LINES_AT_ONCE);
    const readings = await reader.readLines(own.map(({ picture }) => picture));
    for (const [i, reading] of readings.entries()) {
      const line = lines[start + i]!;
      const isCell = line.cell !== null;
      if (reading.blank && !line.isDash && !(isCell && holdsPrint(line))) continue;
      const read = takenOf(line, reading);
      const taken = isCell && isTwoLevel ? withLostSign(read) : read;
      const { characters } = taken;
      for (const { score } of characters) sum += score;
      count += characters.length;
      if (characters.length === 0) unread++;
      if (!isCell && meanScore(characters) < PRINT_SCORE_MIN) continue;
      glyphs.push(...placeGlyphs(line, own[i]!, taken, { page, dpi }));
    }
  }
  return { glyphs, rulings: laid.rulings, lines: lines.length, unread, score: count === 0 ? 0 : sum / count };
}

/** Ink as high as a digit is no dust: where nothing of it could be read, the cell is not blank. */
const holdsPrint = (line: PageLine): boolean =>
  line.pieces.some(({ y0, y1 }) => y1 - y0 >= PRINT_EMS * line.em);

function takenOf(line: PageLine, reading: LineReading): TakenReading {
  if (line.isCrossed) return UNREAD;
  if (line.isDash) return line.isHidden ? capped(DASH, HIDDEN_MAX) : DASH;
  const taken = chooseReading(reading, line.cell !== null);
  // Ink as high as a digit is no dash, however little of it the model knows.
  if (line.cell !== null && isDigits(line, line.em) && DASHES.test(textOf(taken))) return UNREAD;
  const read = doubtSign(line, doubtMiscounted(line, taken));
  return line.isHidden ? capped(read, HIDDEN_MAX) : read;
}

/** Something stands where a minus would, and none was read: it is one, unsure. */
function doubtSign(line: PageLine, taken: TakenReading): TakenReading {
  const { characters, rivals = [] } = taken;
  const text = textOf(taken);
  if (!line.mayHaveSign || !/^\d/u.test(text)) return taken;
  const score = Math.min(SIGN_MAX, ...characters.map((own) => own.score));
  const sign = { text: '-', score, rivals: [{ text: '', score: 1 - score }], at: 0 };
  return {
    characters: [sign, ...characters.map((own) => ({ ...own, score: Math.min(own.score, score) }))],
    rivals: [{ text, score: Math.round(100 * (1 - score)) / 100 }, ...rivals],
  };
}

/** Where the scanner keeps no grey, the minus of small print may be gone. */
function withLostSign(taken: TakenReading): TakenReading {
  const text = textOf(taken);
  if (!/^\d[\d.,]*$/u.test(text)) return taken;
  return { ...taken, rivals: [...(taken.rivals ?? []), { text: `-${text}`, score: LOST_SIGN }] };
}

const textOf = ({ characters }: TakenReading): string => characters.map(({ text }) => text).join('');

const meanScore = (characters: TakenReading['characters']): number =>
  characters.reduce((sum, { score }) => sum + score, 0) / Math.max(1, characters.length);

const DASHES = /^[-—–－_一]+$/u;
const DIGIT = /^\d$/u;
const SIGN = /^[.,%+\-—–/]$/u;

function doubtMiscounted(line: PageLine, taken: TakenReading): TakenReading {
  const { characters } = taken;
  const digits = characters.filter(({ text }) => DIGIT.test(text)).length;
  const signs = characters.filter(({ text }) => SIGN.test(text)).length;
  if (digits === 0 || digits + signs < characters.length || mayBeDigits(line, digits, signs)) return taken;
  return capped(taken, MISCOUNTED_MAX);
}

const capped = (taken: TakenReading, scoreMax: number): TakenReading => ({
  ...taken,
  characters: taken.characters.map((own) => ({ ...own, score: Math.min(own.score, scoreMax) })),
});
