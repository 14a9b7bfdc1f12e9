/**
 * Traditional and variant characters that mirrors of mainland reports print inside the labels of the official forms,
 * and the characters of the forms. Only what occurs in labels is listed: prose is never converted.
 */
const PRINTED =
  '規範處許強對務業費採購總額項數機關構請獲資訊詢無續繳個產類護權屬於給為與說報結轉檢測維糾審訴訟議復複辦標統計條內務過執現補後長報導傳員聯繫單萬億據實書際動態獎勵從違會協調組織紀錄輿論體劃圖優級嚴預計時間點閱覽開發佈製製發廢減增買';
const OFFICIAL =
  '规范处许强对务业费采购总额项数机关构请获资讯询无续缴个产类护权属于给为与说报结转检测维纠审诉讼议复复办标统计条内务过执现补后长报导传员联系单万亿据实书际动态奖励从违会协调组织纪录舆论体划图优级严预计时间点阅览开发布制制发废减增买';

const official = [...OFFICIAL];
export const characterVariants: ReadonlyMap<string, string> = new Map(
  [...PRINTED].map((character, i) => [character, official[i]!] as const).filter(([a, b]) => a !== b),
);
