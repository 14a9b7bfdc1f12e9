import { createRunGatherer } from '../office-html/gather-runs.js';
import type { OfficeRun } from '../office-html/office-block.js';
import { type BiffString, readBiffStrings } from './biff-strings.js';
import { type CellLook, type FontLook, looksOfFont, PLAIN_FONT, type SheetLooks } from './cell-look.js';

const RECORD = { font: 0x31, xf: 0xe0, strings: 0xfc, goesOn: 0x3c, sheet: 0x85, sharedString: 0xfd, cells: 0xbd } as const;
/** Records of one cell: row, column, format. */
const CELLS: ReadonlySet<number> = new Set([RECORD.sharedString, 0x203, 0x27e, 0x204, 0xd6, 0x06, 0x201]);
const COLUMNS_MAX = 16_384;
/** The looks of more sheets are not told. */
const SHEETS_MAX = 256;
const WHITE = new Set([1, 9]);
const NO_COLOR = new Set([0x40, 0x41, 0x7fff]);
/** A number that no font has. */
const LEFT_OUT_FONT = 4;

const u16 = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) + 256 * (bytes[at + 1] ?? 0);
const colorOf = (index: number): string | null =>
  WHITE.has(index) ? 'FFFFFF' : NO_COLOR.has(index) ? null : `#${index}`;

const readFont = (bytes: Uint8Array): FontLook => ({
  size: u16(bytes, 0) / 20,
  struck: (u16(bytes, 2) & 0x08) !== 0,
  color: colorOf(u16(bytes, 4)),
  raised: u16(bytes, 8) !== 0,
});

interface CellStyle {
  font: number;
  fill: string | null;
}

function readStyle(bytes: Uint8Array): CellStyle {
  const isFilled = (bytes[17] ?? 0) >> 2 !== 0;
  return { font: u16(bytes, 0), fill: isFilled ? colorOf((bytes[18] ?? 0) & 0x7f) : null };
}

function* recordsOf(stream: Uint8Array): Generator<{ type: number; at: number; bytes: Uint8Array }> {
  for (let at = 0; at + 4 <= stream.length; ) {
    const length = u16(stream, at + 2);
    yield { type: u16(stream, at), at, bytes: stream.subarray(at + 4, at + 4 + length) };
    at += 4 + length;
  }
}

/** A text in stretches of one font each. */
function runsOf({ text, runs }: BiffString, usual: number, fontOf: (font: number) => FontLook): OfficeRun[] | null {
  const gatherer = createRunGatherer();
  const starts = [{ from: 0, font: usual }, ...runs];
  starts.forEach(({ from, font }, index) => {
    const piece = text.slice(from, starts[index + 1]?.from ?? text.length);
    const look = fontOf(font);
    if (piece !== '') gatherer.add(piece, looksOfFont(look, null), look.size);
  });
  return gatherer.take().runs ?? null;
}

/** How the cells of a workbook since Excel 97 look, in the order of its sheets. */
export function biffLooks(stream: Uint8Array): SheetLooks[] {
  const fonts: FontLook[] = [];
  const styles: CellStyle[] = [];
  const sheets: { start: number; looks: Map<number, CellLook> }[] = [];
  const blocks: Uint8Array[] = [];
  let strings: BiffString[] | null = null;
  let last = 0;
  const fontOf = (font: number) => fonts[font > LEFT_OUT_FONT ? font - 1 : font] ?? PLAIN_FONT;
  const note = (at: number, bytes: Uint8Array, column: number, style: CellStyle | undefined, text?: BiffString) => {
    // Sheets need not lie in the order in which they are listed.
    let sheet: (typeof sheets)[number] | undefined;
    for (const one of sheets) if (one.start <= at && one.start >= (sheet?.start ?? 0)) sheet = one;
    if (sheet === undefined || style === undefined) return;
    const looks = looksOfFont(fontOf(style.font), style.fill);
    const runs = text && text.runs.length > 0 ? runsOf(text, style.font, fontOf) : null;
    if (looks.length > 0 || runs !== null)
      sheet.looks.set(u16(bytes, 0) * COLUMNS_MAX + column, { looks: runs === null ? looks : [], ...(runs && { runs }) });
  };
  for (const { type, at, bytes } of recordsOf(stream)) {
    if (type === RECORD.font) fonts.push(readFont(bytes));
    else if (type === RECORD.xf) styles.push(readStyle(bytes));
    else if (type === RECORD.sheet && sheets.length < SHEETS_MAX) sheets.push({ start: u16(bytes, 0) + 65_536 * u16(bytes, 2), looks: new Map() });
    else if (type === RECORD.strings || (type === RECORD.goesOn && last === RECORD.strings)) {
      blocks.push(bytes);
      last = RECORD.strings;
      continue;
    } else if (type === RECORD.cells) {
      const first = u16(bytes, 2);
      for (let index = 0; 4 + 6 * index + 6 <= bytes.length - 2; index++)
        note(at, bytes, first + index, styles[u16(bytes, 4 + 6 * index)]);
    } else if (CELLS.has(type)) {
      if (type === RECORD.sharedString) strings ??= readBiffStrings(blocks);
      const text = type === RECORD.sharedString ? strings?.[u16(bytes, 6) + 65_536 * u16(bytes, 8)] : undefined;
      note(at, bytes, u16(bytes, 2), styles[u16(bytes, 4)], text);
    }
    last = type;
  }
  return sheets.map(({ looks }) => (row, column) => looks.get(row * COLUMNS_MAX + column));
}
