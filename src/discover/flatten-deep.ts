/** Real pages nest some dozens deep; parsers take a time that grows with the square of the depth. */
const DEPTH_MAX = 500;

/** Elements that close themselves or each other: they nest in nothing of their own. */
const SHALLOW = new Set(
  'a p li td th tr dd dt option optgroup tbody thead tfoot br img input meta link hr area base col embed param source wbr script style title html head body !doctype'.split(
    ' ',
  ),
);
const TAG = /<(\/?)([a-z!][a-z0-9]{0,20})/giu;
const FLATTENED =
  /<\/?(?!(?:a|area|option|script|title|meta|base|h1|li|tr|td|th|iframe|form|input)\b)[a-z][^<>]{0,2000}>?/giu;

function depthOf(source: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [, slash, name] of source.matchAll(TAG)) {
    if (SHALLOW.has(name!.toLowerCase())) continue;
    depth = slash === '/' ? Math.max(0, depth - 1) : depth + 1;
    if (depth > deepest) deepest = depth;
  }
  return deepest;
}

/** The source without the elements that only hold others, where it nests too deep to be parsed in time; null if it doesn't. */
export const flattenDeep = (source: string): string | null =>
  depthOf(source) > DEPTH_MAX ? source.replace(FLATTENED, ' ') : null;
