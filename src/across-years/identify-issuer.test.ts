import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../parsers/index.js';
import { findDivision } from '../header/find-division.js';
import { addFlags } from '../model/codes/add-flags.js';
import type { Flag } from '../model/codes/flag-codes.js';
import { issue } from '../model/issue.js';
import { identifyIssuer } from './identify-issuer.js';

const knowledge = loadKnowledge();

const field = { raw: '', confidence: 'read' as const, flags: [] as Flag[], at: null };
const identify = (name: string, context = '') =>
  identifyIssuer(
    { issuer: { ...field, value: name }, division: findDivision(name, context, knowledge), issues: [] },
    knowledge,
  );
const keyOf = (name: string, context = ''): string => {
  const identity = identify(name, context);
  return 'key' in identity ? identity.key : identity.leftOut;
};

describe('identifyIssuer', () => {
  it('takes one body with and without its province and city, in any width of print', () => {
    const key = keyOf('谯城区教育局');
    expect(key).toBe('341602 谯城区教育局');
    expect(keyOf('安徽省亳州市谯城区教育局')).toBe(key);
    expect(keyOf('亳州市谯城区 教育局')).toBe(key);
  });

  it('takes 政府 for 人民政府, and nothing else', () => {
    expect(keyOf('谯城区政府')).toBe(keyOf('亳州市谯城区人民政府'));
    const bodies = ['谯城区人民政府', '谯城区人民政府办公室', '谯城区', '谯城区教育局', '亳州市人民政府'];
    expect(new Set(bodies.map((body) => keyOf(body))).size).toBe(bodies.length);
  });

  it('leaves out a name that several places share, until the report says which', () => {
    expect(keyOf('鼓楼区教育局')).toBe('issuer-ambiguous');
    expect(keyOf('福州市鼓楼区教育局')).not.toBe(keyOf('南京市鼓楼区教育局'));
    expect(keyOf('鼓楼区教育局', '福州市鼓楼区某路')).toBe(keyOf('福州市鼓楼区教育局'));
    expect(keyOf('市教育局')).toBe('issuer-ambiguous');
  });

  it('keeps what stands before the place', () => {
    expect(keyOf('国家税务总局谯城区税务局')).toBe('341602 国家税务总局谯城区税务局');
    expect(keyOf('国家税务总局谯城区税务局')).not.toBe(keyOf('谯城区税务局'));
  });

  it('takes a place that no list holds by the whole name', () => {
    expect(keyOf('青岚县教育局')).toBe('青岚县教育局');
    expect(keyOf('云川市青岚县教育局')).not.toBe(keyOf('青岚县教育局'));
  });

  it('leaves out bodies in doubt, but not for a misprinted place', () => {
    const doubted = { ...field, value: '谯城区教育局', confidence: 'suspect' as const };
    const conflict = issue('issuer-conflict', '');
    const issuer = { ...field, value: '谯城区教育局' };
    const outcome = (record: Parameters<typeof identifyIssuer>[0]) => identifyIssuer(record, knowledge);
    expect(outcome({ issuer: doubted, division: null, issues: [] })).toEqual({ leftOut: 'issuer-doubtful' });
    expect(outcome({ issuer, division: null, issues: [conflict] })).toEqual({ leftOut: 'issuer-doubtful' });
    const misprinted = { ...doubted, value: '沐阳县教育局', flags: addFlags([], 'issuer-unknown-place') };
    expect(outcome({ issuer: misprinted, division: null, issues: [] })).toMatchObject({
      key: '沐阳县教育局',
    });
    const missing = { ...field, value: null, confidence: 'missing' as const };
    expect(outcome({ issuer: missing, division: null, issues: [] })).toEqual({ leftOut: 'no-issuer' });
  });
});
