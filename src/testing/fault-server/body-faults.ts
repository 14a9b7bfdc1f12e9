import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import type { Fault } from './fault.js';
import { HTML, head, pour, reply } from './play.js';

const PAGE = `<html><body>${'政府信息公开工作年度报告'.repeat(50)}</body></html>`;
const MIB = 1024 * 1024;

const isPage: NonNullable<Fault['check']> = ({ body }) => Buffer.from(body ?? []).toString() === PAGE;

/** The page, encoded somehow, arrives as the page, and in the archive as it was sent. */
const encoded = (name: string, encoding: string, bytes: Uint8Array): Fault => ({
  name,
  play: (socket) => reply(socket, '200 OK', bytes, HTML, `Content-Encoding: ${encoding}`),
  state: 'fetched',
  fate: 'done',
  check: (outcome, server) =>
    isPage(outcome, server) && Buffer.compare(outcome.exchanges[0]!.body, bytes) === 0,
});

const refused = (
  name: string,
  state: Fault['state'],
  encoding: string,
  bytes: () => Uint8Array,
  tries = 1,
): Fault => ({
  name,
  play: (socket) => reply(socket, '200 OK', bytes(), HTML, `Content-Encoding: ${encoding}`),
  state,
  fate: tries === 1 ? 'give-up' : 'retry',
  tries,
  check: ({ body }) => body === null,
});

const broken = (bytes: Uint8Array): Uint8Array =>
  bytes.map((byte, i) => (i > 20 && i < 40 ? byte ^ 0xff : byte));

/** A gigabyte of nothing in a megabyte: gzip members behind each other are one body. */
const makeBomb = (): Uint8Array => {
  const member = gzipSync(Buffer.alloc(16 * MIB));
  return Buffer.concat(Array.from({ length: 64 }, () => member));
};

const bomb = makeBomb();
const bombInGzip = gzipSync(bomb);
const brotliBomb = brotliCompressSync(Buffer.alloc(64 * MIB), {
  params: { [constants.BROTLI_PARAM_QUALITY]: 1 },
});

const gbk = Buffer.from([0xc4, 0xea, 0xb1, 0xa8]);

export const bodyFaults: Fault[] = [
  encoded('gzip', 'gzip', gzipSync(PAGE)),
  encoded('brotli', 'br', brotliCompressSync(PAGE)),
  encoded('deflate', 'deflate', deflateSync(PAGE)),
  encoded('deflate-bare', 'deflate', deflateRawSync(PAGE)),
  encoded('gzip-in-gzip', 'gzip, gzip', gzipSync(gzipSync(PAGE))),
  encoded('charset-as-encoding', 'utf-8', Buffer.from(PAGE)),
  refused('gzip-broken', 'encoding-broken', 'gzip', () => broken(gzipSync(PAGE)), 2),
  refused('gzip-cut', 'truncated', 'gzip', () => gzipSync(PAGE).subarray(0, -20), 2),
  refused('gzip-that-is-none', 'encoding-broken', 'gzip', () => Buffer.from(PAGE), 2),
  refused('encoding-unknown', 'encoding-broken', 'zstd', () => Buffer.from(PAGE), 2),
  refused('encodings-piled', 'bomb', 'gzip, gzip, gzip, gzip', () => gzipSync('a')),
  refused('gzip-bomb', 'bomb', 'gzip', () => bomb),
  refused('brotli-bomb', 'bomb', 'br', () => brotliBomb),
  refused('gzip-bomb-in-gzip', 'bomb', 'gzip, gzip', () => bombInGzip),
  {
    name: 'two-gigabytes',
    play: (socket) => {
      head(socket, '200 OK', 'Content-Type: application/pdf');
      pour(socket, Buffer.alloc(64 * 1024, 'a'), 2048 * MIB);
    },
    state: 'too-large',
    fate: 'give-up',
    check: ({ exchanges }) => exchanges[0]!.isBodyCut && exchanges[0]!.body.length <= 64 * 1024,
  },
  {
    name: 'two-gigabytes-in-chunks',
    play: (socket) => {
      head(socket, '200 OK', 'Content-Type: application/pdf', 'Transfer-Encoding: chunked');
      pour(socket, Buffer.from(`10000\r\n${'a'.repeat(0x10000)}\r\n`), 2048 * MIB);
    },
    state: 'too-large',
    fate: 'give-up',
  },
  {
    name: 'two-gigabytes-announced',
    play: (socket) => {
      head(socket, '200 OK', `Content-Length: ${2048 * MIB}`);
      pour(socket, Buffer.alloc(64 * 1024, 'a'), 2048 * MIB);
    },
    state: 'too-large',
    fate: 'give-up',
  },
  {
    name: 'charset-lie',
    play: (socket) => reply(socket, '200 OK', gbk, 'Content-Type: text/html; charset=UTF-8'),
    state: 'fetched',
    fate: 'done',
    check: ({ body, charset }) => charset === 'utf-8' && Buffer.compare(body!, gbk) === 0,
  },
  {
    name: 'name-outside',
    play: (socket) =>
      reply(
        socket,
        '200 OK',
        PAGE,
        HTML,
        'Content-Disposition: attachment; filename="../../../outside.html"',
      ),
    state: 'fetched',
    fate: 'done',
    check: isPage,
  },
  {
    name: 'type-nonsense',
    play: (socket) => reply(socket, '200 OK', PAGE, 'Content-Type: ;;;=utf8'),
    state: 'fetched',
    fate: 'done',
    check: (outcome, server) => outcome.mediaType === null && isPage(outcome, server),
  },
];
