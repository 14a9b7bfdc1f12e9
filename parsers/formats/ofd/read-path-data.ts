/** Numbers behind each letter of abbreviated path data, and how the path modules of PDF name the same. */
const MOVE = 0;
const LINE = 1;
const CURVE = 2;
const CLOSE = 3;
const counts: Record<string, number> = { S: 2, M: 2, L: 2, Q: 4, B: 6, A: 7, C: 0 };

/** `M 0 0 L 20 0 C` as the flat array of numbers that the rulings are found in. Curves keep only where they end. */
export function readPathData(text: string): number[] {
  const words = text
    .replace(/([A-Za-z])/gu, ' $1 ')
    .trim()
    .split(/[\s,]+/u);
  const data: number[] = [];
  for (let at = 0; at < words.length; ) {
    const letter = words[at]!.toUpperCase();
    const count = counts[letter];
    if (count === undefined) return data;
    const values = words.slice(at + 1, at + 1 + count).map(Number);
    if (values.length < count || !values.every(Number.isFinite)) return data;
    at += 1 + count;
    const end = values.slice(-2) as [number, number];
    if (letter === 'C') data.push(CLOSE);
    else if (letter === 'S' || letter === 'M') data.push(MOVE, ...end);
    else if (letter === 'L') data.push(LINE, ...end);
    else data.push(CURVE, ...end, ...end, ...end);
  }
  return data;
}
