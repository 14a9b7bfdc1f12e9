/**
 * Words that many fact patterns share. Strings of regular expressions over skeleton sentences (see `FactPattern`).
 */

/** Between a noun and its number: 政府信息[总数为]120条. */
export const LINK =
  '的?(?:总数量|总数|总量|总条数|总件数|数量|条数|件数|数|总)?(?:共计|总计|合计|累计|共有|总共|共|计)?(?:分别)?(?:为|是|达到|达|有)?';

/** Before 信息: words that do not narrow it to a topic. */
export const ANY_KIND = '(?:各类|各种|各项|全部|相关|有关|本级|的)*';

export const GOVERNMENT_INFORMATION = `${ANY_KIND}(?:政府|政务)信息`;
export const INFORMATION = `${ANY_KIND}(?:政府|政务)?信息`;

/** Plans, duties and targets are no facts. Read from the start of the sentence. */
export const PLANS: readonly string[] = [
  '下一步|下步|今后|来年|明年|下一年度?(?!办理|继续)|力争|争取|预计|不少于|不低于|不得少于|至少',
  '拟(?:于|定|公开|开展|举办|召开|组织)',
  '计划(?:在|于|到|开展|举办|召开|发布|公开|组织|全年)',
  '将(?:进一步|继续|全面|力争|主动|举办|组织|召开|发布|公开|开展|制定|受理|新增|不断|于)',
  '要求(?:各|全|每|其|辖区|所属|单位|部门)',
  '目标(?:为|是|数)',
  '如果|假如|倘若|如需|如有',
];

/** In the clause itself: rates, comparisons and rules are no counts of the year. */
export const NO_COUNTS: readonly string[] = [
  '每(?:年|月|季|半年|周|个|家|件|次|条|人|期)',
  '(?:较|比|与)(?:上年|去年|上一年|上年度|同期|20\\d\\d年)|同比|环比',
  '(?<![共总合累统])计#',
  '(?:增加|增长|减少|下降|上升|提高|多|少)(?:了|到|至)?#',
];

/** One rung of the administration below the body that reports, unless the clause says the whole: 全县各乡镇. */
export const SHARE_OF_SOME =
  '^(?!.*(?:全[县市区省镇州旗盟局街乡]|我[县市区省镇州旗局委办]|辖区|本级及)).*' +
  '(?:各?乡镇|镇办|镇街|各镇|各乡|各?街道|各部门|各单位|各局|各科室|各村|县直|区直|市直|省直|所属|下属|督促|指导)';

/** A carrier of information. */
export const CHANNEL =
  '网站|微博|微信|新媒体|公众号|公报|公开栏|公告栏|公示栏|宣传栏|显示屏|电子屏|电视|报刊|报纸|广播|查阅|图书馆|档案馆|服务中心|便民|头条|抖音|客户端';

/** All carriers together: 网站、微信等平台, 多种渠道. Two that are named (微博、微信) are a joint share. */
export const SEVERAL_CHANNELS =
  `(?:${CHANNEL})[^,;:公发]{0,40}(?:等|以?及其[他它]|和其[他它])[^,;:]{0,6}(?:平台|渠道|方式|载体|途径|形式|媒体|媒介)|` +
  `(?:${CHANNEL})(?:平台|号)?等(?=多|主动|公开|向|对外|依法|,)|(?:多种|各种|各类|多个)(?:方式|渠道|平台|载体|途径|形式)`;

/** Not the 未 of 未来, not the 无 of a place name. */
export const NOT =
  '(?:没有|从未|尚未|均未|并未|暂未|未曾|未(?!来|成年|经|按|能|及时|予|必|完)|没(?!收)|' +
  '无(?=因|被|发生|产生|引发|涉及|有关|关于|针对|任何|政府信息|信息公开|依申请|行政|收|接|受理))';

/** The prose speaks of disclosure, and not of the agency's other business. */
export const ABOUT_DISCLOSURE = '信息公开|政务公开|依申请|公开申请|申请公开|公开政府信息|信息处理费';

/** How a request may arrive. */
export const IN_PERSON = '当面|现场|上门';
export const ONLINE = '网上|网络|在线|互联网';
export const BY_LETTER = '信函|(?<!收到|受理|接到|均为|都是|有效)书面(?!形式|提出)|邮寄|来信|信件';
export const BY_FAX = '传真';
export const REQUEST_CHANNEL = `${IN_PERSON}|${ONLINE}|${BY_LETTER}|${BY_FAX}|邮件|邮箱|平台申请|渠道`;

/** Labels of the forms that read like a denial: 没有现成信息需要另行制作, 未经复议直接起诉. */
export const FORM_LABELS =
  '现成信息|另行制作|正当理由|不补正|未经复议|尚未审结|不再处理|未按收费|\\d{7}|第三项加';
