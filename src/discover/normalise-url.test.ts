import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressNoise } from '../../parsers/lookups/report-links.js';
import { normaliseUrl, urlKey } from './normalise-url.js';

const base = 'http://www.example.cn/zwgk/nb/index.html';
const normal = (href: string) => normaliseUrl(href, base, addressNoise);

describe('normaliseUrl', () => {
  it.each([
    ['t1.html', 'http://www.example.cn/zwgk/nb/t1.html'],
    ['./2023/../t1.html#top', 'http://www.example.cn/zwgk/nb/t1.html'],
    ['HTTP://WWW.Example.CN:80/a', 'http://www.example.cn/a'],
    ['https://www.example.cn:443/a', 'https://www.example.cn/a'],
    ['//m.example.cn//a//b', 'http://m.example.cn/a/b'],
    ['/show.jsp;jsessionid=0A1B2C?id=5', 'http://www.example.cn/show.jsp?id=5'],
    ['/show.php?PHPSESSID=x&id=5&utm_source=wx', 'http://www.example.cn/show.php?id=5'],
    ['?page=2', 'http://www.example.cn/zwgk/nb/index.html?page=2'],
    ['/a?', 'http://www.example.cn/a'],
    [' /a\n.html ', 'http://www.example.cn/a.html'],
    ['/show?b=2&a=1', 'http://www.example.cn/show?b=2&a=1'],
  ])('%s', (href, url) => expect(normal(href)).toBe(url));

  it.each([
    '',
    '#top',
    'javascript:void(0)',
    'mailto:a@example.com',
    'file:///etc/passwd',
    'data:text/html,x',
    'ftp://www.example.cn/a',
    'http://',
    'http://user:secret@www.example.cn/',
    `/${'a'.repeat(3000)}`,
  ])('leads nowhere: %s', (href) => expect(normal(href)).toBeNull());

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (href) => {
        const once = normal(href);
        return once === null || normal(once) === once;
      }),
    );
  });
});

describe('urlKey', () => {
  it('is one for the spellings of an address', () => {
    expect(urlKey('https://www.example.cn/%e5%b9%b4')).toBe(urlKey('http://www.example.cn:80/%E5%B9%B4'));
    expect(urlKey('http://www.example.cn/a')).not.toBe(urlKey('http://www.example.cn:8080/a'));
    expect(urlKey('http://www.example.cn/a?id=1')).not.toBe(urlKey('http://www.example.cn/a?id=2'));
  });
});
