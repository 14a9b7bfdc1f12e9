import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../parsers/index.js';
import { isSameBody } from './is-same-body.js';

const knowledge = loadKnowledge();

describe('isSameBody', () => {
  it.each([
    ['谯城区教育局', '亳州市谯城区教育局'],
    ['安徽省亳州市谯城区教育局', '谯城区教育局'],
    ['谯城区教育局', '区教育局'],
    ['某县林业和草原局', '县林业和草原局'],
    ['谯城区民政局', '谯城区民政局 '],
    ['谯城区', '谯城区人民政府'],
    ['亳州市谯城区政府', '谯城区人民政府'],
    ['某县林业局', '某县林业局'],
  ])('%s is %s', (left, right) => {
    expect(isSameBody(left, right, knowledge)).toBe(true);
    expect(isSameBody(right, left, knowledge)).toBe(true);
  });

  it.each([
    ['谯城区教育局', '谯城区民政局'],
    ['谯城区人民政府', '谯城区人民政府办公室'],
    ['谯城区人民政府', '亳州市人民政府'],
    ['南京市鼓楼区教育局', '徐州市鼓楼区教育局'],
    ['谯城区人民政府', '人民政府'],
    ['某县林业局', '另县林业局'],
    ['谯城区人民政府办公室', '办公室'],
  ])('%s is not %s', (left, right) => {
    expect(isSameBody(left, right, knowledge)).toBe(false);
    expect(isSameBody(right, left, knowledge)).toBe(false);
  });
});
