import type { ClauseWords } from './clause-words.js';
import type { QuantityPiece } from './quantity-pieces.js';
import type { Skeleton } from './skeleton.js';

/** 公开991条,去掉重复的209条: not yet what is counted. */
const isGross = ({ text }: Skeleton, { index, before }: QuantityPiece): boolean =>
  TAKEN_OFF.test(text.slice(index + 1)) || TAKEN_OFF.test(before);
const TAKEN_OFF = /^[,;、(]?再?(?:去掉|去除|剔除|扣除|减去|刨去|刨除|除去)/;

/** 累计公开1.2万条,其中当年新增2200条: the year's own number follows. */
const isOfAllYears = ({ text }: Skeleton, { index, before }: QuantityPiece): boolean =>
  /累计|截[至止]|以来/.test(before) && OWN_FOLLOWS.test(text.slice(index + 1));
const OWN_FOLLOWS =
  /^[^;]{0,20}?(?:其中,?|[,(])(?:当年|本年度?|今年|全年|年内|(?:19|20)\d\d年度?)(?:新增|增加|新公开|公开|发布|新发布|接待)/;

/** 四个国土所, 14个乡镇. */
const countsOffices = ({ quantity, after }: QuantityPiece): boolean =>
  /^[个家处]$/.test(quantity.unit) && OFFICES.test(after);
const OFFICES =
  /^\p{Script=Han}{0,6}?(?:所|站|分?局|村|社区|乡镇|镇街|街道|单位|部门|科室|股室|处室|中队|大队|县区|区县|县|学校|医院)/u;

/** 四个所各2人: nobody says how many in all. */
const isOfEach = ({ quantities }: Skeleton, { before }: QuantityPiece, { slices }: ClauseWords): boolean =>
  /各(?:自|设|配|有|派|指定)*$/.test(before) && slices.length <= 1 && quantities.length > 1;

/** 行政诉讼无一例. */
const isDenied = ({ quantity, before }: QuantityPiece): boolean =>
  quantity.value === 1 && /(?:无|没有|未发生|未收到)$/.test(before);

/** The quantity counts nothing of the year, or not yet what is counted. */
export const isNoCount = (skeleton: Skeleton, piece: QuantityPiece, words: ClauseWords): boolean =>
  isDenied(piece) ||
  isOfEach(skeleton, piece, words) ||
  isGross(skeleton, piece) ||
  countsOffices(piece) ||
  isOfAllYears(skeleton, piece);
