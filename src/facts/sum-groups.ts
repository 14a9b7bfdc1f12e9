import type { Quantity } from '../words/parse-quantity.js';

/** Quantities that stand side by side and make up another one beside them; indices of the list. */
interface SumGroup {
  whole: number;
  parts: number[];
}

const PARTS_MAX = 8;
/** Between a whole and its list at most one quantity stands, as a percentage's base or another year's. */
const GAP_MAX = 1;
/** Small sums hold by chance. */
const WHOLE_MIN = 5;

/** 共 276 条:网站 183 条,张榜 93 条. Parts stand behind their whole or before it, one after the other. */
export function sumGroups(quantities: readonly Quantity[]): SumGroup[] {
  return quantities.flatMap((whole, at) => {
    if (whole.value < WHOLE_MIN) return [];
    for (const step of [1, -1]) {
      for (let gap = 1; gap <= 1 + GAP_MAX; gap += 1) {
        const parts = partsFrom(quantities, at, step, gap);
        if (parts) return [{ whole: at, parts: parts.sort((left, right) => left - right) }];
      }
    }
    return [];
  });
}

function partsFrom(
  quantities: readonly Quantity[],
  whole: number,
  step: number,
  gap: number,
): number[] | null {
  const { value } = quantities[whole]!;
  const parts: number[] = [];
  let sum = 0;
  for (let count = 0; count < PARTS_MAX; count += 1) {
    const at = whole + step * (gap + count);
    const part = quantities[at];
    if (part === undefined) return null;
    parts.push(at);
    sum += part.value;
    if (sum > value) return null;
    const isReal = parts.filter((one) => quantities[one]!.value > 0).length > 1;
    if (sum === value && isReal) return parts;
  }
  return null;
}
