import type { PollutionLookups } from '../../src/model/header-lookups.js';

/**
 * What hijacked mirror sites do to real reports. Patterns run over the printed text, not over folded text,
 * because folding removes the very signs.
 */
export const pollution: PollutionLookups = {
  signs: [
    {
      what: 'readings glued in behind characters',
      pattern: /\p{Script=Han}[（(][a-z]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]*[）)]/gu,
      minimum: 2,
      distinct: 1,
    },
    {
      what: 'traditional characters',
      // Only characters that are never used in simplified text. 繁體 and 無障礙 are links of honest sites, hence the minimum.
      pattern:
        /[開報務區縣總況動關構設團員會議訴訟複處辦廳發電話編碼傳郵請題號標單與為實據對應決預習導網萬壓廣國]/gu,
      minimum: 8,
      distinct: 4,
    },
    {
      what: 'names of gambling or adult brands',
      pattern:
        /博彩|娱乐城|威尼斯人|葡京|永利(?:娱乐|皇宫|国际)|金沙(?:娱乐|国际|赌|城)|太阳城(?:集团|娱乐)|太阳集团|银河(?:娱乐|国际)|新濠|皇冠(?:体育|现金|国际)|真人(?:娱乐|荷官|视讯)|百家乐|老虎机|时时彩|六合彩|bet ?365|365bet|亚博|必威|韦德(?:国际|体育)|乐鱼体育|开云(?:体育|app)|半岛体育|棋牌(?:游戏|官网|平台)|澳门(?:赌|新葡|金沙|皇冠)|彩票(?:平台|官网|app)|体育投注|av在线|成人(?:视频|网站)/giu,
      minimum: 1,
      distinct: 1,
    },
    {
      what: 'masked names',
      pattern: /[*＊×✱]{2,}(?:省|市|县|区|镇|乡|人民政府|政府|街道|局|委员会|管委会|办公室)/gu,
      minimum: 1,
      distinct: 1,
    },
  ],
};
