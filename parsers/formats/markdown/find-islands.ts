/** A stretch of the text that is HTML. */
interface Island {
  start: number;
  end: number;
}

const TABLE_TAG = /<(\/?)table\b[^<>]*>/giu;

/** Tables in HTML, the tables within them included. One that is never closed goes on to the end of the text. */
export function findIslands(text: string): Island[] {
  const islands: Island[] = [];
  let depth = 0;
  let start = 0;
  for (const match of text.matchAll(TABLE_TAG)) {
    if (match[1] === '') {
      if (depth === 0) start = match.index;
      depth++;
    } else if (depth > 0 && --depth === 0) islands.push({ start, end: match.index + match[0].length });
  }
  return depth > 0 ? [...islands, { start, end: text.length }] : islands;
}
