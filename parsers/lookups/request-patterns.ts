import { factList, type PatternOf } from './fact-list.js';
import {
  ABOUT_DISCLOSURE,
  BY_FAX,
  BY_LETTER,
  FORM_LABELS,
  IN_PERSON,
  LINK,
  NO_COUNTS,
  NOT,
  ONLINE,
  PLANS,
  REQUEST_CHANNEL,
  SHARE_OF_SOME,
} from './fact-words.js';

/** Requests for information: how many came, how, and what became of them. */

const CASES = ['件', '条', '宗', '份', '个', '起', '次', '项', '人次', '件次'];
const RECEIVED = '(?:收到|受理|接收|接到|接受|新收)';

/** The request itself, in the order of words that reports use. */
const REQUEST =
  '(?:信息公开(?:的)?申请|依申请(?:政府)?(?:信息)?公开(?:政府)?(?:信息)?(?:的)?(?:申请|事项)?|' +
  '申请公开(?:政府)?(?:信息)?(?:事项)?|公开(?:政府)?信息的?申请|政府信息的?申请|公开申请)';

/** As `~`, without a word for one way of arrival: 收到网上申请 is a part. */
const ANY_WAY = `(?:(?!${REQUEST_CHANNEL})[^,;:#]){0,40}?`;
/** No further way of arrival follows in the sentence. */
const ONLY_WAY = `(?!.*(?:${REQUEST_CHANNEL})[^,;:#]{0,12}#)`;

const OTHER_REQUESTS = '复议|诉讼|举报|投诉|信访|咨询|提案|建议|重复|减免';

const requestBy = <Id extends string>(id: Id, label: string, way: string, others: string): PatternOf<Id> => ({
  id,
  label,
  units: CASES,
  shapes: [
    `(?:${way})(?:平台|渠道|系统|方式|形式|提交|提出|递交|受理|的)*(?:政府)?(?:信息公开)?申请(?:公开)?(?:政府)?(?:信息)?${LINK}#`,
    `(?:${way})(?:方式|形式|渠道)?(?:提交|提出|递交|收到|受理)(?:的)?(?:申请)?${LINK}#`,
  ],
  bare: [`(?:${way})(?:平台|渠道|系统|方式|形式|提交|提出|递交|受理|申请)*${LINK}#`],
  unless: [...NO_COUNTS, OTHER_REQUESTS, others, SHARE_OF_SOME],
  unlessEarlier: [...PLANS],
  near: { text: ABOUT_DISCLOSURE, otherwise: 'drop' },
  asPart: true,
  partOf: 'requests.received',
});

export const requestPatterns = factList([
  {
    id: 'requests.received',
    label: '收到政府信息公开申请数',
    units: CASES,
    shapes: [
      `${RECEIVED}${ANY_WAY}${REQUEST}(?:数|件)?${LINK}#`,
      `${RECEIVED}(?:了)?(?:各类|有效)?#${ANY_WAY}(?:信息公开的?申请|依申请|申请公开|公开申请)`,
      `(?:信息公开申请|依申请公开(?:申请|件)?)(?:共计|共)?(?:收到|受理)${LINK}#`,
      '(?:提出|提交)的#(?:政府)?信息公开申请',
    ],
    doubtful: [
      // 收到信函申请1条 is the whole only where no other way is named.
      `${RECEIVED}(?=[^,;:#]{0,40}(?:信息公开|依申请))~申请${LINK}#${ONLY_WAY}`,
    ],
    none: [
      `${NOT}(?:收到|接到|受理|接收|接受|发生|出现|产生)~(?:${REQUEST}|申请)`,
      '(?:无|没有)(?:政府)?信息公开申请',
      `(?:无|没有)(?:公民|群众|个人|单位|任何|人)~(?:申请公开|${REQUEST})`,
      '(?:无|没有)(?:发生)?依申请公开(?:事项|申请|信息|件|情况|$|[,;])',
      '(?:信息公开申请|依申请公开申请?)[^,;:#]{0,10}(?:为|是)(?:0|零)(?![\\d.])',
    ],
    unless: [...NO_COUNTS, OTHER_REQUESTS, SHARE_OF_SOME],
    unlessEarlier: [...PLANS],
    unlessNone: [
      FORM_LABELS,
      OTHER_REQUESTS,
      REQUEST_CHANNEL,
      SHARE_OF_SOME,
      '如|若|未收到的|逾期|的[,;]$|需要?补正|异议',
      '^(?!.*(?:公民|自然人|个人|群众|任何)).*(?:法人|企业|组织)',
    ],
    near: { text: ABOUT_DISCLOSURE, otherwise: 'drop' },
    asPart: false,
  },
  requestBy('requests.inPerson', '当面申请数', IN_PERSON, `${ONLINE}|${BY_LETTER}|${BY_FAX}|邮件`),
  requestBy('requests.online', '网络申请数', ONLINE, `${IN_PERSON}|${BY_LETTER}|${BY_FAX}|邮件|访问`),
  requestBy('requests.byLetter', '信函申请数', BY_LETTER, `${ONLINE}|${IN_PERSON}|${BY_FAX}|邮件`),
  requestBy('requests.byFax', '传真申请数', BY_FAX, `${ONLINE}|${BY_LETTER}|${IN_PERSON}|邮件`),
  {
    id: 'requests.closed',
    label: '办结政府信息公开申请数',
    units: CASES,
    // Only right behind a number of requests: who closes 20 letters of citizens closes no request.
    shapes: [
      `(?:申请|公开|结转)(?:信息|政府信息|事项|件)?${LINK}@[^@。]{0,30}?(?<=^|[,;:、]|@)(?:已经|均已|已|全部|目前|现已|现|共|年内|当年|全年|截至目前)*` +
        `(?:办结|答复|回复|办理)(?:完毕|完成)?(?:了)?(?:政府信息公开申请|依申请公开|公开申请|申请)?${LINK}#`,
      `(?:办结|答复)(?:政府)?信息公开申请${LINK}#`,
    ],
    unless: [...NO_COUNTS, '复议|诉讼|提案|建议|留言|同意|不予|不同意', SHARE_OF_SOME],
    unlessEarlier: [...PLANS],
    near: { text: ABOUT_DISCLOSURE, otherwise: 'drop' },
    asPart: true,
  },
  {
    id: 'requests.closedOnTime',
    label: '按时办结政府信息公开申请数',
    units: CASES,
    shapes: [
      `(?:申请|公开)(?:信息|政府信息|事项|件)?${LINK}@[^@。]{0,30}?(?:按时|按期|法定期限内|规定期限内|规定时限内)(?:均)?(?:予以)?(?:办结|办理答复|答复|回复|办理)(?:完毕)?${LINK}#`,
    ],
    unless: [...NO_COUNTS, '复议|诉讼|提案|建议|留言|未', SHARE_OF_SOME],
    unlessEarlier: [...PLANS],
    near: { text: ABOUT_DISCLOSURE, otherwise: 'drop' },
    asPart: true,
  },
  {
    id: 'requests.carriedOver',
    label: '上年结转政府信息公开申请数',
    units: CASES,
    shapes: [`(?:上一?年度?|去年|20\\d\\d年度?)结转(?!至|到|下)~#`, '结转(?:自)?(?:上一?年度?|去年)~#'],
    none: ['(?:无|没有)(?:上一?年度?|去年)结转'],
    unlessNone: [FORM_LABELS],
    unless: [...NO_COUNTS, '下一?年|复议|诉讼|答复|办结', SHARE_OF_SOME],
    unlessEarlier: [...PLANS.filter((plan) => !plan.includes('明年'))],
    near: { text: ABOUT_DISCLOSURE, otherwise: 'drop' },
    asPart: true,
    ofLastYear: true,
  },
]);
