import type { GlyphOutline } from './glyph-outline.js';

/** A digit is looked at through so many fields. */
const COLUMNS = 10;
const ROWS = 14;
/** Each field is looked at in so many points across and down, and is ink where this many are. */
const POINTS = 3;
const INK_MIN = 5;
const FINE_WIDTH = COLUMNS * POINTS;
const FINE_HEIGHT = ROWS * POINTS;
/** Smaller specks of paper are no holes. */
const HOLE_MIN = 6;
/** More points are no digit of a usual font. */
const OUTLINE_POINTS_MAX = 4000;

interface DigitGrid {
  /** Row by row from the top: "1" is ink. */
  fields: string;
  /** Width by height. */
  aspect: number;
  holes: number;
}

/** The ink of a glyph on a grid that fits it tightly; null where there is no ink, or too much of an outline. */
export function digitGrid(outline: GlyphOutline): DigitGrid | null {
  const count = outline.reduce((sum, line) => sum + line.length, 0);
  if (count < 3 || count > OUTLINE_POINTS_MAX) return null;
  const [x0, y0, x1, y1] = boxOf(outline);
  const [width, height] = [x1 - x0, y1 - y0];
  if (!(width > 0 && height > 0 && Number.isFinite(width + height))) return null;
  const ink = new Uint8Array(FINE_WIDTH * FINE_HEIGHT);
  for (let line = 0; line < FINE_HEIGHT; line++) {
    const crossings = crossingsAt(outline, y1 - ((line + 0.5) / FINE_HEIGHT) * height);
    for (let point = 0; point < FINE_WIDTH; point++) {
      const x = x0 + ((point + 0.5) / FINE_WIDTH) * width;
      let winding = 0;
      for (const crossing of crossings) if (crossing.x < x) winding += crossing.turn;
      if (winding !== 0) ink[line * FINE_WIDTH + point] = 1;
    }
  }
  return { fields: fieldsOf(ink), aspect: width / height, holes: holesIn(ink) };
}

function boxOf(outline: GlyphOutline): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const line of outline)
    for (const [x, y] of line) {
      box[0] = Math.min(box[0], x);
      box[1] = Math.min(box[1], y);
      box[2] = Math.max(box[2], x);
      box[3] = Math.max(box[3], y);
    }
  return box;
}

function fieldsOf(ink: Uint8Array): string {
  const points = new Uint8Array(COLUMNS * ROWS);
  ink.forEach((isInk, at) => {
    const row = Math.floor(Math.floor(at / FINE_WIDTH) / POINTS);
    points[row * COLUMNS + Math.floor((at % FINE_WIDTH) / POINTS)]! += isInk;
  });
  return [...points].map((count) => (count >= INK_MIN ? '1' : '0')).join('');
}

/** Stretches of paper with ink all around them: 8 has two, 6 has one, 3 has none. */
function holesIn(ink: Uint8Array): number {
  const seen = Uint8Array.from(ink);
  let holes = 0;
  for (let from = 0; from < seen.length; from++) {
    if (seen[from] !== 0) continue;
    const stack = [from];
    seen[from] = 1;
    let isOpen = false;
    let size = 0;
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      size++;
      const [x, y] = [at % FINE_WIDTH, Math.floor(at / FINE_WIDTH)];
      isOpen ||= x === 0 || y === 0 || x === FINE_WIDTH - 1 || y === FINE_HEIGHT - 1;
      for (const [nx, ny] of [
        [x - 1, y],
        [x + 1, y],
        [x, y - 1],
        [x, y + 1],
      ] as const) {
        const next = ny * FINE_WIDTH + nx;
        if (nx < 0 || ny < 0 || nx >= FINE_WIDTH || ny >= FINE_HEIGHT || seen[next] !== 0) continue;
        seen[next] = 1;
        stack.push(next);
      }
    }
    if (!isOpen && size >= HOLE_MIN) holes++;
  }
  return holes;
}

/** Where the outline crosses a level line, and in which direction. */
function crossingsAt(outline: GlyphOutline, y: number): { x: number; turn: number }[] {
  const found: { x: number; turn: number }[] = [];
  for (const line of outline) {
    let [ax, ay] = line.at(-1) ?? [0, 0];
    for (const [bx, by] of line) {
      if (ay > y !== by > y)
        found.push({ x: ax + ((y - ay) / (by - ay)) * (bx - ax), turn: by > ay ? 1 : -1 });
      [ax, ay] = [bx, by];
    }
  }
  return found;
}
