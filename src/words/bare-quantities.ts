import type { Quantity } from './parse-quantity.js';
import { shiftDecimal } from './shift-decimal.js';

/** The unit before the number, as in the rows of a form: 政府网站公开 条 7302. */
const UNIT_FIRST =
  /(?<=[一-龥](?<!第[一二三四五六七八九十]+))(?<unit>人次|万元|元|条|件|次|篇|人|个|期|份)(?<number>\d+(?:\.\d+)?)(?=[,;、。]|$)/g;
/** A number that ends its clause, behind a word that asks for one: 行政诉讼:2, 总计5, 本年制发0. */
const WITHOUT_UNIT = /(?<=[:为是零计发止效讼议诉请报解读]|数量?)(?<number>\d{1,5})(?=[,;、]|$)/g;
const YEAR = /^(?:19|20)\d\d$/;

/** Numbers without a measure word behind them, in text that was folded. None of them overlaps with `others`. */
export function bareQuantities(text: string, others: readonly Quantity[]): Quantity[] {
  const found: Quantity[] = [];
  for (const pattern of [UNIT_FIRST, WITHOUT_UNIT]) {
    for (const match of text.matchAll(pattern)) {
      const { unit = '', number } = match.groups as { unit?: string; number: string };
      if (unit === '' && YEAR.test(number)) continue;
      const [start, end] = [match.index, match.index + match[0].length];
      if ([...others, ...found].some((other) => other.start < end && other.end > start)) continue;
      const isMoney = unit.endsWith('元');
      const power = unit.startsWith('万') ? 4 : 0;
      found.push({
        ...{ value: shiftDecimal(number, power), unit: isMoney ? 'CNY' : unit, raw: match[0], start, end },
        ...{ confidence: 'read', flags: power > 0 ? ['unit-converted'] : [] },
      });
    }
  }
  return found;
}
