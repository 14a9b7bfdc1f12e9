import { describe, expect, it } from 'vitest';
import { loadDivisions } from './divisions.js';

const { byName } = loadDivisions();
const codes = (name: string) => byName.get(name)?.map((entry) => entry.code) ?? [];

describe('loadDivisions', () => {
  it('knows the divisions of today by code and path', () => {
    expect(byName.get('谯城区')).toEqual([
      { code: '341602', name: '谯城区', path: ['安徽省', '亳州市', '谯城区'] },
    ]);
  });
  it('knows divisions that reports were written by and that are gone', () => {
    expect(byName.get('增城市')).toEqual([
      { code: '440183', name: '增城市', path: ['广东省', '广州市', '增城市'] },
    ]);
    expect(codes('崇文区')).toEqual(['110103']);
  });
  it('keeps the code of today where the standard has changed it', () => {
    for (const entries of byName.values()) {
      const provinces = entries.map((entry) => `${entry.name}${entry.code.slice(0, 2)}${entry.path.at(-2)}`);
      expect(new Set(provinces).size).toBe(provinces.length);
    }
  });
  it('holds no row that only holds others together', () => {
    for (const name of ['市辖区', '县', '市', '省直辖县级行政区划']) expect(codes(name)).toEqual([]);
  });
});
