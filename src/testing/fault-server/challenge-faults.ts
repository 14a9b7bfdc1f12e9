import type { Fault } from './fault.js';
import { HTML, reply } from './play.js';

const blocked = (name: string, status: string, body: string, ...fields: string[]): Fault => ({
  name,
  play: (socket) => reply(socket, status, body, HTML, ...fields),
  state: 'challenge',
  fate: 'stop-host',
  check: ({ exchanges, body: none }) => none === null && exchanges[0]!.body.length > 0,
});

const script = (text: string): string => `<html><head><script>${text}</script></head><body></body></html>`;

export const challengeFaults: Fault[] = [
  blocked('challenge-412', '412 Precondition Failed', script("$_ts=window['$_ts'];$_ts.nsd=12345;")),
  blocked('challenge-202', '202 Accepted', script("$_ts=window['$_ts'];$_ts.cd='qqqq';")),
  blocked(
    'challenge-521',
    '521 ',
    script("document.cookie='__jsl_clearance_s=1;Path=/';location.href=location.pathname"),
    'Set-Cookie: __jsluid_s=abc; httponly',
  ),
  blocked('challenge-200', '200 OK', script("document.cookie='a='+f(1);location.reload()")),
  blocked('challenge-captcha', '200 OK', '<title>访问验证</title><p>请完成验证码后继续访问</p>'),
  blocked(
    'challenge-block',
    '405 Not Allowed',
    '<p>很抱歉，由于您访问的URL有可能对网站造成安全威胁，您的访问被阻断。</p>',
  ),
];
