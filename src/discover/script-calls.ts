/** A function of the page that opens an address: its parameters and what it joins. */
interface Opener {
  params: string[];
  /** In order: `'text'` as text, or the index of a parameter. */
  pieces: (string | number)[];
}

/** The functions of a page that do nothing but open an address made of their parameters, by name. */
export type ScriptFunctions = ReadonlyMap<string, Opener>;

const FUNCTIONS_MAX = 200;
const FUNCTION = /\bfunction\s+([A-Za-z_$][\w$]{0,60})\s*\(([\w$,\s]{0,120})\)\s*\{([^{}]{0,800})\}/gu;
const OPENS =
  /(?:window\.open|location\.(?:assign|replace))\s*\(\s*([^;]{1,400}?)\s*(?:,\s*['"][^;]{0,80})?\)\s*(?:;|$)|(?:window\.|self\.|document\.|top\.|parent\.)?location(?:\.href)?\s*=(?!=)\s*([^;]{1,400}?)\s*(?:;|$)/u;
const LITERAL = /^(['"])([^'"]{0,300})\1$/u;

/** `'/info/' + id + '.html'` as pieces; null for anything cleverer: nothing is run. */
function parsePieces(expression: string, params: readonly string[]): Opener['pieces'] | null {
  const pieces: Opener['pieces'] = [];
  for (const part of expression.split('+').map((piece) => piece.trim())) {
    const literal = LITERAL.exec(part);
    if (literal !== null) pieces.push(literal[2]!);
    else if (/^[\w$]+$/u.test(part) && params.includes(part)) pieces.push(params.indexOf(part));
    else if (/^encodeURIComponent\([\w$]+\)$/u.test(part) && params.includes(part.slice(19, -1)))
      pieces.push(params.indexOf(part.slice(19, -1)));
    else if (/^\d{1,9}$/u.test(part)) pieces.push(part);
    else return null;
  }
  return pieces;
}

function findOpened(code: string, params: readonly string[]): Opener['pieces'] | null {
  const match = OPENS.exec(code.trim());
  const expression = match?.[1] ?? match?.[2];
  return expression === undefined ? null : parsePieces(expression, params);
}

/** Reads the page's source; scripts are read as text and never run. */
export function findScriptFunctions(source: string): ScriptFunctions {
  const functions = new Map<string, Opener>();
  for (const [, name, list, body] of source.matchAll(FUNCTION)) {
    if (functions.size >= FUNCTIONS_MAX) break;
    const params = list!.split(',').map((param) => param.trim());
    const pieces = findOpened(body!, params);
    if (pieces !== null) functions.set(name!, { params, pieces });
  }
  return functions;
}

/** The address that `openInfo('2023','17')` or `location.href='/a.html'` would open; null if that can't be known. */
export function addressOfCall(code: string, functions: ScriptFunctions): string | null {
  const direct = findOpened(code, []);
  if (direct !== null) return direct.join('') || null;
  const call = /^\s*(?:return\s+)?([A-Za-z_$][\w$]{0,60})\s*\(([^()]{0,300})\)/u.exec(code);
  const opener = call === null ? undefined : functions.get(call[1]!);
  if (call === null || opener === undefined) return null;
  const values = call[2]!.split(',').map((value) => value.trim().replace(/^(['"])(.*)\1$/u, '$2'));
  const pieces = opener.pieces.map((piece) => (typeof piece === 'number' ? values[piece] : piece));
  return pieces.some((piece) => piece === undefined) ? null : pieces.join('') || null;
}
