import { describe, expect, it } from 'vitest';
import { findMetaCharset, looksLikeHtml } from './sniff-html.js';

describe('looksLikeHtml', () => {
  it.each([
    '<!DOCTYPE html><title>x</title>',
    '\n<?xml version="1.0"?>\n<!-- a --><!-- b -->\n<html xmlns="x">',
    '<table><tr><td>甲</td></tr></table>',
    '甲\n乙\n<table border=1>\n<tr><td>丙</td><td>1</td></tr></table>',
    '<p>甲</p><p>乙</p>',
    '<div class="a"><span>甲</span></div>',
  ])('knows %j', (text) => {
    expect(looksLikeHtml(text)).toBe(true);
  });

  it.each([
    '',
    '甲 | 1 | 2 |',
    '依据《条例》<条例> 和 <办法>，a < b > c',
    '本页说明 <p> 标签的用法',
    '{"content":"<p>甲</p><p>乙</p>"}',
    '<?xml version="1.0"?><rss><item><p>甲</p><p>乙</p></item></rss>',
    '%PDF-1.4 <p></p><p></p>',
    `${'长'.repeat(50_000)}<b>甲</b><b>乙</b>`,
  ])('does not take %j for it', (text) => {
    expect(looksLikeHtml(text)).toBe(false);
  });

  it('is quick on comments without end', () => {
    expect(looksLikeHtml('<!-- a -->'.repeat(3000))).toBe(false);
  });
});

describe('findMetaCharset', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);

  it('finds every way of saying it', () => {
    expect(findMetaCharset(bytes('<meta charset=gbk>'))).toBe('gbk');
    expect(
      findMetaCharset(bytes('<META http-equiv="Content-Type" content="text/html; charset=gb2312" />')),
    ).toBe('gb2312');
    expect(findMetaCharset(bytes('<?xml version="1.0" encoding="GB18030"?><html>'))).toBe('GB18030');
  });

  it('finds nothing elsewhere', () => {
    expect(findMetaCharset(bytes('<script charset="utf-8"></script><p>charset=gbk</p>'))).toBeUndefined();
    expect(findMetaCharset(bytes(`${' '.repeat(5000)}<meta charset=gbk>`))).toBeUndefined();
  });
});
