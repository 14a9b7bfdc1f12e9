import type { FactPattern } from '../model/fact-pattern.js';
import { onceEach } from '../words/once-each.js';
import { ANY_QUANTITY } from './skeleton.js';

/** A pattern whose shapes are regular expressions; `#` has become group 1. */
export interface CompiledPattern {
  pattern: FactPattern;
  shapes: RegExp[];
  doubtful: RegExp[];
  bare: RegExp[];
  none: RegExp[];
  unless: RegExp[];
  unlessLead: RegExp[];
  unlessEarlier: RegExp[];
  unlessNone: RegExp[];
  near: RegExp | null;
}

const QUANTITY = `[${ANY_QUANTITY}]`;
const GAP = `[^,;:${ANY_QUANTITY}]{0,40}?`;

/** See `FactPattern` for the signs. `#` in a look-around is any quantity. */
function compileShape(shape: string, flags: string): RegExp {
  let taken = false;
  const source = shape.replace(/\[[^\]]*\]|[#@~]/g, (part) => {
    if (part.startsWith('[')) return part.replace(/[#@]/, ANY_QUANTITY);
    if (part === '~') return GAP;
    if (part === '@' || taken) return QUANTITY;
    taken = true;
    return `(${QUANTITY})`;
  });
  return new RegExp(source, flags);
}

/** A pattern is data that lives as long as the program; a document needs hundreds of them. */
export const compilePattern = onceEach(compile);

function compile(pattern: FactPattern): CompiledPattern {
  const all = (shapes: string[] | undefined): RegExp[] =>
    (shapes ?? []).map((shape) => compileShape(shape, 'g'));
  const vetoes = (shapes: string[] | undefined): RegExp[] =>
    (shapes ?? []).map((shape) => compileShape(shape, ''));
  return {
    pattern,
    shapes: all(pattern.shapes),
    doubtful: all(pattern.doubtful),
    bare: all(pattern.bare),
    none: all(pattern.none),
    unless: vetoes(pattern.unless),
    unlessLead: vetoes(pattern.unlessLead),
    unlessEarlier: vetoes(pattern.unlessEarlier),
    unlessNone: vetoes(pattern.unlessNone),
    near: pattern.near ? new RegExp(pattern.near.text) : null,
  };
}
