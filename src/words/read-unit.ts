/** What a printed unit makes of a number: `power` tens. `unknown` is a unit that is there and that nobody can use. */
export interface PrintedUnit {
  kind: 'money' | 'count' | 'unknown';
  power: number;
}

/** Traditional and formal characters of units. */
const VARIANTS: Readonly<Record<string, string>> = {
  ...{ 萬: '万', 億: '亿', 仟: '千', 佰: '百', 拾: '十', 圓: '元', 圆: '元', 塊: '块', 單: '单', 條: '条' },
  ...{ 項: '项', 個: '个', 幣: '币', 場: '场', 規: '规', 為: '为', 數: '数', 歐: '欧', 鎊: '镑' },
};
const TENS: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 };

const FOREIGN =
  /[美港欧日澳加韩台]元|美金|[港台葡外]币|英镑|法郎|卢布|卢比|泰铢|[$€£₩]|(?:USD|HKD|EUR|JPY|GBP|MOP|TWD)/i;
/** 元 as money, and not in 单元, 元月, 多元. */
const YUAN = /([十百千万亿]*)(?:人民币)?(?<![单公多一二三四双状纪])[元块](?![月旦素件年化老])/g;
const RENMINBI = /(?:人民币|RMB|CNY|[¥￥])[:：(]?([十百千万亿]*)/i;
export const MEASURE_WORDS = '人次|件次|件|条|个|项|次|宗|人|份|篇|期|起|例|部|场|家|册|张|批|户';
const COUNT = new RegExp(`^([百千万亿]*)(?:${MEASURE_WORDS})(?:数)?$`);
/** 单位：千; a bracket with nothing else in it. */
const BARE_SCALE = /^[百千万亿]+$/;

const tensOf = (scale: string): number => [...scale].reduce((sum, ch) => sum + TENS[ch]!, 0);

export function foldUnit(text: string): string {
  let folded = '';
  for (const ch of text.normalize('NFKC').replace(/[\s\p{Cf}]/gu, '')) folded += VARIANTS[ch] ?? ch;
  return folded;
}

/**
 * The unit that a text names for money, wherever in it: 采购总金额（万元，保留四位小数）. Null where it names none; `unknown` where
 * it names a foreign one, two different ones, or a scale without a currency.
 */
export function moneyUnitIn(text: string): PrintedUnit | null {
  const folded = foldUnit(text);
  if (FOREIGN.test(folded)) return { kind: 'unknown', power: 0 };
  const powers = new Set([...folded.matchAll(YUAN)].map((match) => tensOf(match[1]!)));
  const renminbi = powers.size === 0 ? RENMINBI.exec(folded) : null;
  if (renminbi) powers.add(tensOf(renminbi[1]!));
  if (powers.size > 1) return { kind: 'unknown', power: 0 };
  const [power] = powers;
  if (power !== undefined) return { kind: 'money', power };
  return unitPlaces(folded).some((place) => BARE_SCALE.test(place)) ? { kind: 'unknown', power: 0 } : null;
}

/** The unit that a text names for a count, where units stand: 办理数量（千件）, 单位：万条. Null where it names none. */
export function countUnitIn(text: string): PrintedUnit | null {
  const pieces = unitPlaces(foldUnit(text)).flatMap((place) => place.split(/[、,，;；/和或]/));
  const powers = new Set(pieces.flatMap((piece) => COUNT.exec(piece)?.[1] ?? []).map(tensOf));
  if (powers.size > 1 || pieces.some((piece) => BARE_SCALE.test(piece))) return { kind: 'unknown', power: 0 };
  const [power] = powers;
  return power === undefined ? null : { kind: 'count', power };
}

/** Where a unit stands: alone, in brackets, behind 单位. */
function unitPlaces(folded: string): string[] {
  const named = [...folded.matchAll(/单位(?:[:：]|均?为|是)([^()。;；]{1,16})/g)].map((match) => match[1]!);
  const inBrackets = [...folded.matchAll(/\(([^()]{1,16})\)/g)].map((match) => match[1]!);
  return [folded, ...inBrackets, ...named].map((place) =>
    place.replace(/^(?:计量|金额|货币)?单位[:：]?/, ''),
  );
}
