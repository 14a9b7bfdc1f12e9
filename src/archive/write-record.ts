import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Exchange } from '../model/fetch.js';
import { version } from '../model/version.js';
import { PARTS_TYPE, type PartsNote } from './parts-note.js';

/** What an identical or unmodified answer refers to. */
interface Earlier {
  uri: string;
  date: string;
  digest: string;
}

export type Revisit = { profile: 'identical-payload-digest' | 'server-not-modified'; of: Earlier };

type Header = [name: string, value: string];

/** Never kept: an archive is handed on. */
const SECRET = /^(?:authorization|proxy-authorization|cookie)$/iu;

/** SHA-256, because pairs of PDFs with the same SHA-1 can be made, and the second would be lost to a revisit. */
export const payloadDigest = (body: Uint8Array): string =>
  `sha256:${createHash('sha256').update(body).digest('hex')}`;

/** The first record of a file. */
export function warcinfo(file: string, id: string, date: string): Buffer {
  const fields: Header[] = [
    ['software', `nianbao/${version}`],
    ['format', 'WARC File Format 1.1'],
    ['conformsTo', 'http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/'],
  ];
  const headers: Header[] = [
    ['WARC-Type', 'warcinfo'],
    ['WARC-Record-ID', id],
    ['WARC-Date', date],
    ['WARC-Filename', file],
    ['Content-Type', 'application/warc-fields'],
  ];
  return member(headers, Buffer.from(headerLines(fields)));
}

/**
 * The answer of an exchange as a gzip member: a response, or a revisit without its body.
 * The body is kept as it was sent, but for the chunks of the transfer: whoever received it has joined them already, and the
 * header that announces them is renamed, so that no reader looks for them.
 */
export function answerRecord(exchange: Exchange, ids: Ids, digest: string, revisit: Revisit | null): Buffer {
  const { url, status, statusText, httpVersion, responseHeaders, body, ip, isBodyCut } = exchange;
  const kept = responseHeaders.map(
    ([name, value]): Header =>
      name.toLowerCase() === 'transfer-encoding' ? [`X-Crawler-${name}`, value] : [name, value],
  );
  const http = `HTTP/${httpVersion || '1.1'} ${status} ${printable(statusText)}\r\n${headerLines(kept)}\r\n`;
  const head = asSent(http);
  const block = revisit ? head : Buffer.concat([head, body]);
  const headers: Header[] = [
    ['WARC-Type', revisit ? 'revisit' : 'response'],
    ['WARC-Record-ID', ids.answer],
    ['WARC-Date', exchange.startedAt],
    ['WARC-Target-URI', withoutSecrets(url)],
    ...(ip === null ? [] : [['WARC-IP-Address', ip] as Header]),
    ['WARC-Payload-Digest', revisit ? revisit.of.digest : digest],
    ...(revisit ? revisitHeaders(revisit) : []),
    ...(isBodyCut ? [['WARC-Truncated', 'unspecified'] as Header] : []),
    ['Content-Type', 'application/http; msgtype=response'],
  ];
  return member(headers, block);
}

/** The request of an exchange, without credentials. */
export function requestRecord(
  { url, method, requestHeaders, requestBody, startedAt }: Exchange,
  ids: Ids,
): Buffer {
  const { host, pathname, search } = new URL(url);
  const kept = requestHeaders.filter(([name]) => !SECRET.test(name));
  const hasHost = kept.some(([name]) => name.toLowerCase() === 'host');
  const lines = headerLines(hasHost ? kept : [['Host', host], ...kept]);
  const headers: Header[] = [
    ['WARC-Type', 'request'],
    ['WARC-Record-ID', ids.request],
    ['WARC-Date', startedAt],
    ['WARC-Target-URI', withoutSecrets(url)],
    ['WARC-Concurrent-To', ids.answer],
    ['Content-Type', 'application/http; msgtype=request'],
  ];
  const head = asSent(`${method} ${pathname}${search} HTTP/1.1\r\n${lines}\r\n`);
  return member(headers, requestBody ? Buffer.concat([head, requestBody]) : head);
}

/** Says which bodies make up one report. It is of its page, the first of them. */
export function partsRecord(note: PartsNote, id: string, date: string): Buffer {
  const headers: Header[] = [
    ['WARC-Type', 'metadata'],
    ['WARC-Record-ID', id],
    ['WARC-Date', date],
    ['WARC-Target-URI', note.files[0]!.uri],
    ['Content-Type', PARTS_TYPE],
  ];
  return member(headers, Buffer.from(JSON.stringify(note)));
}

interface Ids {
  answer: string;
  request: string;
}

const revisitHeaders = ({ profile, of }: Revisit): Header[] => [
  ['WARC-Profile', `http://netpreserve.org/warc/1.1/revisit/${profile}`],
  ['WARC-Refers-To-Target-URI', of.uri.replace(/#.*$/u, '')],
  ['WARC-Refers-To-Date', of.date],
];

function member(headers: Header[], block: Buffer): Buffer {
  const digest = `sha256:${createHash('sha256').update(block).digest('hex')}`;
  const all: Header[] = [...headers, ['WARC-Block-Digest', digest], ['Content-Length', String(block.length)]];
  return gzipSync(Buffer.concat([Buffer.from(`WARC/1.1\r\n${headerLines(all)}\r\n`), block, LINE_ENDS]));
}

const LINE_ENDS = Buffer.from('\r\n\r\n');

const headerLines = (headers: Header[]): string =>
  headers.map(([name, value]) => `${printable(name)}: ${printable(value)}\r\n`).join('');

/** Headers are bytes; a reader that took them for UTF-8 gets them back as UTF-8. */
const asSent = (text: string): Buffer =>
  Buffer.from(text, /[^\u0000-\u00ff]/u.test(text) ? 'utf8' : 'latin1');

/** No line end of a server may begin a header of ours. */
const printable = (text: string): string => text.replace(/[\r\n\0]+/gu, ' ');

export function withoutSecrets(url: string): string {
  const parsed = new URL(url);
  parsed.username = '';
  parsed.password = '';
  return parsed.href;
}
