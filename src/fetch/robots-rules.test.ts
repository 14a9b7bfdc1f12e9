import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { parseRobots, robotsNameOf } from './robots-rules.js';

const read = (text: string, isCut = false) =>
  parseRobots('http://a.test/robots.txt', Buffer.from(text), isCut, 'nianbao');
const isDenied = (text: string, path: string, isCut = false): boolean =>
  read(text, isCut).denies(new URL(path, 'http://a.test/')) !== null;

describe('robotsNameOf', () => {
  it('is the product token', () => {
    expect(robotsNameOf('nianbao/0.1.0 (+https://example.org)')).toBe('nianbao');
    expect(robotsNameOf('1')).toBe('*');
  });
});

describe('parseRobots', () => {
  it.each([
    ['', '/a', false],
    ['User-agent: *\nDisallow: /', '/a', true],
    ['User-agent: *\nDisallow:', '/a', false],
    ['User-agent: other\nDisallow: /', '/a', false],
    ['User-agent: *\nDisallow: /\n\nUser-agent: NianBao\nDisallow: /b', '/a', false],
    ['User-agent: *\nDisallow: /\n\nUser-agent: NianBao\nDisallow: /b', '/b/c', true],
    ['User-agent: nianbao/2.0\nDisallow: /', '/a', true],
    // The longest rule wins, and Allow wins where both are as long.
    ['User-agent: *\nDisallow: /a\nAllow: /a/b', '/a/b/c', false],
    ['User-agent: *\nDisallow: /a\nAllow: /a', '/a', false],
    ['User-agent: *\nDisallow: /*.pdf$', '/x/y.pdf', true],
    ['User-agent: *\nDisallow: /*.pdf$', '/x/y.pdf?z', false],
    ['User-agent: *\nDisallow: /a*b', '/aXXb/c', true],
    // Rules and addresses may be written with and without escapes.
    ['User-agent: *\nDisallow: /年报', '/%E5%B9%B4%E6%8A%A5/1.html', true],
    ['User-agent: *\nDisallow: /%e5%b9%b4', '/年报', true],
    ['\ufeffUser-agent: *\r\nDisallow: /a # secret\r\n', '/a', true],
    ['User-agent: a\nUser-agent: nianbao\nDisallow: /x', '/x', true],
    ['<html><body>404</body></html>', '/a', false],
  ])('%j: %s', (text, path, denied) => {
    expect(isDenied(text, path)).toBe(denied);
  });

  it.each([
    ['utf-16le', true],
    ['utf-16le', false],
    ['utf-16be', true],
    ['utf-16be', false],
  ])('reads %s, with its mark: %s', (charset, addBOM) => {
    const body = iconv.encode('User-agent: *\nDisallow: /a', charset, { addBOM });
    const rules = parseRobots('http://a.test/robots.txt', body, false, 'nianbao');
    expect([rules.denies(new URL('http://a.test/a')), rules.denies(new URL('http://a.test/b'))]).toEqual([
      expect.stringContaining('line 2'),
      null,
    ]);
  });

  it('says which line denies', () => {
    expect(read('User-agent: *\nDisallow: /a').denies(new URL('http://a.test/a'))).toContain('line 2');
  });

  it('drops the last line of a file that was cut', () => {
    expect(isDenied('User-agent: *\nDisallow: /a\nDisallow: /', '/b', true)).toBe(false);
    expect(isDenied('User-agent: *\nDisallow: /a\nDisallow: /', '/a', true)).toBe(true);
  });

  it.each([
    ['Crawl-delay: 2.5', 2_500],
    ['Crawl-delay: 0', null],
    ['Crawl-delay: -3', null],
    ['Crawl-delay: soon', null],
    ['', null],
  ])('reads %j', (line, ms) => {
    expect(read(`User-agent: *\n${line}\nDisallow: /x`).crawlDelayMs).toBe(ms);
  });

  it('lists sitemaps', () => {
    expect(read('Sitemap: http://a.test/s.xml\nUser-agent: *\nDisallow: /').sitemaps).toEqual([
      'http://a.test/s.xml',
    ]);
  });

  it('denies rather than hang over a trap', () => {
    const trap = `User-agent: *\nDisallow: /${'*a'.repeat(200_000)}b`;
    expect(isDenied(trap, `/${'a'.repeat(8_000)}`)).toBe(true);
  });
});
