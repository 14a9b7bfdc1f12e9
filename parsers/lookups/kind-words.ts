import type { KindLookups } from '../../src/model/header-lookups.js';

/** What tells a report from the other things that scrapers bring home. Patterns run over folded text. */
export const kindWords: KindLookups = {
  errorPage:
    /40[34](?:错误|NotFound|notfound|页面|Forbidden|-|$)|HTTP(?:Status|错误)|页面(?:不存在|未找到|已删除|找不到|走丢)|您访问的(?:页面|文章|内容)|访问(?:过于频繁|受限|被拒绝|异常)|安全验证|人机验证|滑动验证|验证码|请(?:开启|启用)?JavaScript|JavaScript(?:isdisabled|required)|Justamoment|正在(?:跳转|验证|加载)|浏览器安全检查|服务器(?:错误|繁忙)|BadGateway|ServiceUnavailable|WAF/i,
  ruined: /锟斤拷|烫烫烫|屯屯屯|[\ufffd]{3}|Ã[\u0080-\u00bf¤¥¦]|â€|ï¿½/,
  essays: [
    /范文/,
    /(?:精选|通用|合集|汇编|共|收集|整理)了?[(]?[\d一二三四五六七八九十]+篇|[\d一二三四五六七八九十]+篇[)]?(?:汇总|合集|精选|范文)/,
    /(?:为(?:大家|您|你)|给大家)(?:精心)?(?:整理|搜集|收集|带来|精选|推荐)/,
    /小编|写作灵感|参考借鉴|仅供参考|欢迎(?:大家)?(?:阅读|参考|下载)/,
    /第[一二三四五六七八九十\d]+篇[::]?|篇[一二三四五六七八九十][::]/,
    /20(?:xx|XX|\*\*|××)年/,
  ],
  headlines: [
    {
      reason: 'a notice about reports',
      pattern: /(?:年度报告|年报|信息公开).{0,30}的?(?:通知|通报|函|方案|要点|公告|意见)$/,
    },
    {
      reason: 'a form or a guide for reports',
      pattern: /(?:年度报告|年报).{0,10}(?:格式|模板|样式|样表|填报说明|编制指南|范本|填表说明)/,
    },
    {
      reason: 'a self-inspection',
      pattern:
        /(?:信息|政务)公开.{0,20}(?:自查|自检|自评|整改|检查|测评|评估)(?:情况)?(?:工作)?(?:的)?(?:报告|总结|情况)$/,
    },
    {
      reason: 'a comparison of years',
      pattern: /(?:年度报告|年报|信息公开).{0,20}(?:对比|比较|同比)|(?:对比|比较)(?:表|分析)$/,
    },
    { reason: 'a guide or a regulation', pattern: /信息公开.{0,6}(?:指南|条例|目录|制度|规定|办法|细则)$/ },
    {
      reason: 'news about reports',
      pattern: /(?:解读|(?:已|集中|全部)(?:发布|公布)|培训会?|座谈会|推进会|工作会议?)$/,
    },
    { reason: 'a list of reports', pattern: /(?:年度报告|年报)(?:列表|汇总|专栏|栏目)$/ },
  ],
  strangers: [
    {
      reason: 'a model to fill in',
      pattern:
        /[(【[](?:示例|示范|样例|范例|样本|模板)[)】\]]|填写示范|示范文本|参考文本|某[县市区镇乡街](?:某|人民)|^某(?:单位|局|县|市|区)/,
    },
    { reason: 'a draft', pattern: /讨论稿|征求意见稿|起草中|未定稿|草稿|送审稿|请勿外传|审阅稿/ },
    {
      reason: 'figures of a part of the year',
      pattern:
        /第?[一二三四1-4]季度.{0,16}(?:信息|政务)公开|[上下]半年.{0,16}(?:信息|政务)公开|(?:年|^)(?:1[-至])?\d{1,2}月份?(?:全[市县区])?(?:政府)?(?:信息|政务)公开/,
    },
    { reason: 'the report of a school', pattern: /\d{4}(?:-\d{2,4})?学年.{0,8}信息公开/ },
    {
      reason: 'the report of an enterprise',
      pattern: /(?:国有企业|企业|公司).{0,12}(?<!政府)信息公开.{0,6}报告/,
    },
    {
      reason: 'a comparison of years',
      pattern:
        /20\d\d年?(?:度)?(?:与|和|、|[-至])20\d\d年.{0,24}(?:对比|比较|信息公开)|(?:数据|情况)(?:对比|比较)/,
    },
  ],
  paper: [/^[*【[]*(?:内容)?摘要/, /^[*【[]*关键[词字]/],
  spam: /棋牌|百家乐|彩票|博彩|投注|真人娱乐|捕鱼|电竞|六合彩|返利|首充|裸聊|体育下载|快三/g,
  collection: /范文|参考文本|汇编|合集|精选|请勿(?:直接)?照抄/,
  article: /^第[一二三四五六七八九十百]{1,4}条(?!第?[(])/,
  placeholder:
    /[×xX*＊_]{2,}(?:年|县|市|区|局|单位|政府|镇|乡|街道|部门)|20[×xX*_]{2}|(?:单位|部门)名称[)）]?政府信息公开/,
  subject: /(?:政府|政务)信息|(?:信息|政务)公开/,
  formLabels: [
    '第二十条第',
    '信息内容',
    '行政规范性文件',
    '规范性文件',
    '行政许可',
    '行政处罚',
    '行政强制',
    '行政事业性收费',
    '本年新收政府信息公开申请数量',
    '上年结转政府信息公开申请数量',
    '本年度办理结果',
    '予以公开',
    '部分公开',
    '不予公开',
    '无法提供',
    '不予处理',
    '其他处理',
    '结转下年度继续办理',
    '未经复议直接起诉',
    '复议后起诉',
    '结果维持',
    '结果纠正',
    '尚未审结',
    '属于国家秘密',
    '其他法律行政法规禁止公开',
    '保护第三方合法权益',
    '重复申请',
  ],
  coreRoles: ['overview', 'proactive', 'applications', 'review', 'problems', 'fees'],
};
