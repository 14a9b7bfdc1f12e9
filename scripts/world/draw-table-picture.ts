import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import { type PrintedTable, unfoldTable } from '../synthesise/printed.js';

const FONTS = ['Noto Sans CJK SC', 'Source Han Sans SC', 'WenQuanYi Micro Hei', 'AR PL UMing CN'];
const [WIDTH, MARGIN, PADDING] = [1900, 30, 10];
const [TEXT, LINE] = [28, 36];

/** Has this machine a font for the labels of a table? */
export const canDrawTables = (): boolean => FONTS.some((font) => GlobalFonts.has(font));

/** Text broken where its column ends, as an office program breaks Chinese text: anywhere. */
function breakLines(context: SKRSContext2D, text: string, width: number): string[] {
  const lines = [''];
  for (const sign of text.replaceAll('\n', '')) {
    const longer = lines.at(-1)! + sign;
    if (lines.at(-1) !== '' && context.measureText(longer).width > width) lines.push(sign);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

/** Where lines lie that are so far apart. */
function sumsOf(sizes: readonly number[]): number[] {
  const sums = [MARGIN];
  for (const size of sizes) sums.push(sums.at(-1)! + size);
  return sums;
}

/** A table as editors put it on a page when they can't get it there otherwise: a PNG of black on white, some 200 dots an inch. */
export function drawTablePicture(table: PrintedTable): Uint8Array {
  const places = unfoldTable(table);
  const columns = places[0]!.length;
  const whole = table.widths.reduce((sum, width) => sum + width, 0);
  const xs = sumsOf(
    Array.from({ length: columns }, (_, at) => Math.round(((table.widths[at] ?? 1) * WIDTH) / whole)),
  );
  const measure = createCanvas(8, 8).getContext('2d');
  const font = `${TEXT}px ${FONTS.map((name) => `"${name}"`).join(', ')}`;
  measure.font = font;
  const cells = places.flatMap((row, y) =>
    row.flatMap(({ cell, origin }, x) => {
      if (!origin) return [];
      const width = xs[x + cell.colSpan]! - xs[x]! - 2 * PADDING;
      return [{ ...cell, x, y, lines: breakLines(measure, cell.text, width) }];
    }),
  );
  const heights = places.map(() => LINE + 2 * PADDING);
  for (const { y, rowSpan, lines } of cells)
    if (rowSpan === 1) heights[y] = Math.max(heights[y]!, lines.length * LINE + 2 * PADDING);
  // What a label over several rows lacks, the last of them gets.
  for (const { y, rowSpan, lines } of cells) {
    const room = heights.slice(y, y + rowSpan).reduce((sum, height) => sum + height, 0);
    heights[y + rowSpan - 1]! += Math.max(0, lines.length * LINE + 2 * PADDING - room);
  }
  const ys = sumsOf(heights);
  const canvas = createCanvas(xs.at(-1)! + MARGIN, ys.at(-1)! + MARGIN);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#000';
  context.font = font;
  context.textAlign = 'center';
  for (const { x, y, rowSpan, colSpan, lines } of cells) {
    const [left, right, top, bottom] = [xs[x]!, xs[x + colSpan]!, ys[y]!, ys[y + rowSpan]!];
    for (const edge of [top, bottom]) context.fillRect(left, edge, right - left + 2, 2);
    for (const edge of [left, right]) context.fillRect(edge, top, 2, bottom - top + 2);
    const first = (top + bottom - lines.length * LINE) / 2 + TEXT;
    lines.forEach((line, at) => {
      context.fillText(line, (left + right) / 2, first + at * LINE);
    });
  }
  return new Uint8Array(canvas.toBuffer('image/png'));
}
