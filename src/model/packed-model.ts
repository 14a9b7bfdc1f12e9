/**
 * A linear model as data: `weights` has for each feature its weights that are not nought, as pairs of signs. The first sign of
 * a pair is the class, the second the weight: see `src/facts/chances-of.ts`.
 */
export interface PackedModel {
  /** Ids of facts. */
  classes: readonly string[];
  /** From which chance on a quantity that nobody else knows is the fact; null where it never is. */
  findFrom: readonly (number | null)[];
  /** In steps, as the weights. */
  bias: readonly number[];
  /** What one step of a weight is. */
  step: number;
  weights: Readonly<Record<string, string>>;
}

/** The signs of classes and of weights: printable, and never escaped in JSON. */
export const PACK_FIRST = 35;
/** The sign of a weight of nought. */
export const PACK_NOUGHT = 80;
const ESCAPED = 92;
/** The sign of a number; it skips the stroke that JSON escapes. */
export const packSign = (number: number): string =>
  String.fromCharCode(number >= ESCAPED ? number + 1 : number);
export const unpackSign = (text: string, at: number): number => {
  const code = text.charCodeAt(at);
  return code > ESCAPED ? code - 1 : code;
};
