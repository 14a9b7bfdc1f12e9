import type { Fault } from './fault.js';
import { HTML, reply } from './play.js';

/** Faults of a host before it answers: names, connections, certificates. */
export const hostFaults: Fault[] = [
  {
    name: 'name-unknown',
    url: () => 'http://nobody.test/',
    state: 'dns-failed',
    fate: 'stop-host',
    tries: 2,
  },
  {
    name: 'name-without-address',
    url: () => 'http://empty.test/',
    state: 'dns-failed',
    fate: 'stop-host',
    tries: 2,
  },
  { name: 'name-slow', url: () => 'http://never.test/', state: 'connect-timeout', fate: 'retry', tries: 2 },
  { name: 'name-inner', url: () => 'http://inner.test/', state: 'address-refused', fate: 'give-up' },
  { name: 'address-inner', url: () => 'http://10.0.0.1/', state: 'address-refused', fate: 'give-up' },
  {
    name: 'scheme-file',
    url: () => 'file:///etc/passwd',
    state: 'scheme-refused',
    fate: 'give-up',
    tries: 0,
  },
  {
    name: 'no-address',
    url: () => 'http://me:secret@/ /',
    state: 'scheme-refused',
    fate: 'give-up',
    tries: 0,
  },
  {
    name: 'password-dropped',
    play: (socket, { headers }) =>
      reply(socket, headers.has('authorization') ? '500 Leaked' : '200 OK', 'good', HTML),
    url: (server) => `${server.url('/password-dropped').replace('//', '//me:secret@')}#part`,
    state: 'fetched',
    fate: 'done',
    check: (outcome) => !JSON.stringify(outcome).includes('secret') && !outcome.url.includes('#'),
  },
  {
    name: 'port-closed',
    url: () => 'http://127.0.0.1:1/',
    state: 'connect-failed',
    fate: 'retry',
    tries: 2,
  },
  {
    name: 'keep-alive-reset',
    // The first request of a connection is answered; the second one finds it closed.
    play: (socket, { beforeOnSocket }) =>
      beforeOnSocket === 0 ? reply(socket, '200 OK', 'good', HTML) : void socket.resetAndDestroy(),
    url: (server) => server.url('/keep-alive-reset', 'http', 'kept.test'),
    after: '/fine',
    state: 'fetched',
    fate: 'done',
    check: (_outcome, server) => server.log.filter(({ path }) => path === '/keep-alive-reset').length === 2,
  },
  {
    name: 'tls-trusted',
    url: (server) => server.url('/fine', 'tls', 'site.test'),
    state: 'fetched',
    fate: 'done',
  },
  {
    name: 'tls-self-signed',
    url: (server) => server.url('/fine', 'tls-self-signed', 'site.test'),
    state: 'tls-failed',
    fate: 'stop-host',
    check: ({ message }) => message.includes('SELF_SIGNED'),
  },
  {
    name: 'tls-expired',
    url: (server) => server.url('/fine', 'tls-expired', 'site.test'),
    state: 'tls-failed',
    fate: 'stop-host',
    check: ({ message }) => message.includes('CERT_HAS_EXPIRED'),
  },
  {
    name: 'tls-other-name',
    url: (server) => server.url('/fine', 'tls', 'other.test'),
    state: 'tls-failed',
    fate: 'stop-host',
    check: ({ message }) => message.includes('ALTNAME'),
  },
  {
    name: 'tls-that-is-none',
    url: (server) => server.url('/fine', 'clear', 'site.test').replace('http:', 'https:'),
    state: 'tls-failed',
    fate: 'stop-host',
  },
  {
    name: 'tls-silent',
    url: (server) => server.url('/fine', 'mute', 'site.test').replace('http:', 'https:'),
    state: 'connect-timeout',
    fate: 'retry',
    tries: 2,
  },
  {
    name: 'tls-hangs-up',
    url: (server) => server.url('/fine', 'hang-up', 'site.test').replace('http:', 'https:'),
    state: 'connection-reset',
    fate: 'retry',
    tries: 2,
  },
  {
    name: 'clear-on-tls',
    url: (server) => server.url('/fine', 'tls', 'site.test').replace('https:', 'http:'),
    state: 'connection-reset',
    fate: 'retry',
    tries: 2,
  },
];
