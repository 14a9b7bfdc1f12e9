/**
 * Lines that sites put around a report and that differ with every look: counters of visits, visitors at this moment, today's date. Only
 * short lines without a sentence are held against them: a body that tells its visitors in a sentence says something.
 */
export const passingLines: readonly RegExp[] = [
  /(?:浏览|访问|阅读|点击|查看|点阅)(?:次数|人次|人数|总量|量|数|率)?\s*[:：]\s*[[【(（]?\s*[\d,，]*\s*[\]】)）]?/u,
  /(?:浏览|访问|阅读|点击|查看)\s*[[【(（]?\s*\d[\d,，]*\s*[\]】)）]?\s*(?:人?次|人|遍)/u,
  /您是(?:本站|本网|本网站|我们)?的?第\s*[\d,，]+\s*(?:位|个|名)(?:访客|访问者|浏览者|来访者)/u,
  /(?:当前|现在|目前)?在线(?:人数|用户)?\s*[:：]\s*\d+/u,
  /(?:今天|今日|现在|当前时间|北京时间)(?:是|为)?\s*[:：]?\s*\d{4}\s*[年/-]\s*\d{1,2}\s*[月/-]\s*\d{1,2}/u,
];
