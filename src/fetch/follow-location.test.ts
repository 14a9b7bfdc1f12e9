import { describe, expect, it } from 'vitest';
import { followLocation, parseAsked } from './follow-location.js';

const from = new URL('http://a.test/b/c?d');
const latin1 = (text: string): string => Buffer.from(text).toString('latin1');

describe('parseAsked', () => {
  it('drops fragment, name and password', () => {
    expect(parseAsked('HTTP://me:secret@A.test:80/x?y#z').href).toBe('http://a.test/x?y');
  });

  it.each([
    '',
    'a.test/x',
    'ftp://a.test/',
    'file:///etc/passwd',
    'data:text/html,a',
    `http://a.test/${'x'.repeat(9_000)}`,
  ])('refuses %s', (text) => {
    expect(() => parseAsked(text)).toThrow(expect.objectContaining({ state: 'scheme-refused' }));
  });
});

describe('followLocation', () => {
  it.each([
    ['/x', 'http://a.test/x'],
    ['x', 'http://a.test/b/x'],
    ['?y', 'http://a.test/b/c?y'],
    ['//b.test/x', 'http://b.test/x'],
    ['//b.test.:8080/x', 'http://b.test:8080/x'],
    ['https://b.test/x#part', 'https://b.test/x'],
    ['http://me:secret@b.test/', 'http://b.test/'],
    [latin1('/年报'), 'http://a.test/%E5%B9%B4%E6%8A%A5'],
    ['/\u00c4\u00ea', 'http://a.test/%C4%EA'],
    ['\\\\b.test\\x', 'http://b.test/x'],
  ])('follows %s', (location, href) => {
    expect(followLocation(location, from).href).toBe(href);
  });

  it.each([
    ['http://[half', 'redirect-broken'],
    ['http://', 'redirect-broken'],
    [`/${'x'.repeat(9_000)}`, 'redirect-broken'],
    ['mailto:a@b.test', 'scheme-refused'],
    ['javascript:alert(1)', 'scheme-refused'],
  ])('refuses %s', (location, state) => {
    expect(() => followLocation(location, from)).toThrow(expect.objectContaining({ state }));
  });
});
