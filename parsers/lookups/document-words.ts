import type { DocumentWords } from '../../src/model/header-lookups.js';
import { radicalFolds } from './radical-folds.js';

/**
 * The words around a report: how titles, signatures, dates and addresses are printed.
 * Patterns run over folded text (see `foldText`): no white space, half-width signs, "-" for every dash, "|" between cells.
 */

const NUMERAL_YEAR = '[二2][〇○零0OoО][〇○零一二三四五六七八九0-9OoО]{2}';
const YEAR = `(?:(?:19|20)\\d{2}|${NUMERAL_YEAR})(?:年度|年|度)?`;

/** 政府信息公开工作年度报告, and the ways in which bodies vary it. */
const DOCUMENT =
  '(?:政府信息|政务信息|环境信息|政府|政务|信息)公开(?:(?:和|与|及|暨)(?:政务|政府信息|信息)公开)?(?:工作)?' +
  `(?:情况)?(?:\\(?${YEAR}\\)?)?(?:工作)?(?:情况)?的?(?:年度|年)?(?:工作)?(?:情况)?的?(?:总结|统计)?(?:报告|年报|总结)`;

// Without a space the time follows at once: 2021-01-2709:32.
const DAY =
  '\\d{4}年\\d{1,2}月\\d{1,2}[日号]?|\\d{4}-\\d{2}-\\d{2}(?=\\d{2}:\\d{2})|\\d{4}[-./]\\d{1,2}[-./]\\d{1,2}(?!\\d)';
const NUMERAL_DAY = `${NUMERAL_YEAR}年(?:[元一二三四五六七八九十]{1,3}|\\d{1,2})月(?:[一二三四五六七八九十]{1,3}|\\d{1,2})[日号]`;
const DATE = `(?:${DAY}|${NUMERAL_DAY})`;
/** 2016年12月30日 that lost its signs: 20161230日, 201611日. */
const DAMAGED = '(?:19|20)\\d{4,6}日';

const NAME = '[^,。;:、()|《》“”"\\[\\]]{2,40}?';
const PHONE =
  '(?:\\(?0\\d{2,3}\\)?[- ]{1,3}\\d(?: ?\\d){6,7}|\\(0\\d{2,3}\\)\\d{7,8}|0\\d{9,11}|1[3-9]\\d{9}|\\d{7,8})(?!\\d)(?:[-转]\\d{1,5}(?!\\d))?';
// Bounded: a page may hold long runs of base64.
const EMAIL = '[A-Za-z0-9][A-Za-z0-9._+-]{0,60}@[A-Za-z0-9-]{1,60}(?:\\.[A-Za-z0-9-]{1,60}){1,5}';
const URL = '(?:https?://|www\\.)[A-Za-z0-9./_~%?=&#:-]{0,200}[A-Za-z0-9/]';
const ADDRESS = '(?:[^,;。|()、]|\\([^()]*\\)){3,60}?';
const ADDRESS_STOP =
  '(?=[,;。|)]|[、(]?(?:邮政编码|邮编|联系电话|咨询电话|办公电话|电话|传真|电子|发布:|P\\.C\\.|Tel|E-?mail|联系人|联系方式|网址|[一二三四五六]、)|$)';

const TRADITIONAL = '時間開報務區縣總體況動關機構設團員會議訴訟複處辦廳發佈電話編碼傳郵請題號標單';
const SIMPLIFIED = '时间开报务区县总体况动关机构设团员会议诉讼复处办厅发布电话编码传邮请题号标单';

const pattern = (source: string, flags = 'g') => new RegExp(source, flags);

export const documentWords: DocumentWords = {
  characterFolds: new Map([
    ...radicalFolds,
    ...[...TRADITIONAL].map((character, index) => [character, SIMPLIFIED[index]!] as const),
  ]),
  radicalFolds,
  noise: [
    // Bold type of Markdown around labels and names: **发布单位** 某局. 20**年 is a blank to fill in.
    /(?<!\d)\*\*(?!\*|年)/g,
    // A year, a month and a day in single digits: 2 0 2 1 年 1 2 月.
    /(?<=(?<![\d０-９])[12](?:[ \u3000]{1,3}\d){0,2})[ \u3000]{1,3}(?=\d(?:[ \u3000]{1,3}\d){0,2}[ \u3000]{0,3}年)/g,
    /(?<=年[ \u3000]{0,3}1)[ \u3000]{1,3}(?=[0-2][ \u3000]{0,3}月)|(?<=月[ \u3000]{0,3}[123])[ \u3000]{1,3}(?=\d[ \u3000]{0,3}日)/g,
    // Word bookmarks that converters print: [bookmark: _GoBack]
    /\[bookmark:[^\]\n]*\]/g,
    // Hijacked mirrors glue the reading behind a character: 機(jī)構(gòu). A tone mark sets it apart from (app).
    /(?<=\p{Script=Han})[（(][a-z]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]*[）)]/gu,
  ],
  title: {
    pattern: pattern(`^([^。;!?|,]{0,60}?)(${DOCUMENT})(?:的报告)?(?:\\([^()]{0,20}\\))?[》”"]?,?$`, ''),
    opening: pattern(
      `^([^。;!?|,]{0,60}?)(${DOCUMENT})(?=本报告|本年报|根据|按照|依据|现将|为贯彻|为认真|为进一步)`,
      '',
    ),
    inline: pattern(`^(?:关于)?${YEAR}${DOCUMENT}`, ''),
    bare: pattern(`^${YEAR}(?:年度)?(?:工作)?(?:年报|年度报告)$`, ''),
    label:
      /^(?:"?(?:doc|art|info)?[Tt]itle"?:"?|.{0,120}(?:时效(?:性)?|关键词|文号|(?:信息|文件|公文)?(?:标题|名称|题名)):?|主题:|(?:信息|文件|公文)?(?:标题|名称|题名):)?(?:报送|转发)?[《“"]?/,
    mention:
      /(?:栏目|频道|分类|类别|目录|专栏)[:|]|^(?:索引号|当前位置|您?(?:现在|当前|所在)的?位置|首页|附件|上一[篇条]|下一[篇条]|相关|链接|原文|本地目录|来源|分享|内部资料|(?:发布|公开|编报|编制|填报|报送|发文|制发)(?:单位|机构|机关|部门|主体|日期|时间|方式)|主题分类|(?:生成|成文)日期|根据|按照|第[一二三四五六七八九十\d]+篇|关于(?:做好|印发|报送|开展|编制))|>|\.(?:docx?|pdf|wps|xlsx?)/i,
    siteSuffix: pattern(
      `(?:(?:[-_|]|(?:信息|文章)?来源:|(?:发布)?(?:时间|日期):|作者:).{2,40}|\\(?${DATE}\\)?.{0,30})$`,
      '',
    ),
    note: /\((?:更正版?|修订版?|修正版?|修改版|更正后|已发布|已公开|已上传|定稿|终稿|全文|正文|公开版|网络版|网页版|打印版|电子版)\)$/,
    metadata: ['ArticleTitle', 'articletitle', 'og:title', 'title', 'Title', 'dc.title'],
  },
  year: pattern(`(?<!\\d)(?:((?:19|20)\\d{2})(?!\\d)|(${NUMERAL_YEAR}))(?:年度|年|度)?`),
  issuer: {
    patterns: [
      {
        source: 'opening',
        strong: true,
        pattern: pattern(
          `由(${NAME})(?:负责|组织|汇总|具体|统一|牵头)*(?:编制|编写|撰写|起草|汇编|汇总|整理)`,
        ),
      },
      { source: 'opening', strong: true, pattern: pattern(`由(${NAME})(?:根据|按照|依据)《`) },
      { source: 'opening', strong: true, pattern: pattern(`(?:公布|发布)(${NAME})${YEAR}${DOCUMENT}`) },
      {
        source: 'opening',
        strong: true,
        pattern: pattern(`^(${NAME})${YEAR}${DOCUMENT}(?:是|根据|由|全文|依据)`),
      },
      {
        source: 'opening',
        strong: true,
        pattern: pattern(
          `(?:^|[,。|])(${NAME})(?:\\(以下简称[^()]{2,20}\\))?(?:依照|依据|根据|按照|遵照)[^。,]{2,30}(?:,|要求|规定|部署)*(?:编制|编写|发布|公布|形成|撰写)`,
        ),
      },
      {
        source: 'opening',
        strong: true,
        pattern: pattern(
          `(?:^|[,。])(${NAME})(?:现将|现向社会|现公布|特向社会|特编制|编制了|编制完成|编制本|编制发布)`,
        ),
      },
      {
        source: 'opening',
        strong: true,
        pattern: pattern(`(?:^|[,。])现将(${NAME})(?:关于)?${YEAR}${DOCUMENT}`),
      },
      {
        source: 'opening',
        strong: true,
        pattern: pattern(`(?:^|[,。|])(${NAME})(?:现)?将${YEAR}${DOCUMENT}`),
      },
      {
        source: 'first sentence',
        strong: false,
        pattern: pattern(
          `^(?:${YEAR}以?来?,)?(?:在[^。,]{2,30}下,)?(${NAME})(?:认真|坚持|严格|深入|积极|全面|切实|高度|紧紧|始终|持续|不断|牢牢|扎实|稳步|以)[^。]`,
        ),
      },
      {
        source: 'page',
        strong: true,
        pattern: pattern(
          `(?:^|[|:])(?:发布机构|发布单位|发布机关|公开机构|公开主体|公开单位|发文机关|制发机关|编制单位|编制机关|报告单位|填报单位|报送单位|发布部门|公开部门|责任部门|编报单位|编报机关|编制部门|报告机关|公开机关|发文单位|制发单位|填报机关|报送机关|信息发布机构)(?:[:|]{1,2}|(?<=^.{4,6}))(${NAME})(?=$|[|(]|索引号|公开日期|发布日期|公开时间|发布时间|成文日期|生成日期|编报时间|填报时间|文号)`,
        ),
      },
      {
        source: 'source line',
        strong: false,
        pattern: pattern(`^\\[?(?:信息来源|来源|单位|供稿单位):(${NAME})(?=$|[|(\\]])`),
      },
      {
        source: 'source line',
        strong: false,
        pattern: pattern(
          `(?:${DATE})(?: ?\\d{1,2}[:时]\\d{2}(?:[:分]\\d{2}秒?)?分?)?[|,]?(?:信息|文章|稿件)?来源:(${NAME})(?=$|[|(\\]【]|浏览|点击|阅读|字号|字体|访问|作者|编辑|打印|分享|责任|发布)`,
        ),
      },
      {
        source: 'source line',
        strong: false,
        pattern: pattern(
          `^"?(?:source|author|publisher|doc(?:Source|Author|Publisher)|organ|orgName|deptName|department)"?:"?(${NAME})"?,?$`,
          'gi',
        ),
      },
      {
        source: 'contact',
        strong: false,
        pattern: pattern(
          `联系[^。]{0,60}?[,:]((?!地址|邮编|电话)${NAME})(?=\\(|,?(?:地址|邮编|邮政编码|电话|联系电话|办公电话|传真)|,[^,。]{4,30},(?:邮编|邮政编码|电话))`,
        ),
      },
      {
        source: 'contact',
        strong: false,
        pattern: pattern(`请(?:径|直接)?(?:与|向|致电|联系):?(${NAME})(?:联系|反映|咨询|\\()`),
      },
    ],
    metadata: ['ContentSource', 'contentsource', 'publisher', 'Publisher'],
    relative: /^(?:[我该各此]|本(?!溪)|全(?![椒南州])|根据|按照)|(?:现将|有关|以下)/,
    placeless: /^(?:市(?!.{0,4}市)|区(?!.{0,4}区)|县(?!.{0,4}县)|省)/,
    suffix:
      /(?:政府|管委会|委员会|办公室|办公厅|[局厅委院署处办会所站馆社部台校所科]|中心|街道|[镇乡省市县区州盟旗]|支队|大队|总队|学校|大学|学院|公司|银行|兵团|法庭)$/,
    trim: /^(?:[^:]{0,16}(?:年报|报告|读懂|图解|全文|公示|公告|标题):|关于|《|“|"|公布|发布|正文|题目|[\d.、:-])+|(?:的|关于|上报|报送|呈报|印发|报告|《|》|:|-|度|年|本级)+$/g,
    generic:
      /人民政府|政府|办公室|办公厅|管理委员会|管委会|管理局|委员会|[局厅办委的()]|关于|中共|(?:政府信息|信息|政务)公开/g,
    place: /^((?:\p{Script=Han}{2,8}?)(?:自治[区州县旗]|[省市县区旗盟]))/u,
    prefix: /^(?:中共|中国共产党|中华人民共和国|国家税务总局|国家统计局|国家金融监督管理总局|共青团)+/,
    zone: /开发区|新区|高新区|高新技术|经开区|实验区|示范区|保税|工业区|园区|管理区|度假区|风景|景区|产业|试验区|合作区|自贸|林区|矿区|旅游区|港区|片区|新城|科技城|国际/,
    divisionEnding: /(?:\p{Script=Han}{0,6}族)*(?:自治[区州县旗]|[省市县区旗盟州])$/u,
  },
  openingYear: pattern(
    `(?<!\\d)((?:19|20)\\d{2})年度?(?:[^。,;:《》\\d]{0,12}?${DOCUMENT}|(?<=(?:公布|报告|汇报)\\d{4}年度?)(?:政府信息|政务|信息)公开)`,
  ),
  firstSentenceYear: /^((?:19|20)\d{2})年度?(?:以来)?,/,
  bodyYear: /(?<!\d)((?:19|20)\d{2})年(?=[,度我全以来本])/g,
  period: {
    patterns: [
      pattern(
        `(?:统计|数据|数字|期限|时限|周期|起止|报告期|起自)[^。]{0,40}?(?<start>${DATE}|${DAMAGED})(?:零时|0时)?(?:起|开始)?,?(?:止于|至|到|-|~|截[至止]到?|止)+(?<end>(?:同年|当年|本年)?(?:\\d{1,2}|[一二三四五六七八九十]{1,3})月(?:\\d{1,2}|[一二三四五六七八九十]{1,3})日|${DATE}|${DAMAGED})`,
      ),
      pattern(`^\\(?(?<start>${DATE})起?(?:至|到|-|~)+(?<end>${DATE})\\)?$`, 'gm'),
      pattern(`(?<start>${DAMAGED})起?(?:至|到|-|~)(?<end>${DAMAGED})`),
      pattern(
        `(?<start>\\d{4}年0?1月0?1日?|\\d{4}[-./]0?1[-./]0?1)(?:起|开始)?(?:至|到|-|~|截[至止]到?)+(?<end>(?:同年|当年|本年)?12月31日|\\d{4}年12月31日|\\d{4}[-./]12[-./]31)`,
      ),
    ],
    yearless: pattern(
      '(?<![年\\d])(?<start>\\d{1,2}月1日)(?:起|开始)?(?:至|到|-|~|截[至止]到?)+(?<end>12月31日)',
    ),
    start: pattern(`数据[^。\\d]{0,8}(?<start>${DATE}|${DAMAGED})(?:以来|起|开始)`),
    end: pattern(`数据[^。\\d]{0,8}截[止至][^。\\d]{0,6}(?<end>${DATE}|${DAMAGED})`),
  },
  published: {
    labels: [
      {
        rank: 1,
        pattern: pattern(
          `(?:发布时间|发布日期|发表日期|发稿时间|上网时间|上传时间|登载日期|信息时间|公开日期|公开时间|发表时间|公布日期|公布时间)[:|\\[]{0,2}(${DATE})`,
        ),
      },
      { rank: 1, pattern: pattern(`(?:发布|发表|刊登|上传)于[:|]{1,2}(${DATE})`) },
      {
        rank: 2,
        pattern: pattern(`(?:(?<!页面)生成日期|成文日期|发文日期|印发日期|形成日期)[:|\\[]{0,2}(${DATE})`),
      },
      {
        rank: 2,
        pattern: pattern(
          `(?<![A-Za-z])(?:(?:doc|art)?_?(?:pub|publish|release|issue)(?:ed|lish)?_?(?:time|date|at|on)|date|docreltime)"?:"?(${DATE})`,
          'gi',
        ),
      },
      {
        rank: 3,
        pattern: pattern(
          `(?:(?:(?<![\\p{Script=Han}A-Za-z])|(?<=年度报告|年报|总结|\\d号))(?:发布|公开|发布于)|发布日期Date)[:|]{0,2}(${DATE})`,
          'gu',
        ),
      },
      {
        rank: 3,
        pattern: pattern(`(${DATE})(?:发布|公布|公开|印发)(?=[)\\]])`),
      },
      { rank: 5, pattern: pattern(`(?:更新时间|更新日期|最后更新)[:|\\[]{1,2}(${DATE})`) },
      {
        rank: 5,
        pattern: pattern(
          `(${DATE}) ?\\d{1,2}[:时]\\d{2}(?:[:分](?:\\d{2}秒?)?)?(?=[[(|]?(?:信息|文章)?(?:来源|作者|编辑|点击|浏览|阅读))`,
        ),
      },
      {
        rank: 4,
        pattern: pattern(
          `(?<!填报|填表|编报|编制|审核|报送|制表|采集|抓取|截止|截至|更新|访问|统计|办理|工作|开放|上班|成立|办公|生成|页面|当前|答复|受理|申请|期限|系统|服务|会议|培训|登录|今天)(?:日期|时间|PubDate)[:|\\[]{1,2}(${DATE})`,
        ),
      },
    ],
    behindTitle: pattern(`^[(【[]?(${DATE})(?=[)】\\]|]| ?\\d{1,2}[:时]|来源|作者|发布|浏览|点击|$)`, ''),
    line: pattern(
      `^([\\[(*]*)(${DATE})(?=[\\])*]| ?\\d{1,2}[:时]\\d{2}|作者|来源|信息来源|文章来源|稿源|责编|编辑|办公室|阅读|点击|浏览|访问|字号|字体|打印|【|\\||·|发布|$)`,
      '',
    ),
    metadata: ['PubDate', 'pubdate', 'PublishDate', 'publishdate', 'article:published_time', 'dc.date'],
    dateLine: pattern(`^\\(?(${DATE}|(?:19|20)\\d{6}日?)\\)?[。]?$`, ''),
    signature: pattern(`^\\(?(${NAME})[,、]?(?:\\((?:公?章|盖章|印章)\\))?\\(?(${DATE})\\)*[。]?$`, ''),
    seal: /\((?:公?章|盖章|印章?)\)$/,
  },
  footer: /主办单位|承办单位|主办:|承办:|版权所有|技术支持|网站标识码|ICP备|公网安备|网站地图/,
  contact: {
    address: [
      pattern(
        `(?<!邮箱|邮件|网|网站|IP|网络|登录|访问|下载|mail)(?:联系地址|通[讯信]地址|办公地址|详细地址|单位地址|地址|Address)[:|为是]+(${ADDRESS})${ADDRESS_STOP}`,
      ),
      pattern(`(?:来信|来函|信函|信件|邮寄|寄送|请寄)(?:请寄)?[至到](${ADDRESS})${ADDRESS_STOP}`),
    ],
    postcode: [pattern('(?:邮政编码|邮政编号|邮编|P\\.?C\\.?|Postcode)[:|为是]*(\\d{6})(?!\\d)')],
    phone: [
      pattern(
        `(?<!监督|举报|投诉|热线|传真|技术|报警|值班)(?:联系电话|咨询电话|办公电话|电话号码|电话|联系方式|Tel)(?:(?:/|及|、|\\()传真\\)?)?[:|为是]*(${PHONE})`,
      ),
      pattern(`联系[^。]{0,40}?\\((${PHONE})\\)`),
      pattern(`(?:致电|拨打)(${PHONE})`),
    ],
    fax: [pattern(`(?:传真|Fax)(?:电话|号码)?\\)?[:|为是]*(${PHONE})`)],
    email: [pattern(`(?:邮箱|邮件|mail)(?:地址)?[:|为是]*(${EMAIL})`, 'gi'), pattern(`(${EMAIL})`)],
    website: [
      pattern(`(?:网址|网站|门户|平台|网|专栏|下载)[^。;]{0,30}?(${URL})`),
      pattern('网址[:|为是]+([A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+(?:/[A-Za-z0-9./_~%?=&#-]*)?)'),
    ],
  },
};
