import type { Place } from '../synthesise/places.js';

const heads = '岚溪漳泽桥屏塘野滩岭'.split('');
const tails = ['青', '棠', '鹿', '苇', '澄', '桐', '霁', '砚'];
const cities = ['云川市', '望澜市', '霁州市', '岭河市'];
const kinds = ['县', '区', '县', '区', '县'];

/** The n-th invented place; the first 80 differ. No name is in the national list of divisions (a test looks). */
export function placeAt(index: number): Place {
  const tail = tails[Math.floor(index / heads.length) % tails.length]!;
  const name = `${tail}${heads[index % heads.length]}${index % 2 === 0 ? '' : '口'}${kinds[index % kinds.length]}`;
  return { name, above: cities[index % cities.length]!, slug: `site${index + 1}` };
}
