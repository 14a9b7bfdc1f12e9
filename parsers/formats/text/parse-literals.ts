/**
 * Values as JSON writes them and as Python prints its lists: `["规章", 0, null]`, `[('规章', 0, None)]`. Several may follow each other
 * (JSON Lines). Every value keeps its place in the source, which JSON.parse doesn't give.
 */
export type Literal = ListLiteral | RecordLiteral | ScalarLiteral;

export interface ListLiteral {
  kind: 'list';
  items: Literal[];
  start: number;
  end: number;
}

export interface RecordLiteral {
  kind: 'record';
  entries: { key: ScalarLiteral; value: Literal }[];
  start: number;
  end: number;
}

/** A string, a number, or a word such as true. `text` is what it says; "" for null, None and NaN. Its place is without quotes. */
export interface ScalarLiteral {
  kind: 'scalar';
  text: string;
  isString: boolean;
  start: number;
  end: number;
}

/** Deeper is no data that anybody wrote. */
const DEPTH_MAX = 60;

const SPACE = /[\s,]*/uy;
const WORD = /[-+]?\d[\d.eE+-]*|[A-Za-z][A-Za-z_]{0,20}/uy;
const EMPTY_WORDS = new Set(['null', 'none', 'nan', 'undefined', 'na', 'nat']);
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '', f: '\n', '\n': '' };
const CLOSING: Readonly<Record<string, string>> = { '[': ']', '(': ')', '{': '}' };

/** The values that follow each other from `from` to the end. Null where something else stands there. */
export function parseLiterals(text: string, from = 0): Literal[] | null {
  const found: Literal[] = [];
  for (let at = skipSpace(text, from); at < text.length; ) {
    const next = parseLiteral(text, at);
    if (!next || next.kind === 'scalar') return null;
    found.push(next);
    at = skipSpace(text, next.end);
  }
  return found;
}

/** The value that begins at `at`. Null where none does, or where it is not closed. */
export function parseLiteral(text: string, at: number, depth = 0): Literal | null {
  const sign = text[at] ?? '';
  if (sign === '"' || sign === "'") return parseString(text, at);
  if (sign in CLOSING) return depth < DEPTH_MAX ? parseContainer(text, at, depth + 1) : null;
  WORD.lastIndex = at;
  const [word] = WORD.exec(text) ?? [];
  if (word === undefined) return null;
  const shown = EMPTY_WORDS.has(word.toLowerCase()) ? '' : word;
  return { kind: 'scalar', text: shown, isString: false, start: at, end: at + word.length };
}

function parseContainer(text: string, start: number, depth: number): Literal | null {
  const closing = CLOSING[text[start]!]!;
  const items: Literal[] = [];
  const entries: RecordLiteral['entries'] = [];
  for (let at = skipSpace(text, start + 1); at < text.length; at = skipSpace(text, at)) {
    if (text[at] === closing)
      return closing === '}'
        ? { kind: 'record', entries, start, end: at + 1 }
        : { kind: 'list', items, start, end: at + 1 };
    const value = parseLiteral(text, at, depth);
    if (!value) return null;
    at = value.kind === 'scalar' && value.isString ? value.end + 1 : value.end;
    if (closing !== '}') {
      items.push(value);
      continue;
    }
    at = skipSpace(text, at);
    if (value.kind !== 'scalar' || text[at] !== ':') return null;
    const held = parseLiteral(text, skipSpace(text, at + 1), depth);
    if (!held) return null;
    entries.push({ key: value, value: held });
    at = held.kind === 'scalar' && held.isString ? held.end + 1 : held.end;
  }
  return null;
}

function parseString(text: string, open: number): ScalarLiteral | null {
  const quote = text[open]!;
  const parts: string[] = [];
  let from = open + 1;
  for (let at = from; at < text.length; at++) {
    if (text[at] === quote) {
      parts.push(text.slice(from, at));
      return { kind: 'scalar', text: parts.join(''), isString: true, start: open + 1, end: at };
    }
    if (text[at] === '\n') return null;
    if (text[at] !== '\\') continue;
    parts.push(text.slice(from, at));
    const code = /^(?:u([\da-f]{4})|x([\da-f]{2}))/iu.exec(text.slice(at + 1, at + 6));
    if (code) {
      parts.push(String.fromCharCode(Number.parseInt((code[1] ?? code[2])!, 16)));
      at += code[0].length;
    } else {
      at++;
      parts.push(ESCAPES[text[at] ?? ''] ?? text[at] ?? '');
    }
    from = at + 1;
  }
  return null;
}

function skipSpace(text: string, at: number): number {
  SPACE.lastIndex = at;
  return at + SPACE.exec(text)![0].length;
}
