import { describe, expect, it } from 'vitest';
import { findChallenge } from '../../src/fetch/find-challenge.js';
import { challengePages } from './challenge-pages.js';

const find = (body: string, status = 200, headers: [string, string][] = []): string | null =>
  findChallenge({ status, responseHeaders: headers }, Buffer.from(body), challengePages)?.id ?? null;

const script = (code: string): string => `<html><head><script>${code}</script></head><body></body></html>`;

/** Written for this test in the shape of the real ones. */
const pages: [id: string, body: string, status?: number, headers?: [string, string][]][] = [
  ['riversecurity', script("$_ts=window['$_ts'];if(!$_ts)$_ts={};$_ts.nsd=54321;"), 412],
  ['riversecurity', script("$_ts=window['$_ts'];$_ts.cd='aaaa';"), 202],
  ['jiasule', script("document.cookie=('_')+('_')+'jsl';/*__jsl_clearance_s*/go({'ct':'x'})"), 521],
  ['jiasule-521', script('while(z++)try{eval(y)}catch(e){}'), 521, [['Set-Cookie', '__jsluid_h=abc']]],
  ['aliyun-cookie', script("var arg1='0123';setCookie('acw_sc__v2', f(arg1));reload()")],
  ['aliyun-block', '<p>405 很抱歉，由于您访问的URL有可能对网站造成安全威胁，您的访问被阻断。</p>', 405],
  ['360', '<script src="/WZWSRELw=="></script><p>wzwsconfirm</p>', 200],
  ['yunsuo', script("security_verify_data;self.location='/?yunsuo_session_verify=1'")],
  ['safedog', '<h1>网站防火墙</h1><p>您的请求带有不合法参数，已被网站管理员设置拦截！</p>', 403],
  ['safeline', '<script src="/.safeline/static/challenge.js"></script><p>正在检查</p>', 468],
  ['cloudflare', '<title>Just a moment...</title>', 403, [['cf-mitigated', 'challenge']]],
  ['cloudflare-page', script('window._cf_chl_opt={}'), 503],
  ['incapsula', '<iframe src="/_Incapsula_Resource?CWUDNSAI=1"></iframe>', 200],
  [
    'f5',
    'The requested URL was rejected. Please consult with your administrator. Your support ID is: 1',
    200,
  ],
  ['cookie-and-reload', script("document.cookie='k='+calc();window.location.href=location.href"), 202],
  ['captcha', '<title>安全验证</title><div id="captcha">请拖动滑块完成拼图</div>'],
  ['blocked', '<p>您的IP已被封禁，如有疑问请联系管理员</p>', 403],
  ['blocked', '<p>您访问过于频繁，请稍后再试</p>', 200],
];

const REPORT = `<html><head><title>某县2023年政府信息公开工作年度报告</title>
<script>document.cookie='visits=1'; if (isMobile()) location.href='/m/'; $_ts=1;</script></head><body>
<p>${'根据《中华人民共和国政府信息公开条例》要求，编制本年度报告。'.repeat(20)}</p></body></html>`;

describe('challengePages', () => {
  it.each(pages)('knows %s', (id, body, status, headers) => {
    expect(find(body, status, headers)).toBe(id);
  });

  it('has a page here for each of them, and each name once', () => {
    expect(new Set(pages.map(([id]) => id))).toEqual(new Set(challengePages.map(({ id }) => id)));
    expect(new Set(challengePages.map(({ id }) => id)).size).toBe(challengePages.length);
  });

  it('reads pages in GBK', () => {
    // 您的IP已被封禁 in GBK
    const gbk = Buffer.from('c4fab5c44950d2d1b1bbb7e2bdfb', 'hex');
    expect(findChallenge({ status: 200, responseHeaders: [] }, gbk, challengePages)?.id).toBe('blocked');
  });

  it.each([
    ['a report whose scripts do the same things', REPORT],
    [
      'a report that tells of captchas and of refusals',
      REPORT.replace('<p>', '<p>网站增加滑块验证码，访问被拒绝的申请'),
    ],
    ['an empty page', ''],
    ['a short notice', '<p>该信息不存在</p>'],
    ['a page that leads on to its new address', '<script>window.location.href="/new/"</script>'],
    ['a list of one report', '<a href="/a.html">某局2023年政府信息公开年度报告</a>'],
  ])('takes no challenge for %s', (_what, body) => {
    for (const status of [200, 404, 500]) expect(find(body, status)).toBeNull();
  });

  it('keeps no state between pages', () => {
    const expressions = challengePages.flatMap((p) => [...(p.source ?? []), ...(p.words ?? [])]);
    expect(expressions.filter(({ flags }) => /[gy]/u.test(flags))).toEqual([]);
  });
});
