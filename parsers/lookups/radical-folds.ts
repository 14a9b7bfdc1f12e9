import { unifyIdeographs } from '../../src/layout/page/unify-ideographs.js';

/** CJK Radicals Supplement and Kangxi Radicals. */
const FIRST = 0x2e80;
const LAST = 0x2fd5;

/** Radicals that fonts and OCR put in the place of characters (⼈民), and the characters meant. One to one. */
export const radicalFolds: ReadonlyMap<string, string> = new Map(
  Array.from({ length: LAST - FIRST + 1 }, (_, index) => String.fromCharCode(FIRST + index))
    .map((radical) => [radical, unifyIdeographs(radical)] as const)
    .filter(([radical, character]) => character !== radical && character.length === 1),
);
