const OBJECT = /(?:^|[\r\n\s])(\d{1,10})\s+(\d{1,5})\s+obj\b/gu;
const CATALOG = /\/Type\s*\/Catalog\b/u;
/** The dictionary of a catalog is short. */
const CATALOG_CHARS_MAX = 4000;
const OBJECTS_MAX = 1_000_000;

/**
 * A PDF ends with the place of its list of objects and the name of its root. Of a file that lost its end, the root is found among
 * its objects, and written behind them; readers find the objects themselves. Null where no root is found.
 */
export function withTrailer(bytes: Uint8Array): Uint8Array | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  if (!CATALOG.test(text)) return null;
  let root: string | null = null;
  let count = 0;
  for (const match of text.matchAll(OBJECT)) {
    if (++count > OBJECTS_MAX) break;
    const own = text.slice(match.index + match[0].length, match.index + match[0].length + CATALOG_CHARS_MAX);
    const end = own.indexOf('endobj');
    if (CATALOG.test(end < 0 ? own : own.slice(0, end))) root = `${match[1]} ${match[2]} R`;
  }
  if (root === null) return null;
  const trailer = `\ntrailer\n<</Root ${root}/Size ${count + 1}>>\nstartxref\n0\n%%EOF\n`;
  return Buffer.concat([bytes, Buffer.from(trailer, 'latin1')]);
}
