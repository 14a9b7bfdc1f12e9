import { describe, expect, it } from 'vitest';
import { loadDivisions } from '../../parsers/lookups/divisions.js';
import { documentWords } from '../../parsers/lookups/document-words.js';
import { findDivision } from './find-division.js';

const lookups = { words: documentWords, divisions: loadDivisions() };
const place = (issuer: string, context = '') => findDivision(issuer, context, lookups);

describe('findDivision', () => {
  it.each([
    ['谯城区', '341602', '安徽省/亳州市/谯城区'],
    ['亳州市谯城区政府办公室', '341602', '安徽省/亳州市/谯城区'],
    ['沭阳县发展和改革局', '321322', '江苏省/宿迁市/沭阳县'],
    ['上海市科委', '310000', '上海市'],
    ['上海市浦东新区人民政府', '310115', '上海市/浦东新区'],
    ['安徽省祁门县', '341024', '安徽省/黄山市/祁门县'],
    ['南京市鼓楼区', '320106', '江苏省/南京市/鼓楼区'],
    ['仙桃市人民政府', '429004', '湖北省/仙桃市'],
    ['国家税务总局祁门县税务局', '341024', '安徽省/黄山市/祁门县'],
    ['祁门县祁山镇人民政府', '341024', '安徽省/黄山市/祁门县'],
  ])('%s', (issuer, code, path) => {
    expect(place(issuer)).toMatchObject({ code, path: path.split('/'), confidence: 'read' });
  });

  it('tells homonyms apart by the parents that the text names', () => {
    expect(place('鼓楼区', '福州市鼓楼区某路')).toMatchObject({ code: '350102' });
    expect(place('朝阳区城管局', '北京市朝阳区')).toMatchObject({ code: '110105' });
  });

  it.each([
    '鼓楼区',
    '朝阳区教育局',
    '平潭综合实验区',
    '合肥市高新区',
    '福建省平潭综合实验区管委会',
    '徐州市铜河县',
    '市科委',
    '教育局',
    '',
  ])('does not place %s', (issuer) => {
    expect(place(issuer)).toBeNull();
  });

  it('gives the county of a zone only in doubt', () => {
    expect(place('沭阳县经济开发区')).toMatchObject({ code: '321322', confidence: 'suspect' });
  });
});
