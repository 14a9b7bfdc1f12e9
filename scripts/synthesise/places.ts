import type { Random } from './random.js';

/** A place and the prefix that its bodies carry. `slug` names sample folders. */
export interface Place {
  name: string;
  /** The city above it, '' where the place is a city itself. */
  above: string;
  slug: string;
}

/** All invented. */
export const inventedPlaces: Place[] = [
  { name: '青岚县', above: '云川市', slug: 'qinglan' },
  { name: '临溪区', above: '云川市', slug: 'linxi' },
  { name: '云川市', above: '', slug: 'yunchuan' },
  { name: '石漳县', above: '望澜市', slug: 'shizhang' },
  { name: '望澜市', above: '', slug: 'wanglan' },
  { name: '鹿泽区', above: '望澜市', slug: 'luze' },
  { name: '苇桥县', above: '霁州市', slug: 'weiqiao' },
  { name: '霁州市', above: '', slug: 'jizhou' },
  { name: '棠屏县', above: '霁州市', slug: 'tangping' },
  { name: '澄塘县', above: '岭河市', slug: 'chengtang' },
  { name: '桐野县', above: '岭河市', slug: 'tongye' },
  { name: '金滩区', above: '岭河市', slug: 'jintan' },
];

/** Real places for the generated corpus only, so that division codes are exercised; the bodies are invented. */
const realPlaces: Place[] = [
  { name: '谯城区', above: '亳州市', slug: 'qiaocheng' },
  { name: '岚皋县', above: '安康市', slug: 'langao' },
  { name: '鼓楼区', above: '福州市', slug: 'gulou' },
  { name: '沭阳县', above: '宿迁市', slug: 'shuyang' },
];

export const bureaus = [
  '发展和改革局',
  '教育局',
  '自然资源局',
  '市场监督管理局',
  '卫生健康局',
  '农业农村局',
  '交通运输局',
  '财政局',
  '司法局',
  '人民政府办公室',
  '人民政府',
];
const inventedBodies = ['园林绿化服务中心', '供水节水管理中心', '政务公开服务中心', '档案数据管理中心'];

export interface Issuer {
  /** As the title prints it. */
  name: string;
  /** All names that count as the right answer. */
  accepted: string[];
  place: Place;
  /** 县, 区 or 市: for 我县, 全县. */
  level: string;
  /** A bureau says 我局, a government 我县. */
  selfName: string;
}

export const issuerAt = (place: Place, body: string): Issuer => {
  const name = `${place.name}${body}`;
  const full = `${place.above}${name}`;
  const government = body.startsWith('人民政府');
  const level = place.name.slice(-1);
  const accepted = government
    ? [name, full, place.name, `${place.name}人民政府`, `${place.name}人民政府办公室`, `${place.name}政府`]
    : [name, full];
  const selfName = government ? `我${level}` : body.endsWith('局') ? '我局' : '本单位';
  return { name, accepted: [...new Set(accepted)], place, level, selfName };
};

/** @param place taken at random where not given */
export const makeIssuer = (random: Random, place?: Place): Issuer => {
  if (!place && random.chance(0.15)) return issuerAt(random.pick(realPlaces), random.pick(inventedBodies));
  return issuerAt(place ?? random.pick(inventedPlaces), random.pick(bureaus));
};

export interface Contact {
  address: string;
  postcode: string;
  phone: string;
  fax: string;
  email: string;
  website: string;
}

/** Everything in it is made up; the dash of the phone number varies as bodies print it. */
export const makeContact = (random: Random, issuer: Issuer): Contact => {
  const area = `0${random.int(310, 998)}`;
  const dash = random.pick(['-', '-', '—', '－']);
  const number = () => `${area}${dash}${random.int(2000000, 8999999)}`;
  const road = random.pick(['望江路', '文峰街', '新桥大道', '清泉路', '人民中路']);
  return {
    address: `${issuer.place.name}${road}${random.int(1, 399)}号`,
    postcode: String(random.int(130, 859) * 1000 + random.int(0, 9) * 100),
    phone: number(),
    fax: number(),
    email: `${issuer.place.slug}${random.pick(['zwgk', 'xxgk', 'bgs'])}@example.com`,
    website: `http://www.${issuer.place.slug}.example.cn`,
  };
};
