import { missingField } from '../model/missing-field.js';
import type { Field } from '../model/report-record.js';
import type { HeaderPage } from './header-page.js';
import { fieldAt, tidyName } from './header-text.js';

/** Links to the reports of other years. */
const ELSEWHERE = /(?:上一[篇条]|下一[篇条]|相关[^:]{0,6}|附件\d?|链接):?$/;

/**
 * A title in the middle of a line, behind a name that the page gives elsewhere:
 *
 *     首页>>年报>>县市场监管局磨盘县市场监督管理局2020年政府信息公开工作年度报告发布时间:…来源:磨盘县市场监督管理局
 */
export function titleBesideName({ header, lookups }: HeaderPage, issuer: string | null): Field<string> {
  const name = issuer?.replace(/\s/g, '') ?? '';
  if (name === '') return missingField();
  const { words } = lookups;
  let at = header.text.indexOf(name);
  for (; at >= 0; at = header.text.indexOf(name, at + 1)) {
    const rest = header.text.slice(at, at + name.length + TITLE_REST_MAX);
    const title = words.title.inline.exec(rest.slice(name.length))?.[0];
    if (title === undefined || ELSEWHERE.test(header.text.slice(Math.max(0, at - 8), at))) continue;
    if (GOES_ON.test(rest.slice(name.length + title.length))) continue;
    const field = fieldAt(header, at, at + name.length + title.length, '');
    return { ...field, value: tidyName(field.raw!, words) };
  }
  return missingField();
}

const TITLE_REST_MAX = 50;
/** It goes on as the name of another document: …年度报告编制情况的通报. */
const GOES_ON =
  /^(?:的|等|及|编|检|核|评|抽|审|填|写|更正|数据|质量|情况|有关|解读|工作|培训|推进|(?:发布|公布|报送)(?:情况|工作)|进行|中)/u;
