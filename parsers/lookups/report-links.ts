import type { Format } from '../../src/model/format.js';
import type { AddressNoise, LinkWords } from '../../src/model/platform.js';

/**
 * How pages name their links to reports. Patterns run over folded text (half width, lower case, no white space), so 政府信息公开 年报 is one word.
 * The years are those that stand there; a name without a year is a column until its page shows otherwise.
 */
const DISCLOSURE = '(?:政府|政务)?(?:信息|政务)公开';

const BODY_END = '局|委|办|厅|处|院|镇|乡|街道|街道办事处|办公室|委员会|管委会|政府|中心|县|市';

/** What a page links as a file, and neither shows nor leads on to; data that a site sends are a list of links. */
export const isFileFormat = ({ traits }: Format): boolean =>
  !traits.some((trait) => trait === 'page' || trait === 'picture' || trait === 'data');

/** The end of the name of a file. */
const endsIn = (suffixes: readonly string[]): RegExp => new RegExp(`\\.(?:${suffixes.join('|')})$`, 'iu');

const suffixesOf = (formats: readonly Format[]): string[] => formats.flatMap(({ suffixes }) => suffixes);

/** @param formats whose files may carry a report */
export const linkWords = (formats: readonly Format[]): LinkWords => ({
  // 2023年政府信息公开工作年度报告, 2010年政府信息公开工作总结 (until 2012 or so), 信息公开年报, 年度信息公开工作情况报告
  report: new RegExp(
    `${DISCLOSURE}(?:工作)?(?:情况)?(?:的)?(?:年度)?(?:工作)?(?:情况)?(?:报告|年报)|年报.{0,4}${DISCLOSURE}|(?:政府)?信息公开(?:工作)?(?:年度)?(?:工作)?总结`,
    'u',
  ),
  anyReport: /年度?(?:工作)?报告|年报|信息公开/u,
  cutReport: new RegExp(`${DISCLOSURE}[^。]{0,6}(?:\\.{2,}|…+)$`, 'u'),
  announcement: new RegExp(
    `(?:发布|公布|公开).{0,30}${DISCLOSURE}(?:工作)?(?:年度报告|年报)》?的(?:公告|通告|通知)$`,
    'u',
  ),
  not: [
    {
      reason: 'other-report',
      pattern:
        /法治(?:政府|建设)|政府工作报告|网站(?:工作|监管|监测)|企业年(?:报|度)|财务|审计|质量年报|环境(?:状况|质量|信息)|国有资产|统计(?:年报|年鉴|公报)|年鉴|绩效|党务公开|村务公开|校务公开|发展报告/u,
    },
    { reason: 'budget', pattern: /决算|预算|收支|三公|经费/u },
    { reason: 'guide', pattern: /指南|目录|条例|制度|规定|办法|细则|流程/u },
    { reason: 'explanation', pattern: /解读|图解|一图|读懂|问答|说明(?:会|书)?$|报表说明|填报/u },
    { reason: 'form', pattern: /格式|模板|样表|样式|范本|申请表|报表/u },
    {
      reason: 'notice',
      pattern:
        /(?:做好|编制|报送|开展|加强|推进|印发).{0,40}(?:通知|意见|方案|函)|(?:通知|通报|要点|方案|意见)$/u,
    },
    { reason: 'news', pattern: /培训|会议|座谈|部署|推进会|考核|评估|测评|自查|自评|整改|检查/u },
    { reason: 'draft', pattern: /征求意见|草稿|(?:初|讨论|审议|送审)稿/u },
    { reason: 'comparison', pattern: /对比|比较|同比|汇总分析/u },
    { reason: 'work-summary', pattern: /(?<!信息公开(?:工作)?(?:年度)?(?:工作)?)(?:工作)?(?:总结|计划)/u },
  ],
  column: new RegExp(
    `^(?:[\\p{L}\\p{N}]{0,14}?)(?:${DISCLOSURE}(?:工作)?(?:的)?(?:年度报告|年报)|(?:部门|乡镇|街道|镇街|单位|各县区?|县区|市直|历年|本级|基层)[^,。]{0,8}(?:年度报告|年报)|^(?:年度报告|年报|公开年报))(?:专栏|列表|汇总|公开|集中|查询|栏目)?$`,
    'u',
  ),
  leadsToColumn:
    /^(?:法定主动公开内容|(?:政府|政务)信息公开(?:专栏|平台)?|(?:信息|政务)公开(?:专栏|平台)?)$/u,
  yearOnly:
    /^(?:[(【[])?(?:20\d\d|二[〇○零]一?[〇○零一二三四五六七八九十]{1,2})年?度?(?:年报)?(?:[)】\]])?$/u,
  body: new RegExp(`^[\\p{Script=Han}·]{2,24}(?:${BODY_END}|公司|大队|支队|总队|社|区)$`, 'u'),
  // Behind it comes the year or the subject; what talks about reports begins with words of its own.
  leadingBody: new RegExp(
    `^(?:20\\d\\d年?度?)?(?!关于|图解|一图|解读|转发|印发|召开)[\\p{Script=Han}·()、]{1,40}(?:${BODY_END}|公司|大队|支队|总队|社|区|站|所|馆|队)(?:\\([\\p{Script=Han}、]{2,20}\\))?(?=20\\d\\d|二[〇○零]|(?:政府|政务)?(?:信息|政务)公开)`,
    'u',
  ),
  nextPage: /^(?:下一?页|后一?页|next|[>›»]{1,2}|下一页[>›»]{1,2}|尾页|末页|最后一页|last)$/u,
  // gkndbg 公开年度报告, zfxxgknb 政府信息公开年报, ndbg 年度报告
  path: /(?:^|[/_-])(?:gkndbg|gknb|xxgknb|xxgkndbg|zfxxgknb|zfxxgkndbg|zfxxgkgzndbg|xxgkgzndbg|ndbg|nianbao)(?:[/_.-]|\d|$)/iu,
  file: endsIn(suffixesOf(formats.filter(isFileFormat))),
  // GIFs on pages are ornaments.
  picture: endsIn(
    suffixesOf(formats.filter(({ traits }) => traits.includes('picture'))).filter((each) => each !== 'gif'),
  ),
  download:
    /(?:^|\/)(?:download|downloadfile|downfile|attach(?:ment)?s?|filedown(?:load)?)(?:\.\w{2,4})?(?:[/?]|$)/iu,
  notAttachment:
    /申请表|阅读器|浏览器|客户端|使用(?:手册|帮助|说明)|操作手册|插件|控件|指南|目录|流程图|二维码|安装包/u,
  attachment:
    /信息公开|年度报告|年报|^附件|^下载|点击(?:下载|查看|浏览)|文件下载|^(?:本文)?(?:word|pdf|docx?|wps)(?:版|文档|下载)?|^查看|全文/u,
  frame:
    /^(?:nav|navbar|menu|mainnav|topnav|header|head|footer|foot|bottom|sidebar|related|hot|recommend|friendlink|yqlj|links|crumb|crumbs|breadcrumb|position|dqwz|location)$/u,
});

/** Met in the wild: Java and PHP sessions, campaign marks, and what share buttons add. */
export const addressNoise: AddressNoise = {
  params: new Set(
    (
      'jsessionid phpsessid aspsessionid sessionid session_id sid_token utm_source utm_medium utm_campaign utm_content utm_term ' +
      'spm from_source isappinstalled timestamp _t _r nsukey'
    ).split(' '),
  ),
  path: /;(?:jsessionid|phpsessid|sid)=[^/?#;]*/giu,
};
