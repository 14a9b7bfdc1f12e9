/** Elements that can't nest without end: kept as they are. */
const KEPT = new Set(
  'html head body meta title script style noscript iframe textarea p br hr img tr td th thead tbody tfoot caption'.split(
    ' ',
  ),
);
/** Containers whose only use here is to separate lines: turned into <p>, which closes itself. */
const BLOCKS = new Set(
  (
    'div section article main header footer nav aside center blockquote form fieldset address ul ol li dl dt dd ' +
    'h1 h2 h3 h4 h5 h6 pre figure details'
  ).split(' '),
);
const TABLE_DEPTH_MAX = 60;
// No "<" inside a tag: keeps the search linear on text like <a<a<a.
const TAG = /<(\/?)([a-zA-Z][^\s/<>]*)([^<>]*)>/g;

/**
 * Takes the nesting out of a hostile or broken page and keeps its text, its lines and its tables.
 * The result has the length of the input, so that offsets stay true.
 */
export function flattenMarkup(source: string): string {
  let tableDepth = 0;
  return source.replace(TAG, (tag, slash: string, name: string, rest: string) => {
    const lower = name.toLowerCase();
    if (KEPT.has(lower)) return tag;
    if (BLOCKS.has(lower)) return `<${slash}p${' '.repeat(name.length - 1)}${rest.replace('/', ' ')}>`;
    if (lower === 'table') {
      if (slash === '' && tableDepth < TABLE_DEPTH_MAX) {
        tableDepth++;
        return tag;
      }
      if (slash !== '' && tableDepth > 0) {
        tableDepth--;
        return tag;
      }
    }
    return ' '.repeat(tag.length);
  });
}

/** The last resort: no markup at all, of the same length. */
export function removeMarkup(source: string): string {
  return source.replaceAll('<', ' ');
}
