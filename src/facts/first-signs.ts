/**
 * The signs with which a match of a regular expression can begin; null if that may be any. Look-arounds are skipped, since they take
 * nothing: the set may be too large and never too small.
 *
 *     (?:未|没有)收|[年月]度?  ->  未 没 年 月
 *
 * @param source without flags, and without capturing groups
 */
export function firstSigns(source: string): ReadonlySet<string> | null {
  const signs = new Set<string>();
  for (const branch of branchesOf(source)) {
    const own = firstOfBranch(branch);
    if (own === null) return null;
    for (const sign of own) signs.add(sign);
  }
  return signs;
}

/** What is parted by | outside of groups and classes. */
export function branchesOf(source: string): string[] {
  const branches: string[] = [];
  let from = 0;
  for (let at = 0; at < source.length; at = endOfAtom(source, at)) {
    if (source[at] !== '|') continue;
    branches.push(source.slice(from, at));
    from = at + 1;
  }
  return [...branches, source.slice(from)];
}

/** A sign that a pattern gives no meaning. */
const PLAIN = /[^\\^$.*+?()[\]{}|]/;
const MAY_BE_NONE = /^(?:[?*]|\{0)/;

function firstOfBranch(branch: string): string[] | null {
  const signs: string[] = [];
  for (let at = 0; at < branch.length; ) {
    const end = endOfAtom(branch, at);
    const atom = branch.slice(at, end);
    const [quantifier = ''] = /^(?:[?*+]|\{\d+(?:,\d*)?\})?\??/.exec(branch.slice(end)) ?? [];
    at = end + quantifier.length;
    if (/^(?:\(\?<?[=!]|[$^]$)/.test(atom)) continue;
    const own = signsOfAtom(atom);
    if (own === null) return null;
    for (const sign of own) signs.push(sign);
    if (!MAY_BE_NONE.test(quantifier)) return signs;
  }
  // It may take nothing at all.
  return null;
}

function signsOfAtom(atom: string): Iterable<string> | null {
  if (atom === '\\d') return '0123456789';
  if (/^\\[(){}.[\]]$/.test(atom)) return atom[1]!;
  if (atom.startsWith('(?:')) return firstSigns(atom.slice(3, -1));
  if (/^\[(?!\^)[^\\]+\]$/.test(atom)) return signsOfClass(atom.slice(1, -1));
  return atom.length === 1 && PLAIN.test(atom) ? atom : null;
}

/** A longer range is as good as any sign. */
const RANGE_MAX = 100;

function signsOfClass(inner: string): string[] | null {
  const signs: string[] = [];
  for (const [part, from, to] of inner.matchAll(/(.)-(.)|[\s\S]/g)) {
    if (from === undefined) signs.push(part);
    else {
      const [first, last] = [from.charCodeAt(0), to!.charCodeAt(0)];
      if (last - first > RANGE_MAX) return null;
      for (let code = first; code <= last; code++) signs.push(String.fromCharCode(code));
    }
  }
  return signs;
}

/** The end of the sign, class or group that begins here. */
function endOfAtom(source: string, at: number): number {
  const sign = source[at];
  if (sign === '\\') return at + 2;
  if (sign === '[') {
    let end = at + 1;
    while (source[end] !== ']') end += source[end] === '\\' ? 2 : 1;
    return end + 1;
  }
  if (sign !== '(') return at + 1;
  let end = at + 1;
  while (source[end] !== ')') end = endOfAtom(source, end);
  return end + 1;
}
