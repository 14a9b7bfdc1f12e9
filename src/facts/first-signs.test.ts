import { describe, expect, it } from 'vitest';
import { proseWords } from '../../parsers/lookups/prose-words.js';
import { branchesOf, firstSigns } from './first-signs.js';
import { wordTagger } from './word-tagger.js';

const signs = (source: string): string | null => {
  const found = firstSigns(source);
  return found && [...found].sort().join('');
};

describe('firstSigns', () => {
  it('knows the signs with which a match may begin', () => {
    expect(signs('收到')).toBe('收');
    expect(signs('a|bc|(?:d|ef)g')).toBe('abde');
    expect(signs('x?(?:y|z)*w')).toBe('wxyz');
    expect(signs('[ab-d]e')).toBe('abcd');
    expect(signs('\\d{1,2}月')).toBe('0123456789');
    expect(signs('(?<!a)(?=bc)b')).toBe('b');
    expect(signs('\\(x')).toBe('(');
    expect(signs('^收{2}')).toBe('收');
  });

  it('knows nothing where it may be any, or none', () => {
    for (const source of ['.x', '[^,]{0,8}类', '[一-龥]网', 'a?', '(?:^)', '$', '\\s'])
      expect(firstSigns(source), source).toBeNull();
  });

  it('parts branches outside of groups and classes', () => {
    expect(branchesOf('a(?:b|c)|[|]d|\\|e')).toEqual(['a(?:b|c)', '[|]d', '\\|e']);
  });
});

describe('wordTagger', () => {
  const { words } = proseWords;
  const whole = new RegExp(words.map(({ text }) => `(${text})`).join('|'), 'g');

  it.each([
    '本年度收到依申请公开政府信息申请',
    '没有因政府信息公开工作被申请行政复议、提起行政诉讼的情况',
    '问:区政府网站公开信息占90.5%',
    '费用:零',
    '召开政府信息公开工作领导小组会议',
  ])('finds what one pattern of all words finds: %s', (text) => {
    const found = [...text.matchAll(whole)]
      .filter(([match]) => match !== '')
      .map((match) => ({
        name: words[match.findIndex((group, i) => i > 0 && group !== undefined) - 1]!.name,
        text: match[0],
        start: match.index,
      }));
    expect(found.length).toBeGreaterThan(0);
    const tags = wordTagger(words)(text).tags.map(({ word, text, start }) => ({
      name: word.name,
      text,
      start,
    }));
    expect(tags).toEqual(found);
  });
});
