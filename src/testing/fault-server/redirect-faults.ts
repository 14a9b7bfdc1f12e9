import type { Fault } from './fault.js';
import { HTML, head, reply } from './play.js';

const to = (location: string): NonNullable<Fault['play']> => {
  return (socket) => head(socket, '302 Found', `Location: ${location}`, 'Content-Length: 0');
};

const leads = (name: string, location: string, state: Fault['state'], check?: Fault['check']): Fault => ({
  name,
  play: to(location),
  state,
  fate: state === 'fetched' ? 'done' : state === 'dns-failed' ? 'stop-host' : 'give-up',
  ...(state === 'dns-failed' ? { tries: 2 } : {}),
  ...(check === undefined ? {} : { check }),
});

const arrives =
  (path: string): NonNullable<Fault['check']> =>
  ({ finalUrl, url, exchanges }) =>
    new URL(finalUrl).pathname === path && url !== finalUrl && exchanges.length === 2;

export const redirectFaults: Fault[] = [
  leads('redirect', '/fine', 'fetched', arrives('/fine')),
  leads('redirect-relative', 'a/../fine?x=1#part', 'fetched', (outcome, server) => {
    return arrives('/fine')(outcome, server) && !outcome.finalUrl.includes('#');
  }),
  {
    name: 'redirect-permanent',
    play: (socket) => reply(socket, '308 Permanent Redirect', 'moved', 'Location: /fine'),
    state: 'fetched',
    fate: 'done',
    check: arrives('/fine'),
  },
  // Bytes of GBK in a Location, as they come from old servers.
  leads('redirect-in-gbk', '/\u00c4\u00ea\u00b1\u00a8', 'fetched', arrives('/%C4%EA%B1%A8')),
  {
    name: '%C4%EA%B1%A8',
    play: (socket) => reply(socket, '200 OK', 'there', HTML),
    state: 'fetched',
    fate: 'done',
  },
  {
    name: 'redirect-with-password',
    play: (socket, _asked, server) =>
      head(
        socket,
        '302 Found',
        `Location: ${server.url('/fine').replace('//', '//me:secret@')}`,
        'Content-Length: 0',
      ),
    state: 'fetched',
    fate: 'done',
    check: (outcome) => !JSON.stringify([outcome.finalUrl, outcome.message]).includes('secret'),
  },
  {
    name: 'redirect-to-tls',
    play: (socket, _asked, server) =>
      head(socket, '301 Moved', `Location: ${server.url('/fine', 'tls', 'site.test')}`, 'Content-Length: 0'),
    state: 'fetched',
    fate: 'done',
    check: ({ finalUrl }) => finalUrl.startsWith('https:'),
  },
  {
    name: 'redirect-to-bad-tls',
    play: (socket, _asked, server) =>
      head(
        socket,
        '301 Moved',
        `Location: ${server.url('/fine', 'tls-expired', 'site.test')}`,
        'Content-Length: 0',
      ),
    state: 'tls-failed',
    fate: 'stop-host',
    tries: 1,
  },
  leads('redirect-to-itself', '/redirect-to-itself', 'redirect-loop'),
  leads('redirect-ring-a', '/redirect-ring-b', 'redirect-loop'),
  leads('redirect-ring-b', '/redirect-ring-a', 'redirect-loop'),
  {
    name: 'redirect-endless',
    play: (socket, { path }) =>
      to(`/redirect-endless?n=${Number(path.split('=')[1] ?? 0) + 1}`)(socket, {} as never, {} as never),
    state: 'too-many-redirects',
    fate: 'give-up',
  },
  {
    name: 'redirect-nowhere',
    play: (socket) => head(socket, '302 Found', 'Content-Length: 0'),
    state: 'redirect-broken',
    fate: 'give-up',
  },
  {
    name: 'choices',
    play: (socket) => reply(socket, '300 Multiple Choices', 'which?', HTML),
    state: 'redirect-broken',
    fate: 'give-up',
  },
  leads('redirect-broken', 'http://[half', 'redirect-broken'),
  leads('redirect-to-file', 'file:///etc/passwd', 'scheme-refused'),
  leads('redirect-to-ftp', 'ftp://site.test/a', 'scheme-refused'),
  leads('redirect-to-script', 'javascript:alert(1)', 'scheme-refused'),
  leads('redirect-to-metadata', 'http://169.254.169.254/latest/meta-data/', 'address-refused'),
  leads('redirect-to-mapped', 'http://[::ffff:169.254.169.254]/', 'address-refused'),
  // 127.0.0.2, written as a number, in octal, in hexadecimal.
  leads('redirect-to-number', 'http://2130706434/', 'address-refused'),
  leads('redirect-to-octal', 'http://0177.0.0.2/', 'address-refused'),
  leads('redirect-to-hex', 'http://0x7f000002/', 'address-refused'),
  leads('redirect-to-loopback-6', 'http://[::1]/', 'address-refused'),
  leads('redirect-to-zero', 'http://0.0.0.0/', 'address-refused'),
  leads('redirect-to-inner-name', 'http://inner.test/', 'address-refused'),
  leads('redirect-to-half-inner-name', 'http://half-inner.test/', 'address-refused'),
  leads('redirect-to-no-name', 'http://nobody.test/', 'dns-failed'),
];
