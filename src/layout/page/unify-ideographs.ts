/**
 * Skia and some Chinese fonts map glyphs to the Kangxi radical (U+2F00-2FD5) or the radical of the supplement (U+2E80-2EFF)
 * that looks like the character meant. Unicode gives a compatibility mapping to the first block and to two of the second;
 * the rest of the supplement is this table: only radicals that look the same as a whole character that stands in texts.
 */
const SUPPLEMENT: ReadonlyMap<string, string> = new Map([
  ['⺁', '厂'],
  ['⺄', '乙'],
  ['⺅', '亻'],
  ['⺇', '几'],
  ['⺈', '刀'],
  ['⺉', '刂'],
  ['⺊', '卜'],
  ['⺋', '㔾'],
  ['⺌', '小'],
  ['⺎', '兀'],
  ['⺏', '尣'],
  ['⺐', '尢'],
  ['⺒', '巳'],
  ['⺓', '幺'],
  ['⺔', '彑'],
  ['⺖', '忄'],
  ['⺗', '心'],
  ['⺘', '扌'],
  ['⺙', '攵'],
  ['⺛', '旡'],
  ['⺜', '日'],
  ['⺝', '月'],
  ['⺞', '歺'],
  ['⺟', '母'],
  ['⺠', '民'],
  ['⺡', '氵'],
  ['⺢', '水'],
  ['⺣', '灬'],
  ['⺤', '爪'],
  ['⺥', '爫'],
  ['⺦', '丬'],
  ['⺧', '牛'],
  ['⺨', '犭'],
  ['⺩', '王'],
  ['⺫', '目'],
  ['⺬', '示'],
  ['⺭', '礻'],
  ['⺮', '竹'],
  ['⺯', '糹'],
  ['⺰', '纟'],
  ['⺲', '罒'],
  ['⺳', '网'],
  ['⺶', '羊'],
  ['⺷', '羊'],
  ['⺹', '耂'],
  ['⺼', '月'],
  ['⺽', '臼'],
  ['⺾', '艹'],
  ['⺿', '艹'],
  ['⻀', '艹'],
  ['⻁', '虎'],
  ['⻂', '衤'],
  ['⻃', '覀'],
  ['⻄', '西'],
  ['⻅', '见'],
  ['⻆', '角'],
  ['⻈', '讠'],
  ['⻉', '贝'],
  ['⻋', '车'],
  ['⻌', '辶'],
  ['⻍', '辶'],
  ['⻎', '辶'],
  ['⻏', '阝'],
  ['⻐', '钅'],
  ['⻑', '長'],
  ['⻒', '镸'],
  ['⻓', '长'],
  ['⻔', '门'],
  ['⻖', '阝'],
  ['⻗', '雨'],
  ['⻘', '青'],
  ['⻙', '韦'],
  ['⻚', '页'],
  ['⻛', '风'],
  ['⻜', '飞'],
  ['⻝', '食'],
  ['⻟', '飠'],
  ['⻠', '饣'],
  ['⻡', '首'],
  ['⻢', '马'],
  ['⻣', '骨'],
  ['⻤', '鬼'],
  ['⻥', '鱼'],
  ['⻦', '鸟'],
  ['⻧', '卤'],
  ['⻨', '麦'],
  ['⻩', '黄'],
  ['⻪', '黾'],
  ['⻫', '斉'],
  ['⻬', '齐'],
  ['⻭', '歯'],
  ['⻮', '齿'],
  ['⻯', '竜'],
  ['⻰', '龙'],
  ['⻱', '龜'],
  ['⻲', '亀'],
  ['⻳', '龟'],
]);

/** Where the compatibility mapping gives the traditional form, but the shape in mainland fonts is the simplified one. */
const MAINLAND: ReadonlyMap<string, string> = new Map([
  ['⼾', '户'],
  ['⾭', '青'],
  ['⿈', '黄'],
]);

const KANGXI = /[\u2f00-\u2fd5\u2e9f\u2ef3]/gu;
const COMPATIBILITY_IDEOGRAPH = /[\uf900-\ufaff]/gu;

/** The characters meant where a font names a radical or a compatibility ideograph that looks the same, or draws dashes in one piece. */
export function unifyIdeographs(text: string): string {
  if (!/[\u2e3a\u2e3b\u2e80-\u2fdf\uf900-\ufaff]/u.test(text)) return text;
  return text
    .replace(/\u2e3a/gu, '——')
    .replace(/\u2e3b/gu, '———')
    .replace(/[\u2e80-\u2eff]/gu, (radical) => SUPPLEMENT.get(radical) ?? radical)
    .replace(KANGXI, (radical) => MAINLAND.get(radical) ?? radical.normalize('NFKC'))
    .replace(COMPATIBILITY_IDEOGRAPH, (ideograph) => ideograph.normalize('NFC'));
}
