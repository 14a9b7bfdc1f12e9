import { describe, expect, it } from 'vitest';
import { factPatterns } from '../../parsers/lookups/fact-patterns.js';
import { proseWords } from '../../parsers/lookups/prose-words.js';
import { findFacts } from './find-facts.js';

/** The finders alone: the model is tested in hear-model.test.ts. */
const { model: _, ...finderWords } = proseWords;

const HEAD = '政府信息公开工作情况\n';
const factsOf = (sentence: string) =>
  findFacts(
    {
      text: HEAD + sentence,
      paragraphs: [
        { text: HEAD.trim(), start: 0, block: 0 },
        { text: sentence, start: HEAD.length, block: 1 },
      ],
      year: 2015,
      issuer: null,
    },
    { facts: factPatterns, proseWords: finderWords },
  ).value;
const drawn = ({ id, value }: { id: string; value: number | null }): string => `${id}=${value}`;

/** Sentences of other clerks, written without a look at the words that the reader knows. */
it('takes a sign of an icon font for no quantity', () => {
  const plain = factsOf('全年收到申请12件，召开会议3次。');
  expect(plain).toHaveLength(2);
  expect(factsOf('\ue001全年收到申请12件，\ue000召开会议3次。').map(drawn)).toEqual(plain.map(drawn));
  expect(factsOf('收到申请\ue000件。')).toEqual([]);
});

describe('sentences of other clerks', () => {
  it.each([
    [
      '全年累计对外发布政府信息2,318条，其中依托“清溪政务”公众号发出618条，门户网站刊出1,455条，其他渠道245条。',
      'disclosed.total=2318 disclosed.wechat=618 disclosed.website=1455 disclosed.other=245',
    ],
    [
      '本年度我局共主动晒出各类信息506条，局门户网占412条，官微占94条。',
      'disclosed.total=506 disclosed.website=412',
    ],
    [
      '一年来，政府公报刊载政策文件37件，官方微博发帖210条，官方微信推文433篇。',
      'disclosed.gazette=37 disclosed.weibo=210 disclosed.wechat=433',
    ],
    ['通过政务微信平台编发信息三百二十六条，通过新浪微博转发公开信息八十条。', 'disclosed.wechat=326'],
    [
      '网站、公众号、微博三个平台各发布政府信息300条、200条、100条。',
      'disclosed.website=300 disclosed.wechat=200 disclosed.weibo=100',
    ],
    [
      '全年向公众提供政府信息1866条，从载体上看，上网1500条，上公报66条，进公开栏300条。',
      'disclosed.website=1500 disclosed.gazette=66 disclosed.other=300',
    ],
    [
      '公开渠道方面：网站1012条；微信338条；微博27条；政务公开栏、电子屏等55条；共1432条。',
      'disclosed.website=1012 disclosed.wechat=338 disclosed.weibo=27 disclosed.other=55 disclosed.total=1432',
    ],
    [
      '本年受理公开申请17宗，来源：网络9宗、邮寄6宗、现场递交2宗。',
      'requests.received=17 requests.online=9 requests.byLetter=6 requests.inPerson=2',
    ],
    [
      '年内共有21人次向我局提出政府信息公开申请，其中上门申请4人次，网上申请12人次，写信申请5人次。',
      'requests.received=21 requests.inPerson=4 requests.online=12 requests.byLetter=5',
    ],
    ['收到书面申请公开政府信息的共8件，全部在法定期限内作出答复。', 'requests.received=8'],
    [
      '全年登记依申请公开件36件，其中经由互联网提交22件、经邮政寄达11件、经传真1件、当面2件。',
      'requests.received=36 requests.online=22 requests.byLetter=11 requests.byFax=1 requests.inPerson=2',
    ],
    ['上年度遗留3件一并办理，当年办结38件，年末在办1件转下年。', 'requests.closed=38'],
    [
      '本年度共办结申请45件，其中按期答复44件，延期答复1件；另有2件跨年办理。',
      'requests.closed=45 requests.closedOnTime=44 requests.carriedForward=2',
    ],
    [
      '截至12月31日，申请件已办理完毕29件，尚余3件留待2016年处理。',
      'requests.closed=29 requests.carriedForward=3',
    ],
    ['没有收到以传真方式提交的申请。', 'requests.byFax=0'],
    ['本年度未发生因政府信息公开工作被提起行政复议、行政诉讼的情况。', 'reconsiderations=0 litigations=0'],
    [
      '因信息公开答复引发复议3起、应诉案件2起，接到信息公开方面的投诉1起。',
      'reconsiderations=3 litigations=2 complaints=1',
    ],
    [
      '全年无人就政府信息公开工作提起行政复议，亦无行政诉讼案件，举报为零。',
      'reconsiderations=0 litigations=0 complaints=0',
    ],
    ['我局坚持不向申请人收取任何费用，全年收费0元。', 'processingFee=0'],
    ['共向申请人收取复制、邮寄成本费合计156.5元。', 'processingFee=156.5'],
    ['全年信息公开信息处理费收入为零。', 'processingFee=0'],
    [
      '全局配备信息公开工作人员11名，其中专门人员2名，其余9名由各科室人员兼任。',
      'staff.total=11 staff.fullTime=2 staff.partTime=9',
    ],
    ['目前有专人2名、兼职工作者15名从事政府信息公开。', 'staff.fullTime=2 staff.partTime=15'],
    ['信息公开岗位设专职1人，兼职3人。', 'staff.fullTime=1 staff.partTime=3'],
    [
      '先后组织召开政务公开推进会、协调会6次，举办专题培训3场，受训干部210人次。',
      'meetings=6 trainings=3 trainees=210',
    ],
    [
      '全年专题研究部署政务公开工作会议4次，开办业务培训班2期，参加培训人员135人。',
      'meetings=4 trainings=2 trainees=135',
    ],
    ['组织信息公开业务知识培训1次，共有56人参加了培训。', 'trainings=1 trainees=56'],
    ['召开新闻发布会5场次，主要负责人做客网上访谈3次。', 'pressConferences=5 onlineInterviews=3'],
    ['公布政策解读文稿25篇，对社会关注的热点、难点问题作出回应14次。', 'interpretations=25 responses=14'],
    ['本年配套解读政策文件9件，以图解形式发布6件。', 'interpretations=9'],
    [
      '今年制定行政规范性文件4件，宣布失效2件，目前有效的共31件。',
      'normativeDocuments.issued=4 documents.repealed=2 documents.inForce=31',
    ],
    [
      '本单位全年没有制发过规范性文件，也没有召开过新闻发布会。',
      'normativeDocuments.issued=0 pressConferences=0',
    ],
    ['各查阅场所全年共接待查阅人员1,320人次。', 'readingVisits=1320'],
    ['县档案馆和图书馆信息查阅中心接待公众查阅政府信息860余人次。', 'readingVisits=860'],
    [
      '2015年，共接收信息公开申请件5件，比上年增加2件，均通过网络递交。',
      'requests.received=5 requests.online=5',
    ],
    ['申请方式以网络为主，共14件，信函3件次之，当面仅1件。', 'requests.inPerson=1'],
    [
      '全年依申请公开共受理25件，24件已按时答复，1件结转到下一年度继续办理。',
      'requests.received=25 requests.closedOnTime=24 requests.carriedForward=1',
    ],
    [
      '上年结转的政府信息公开申请为1件，本年新收的政府信息公开申请为10件。',
      'requests.carriedOver=1 requests.received=10',
    ],
    [
      '我街道全年在区政府门户网站主动公开政府信息119条，在“悦来街道”微信公众号主动公开信息266条，在社区公告栏公开信息45条。',
      'disclosed.website=119 disclosed.wechat=266 disclosed.other=45',
    ],
    [
      '2015年，局机关共公开政府信息742条。其中：网站公开701条，占94.5%；政务微博公开41条，占5.5%。',
      'disclosed.total=742 disclosed.website=701 disclosed.weibo=41',
    ],
    ['当年县政府门户网站新增政府信息8,100余条。', 'disclosed.website=8100'],
    ['截至2015年底，累计公开政府信息1.2万条，其中2015年新增2,200条。', 'disclosed.total=2200'],
    [
      '全年通过各类载体公开政府信息计3,020条，其中以政府门户网站形式公开2,644条，以政府公报形式公开30条，以微信形式公开346条。',
      'disclosed.total=3020 disclosed.website=2644 disclosed.gazette=30 disclosed.wechat=346',
    ],
    [
      '我委充分发挥网站第一平台作用，全年更新各类信息1,540条；政务微博更新720条；微信订阅号更新365期。',
      'disclosed.website=1540 disclosed.weibo=720',
    ],
    ['网站发布信息量为862条，微信发布信息量为455条。', 'disclosed.website=862 disclosed.wechat=455'],
    ['政府信息主动公开总量达到5011条，比去年增加300条。', 'disclosed.total=5011'],
    ['编辑出版《南河市人民政府公报》12期，刊登各类文件98件，免费发放3万册。', 'disclosed.gazette=98'],
    [
      '全年收到依申请公开申请共计61份，其中通过互联网收到40份，通过信件收到19份，当面收到2份。',
      'requests.received=61 requests.online=40 requests.byLetter=19 requests.inPerson=2',
    ],
    [
      '申请总数为9件，其中网上申请表申请6件，邮件申请1件，现场填表申请2件。',
      'requests.received=9 requests.inPerson=2',
    ],
    [
      '依申请公开办理情况：新收申请33件，比上年下降10.8%，加上去年结转的2件，共计35件，已答复34件，剩余1件结转至下年度办理。',
      'requests.received=33 requests.carriedOver=2 requests.closed=34 requests.carriedForward=1',
    ],
    ['收到的申请中，34件按时答复，1件延期答复，没有逾期未答复的。', 'requests.closedOnTime=34'],
    ['当年申请全部办结，没有结转到下一年度的申请。', 'requests.carriedForward=0'],
    ['2015年未收到任何形式的政府信息公开申请。', 'requests.received=0'],
    ['全年没有接到过公众关于信息公开的投诉和举报。', 'complaints=0'],
    ['复议案件7件，诉讼案件4件，均与征地信息公开申请有关。', 'reconsiderations=7 litigations=4'],
    ['全年被申请人提起行政诉讼3件，法院判决驳回2件、撤销1件。', 'litigations=3'],
    ['依申请公开共收取费用人民币贰佰叁拾元整。', 'processingFee=230'],
    ['复制、检索费用共计收取88元。', 'processingFee=88'],
    ['所有申请均免费提供，未收取任何检索、复制、邮寄费用。', 'processingFee=0'],
    [
      '从事信息公开工作的人员共计7人，专职的1人，兼职的6人。',
      'staff.total=7 staff.fullTime=1 staff.partTime=6',
    ],
    ['我局现有信息公开专职工作人员一名，兼职工作人员六名。', 'staff.fullTime=1 staff.partTime=6'],
    [
      '由1名副局长分管、2名专职人员具体经办，并在12个股室设兼职信息员12名。',
      'staff.fullTime=2 staff.partTime=12',
    ],
    ['全年举办政府信息公开专题讲座2次、业务培训4次，培训各级工作人员480余人次。', 'trainees=480'],
    ['组织全县政务公开业务骨干培训班1期，100余人参训。', 'trainings=1 trainees=100'],
    ['召开全县政务公开工作会议2次，领导小组会议3次，共5次。', 'meetings=5'],
    ['参加“在线访谈”节目2期，召开新闻发布会和通气会共6次。', 'onlineInterviews=2'],
    ['主要领导参与在线访谈4次，解答网友提问56个。', 'onlineInterviews=4'],
    ['全年刊发政策解读文章18篇、图解7幅，就群众关切问题回应23次。', 'interpretations=18 responses=23'],
    ['回应热点舆情9起。', 'responses=9'],
    [
      '制定下发规范性文件7份，废止规范性文件1份，继续有效规范性文件20份。',
      'normativeDocuments.issued=7 documents.repealed=1 documents.inForce=20',
    ],
    [
      '以县政府名义印发规范性文件5件，以县政府办公室名义印发规范性文件11件，共16件。',
      'normativeDocuments.issued=16',
    ],
    ['全年无新出台的规范性文件。', 'normativeDocuments.issued=0'],
    ['政务服务大厅信息查阅点共接待群众查阅2,300人次。', 'readingVisits=2300'],
    ['全年发布图文信息210条，其中“说河东”公众号200条，其余10条在抖音号发布。', 'disclosed.wechat=200'],
    [
      '主动公开政府信息数三百五十六条，其中政府网站三百一十条，政务微信四十六条。',
      'disclosed.total=356 disclosed.website=310 disclosed.wechat=46',
    ],
    ['全县主动公开政府信息3.2万余条，县政府办公室公开1,100条。', 'disclosed.total=32000'],
    ['2014年公开信息300条，2015年公开信息420条。', 'disclosed.total=420'],
    ['镇上没人专管这事，党政办的两个人兼着干。', 'staff.fullTime=0 staff.partTime=2'],
    [
      '去年一年，镇里往县政府网站上传了信息88条，往村务公开栏上贴了120条。',
      'disclosed.website=88 disclosed.other=120',
    ],
    ['没有人来镇里申请公开信息。', 'requests.received=0'],
    ['公开这块没收过一分钱。', 'processingFee=0'],
    ['开了两次会，办了一期培训班，来了三十五个人。', 'meetings=2 trainings=1'],
    [
      '我厅政府网站发文量4,310篇，微信发文1,206篇，微博发文892篇。',
      'disclosed.website=4310 disclosed.wechat=1206 disclosed.weibo=892',
    ],
    [
      '按公开渠道划分，网站类3,200条、微信类1,000条、微博类200条、其他类100条。',
      'disclosed.website=3200 disclosed.wechat=1000 disclosed.weibo=200 disclosed.other=100',
    ],
    [
      '全年政务微信、政务微博、政府网站各类信息发布量依次为500条、300条、1200条。',
      'disclosed.wechat=500 disclosed.weibo=300 disclosed.website=1200',
    ],
    [
      '当年收申请四十一件，去岁转入二件，合四十三件；办讫四十件，余三件转入翌年。',
      'requests.received=41 requests.carriedOver=2 requests.closed=40 requests.carriedForward=3',
    ],
    [
      '其中以信函投递者八件，以网络提交者二十三件，亲至机关递交者十件。',
      'requests.online=23 requests.inPerson=10',
    ],
    ['未收分文费用。', 'processingFee=0'],
    ['提起行政复议者三件，提起行政诉讼者一件，举报者无。', 'reconsiderations=3 litigations=1 complaints=0'],
    ['专司其事者三人，兼办者二十人。', 'staff.fullTime=3 staff.partTime=20'],
    [
      '2015年，我局共收到政府信息公开申请15件（其中1件为上年结转），均已在法定期限内办结。',
      'requests.received=15 requests.carriedOver=1',
    ],
    [
      '全年新收政府信息公开申请26件，结转上年申请3件，按时答复27件，结转下年度2件。',
      'requests.received=26 requests.carriedOver=3 requests.closedOnTime=27 requests.carriedForward=2',
    ],
    [
      '本年度依申请公开受理量为19件，同比增长11.8%；办结量为18件。',
      'requests.received=19 requests.closed=18',
    ],
    [
      '申请渠道：在线申请10件、信函申请7件、当面申请2件、传真申请0件。',
      'requests.online=10 requests.byLetter=7 requests.inPerson=2 requests.byFax=0',
    ],
    [
      '新制发规范性文件3件，修改1件，废止4件，截至年底有效的规范性文件26件。',
      'normativeDocuments.issued=3 documents.repealed=4 documents.inForce=26',
    ],
    ['组织各部门参加全市政务公开培训2次，自行组织培训1次，培训60人次。', 'trainings=1 trainees=60'],
    ['县公报室编发公报4期，载文42篇。', 'disclosed.gazette=42'],
    [
      '政务公开专职人员3名（含主任1名），各乡镇（街道）和部门兼职人员共96名。',
      'staff.fullTime=3 staff.partTime=96',
    ],
    ['县政府常务会议研究政务公开工作1次，县政务公开办召开调度会3次。', 'meetings=3'],
    [
      '在线访谈：3期。新闻发布会：2场。政策解读：15篇。',
      'onlineInterviews=3 pressConferences=2 interpretations=15',
    ],
    ['回应网民留言86条，回应社会关切热点6次。', 'responses=6'],
    [
      '行政复议6件（维持4件，纠正1件，尚未审结1件）；行政诉讼2件（均在审理中）。',
      'reconsiderations=6 litigations=2',
    ],
    ['因政府信息公开引发的举报有2件，经核查均不属实。', 'complaints=2'],
    ['对2件申请收取信息处理费，共计240元。', 'processingFee=240'],
    ['减免费用0元，收取费用0元。', 'processingFee=0'],
    ['共发布信息1,000条以上，其中网站刊载950余条。', 'disclosed.total=1000 disclosed.website=950'],
    ['查阅中心全年接待来访查阅群众150人。', 'readingVisits=150'],
    ['信息公开大厅、档案馆两处查阅点共接待群众1,100人次，其中档案馆300人次。', 'readingVisits=1100'],
    ['今年公开总量2,600条，去年为2,450条。', 'disclosed.total=2600'],
    [
      '本年主动公开信息计四百六十五条：网上四百条，微信六十五条。',
      'disclosed.total=465 disclosed.website=400 disclosed.wechat=65',
    ],
    ['在区政府门户网上主动公开政府信息231条，其中财政类12条、人事类8条。', 'disclosed.website=231'],
    ['微信公众号全年推出稿件512篇，总阅读量36万次。', 'disclosed.wechat=512'],
    ['微博粉丝2.3万人，全年发博文811条。', 'disclosed.weibo=811'],
    ['电视、广播、报纸等其他渠道公开158条。', 'disclosed.other=158'],
    ['年内收到申请22件，都是通过信函寄来的。', 'requests.received=22 requests.byLetter=22'],
    [
      '收到申请共7件，网络5件，其余2件为当面递交。',
      'requests.received=7 requests.online=5 requests.inPerson=2',
    ],
    ['共答复申请31件，比上年多答复4件。', 'requests.closed=31'],
    ['本年未发生结转。', 'requests.carriedForward=0'],
    ['复议0件，诉讼0件，投诉0件。', 'reconsiderations=0 litigations=0 complaints=0'],
    ['因政府信息公开被提起行政复议2件、行政诉讼3件。', 'reconsiderations=2 litigations=3'],
    ['全年收取费用共计320元整，均为复印费。', 'processingFee=320'],
    ['没有专职人员，兼职人员3名。', 'staff.fullTime=0 staff.partTime=3'],
    ['政务公开工作人员6人，全部为兼职。', 'staff.total=6 staff.partTime=6'],
    [
      '全系统共有公开工作人员48人（专职6人，兼职42人）。',
      'staff.total=48 staff.fullTime=6 staff.partTime=42',
    ],
    ['举办培训班3期，培训320人（次）。', 'trainings=3 trainees=320'],
    ['开展政务公开培训两次，参训人员达二百余人次。', 'trainings=2 trainees=200'],
    ['先后召开4次会议专题研究信息公开工作。', 'meetings=4'],
    ['举行例行新闻发布会10场、专题新闻发布会4场，共14场。', 'pressConferences=14'],
    ['做客政府网站在线访谈栏目1次。', 'onlineInterviews=1'],
    ['发布各类解读信息33条，其中图解20条。', 'interpretations=33'],
    ['对涉及本部门的舆情及时回应5次。', 'responses=5'],
    ['本年度新制定规范性文件零件，废止零件。', 'normativeDocuments.issued=0 documents.repealed=0'],
    ['公开规范性文件8件，其中新制发2件。', 'normativeDocuments.issued=2'],
    ['档案馆查阅点接待查阅群众八百人次。', 'readingVisits=800'],
    ['以上各渠道共计公开政府信息4,500条次。', 'disclosed.total=4500'],
  ])('%s', (sentence, wanted) => {
    const facts = factsOf(sentence);
    const asked = wanted.split(' ');
    expect(facts.map(drawn)).toEqual(expect.arrayContaining(asked));
    const sure = facts.filter(({ confidence }) => confidence !== 'suspect').map(drawn);
    expect(sure.filter((one) => !asked.includes(one))).toEqual([]);
  });

  it.each([
    '2015年，政府网站公开信息比2014年的300条增加50条，达到350条。',
    '下属12家事业单位公开信息560条，不在本局统计数内。',
    '2016年计划公开信息不少于500条，培训2次。',
    '财政预决算信息公开68条，人事任免信息公开12条。',
    '办理人大建议12件、政协提案9件，办结率100%。',
    '行政处罚信息公示308条，行政许可信息公示1202条。',
    '市长热线受理群众来电6,300件，办结6,280件。',
    '举办消防安全培训12期，培训群众3,000人次。',
    '“悦来发布”粉丝达到3.2万人，阅读量120万次。',
    '复议机关维持2件，撤销1件。',
    '申请人撤回申请1件，告知补正3件。',
    '局党组会议研究信息公开议题2次。',
    '印发宣传资料5,000份，悬挂横幅30条。',
    '政府网站设置栏目46个，公布办事指南210项。',
    '减免信息处理费120元。',
    '2015年度，县卫生局在县政府信息公开平台上挂出政府信息428条，张榜公示56条。',
    '有1名申请人因不服我局答复向市政府申请行政复议，共1件。',
    '共召开5次政务公开工作例会、1次政务公开动员大会。',
    '市图书馆查询点共提供查询服务730人次。',
    '网站：1240；微博：310；微信：508。',
    '各乡镇通过政府网站公开信息2,100条，县直部门公开信息5,600条。',
    '每个社区平均公开信息30条，最多的公开90条。',
    '我局将力争在2016年公开信息达到600条，培训人员100人次。',
    '信访办接到群众来信56件、来访120人次，均已办结。',
    '收到各类建议意见33条，采纳12条。',
    '全市开通政务微博86个、政务微信120个。',
    '行政诉讼案件（与信息公开无关）5件，均胜诉。',
    '安全生产培训6期，参训人员800人。',
    '网站访问量突破100万人次，月均访问8万人次。',
    '其中涉及土地征收的8件、涉及房屋拆迁的6件。',
    '集会研商信息公开事宜五次。',
    '网站浏览量12万次，微信公众号粉丝8,000人。',
    '受理投诉举报（消费类）1,200件，办结1,190件。',
    '全市开展普法讲座40场，听众6,000人次。',
    '召开党组会12次，其中研究政务公开2次。',
    '推送天气预警短信30万条。',
    '招录工作人员6名，现有在编干部45名。',
    '“放管服”改革取消审批事项12项，公开权责清单320项。',
    '公报4期全部上网，共登载各类文件61件。',
    '有2件申请正在办理，将在下一年度答复。',
    '年终有4件尚在期限内，结转次年。',
    '公开征求意见5次，收到意见18条。',
    '办事大厅办理事项2.3万件，满意率99%。',
    '组织“政务公开日”活动3场，发放资料2,000份。',
    '市政府办公室通报我局报送信息45条，采用12条。',
    '全年接听12345热线1,560个，办结1,555个。',
    '依法公示行政处罚结果25条、双随机抽查结果30条。',
    '公开率100%，及时率98.5%。',
    '去年同期公开信息210条。',
    '自2008年条例施行以来，共公开政府信息2.6万条。',
  ])('are sure of nothing in: %s', (sentence) => {
    expect(factsOf(sentence).filter(({ confidence }) => confidence !== 'suspect')).toEqual([]);
  });
});
