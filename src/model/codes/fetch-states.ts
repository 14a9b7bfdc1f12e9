import type { Meaning } from './meaning.js';

/** What follows from a state: nothing more, try again, never again, or leave the whole host alone for this run. */
export type Fate = 'done' | 'retry' | 'give-up' | 'stop-host';

interface FetchStateEntry extends Meaning {
  /** Once all tries of this run are spent. */
  fate: Fate;
}

/** Every URL ends in exactly one of these. The table of docs/fetching.md is made from this list. */
export const fetchStates = {
  fetched: { fate: 'done', en: 'a whole answer (2xx)', zh: '取得完整应答（2xx）' },
  'not-modified': { fate: 'done', en: 'as it was: 304 to the version known', zh: '未变化（304）' },
  gone: { fate: 'give-up', en: 'no longer there (404, 410)', zh: '已不存在（404、410）' },
  forbidden: { fate: 'give-up', en: 'access is refused (401, 403, 451)', zh: '拒绝访问（401、403、451）' },
  'client-error': {
    fate: 'give-up',
    en: 'the server takes the request for a wrong one (any other 4xx)',
    zh: '服务器认为请求有误（其他 4xx）',
  },
  'server-error': { fate: 'retry', en: 'the server failed (5xx)', zh: '服务器出错（5xx）' },
  // The limit is the host's, not the page's.
  'rate-limited': {
    fate: 'stop-host',
    en: 'the server asks for fewer requests (429, or 503 with Retry-After)',
    zh: '服务器要求降低频率（429，或带 Retry-After 的 503）',
  },
  // Whoever goes on asking looks like the robot that the page is made against.
  challenge: {
    fate: 'stop-host',
    en: 'a page against robots: kept for the archive, never solved, never evaded',
    zh: '反爬虫页面：只存档，不破解，不绕过',
  },
  'robots-denied': {
    fate: 'give-up',
    en: "robots.txt denies it; or can't be read, or asks for a very long delay (then `retry`)",
    zh: 'robots.txt 禁止；或无法读取、要求的间隔过长（此时为 `retry`）',
  },
  'scheme-refused': {
    fate: 'give-up',
    en: 'no address of the web: neither http nor https, also behind a redirect',
    zh: '不是网址：不是 http 或 https（包括重定向之后）',
  },
  'address-refused': {
    fate: 'give-up',
    en: 'not a public address: private, loopback, link-local, a metadata service',
    zh: '不是公网地址：私有、环回、链路本地或元数据服务',
  },
  'redirect-loop': { fate: 'give-up', en: 'redirects in a circle', zh: '循环重定向' },
  'too-many-redirects': {
    fate: 'give-up',
    en: 'too many redirects (more than 8)',
    zh: '重定向过多（超过 8 次）',
  },
  'redirect-broken': {
    fate: 'give-up',
    en: 'a redirect to nowhere: no Location, or one that is no URL',
    zh: '重定向无效：没有 Location，或不是网址',
  },
  'too-large': {
    fate: 'give-up',
    en: 'larger than any report: more than 60 MiB, as sent or decoded',
    zh: '远大于任何报告：传输或解码后超过 60 MiB',
  },
  bomb: { fate: 'give-up', en: 'unpacks to far more than any page does', zh: '解压后大得不像网页' },
  truncated: {
    fate: 'retry',
    en: 'did not arrive as a whole, or as more than was said',
    zh: '未完整到达，或与声明的长度不符',
  },
  'encoding-broken': {
    fate: 'retry',
    en: 'its packing is unknown or could not be undone',
    zh: '压缩方式未知或无法解开',
  },
  'dns-failed': { fate: 'stop-host', en: 'the name has no address', zh: '域名无法解析' },
  'connect-failed': { fate: 'retry', en: 'nobody listens there', zh: '无法建立连接' },
  'connect-timeout': {
    fate: 'retry',
    en: 'no connection in time: DNS, TCP and TLS together',
    zh: '连接超时（DNS、TCP、TLS 合计）',
  },
  'headers-timeout': { fate: 'retry', en: 'no answer in time', zh: '应答超时' },
  'body-timeout': { fate: 'retry', en: 'the answer went silent', zh: '应答中断无数据' },
  'too-slow': {
    fate: 'retry',
    en: 'too slow: it trickles, or takes too long in all',
    zh: '过慢：断续到达或总时间过长',
  },
  // A certificate does not change from one page to the next.
  'tls-failed': {
    fate: 'stop-host',
    en: 'certificate or encryption is faulty, which is never ignored',
    zh: '证书或加密有误，绝不忽略',
  },
  'connection-reset': { fate: 'retry', en: 'the other side hung up', zh: '对方断开连接' },
  'protocol-error': { fate: 'retry', en: 'what came is not HTTP', zh: '收到的不是 HTTP' },
  'host-stopped': {
    fate: 'retry',
    en: 'its host was left alone in this run',
    zh: '本次运行已停止访问该主机',
  },
  'over-budget': {
    fate: 'retry',
    en: 'its host had all its requests of this run',
    zh: '该主机本次请求数已用完',
  },
  'quiet-hours': { fate: 'retry', en: 'its host is not asked at this time of day', zh: '该时段不访问此主机' },
  cancelled: { fate: 'retry', en: 'the run was stopped', zh: '运行被中止' },
  'internal-error': {
    fate: 'give-up',
    en: 'nianbao itself failed: please report it',
    zh: 'nianbao 自身出错，请反馈',
  },
} as const satisfies Record<string, FetchStateEntry>;

export type FetchState = keyof typeof fetchStates;
