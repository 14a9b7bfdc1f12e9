/** Sentences for the generated reports, all written for this project. {slots} are filled by `fillSlots`. */

export const openings = [
  '根据《中华人民共和国政府信息公开条例》的规定，{issuer}编制了{year}年度政府信息公开工作报告。报告中的数据统计期限为{year}年1月1日至{year}年12月31日。读者若有疑问，请与{issuer}联系（地址：{address}，邮编：{postcode}，电话：{phone}，电子邮箱：{email}）。',
  '现公布{issuer}{year}年政府信息公开工作情况。本报告所列数据的统计时限自{year}年1月1日起，至{year}年12月31日止，电子版可在{website}下载。联系地址：{address}；邮政编码：{postcode}；联系电话：{phone}；传真：{fax}；电子邮箱：{email}。',
  '本报告由{issuer}按照《中华人民共和国政府信息公开条例》和国务院办公厅规定的格式写成，反映{year}年1月1日至{year}年12月31日的工作。如对报告内容有不明之处，可致电{phone}，或来信至{address}（邮编：{postcode}，邮箱：{email}）。',
] as const;

export const overviews = [
  [
    '（一）主动公开情况',
    [
      '一年来，{self}把群众看得到、看得懂作为公开工作的尺子，通过门户网站、公告栏和服务窗口主动公开政府信息{disclosed}条，其中财政类{part1}条，民生类{part2}条。',
      '{year}年，{self}梳理了公开事项目录，补齐了{part1}处空缺栏目，全年主动公开政府信息{disclosed}条。',
      '{self}坚持应公开尽公开，在线上线下各渠道共主动公开政府信息{disclosed}条，配发图解{part2}篇。',
    ],
  ],
  [
    '（二）依申请公开情况',
    [
      '{self}设专人登记来件、专册记录流转，本年度共收到政府信息公开申请{received}件，答复均在法定期限之内。',
      '全年收到政府信息公开申请{received}件，承办人员逐件与申请人沟通，弄清所需内容后再行答复。',
      '窗口、信函和网络三条渠道保持畅通，{year}年收到政府信息公开申请{received}件。',
    ],
  ],
  [
    '（三）政府信息管理情况',
    [
      '发文之前先定公开属性，发布之前再作保密审查，失效的文件及时标注，{self}的信息管理做到有人管、有据查。',
      '对历年存量文件作了一次清点，改正错链和旧称，并把更新责任落到每个股室。',
    ],
  ],
  [
    '（四）平台建设情况',
    [
      '网站检索口径作了调整，老年人常用的办事栏目移到首页，手机端打开时间缩短了一半。',
      '公开专栏按季度巡查，发现空白页面当天整改，政务新媒体账号由原来的分散管理改为统一管理。',
    ],
  ],
  [
    '（五）监督保障情况',
    [
      '公开工作列入年度考核，全年组织业务培训{small}次，未发生需要追究责任的情形。',
      '邀请群众代表评议公开成效，收集意见{small}条，均已回复。',
    ],
  ],
] as const;

/** Padding of no consequence: it moves the tables over the pages, and it holds numbers that are nobody's indicator. */
export const fillers = [
  '在惠民事项上，{self}把办事指南改写成问答，{small}个高频事项做到一次说清，群众少跑腿、少打听。',
  '{self}结合{year}年的重点任务，开设专栏{small}个，分批晒出项目进度，接受社会各界监督。',
  '对涉及面广的文件，发布当日即配发说明，先讲为什么，再讲怎么办，最后附上咨询电话。',
  '围绕政府开放日，请来居民、企业和学生代表走进办公区，面对面听意见，当场能答的当场答复。',
  '公开查阅点配备了打印设备和引导人员，全年接待来访群众{part2}人次，代查代印不收取费用。',
  '与档案、图书等部门建立定期移交办法，纸质与电子两套目录逐条比对，差错当月更正。',
  '在风险防范上，凡涉及个人信息的公示内容一律先作遮盖处理，再由复核人员签字后发布。',
  '{self}还梳理了近{small}年的来信来电，归纳出群众最常问的问题，编成口袋书送到村居。',
] as const;

export const problems = [
  '回头看，工作中还有不足：一是个别栏目更新偏慢，二是解读形式比较单一，三是基层经办人员更换频繁、业务不够熟练。下一步，将按月核对栏目清单，多用问答和图表说明政策，并安排新进人员跟班学习。',
  '主要问题是公开内容与群众需求之间还有距离，部分文件只发不讲。今后将先听取窗口一线的意见，再确定年度公开重点，同时健全答复文书的会商办法。',
  '目前存在两方面短板：信息分类不够细，检索不便；依申请公开的答复文书格式不统一。对此，{self}将重新编排目录，制定文书样本，并定期抽查。',
] as const;

export const others = [
  '按照信息处理费管理办法的规定，{self}{year}年度没有收取信息处理费。',
  '{year}年，{self}未向申请人收取信息处理费用，无其他需要报告的事项。',
  '本年度收取信息处理费0元。除此之外，没有其他需要说明的事项。',
] as const;

/** Free narrative of the years before 2019: [role, heading, phrasings]. */
export const narrativeParts = [
  [
    '概述',
    [
      '{year}年，{self}照章办事，把公开作为转变作风的抓手，完善了登记、审核、发布、归档四道手续，重点做好群众关心的事项。',
      '本年度{self}的公开工作总体平稳，制度逐步健全，渠道有所增加，社会反映良好。',
    ],
  ],
  [
    '主动公开政府信息情况',
    [
      '截至{year}年12月31日，{self}主动公开政府信息{disclosed}条，其中机构职能类{part1}条，工作动态类{part2}条。',
      '{self}全年主动公开政府信息{disclosed}条，均可在网站公开专栏中查到。',
    ],
  ],
  [
    '依申请公开政府信息情况',
    [
      '本年度共收到政府信息公开申请{received}件，都已按规定办结。',
      '{year}年，{self}收到政府信息公开申请{received}件，申请人以本地居民为主。',
    ],
  ],
  [
    '政府信息公开的收费及减免情况',
    ['{self}{year}年没有就提供政府信息收取任何费用。', '本年度未收费，也没有减免事项。'],
  ],
  [
    '因政府信息公开申请行政复议、提起行政诉讼的情况',
    [
      '{year}年，没有因政府信息公开被申请行政复议，也没有被提起行政诉讼。',
      '本年度未发生政府信息公开方面的行政复议和行政诉讼。',
    ],
  ],
  ['存在的主要问题及改进措施', problems],
] as const;

/** Bylines that a site prints between title and text. */
export const bylines = [
  '发布时间：{published} 来源：{issuer}',
  '来源：{issuer} 发布日期：{published} 浏览次数：{views}',
  '日期：{published} 字号：大 中 小',
] as const;

export const titles = [
  '{issuer}{year}年政府信息公开工作年度报告',
  '{issuer}{year}年度政府信息公开工作年度报告',
  '{year}年{issuer}政府信息公开工作年度报告',
] as const;

export const fillSlots = (text: string, slots: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = slots[name];
    if (value === undefined) throw new Error(`no value for the slot {${name}} of: ${text}`);
    return String(value);
  });
