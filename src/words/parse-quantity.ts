import type { Flag } from '../model/codes/flag-codes.js';
import { foldText } from './fold-text.js';
import { CHINESE_NUMERAL_CLASS, parseChineseNumber } from './parse-chinese-number.js';
import { shiftDecimal } from './shift-decimal.js';

/** A number of running text with the measure word behind it. `text.slice(start, end) === raw`. */
export interface Quantity {
  /** In base units: 6181万元 is 61810000. */
  value: number;
  /** The measure word as printed (条, 件, 人次), without 万; "CNY" for money. */
  unit: string;
  /** Number, modifiers and unit as printed: 13800余条, 约1.2万条. */
  raw: string;
  /** `suspect` where digits or unit are in doubt; the flags say why. */
  confidence: 'read' | 'suspect';
  /** approximate, unit-converted, unit-absurd, glued-digits, split-digits, fraction. */
  flags: Flag[];
  start: number;
  end: number;
}

/**
 * Measure words, with what may not follow: 条例, 期间 and 元旦 are words of their own.
 * Longer ones first.
 */
const MEASURE =
  '人次|件次|元|条(?!例|款)|件(?!数)|次(?!数|要|序)|篇(?!幅)|人(?!民|大代|大常|口|员|才|事|均|社|力)|期(?!间|限|望|末|货|刊)|' +
  '场(?!所|景|地|合)|个(?!平台|渠道|途径|载体|方面|方式|工作|月|小时|百分|自然日|日|人信息)|份(?!额)|项(?!目|合计|共计|总计|相加|之和|加起来|累计|指标)|宗(?!旨)|回(?!应|复|答|访|头|升|落|归|收|顾|购|执|迁|流|避)|封(?!闭|存|面|锁|控)|起(?!诉|草|来|施|实|步|点)|例(?!外|如|会)|名(?!单|称|义|录)|位(?!于|置)|' +
  '幅(?!度)|批(?!准|复|示)|家(?!庭)|类(?!别|型)|处(?!理|罚|室|置|长)|轮(?!流|换)|则|部(?!门|署|分|委)|册|张|户|版|套';

const ARABIC = '\\d{1,3}(?:,\\d{3})+(?!\\d)(?:\\.\\d+)?|\\d+(?:\\.\\d+)?';
const BEFORE = '(?<before>大约|约|近|逾|超过|超|将近)?';
const ESTIMATE = '(?<estimate>[余多])?';
const AFTER = '(?<after>左右|以上|上下)?';

/** 三十二元五角. */
const CHANGE = '(?:(?<=元)(?:(?<jiao>[\\d一二三四五六七八九])角)?(?:(?<fen>[\\d一二三四五六七八九])分)?)?';

const ARABIC_QUANTITY = new RegExp(
  `(?<![\\d./_A-Za-z〔\\[#])(?<!\\d,)(?<!第)(?<!\\d[-~～至、])${BEFORE}(?<!第)(?<number>${ARABIC})${ESTIMATE}` +
    `(?<scale>[百千]?[万亿]|千|百)?(?<estimate2>[余多])?(?<unit>${MEASURE})${CHANGE}${AFTER}`,
  'g',
);

/** A Chinese numeral needs a clean left side: 第三件, 统一条例, 三五件, 几十件 are no counts. */
const NUMERAL = CHINESE_NUMERAL_CLASS;
const CHINESE_QUANTITY = new RegExp(
  `(?<![第之统唯进单专逐同每某任那这另几初周期成\\dA-Za-z(〔]|(?<![网线])上|(?<![息件条次人总])数|${NUMERAL})${BEFORE}(?<number>${NUMERAL}+)${ESTIMATE}` +
    `(?<scale>[万亿])?(?<estimate2>[余多])?(?<unit>${MEASURE})${CHANGE}${AFTER}`,
  'g',
);

const SCALE: Readonly<Record<string, number>> = {
  百: 2,
  千: 3,
  万: 4,
  亿: 8,
  百万: 6,
  千万: 7,
  百亿: 10,
  千亿: 11,
};

/** More than this of anything but money is a slip: 173769万条. */
const COUNT_MAX = 1_000_000_000;
/** A run of at least this many digits that opens with a year may be a date and a number: 201613800条. */
const GLUED_DIGITS_MIN = 6;

/**
 * Finds the numbers with a measure word in running text, in order of place. What stands inside a date, a document number,
 * a percentage, an ordinal (第9次), a year or a range (3-5件) is none.
 */
export function parseQuantity(text: string): Quantity[] {
  const folded = foldText(text, new Map());
  const found: Quantity[] = [];
  for (const pattern of [ARABIC_QUANTITY, CHINESE_QUANTITY]) {
    for (const match of folded.text.matchAll(pattern)) {
      const reading = readMatch(match.groups!, folded.text[match.index - 1], folded.text[match.index - 2]);
      if (!reading) continue;
      const start = folded.sourceAt[match.index]!;
      const end = folded.sourceAt[match.index + match[0].length - 1]! + 1;
      found.push({ ...reading, raw: text.slice(start, end), start, end });
    }
  }
  return found.sort((left, right) => left.start - right.start);
}

type Groups = Record<string, string | undefined>;

function readMatch(
  groups: Groups,
  previous: string | undefined,
  beforePrevious: string | undefined,
): Omit<Quantity, 'raw' | 'start' | 'end'> | null {
  const scale = groups.scale ? SCALE[groups.scale]! : 0;
  const whole = readDigits(groups.number!);
  if (whole === null) return null;
  const [jiao, fen] = [groups.jiao, groups.fen].map((change) => (change ? readDigits(change) : '0'));
  const digits = groups.jiao || groups.fen ? `${whole}.${jiao}${fen}` : whole;
  const value = shiftDecimal(digits, scale);
  if (!Number.isFinite(value)) return null;
  const money = groups.unit!.endsWith('元');
  const flags: Flag[] = [];
  const estimated = groups.before ?? groups.estimate ?? groups.estimate2 ?? groups.after;
  if (estimated !== undefined) flags.push('approximate');
  if (scale > 0) flags.push('unit-converted');
  const doubts = doubtsOf(groups.number!, value, scale, money);
  if (previous === ' ' && /\d/.test(beforePrevious ?? '')) doubts.push('split-digits');
  return {
    value,
    unit: money ? 'CNY' : groups.unit!,
    confidence: doubts.length > 0 ? 'suspect' : 'read',
    flags: [...flags, ...doubts],
  };
}

/** The number as plain decimal digits. */
function readDigits(number: string): string | null {
  if (/^\d/.test(number)) return number.replaceAll(',', '');
  const value = parseChineseNumber(number);
  return value === null ? null : String(value);
}

function doubtsOf(number: string, value: number, scale: number, money: boolean): Flag[] {
  const doubts: Flag[] = [];
  const tooLarge = value > COUNT_MAX || (scale >= 4 && Number(number.replaceAll(',', '')) >= 10_000);
  if (!money && tooLarge) doubts.push('unit-absurd');
  const openedByYear = /^(?:19|20)\d\d/.test(number) && !number.includes(',');
  if ((openedByYear && /^\d+$/.test(number) && number.length >= GLUED_DIGITS_MIN) || /^0\d/.test(number)) {
    doubts.push('glued-digits');
  }
  if (!money && !Number.isInteger(value)) doubts.push('fraction');
  return doubts;
}
