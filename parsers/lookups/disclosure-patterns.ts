import { factList, type PatternOf } from './fact-list.js';
import {
  ANY_KIND,
  CHANNEL,
  GOVERNMENT_INFORMATION,
  INFORMATION,
  LINK,
  NO_COUNTS,
  PLANS,
  SEVERAL_CHANNELS,
  SHARE_OF_SOME,
} from './fact-words.js';

/** What was published, and how it was explained. */

const PIECES = ['条', '件', '项', '份', '篇', '则'];

/** 公开A、B、C等: the topics of one total. */
const TOPICS = '公开(?:了)?(?=[^,;:#]*、)[^,;:#]{4,120}';
const WHOLE_YEAR = '(?:全年|年度|年内|当年|今年|总计|累计|共)';
const HOW = '(?:审核|对外|主动|依法|及时|向社会|新增|累计|共计|共|已)*';

/** 公开某某局的政府信息, 申请公开政府信息, 不予公开信息: other things than what was published on one's own motion. */
const OTHER_DISCLOSURE = [
  '依申请|申请|要求',
  '应当?(?:主动)?公开|其[他它](?:应|需|主动|各类)',
  '不予|免予|暂不|不宜|部分公开|不公开|未公开|未主动',
  '公开[^,;:#]{0,30}(?:政府|办公室|局|委|中心|镇|街道|部门|单位)[^,;:#、]{0,3}的(?:各类)?(?:政府|政务)?信息',
];

const CHANNEL_ALONE = `^(?!.*(?:${SEVERAL_CHANNELS})).*(?:${CHANNEL})`;
const BY_CHANNEL_ALONE = `^(?!.*(?:${SEVERAL_CHANNELS})).*(?:通过|利用|依托|借助|运用|发挥|在)[^,;:#]*(?:${CHANNEL})`;

const VERB = '(?:全年|当年|年内|累计|共计|共|主动|及时|向社会|对外|已|上)*(?:主动)?';
/** 微信公众号 ... 公开政府信息#. */
const published = (channel: string): string[] => [
  `(?:${channel})${VERB}(?:公开|发布|公布|推送|推出|刊登|刊载)(?:了)?${GOVERNMENT_INFORMATION}${LINK}#`,
  `(?:${channel})${VERB}主动公开${INFORMATION}${LINK}#`,
  `(?:${channel})${VERB}公开(?:信息)?${LINK}#`,
];

const channelPattern = <Id extends string>(
  id: Id,
  label: string,
  channel: string,
  others: string,
): PatternOf<Id> => ({
  id,
  label,
  units: PIECES,
  shapes: published(channel),
  doubtful: [`(?:${channel})${VERB}(?:发布|推送|刊登|刊载)(?:了)?${ANY_KIND}信息${LINK}#`],
  bare: [`(?:^|[,;:、#和及])(?:政务|政府|官方|门户)*(?:${channel})(?:平台)?${LINK}#`],
  unless: [...NO_COUNTS, ...OTHER_DISCLOSURE, others, SHARE_OF_SOME],
  unlessEarlier: [...PLANS],
  asPart: true,
  partOf: 'disclosed.total',
});

export const disclosurePatterns = factList([
  {
    id: 'disclosed.total',
    label: '主动公开政府信息数',
    units: PIECES,
    shapes: [
      `主动(?:向社会|对外)?公开(?:了)?${INFORMATION}${LINK}#`,
      `公开(?:了)?${GOVERNMENT_INFORMATION}${LINK}#`,
      `(?:全年|新增|总共|累计|合计|总计|共)${HOW}(?:公开|发布)(?:了)?${ANY_KIND}(?:公开)?(?:政府|政务)?(?:公开)?信息${LINK}#`,
      `${WHOLE_YEAR}${HOW}${TOPICS}(?:等|及|以及|和)(?:各类|各项|各种|其他|其它|相关)*(?:政府|政务)信息${LINK}#`,
      `(?:方式|渠道|平台|途径)(?:主动)?(?:向社会|对外)${TOPICS}(?:等|及|以及|和)(?:各类|各项|各种|其他|其它|专题)+信息${LINK}#`,
      `(?:全年|总共|累计|共)${HOW}(?:公开|发布)(?:了)?#${INFORMATION}`,
      `主动公开(?:了)?#${GOVERNMENT_INFORMATION}`,
      `(?:政府|政务)信息主动公开${LINK}#`,
    ],
    doubtful: [
      `${TOPICS}(?:等|及|以及|和)(?:各类|各项|各种|其他|其它|相关)*(?:政府|政务)信息${LINK}#`,
      `主动公开(?:信息)?${LINK}#`,
    ],
    unless: [...NO_COUNTS, ...OTHER_DISCLOSURE, SHARE_OF_SOME, CHANNEL_ALONE, '主要公开|解读|视频|文章'],
    unlessLead: [BY_CHANNEL_ALONE],
    unlessEarlier: [...PLANS],
    asPart: false,
  },
  {
    // 累计公开900条, 其中本年新增120条: the part is the year's total.
    id: 'disclosed.total',
    label: '主动公开政府信息数',
    units: PIECES,
    shapes: [
      `累计(?:主动)?公开[^。]{0,40}@[^。]{0,40}其中[,:]?(?:本年度?|今年|当年|20\\d\\d年度?)(?:新增)?的?(?:主动)?(?:公开)?(?:${INFORMATION})?${LINK}#`,
    ],
    unless: [...NO_COUNTS, ...OTHER_DISCLOSURE, SHARE_OF_SOME, CHANNEL_ALONE],
    unlessEarlier: [...PLANS],
    asPart: true,
  },
  {
    ...channelPattern(
      'disclosed.website',
      '通过政府网站公开政府信息数',
      '网站',
      '微博|微信|新媒体|公众号|公报|公开栏|电视|报刊|报纸|显示屏|网站(?:等|和|及(?!时)|、|与)',
    ),
    // 网站发布信息 without 政府 is the site's whole output, news included.
    doubtful: [`(?:通过|利用|依托|借助)[^,;:#]{0,20}网站[^;#]{0,40}公开${GOVERNMENT_INFORMATION}${LINK}#`],
  },
  channelPattern(
    'disclosed.wechat',
    '通过政务微信公开政府信息数',
    '微信(?:公众号|公众平台|平台|订阅号)?',
    '微博|网站|公报|客户端|短视频|微信(?:公众号|平台)?(?:等|和|及(?!时)|、|与)',
  ),
  channelPattern(
    'disclosed.weibo',
    '通过政务微博公开政府信息数',
    '微博(?:平台|账号)?',
    '微信|网站|公报|客户端|短视频|微博(?:等|和|及(?!时)|、|与)',
  ),
  channelPattern(
    'disclosed.gazette',
    '通过政府公报公开政府信息数',
    '公报',
    '微博|微信|网站|公报(?:等|和|及(?!时)|、|与)',
  ),
  channelPattern(
    'disclosed.other',
    '通过其他方式公开政府信息数',
    '其[他它](?:方式|途径|渠道|形式)',
    '(?:及|和|、|以及|与|等)其[他它]|网站|微博|微信',
  ),
  {
    id: 'normativeDocuments.issued',
    label: '制发规范性文件数',
    units: ['件', '份', '个', '部', '项'],
    shapes: [
      `(?:制定|制发|出台|印发|下发|制订|颁布)(?:并(?:主动)?(?:公开|发布|印发|公布))?(?:了)?(?:的)?(?:行政|本级|各类|政府)*规范性文件${LINK}#`,
      '(?:制定|制发|出台|印发|下发)(?:并(?:公开|发布|公布))?(?:了)?#(?:行政|政府)?规范性文件',
      `规范性文件制[发定]${LINK}#`,
    ],
    doubtful: [`发布(?:了)?(?:行政)?规范性文件${LINK}#`],
    unless: [
      ...NO_COUNTS,
      SHARE_OF_SOME,
      '废止|失效|清理|修[订改]|审[查核]|备案|现行|有效|解读|上级|草案|征求|转发|拟',
    ],
    unlessEarlier: [...PLANS],
    asPart: false,
  },
  {
    id: 'interpretations',
    label: '政策解读数',
    units: ['篇', '件', '条', '个', '份', '则', '项'],
    shapes: [
      `(?:发布|制作|公开|推出|开展|编发|形成|撰写|编制|上传)~(?:政策(?:性)?(?:文件)?|形式的?|文件)(?:政策)?解读(?:类)?(?:信息|材料|稿件|产品|文章|作品|文稿)?${LINK}#`,
      `(?:发布|制作|公开)(?:了)?(?:各类|政策)*解读类?(?:信息|材料|稿件|产品|文章)?${LINK}#`,
      `(?:^|[,;:、])政策解读类?(?:信息|材料|稿件|文章)?${LINK}#`,
      '(?:发布|制作|开展|推出)(?:了)?#(?:各类)?政策解读',
    ],
    unless: [
      ...NO_COUNTS,
      SHARE_OF_SOME,
      '上级|转载|省级|国家|网站|微信|微博',
      '[和及与、](?:相关)?(?:政策)?解读',
      '(?:图片|视频|图文|文字|动漫|音频|专家|媒体|负责人)解读',
    ],
    unlessEarlier: [...PLANS],
    asPart: false,
  },
  {
    id: 'responses',
    label: '回应公众关注热点或重大舆情数',
    units: ['次', '件', '条', '个', '篇'],
    shapes: [
      `回应(?=[^,;:#]{0,20}(?:关切|关注|热点|舆情))(?:公众|社会|群众|市民|各类|热点|舆情|重大|政务|关注|关切|重要|民生|敏感|或|和|、|的)+(?:信息|问题|事项|热点|舆情)*${LINK}#`,
    ],
    unless: [...NO_COUNTS, SHARE_OF_SOME, '留言|咨询|信箱|热线|来信|网站|微信|微博'],
    unlessEarlier: [...PLANS],
    asPart: false,
  },
  {
    id: 'pressConferences',
    label: '举办新闻发布会次数',
    units: ['场', '次', '期', '个', '条'],
    shapes: [
      `新闻(?:发布|通气)会(?:信息)?(?:总)?(?:次数|场次)?${LINK}#`,
      '(?:召开|举办|举行|组织)(?:了)?#(?:专题|政府|政策)*新闻(?:发布|通气)会',
    ],
    unless: [...NO_COUNTS, SHARE_OF_SOME, '主要负责|主要领导|参加|出席'],
    unlessEarlier: [...PLANS],
    asPart: false,
  },
  {
    id: 'onlineInterviews',
    label: '组织政府网站在线访谈次数',
    units: ['期', '次', '场', '个'],
    shapes: [
      `(?:在线|网上|网络)访谈(?:节目|活动|栏目)*(?:次数)?${LINK}#`,
      '(?:开展|举办|组织)(?:了)?#(?:政府)?(?:网站)?(?:在线|网上)访谈',
    ],
    unless: [...NO_COUNTS, SHARE_OF_SOME, '主要负责|主要领导|参加|特别'],
    unlessEarlier: [...PLANS],
    asPart: false,
  },
]);
