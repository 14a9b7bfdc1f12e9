import type { FetchState } from '../../model/fetch.js';

const stateWords: Record<Exclude<FetchState, 'fetched' | 'not-modified'>, string> = {
  gone: 'no longer there',
  forbidden: 'access is refused',
  'client-error': 'the server takes the request for a wrong one',
  'server-error': 'the server failed',
  'rate-limited': 'the server asks for fewer requests',
  challenge: 'a page against robots',
  'robots-denied': 'robots.txt denies it',
  'scheme-refused': 'no address of the web',
  'address-refused': 'not a public address',
  'redirect-loop': 'redirects in a circle',
  'too-many-redirects': 'too many redirects',
  'redirect-broken': 'a redirect to nowhere',
  'too-large': 'larger than any report',
  bomb: 'unpacks to far more than any page does',
  truncated: 'did not arrive as a whole',
  'encoding-broken': 'its packing could not be undone',
  'dns-failed': 'the name has no address',
  'connect-failed': 'nobody listens there',
  'connect-timeout': 'no connection in time',
  'headers-timeout': 'no answer in time',
  'body-timeout': 'the answer went silent',
  'too-slow': 'too slow',
  'tls-failed': 'certificate or encryption is faulty',
  'connection-reset': 'the other side hung up',
  'protocol-error': 'what came is not HTTP',
  'host-stopped': 'its host was left alone in this run',
  'over-budget': 'its host had all its requests of this run',
  'quiet-hours': 'its host is not asked at this time of day',
  cancelled: 'the run was stopped',
  'internal-error': 'nianbao itself failed',
};

const otherWords: Record<string, string> = {
  crashed: 'the conversion crashed',
  timeout: 'the conversion took too long',
  'warc-truncated': "the archive's copy is cut off",
  'warc-damaged': "the archive's copy is damaged",
  'warc-too-large': "the archive's copy is too large",
  'warc-encoding': "the archive's copy can't be unpacked",
  'warc-revisit-unresolved': "the archive's copy is not where it should be",
  'page-not-text': 'a page that is no text',
  'page-cut': 'a page longer than is read',
  'sitemap-cut': 'a sitemap longer than is read',
  'markup-too-deep': 'markup that nests without end',
  'payload-unknown': 'a list in a form that is not known',
  'too-many-pages': 'a list of more pages than are read',
  'script-not-followed': 'reports that open by a script',
  'report-without-text': 'a report without sentences or files',
  'list-bounded': 'pages of lists that were not followed',
  'no-longer-report': 'gave a report once, and now gives none',
};

/** What a failure's code says; a code that has no words says it itself. */
export const failureWords = (code: string): string =>
  (stateWords as Record<string, string>)[code] ?? otherWords[code] ?? '';
