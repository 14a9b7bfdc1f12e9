import type { ChallengePattern } from '../../src/model/challenge-pattern.js';

/**
 * Pages that anti-bot systems put before a site. They are recognised so that they are never taken for a page of the
 * site, and so that the site is left alone. A page of the site may load the same scripts: what is common to all of
 * these is that there is hardly anything to read.
 */
export const challengePages: readonly ChallengePattern[] = [
  {
    id: 'riversecurity',
    name: '瑞数 (River Security)',
    // With status 412, 202 or 400, and a page whose script computes a cookie.
    source: [/\$_ts\b\s*(?:=|\.(?:nsd|cd|dfe1675)\b|\[)/u],
    wordsMax: 200,
  },
  {
    id: 'jiasule',
    name: '加速乐 (Knownsec)',
    source: [/__jsl_clearance(?:_s)?|__jsluid/u],
    wordsMax: 200,
  },
  {
    id: 'jiasule-521',
    name: '加速乐 (Knownsec)',
    statuses: [521],
    headers: [{ name: 'set-cookie', value: /__jsl/u }],
  },
  { id: 'aliyun-cookie', name: '阿里云 WAF (acw_sc)', source: [/acw_sc__v[23]/u], wordsMax: 200 },
  {
    id: 'aliyun-block',
    name: '阿里云 WAF',
    words: [/由于您访问的URL有可能对网站造成安全威胁/u],
    wordsMax: 600,
  },
  {
    id: '360',
    name: '360 网站卫士',
    source: [/wzws(?:challenge|confirm|template|_waf|-waf)/iu],
    wordsMax: 600,
  },
  { id: 'yunsuo', name: '云锁', source: [/yunsuo_session/u], wordsMax: 300 },
  {
    id: 'safedog',
    name: '安全狗',
    words: [/请求带有不合法参数|网站防火墙/u, /已被(?:网站)?管理员?设置拦截|拦截/u],
    wordsMax: 600,
  },
  { id: 'safeline', name: '雷池 (SafeLine)', source: [/safeline[-_./]|\/\.safeline\//iu], wordsMax: 400 },
  {
    id: 'cloudflare',
    name: 'Cloudflare',
    headers: [{ name: 'cf-mitigated', value: /challenge/iu }],
  },
  {
    id: 'cloudflare-page',
    name: 'Cloudflare',
    statuses: [403, 429, 503],
    source: [/_cf_chl_opt|cf-browser-verification|challenge-platform/u],
  },
  { id: 'incapsula', name: 'Imperva', source: [/_Incapsula_Resource/u], wordsMax: 400 },
  {
    id: 'f5',
    name: 'F5 ASM',
    words: [/The requested URL was rejected\. Please consult with your administrator/u],
    wordsMax: 400,
  },
  {
    id: 'cookie-and-reload',
    name: 'a script that sets a cookie and loads again',
    statuses: [200, 202, 403, 412, 503, 521],
    source: [/document\.cookie\s*=/u, /location\.(?:reload|replace|href|assign)|location\s*=/u],
    wordsMax: 40,
  },
  {
    id: 'captcha',
    name: 'a captcha',
    source: [/captcha|geetest|验证码|滑块|拼图/iu],
    words: [/(?:访问|安全|人机|滑动|滑块|身份)验证/u],
    wordsMax: 200,
  },
  {
    id: 'blocked',
    name: 'a block page of a firewall',
    words: [
      /(?:访问|请求|操作|IP)(?:可能)?(?:已经?)?(?:被|遭到?)(?:[^，。]{0,12})?(?:阻断|拦截|封禁|拒绝)|访问(?:过于)?频繁.{0,12}(?:限制|稍后)/u,
    ],
    wordsMax: 400,
  },
];
