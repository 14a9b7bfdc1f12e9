import { factList } from './fact-list.js';
import { LINK, NO_COUNTS, PLANS, SHARE_OF_SOME } from './fact-words.js';

/** Who does the work: staff, meetings, trainings, reading points. */

const PEOPLE = ['人', '名', '位'];
const ABOUT_THE_WORK = '信息公开|政务公开';

const common = {
  unless: [...NO_COUNTS, SHARE_OF_SOME],
  unlessEarlier: [...PLANS],
  near: { text: ABOUT_THE_WORK, otherwise: 'drop' as const },
  asPart: false,
};

export const organisationPatterns = factList([
  {
    ...common,
    id: 'staff.total',
    label: '从事政府信息公开工作人员数',
    units: PEOPLE,
    shapes: [
      `(?:信息|政务)公开(?:工作)?(?:的)?(?:专兼职|专\\(兼\\)职|专、兼职)?(?:工作)?人员(?:总数)?${LINK}#`,
      `从事~(?:信息|政务)公开~人员(?:总数)?${LINK}#`,
    ],
    unless: [...common.unless, '培训|参训|参加|(?<![兼、])专职|(?<![专、)])兼职|领导|联络员'],
  },
  {
    ...common,
    id: 'staff.fullTime',
    label: '专职人员数',
    units: PEOPLE,
    shapes: [`(?<!兼、)专职(?:工作)?(?:人员)?(?:数)?${LINK}#`, '#专职(?:工作)?人员'],
    unless: [...common.unless, '培训|参训|[兼、]专职'],
    asPart: true,
    partOf: 'staff.total',
  },
  {
    ...common,
    id: 'staff.partTime',
    label: '兼职人员数',
    units: PEOPLE,
    shapes: [`(?<![专、])兼职(?:工作)?(?:人员)?(?:数)?${LINK}#`, '#兼职(?:工作)?人员'],
    unless: [...common.unless, '培训|参训|专兼职|专、兼职'],
    asPart: true,
    partOf: 'staff.total',
  },
  {
    ...common,
    id: 'meetings',
    label: '召开政府信息公开工作会议次数',
    units: ['次', '场', '个'],
    shapes: [
      `(?:召开|组织|举办)(?:了)?~(?:信息公开|政务公开)~(?:会议|推进会|部署会|工作会|例会|调度会|协调会)(?:或专题会议)?${LINK}#`,
      '(?:召开|组织)(?:了)?#~(?:信息公开|政务公开)~(?:会议|推进会|部署会|工作会|例会|调度会|协调会)',
    ],
    unless: [...common.unless, '发布会|听证|培训|座谈|常务会|党组'],
  },
  {
    ...common,
    id: 'trainings',
    label: '举办政府信息公开培训班次数',
    units: ['期', '次', '场', '个', '轮'],
    shapes: [
      `(?:举办|开展|组织|召开)(?:了)?~培训(?:班|会|活动|讲座)?(?:次数)?${LINK}#`,
      '(?:举办|开展|组织)(?:了)?#(?:专题|业务|政务公开|政府|信息公开|工作)*培训(?:班|会|活动)?(?=[,;、]|$)',
    ],
    unless: [...common.unless, '参加|选派|赴|外出|上级组织|普法'],
  },
  {
    ...common,
    id: 'trainees',
    label: '接受培训人员数',
    units: ['人次', '人', '名'],
    shapes: [
      `(?:培训|参训|受训)(?:各级|各类)?(?:相关)?(?:工作)?(?:人员|人数|干部|人次|学员|对象)*${LINK}#`,
      `(?:参加|接受)(?:学习)?培训~#`,
    ],
  },
  {
    ...common,
    id: 'readingVisits',
    label: '查阅场所接待人次',
    units: ['人次', '人'],
    shapes: ['查阅~接待~#', '接待~查阅~#'],
    unless: [...common.unless, '来电|来函|咨询|来访'],
    near: { text: '信息公开|政务公开|政府信息|公开信息', otherwise: 'drop' },
  },
]);
