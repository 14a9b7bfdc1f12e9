import { factList } from './fact-list.js';
import { ABOUT_DISCLOSURE, FORM_LABELS, LINK, NO_COUNTS, NOT, PLANS, SHARE_OF_SOME } from './fact-words.js';

/** Reconsideration, litigation, complaints, and what the requester paid. */

const CASES = ['件', '起', '宗', '例', '次', '条', '个', '项', '件次'];

/** A joint number (复议、诉讼共3件) belongs to neither. */
const RECONSIDERATION = '(?<!诉讼[、和及与或])(?<!诉讼[、和及与或]行政)复议';
const LITIGATION = '(?<!复议[、和及与或])(?<!复议[、和及与或]行政)诉讼';
const NOUN = '(?:案件|申请|事项|案|情况)*';

/** What only says how a case ended. */
const OUTCOME = '维持|纠正|纠错|撤销|败诉|超期|审结|未经|复议后|复议机关|直接起诉|分别|履职|驳回';
const NOT_A_STATEMENT = '如|若|不服|可以|可依法|避免|防止|杜绝|确保|减少|正当|未按|未能|未及时|的权利';

const FEE = '(?:信息处理费|处理费|检索费|复制费|邮寄费|成本费|成本费用|工本费|费用|费)';

export const reviewPatterns = factList([
  {
    id: 'reconsiderations',
    label: '行政复议数',
    units: CASES,
    shapes: [
      `${RECONSIDERATION}${NOUN}${LINK}#`,
      '复议[、和及与或](?:行政)?诉讼(?:案件|案)?(?:数量|数)?(?:均|都)为?#',
      `#(?:[^,;:#]{0,20}信息公开[^,;:#]{0,10})?(?:行政)?复议(?:案件|申请|案)?(?=[,;、]|$)`,
    ],
    none: [
      `${NOT}[^,;:#]{0,40}行政复议(?!机关|决定|审查|后)`,
      '行政复议[^,;:#]{0,14}(?:未发生|没有发生|均无|为零|为0(?![\\d.]))',
    ],
    unless: [...NO_COUNTS, OUTCOME, SHARE_OF_SOME],
    unlessEarlier: [...PLANS],
    unlessNone: [FORM_LABELS, OUTCOME, NOT_A_STATEMENT, SHARE_OF_SOME],
    near: { text: ABOUT_DISCLOSURE, otherwise: 'doubt' },
    asPart: true,
  },
  {
    id: 'litigations',
    label: '行政诉讼数',
    units: CASES,
    shapes: [
      `${LITIGATION}${NOUN}${LINK}#`,
      '复议[、和及与或](?:行政)?诉讼(?:案件|案)?(?:数量|数)?(?:均|都)为?#',
      `#(?:[^,;:#]{0,20}信息公开[^,;:#]{0,10})?(?:行政)?诉讼(?:案件|案)?(?=[,;、]|$)`,
    ],
    none: [
      `${NOT}[^,;:#]{0,50}(?:行政诉讼|复议[、和及与或]+(?:被)?(?:提起)?诉讼)`,
      '(?:行政诉讼|复议[、和及与或]诉讼)[^,;:#]{0,14}(?:未发生|没有发生|均无|为零|为0(?![\\d.]))',
    ],
    unless: [...NO_COUNTS, OUTCOME, SHARE_OF_SOME],
    unlessEarlier: [...PLANS],
    unlessNone: [FORM_LABELS, OUTCOME, NOT_A_STATEMENT, SHARE_OF_SOME],
    near: { text: ABOUT_DISCLOSURE, otherwise: 'doubt' },
    asPart: true,
  },
  {
    id: 'complaints',
    label: '政府信息公开举报投诉数',
    units: CASES,
    shapes: [
      `(?:收到|受理|接到|发生)(?=[^,;:#]{0,30}(?:信息|政务)公开)~(?:举报|投诉)(?:举报|投诉|案件|事项|信件|、)*${LINK}#`,
      `(?:信息|政务)公开(?:工作)?(?:的)?(?:举报|投诉)(?:举报|投诉|案件|、)*${LINK}#`,
    ],
    none: [
      `${NOT}(?:收到|接到|受理|发生|出现|受到|因)(?=[^,;:#]{0,40}(?:信息|政务)公开)~(?:举报|投诉)`,
      '(?:信息|政务)公开(?:工作)?(?:的)?(?:举报|投诉)[^,;:#]{0,8}(?:未发生|没有发生|均无|为零|为0(?![\\d.]))',
    ],
    unless: [...NO_COUNTS, '复议|诉讼|热线|申请', SHARE_OF_SOME],
    unlessEarlier: [...PLANS],
    unlessNone: [FORM_LABELS, NOT_A_STATEMENT, '类申请', SHARE_OF_SOME],
    asPart: false,
  },
  {
    id: 'processingFee',
    label: '收取信息处理费金额',
    units: ['CNY'],
    shapes: [
      `(?:收取|收缴)~${FEE}(?:总额|金额|收入)?${LINK}#`,
      `(?:信息处理费|检索费|复制费|邮寄费|成本费用)(?:共计|共|累计)?(?:收取|收入|收费)?(?:金额|总额)?${LINK}#`,
    ],
    none: [
      `${NOT}(?:发生|产生|有|向[^,;:#]{1,14}|实际)*收(?:取|过|到)~费`,
      `${NOT}(?:发生|产生|出现|涉及|存在)~(?:收费|信息处理费)(?!通知|标准|减免|依据|项目|公示)`,
      '(?:无|没有|未)(?:政府信息公开|信息公开)?收费(?!通知|标准|减免|依据|项目|公示)',
      '不(?<=(?:我|本|目前|全[县市区省]|年|均|一律|暂|局|委|办).*不)(?:收费|收取(?:任何)?(?:信息处理|检索|复制|邮寄|工本|成本)*费用?)',
      '信息处理费(?:金额|总额)?为(?:0|零)(?:元)?(?![\\d.])',
    ],
    unless: [...NO_COUNTS, '减免|免收|免除|行政事业性|罚|标准|学费|水费|税'],
    unlessEarlier: [...PLANS],
    unlessNone: [FORM_LABELS, '不得|可以|除|但|如|若|未按|逾期|行政事业性|违规|乱收费|超标准'],
    near: { text: `${ABOUT_DISCLOSURE}|政府信息|公开信息|检索|邮寄`, otherwise: 'drop' },
    asPart: false,
  },
]);
