import { foldUnit, MEASURE_WORDS } from './read-unit.js';

const WORD = new RegExp(
  `^\\(?(?:[十百千万亿]*(?:人民币)?(?:[美港欧日]?元|${MEASURE_WORDS})|[百千万亿]{1,2})\\)?$`,
);

/** A measure word or a unit of money that stands alone in a cell between an indicator's name and its value. */
export const isUnitWord = (text: string): boolean => WORD.test(foldUnit(text));
