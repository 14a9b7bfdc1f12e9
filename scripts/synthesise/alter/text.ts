/** Changes to the finished text of a text carrier. */

/** `2016年12月30日` -> `20161230日`: the characters 年 and 月 got lost. */
export const loseDateCharacters = (text: string): string =>
  text.replace(/(\d{4})年(\d{1,2})月(\d{1,2})日/g, '$1$2$3日');

/** Escaped twice on the way through two systems. */
export const escapeTwice = (html: string): string =>
  html
    .replace(/“/g, '&amp;ldquo;')
    .replace(/”/g, '&amp;rdquo;')
    .replace(/<td><\/td>/g, '<td>&amp;nbsp;</td>');

const kangxi: Record<string, string> = {
  一: '⼀',
  二: '⼆',
  人: '⼈',
  力: '⼒',
  工: '⼯',
  文: '⽂',
  方: '⽅',
  日: '⽇',
  月: '⽉',
  行: '⾏',
  言: '⾔',
  自: '⾃',
};

/** What Skia writes into the text layer of its PDFs. */
export const useRadicals = (text: string): string =>
  text.replace(/[一二人力工文方日月行言自]/g, (character) => kangxi[character]!);

const glued: Record<string, string> = {
  机: '機(jī)',
  构: '構(gòu)',
  开: '開(kāi)',
  务: '務(wù)',
  处: '處(chù)',
  关: '關(guān)',
  规: '規(guī)',
  总: '總(zǒng)',
  计: '計(jì)',
  请: '請(qǐng)',
  诉: '訴(sù)',
  讼: '訟(sòng)',
  复: '復(fù)',
  议: '議(yì)',
  数: '數(shù)',
  办: '辦(bàn)',
  业: '業(yè)',
  组: '組(zǔ)',
  织: '織(zhī)',
  对: '對(duì)',
};

/** A hijacked mirror: traditional characters with the pinyin glued in. */
export const pollute = (text: string): string =>
  text.replace(/[\u4e00-\u9fff]/g, (character) => glued[character] ?? character);

const digits = '〇一二三四五六七八九';

/** 42 -> 四十二, for 1 to 99. */
const inHan = (value: number): string => {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? digits[ones] : ''}`;
};

/** Counts below a hundred and all dates in Chinese numerals. */
export const writeNumerals = (text: string): string =>
  text
    .replace(
      /(\d{4})年/g,
      (_, year: string) => `${[...year].map((digit) => digits[Number(digit)]).join('')}年`,
    )
    .replace(/(?<![\d-])([1-9]\d?)(?=[件次条月日])/g, (_, count: string) => inHan(Number(count)));
