import { encodeText } from '../synthesise/encode-text.js';
import type { Answer, WorldSite } from './world-types.js';

export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Bytes in the site's charset. */
export const encodeFor = (site: WorldSite, text: string): Uint8Array => encodeText(text, site.charset);

/** What is above every page of a site: things that a crawl must leave alone. */
export const headHtml = (
  site: WorldSite,
): string => `<div class="header"><div class="logo">${site.name}网站</div>
<ul class="nav"><li><a href="/">首页</a></li><li><a href="/news/index.html">新闻动态</a></li>
<li><a href="/guide/zfxxgkzn.html">政府信息公开指南</a></li><li><a href="/calendar?month=2024-01">工作日历</a></li></ul></div>`;

export const footHtml = (
  site: WorldSite,
): string => `<div class="footer"><p>主办：${site.name}　<a href="/help/使用手册.pdf">使用手册下载</a></p>
<a href="mailto:office@example.com">联系我们</a> <a href="javascript:void(0)" onclick="addFavorite()">收藏本站</a></div>`;

/** A page of the site around its content. */
export function sitePage(site: WorldSite, title: string, content: string, scripts = ''): Answer {
  const meta = site.metaCharset === '' ? '' : `<meta charset="${site.metaCharset}">\n`;
  const html = `<!DOCTYPE html>
<html>
<head>
${meta}<title>${escapeHtml(title)}_${site.name}</title>
</head>
<body>
${headHtml(site)}
<div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; ${escapeHtml(title)}</div>
<div class="main">
${content}
</div>
${footHtml(site)}
${scripts}
</body>
</html>
`;
  return htmlAnswer(site, html);
}

export const htmlAnswer = (site: WorldSite, html: string): Answer => ({
  status: 200,
  type: `text/html${site.headerCharset === null ? '' : `; charset=${site.headerCharset}`}`,
  body: encodeFor(site, html),
});

export const jsonAnswer = (value: unknown): Answer => ({
  status: 200,
  type: 'application/json; charset=utf-8',
  body: new TextEncoder().encode(JSON.stringify(value)),
});
