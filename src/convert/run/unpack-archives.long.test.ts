import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, deflateRawSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../parsers/index.js';
import { Archive } from '../../archive/archive.js';
import type { ReportRecord } from '../../model/report-record.js';
import { amount } from '../../testing/amount.js';
import { drawExchange } from '../../testing/draw-exchange.js';
import { runInProcess } from '../../testing/run-in-process.js';
import { convertBundle } from '../pipeline.js';

const samples = fileURLToPath(new URL('../../../samples/', import.meta.url));
const date = '2026-11-22T18:00:00.123Z';
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-unpack-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

interface Run {
  status: number;
  records: ReportRecord[];
  /** Of standard error. */
  failed: string[];
  skipped: string[];
}

async function nianbao(args: string[], input?: Buffer): Promise<Run> {
  const { status, out, err } = await runInProcess(args, { cwd: folder, ...(input && { input }) });
  const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '');
  const told = (word: string): string[] =>
    lines(err).flatMap((line) => new RegExp(`^${word} +(\\S+: .*)$`, 'u').exec(line)?.[1] ?? []);
  const records = lines(out).map((line) => JSON.parse(line) as ReportRecord);
  return { status, records, failed: told('failed'), skipped: told('skipped') };
}

const mediaTypes: Record<string, string> = {
  html: 'text/html',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  txt: 'text/plain; charset=utf-8',
  md: 'application/octet-stream',
};
const encoders: [name: string, encode: (bytes: Buffer) => Buffer][] = [
  ['identity', (bytes) => bytes],
  ['gzip', gzipSync],
  ['br', (bytes) => brotliCompressSync(bytes)],
  ['deflate', deflateRawSync],
];

/** A record as somebody else's crawler writes it. */
function record(type: string, uri: string, block: string | Buffer, more: string[] = []): Buffer {
  const bytes = Buffer.from(block);
  const headers = [
    'WARC/1.0',
    `WARC-Type: ${type}`,
    `WARC-Target-URI: ${uri}`,
    'WARC-Date: 2024-03-01T08:00:00Z',
    'WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>',
    ...more,
    `Content-Length: ${bytes.length}`,
  ];
  return Buffer.concat([Buffer.from(`${headers.join('\r\n')}\r\n\r\n`), bytes, Buffer.from('\r\n\r\n')]);
}

const answer = (headers: string[], body: string | Buffer): Buffer =>
  Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\n${headers.join('\r\n')}\r\n\r\n`), Buffer.from(body)]);

const page = (name: string): string =>
  `<html><head><meta charset="utf-8"></head><body><h1>${name}2023年政府信息公开工作年度报告</h1><p>本局公开信息35条。</p></body></html>`;

const uris = ({ records }: Run): string[] => records.map(({ source }) => source.uri);

describe('nianbao convert archive.warc.gz', () => {
  it('gives the records that the bodies give, but for address and day', async () => {
    const archive = await Archive.open(join(folder, 'archive'), { fileBytesMax: 200_000 });
    const knowledge = loadKnowledge();
    const expected: ReportRecord[] = [];
    for (const [index, name] of readdirSync(samples).sort().entries()) {
      if (index % amount(5, 1) !== 0) continue;
      const file = readdirSync(join(samples, name)).find((each) => each.startsWith('source.'));
      if (!file) continue;
      const uri = `https://www.example.cn/${name}/`;
      const bytes = readFileSync(join(samples, name, file));
      const [encoding, encode] = encoders[expected.length % encoders.length]!;
      const responseHeaders: [string, string][] = [
        ['Content-Type', mediaTypes[file.split('.').pop()!]!],
        ['Content-Encoding', encoding],
        ['Transfer-Encoding', 'chunked'],
      ];
      await archive.append(drawExchange(uri, encode(bytes), { responseHeaders }));
      const { records } = await convertBundle({ files: [{ uri, bytes, fetchedAt: date }] }, knowledge);
      expected.push(...records);
    }
    await archive.close();
    const run = await nianbao(['convert', 'archive']);
    expect([run.status, run.failed]).toEqual([0, []]);
    expect(expected.length).toBeGreaterThan(amount(10, 50));
    expect(run.records.map((each) => JSON.stringify(each))).toEqual(
      expected.map((each) => JSON.stringify(each)),
    );
  });

  it('reads what other crawlers write, and passes over what is no document', async () => {
    const html = 'Content-Type: text/html';
    const digest = ['WARC-Payload-Digest: sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'];
    const records = [
      record('warcinfo', '', 'software: some crawler'),
      record('request', 'http://a.cn/1', 'GET /1 HTTP/1.1\r\n\r\n'),
      // The body decoded, the headers of its way renamed, as Common Crawl does it.
      record(
        'response',
        'http://a.cn/1',
        answer(
          [
            html,
            'X-Crawler-Content-Encoding: gzip',
            'X-Crawler-Transfer-Encoding: chunked',
            'Content-Length: 200',
          ],
          page('甲县').padEnd(200),
        ),
        digest,
      ),
      record('metadata', 'http://a.cn/1', 'fetchTimeMs: 12'),
      // Decoded, but the header stayed.
      record('response', '<http://a.cn/2>', answer([html, 'Content-Encoding: gzip'], page('乙县'))),
      record('response', 'http://a.cn/3', answer([html, 'Content-Encoding: br'], page('丙县'))),
      // As it was sent.
      record(
        'response',
        'http://a.cn/4',
        answer(
          [html, 'Transfer-Encoding: chunked', 'Content-Encoding: gzip'],
          ((packed) =>
            Buffer.concat([
              Buffer.from(`${packed.length.toString(16)}\r\n`),
              packed,
              Buffer.from('\r\n0\r\n\r\n'),
            ]))(gzipSync(page('丁县'))),
        ),
      ),
      record('response', 'http://a.cn/logo', answer(['Content-Type: image/png'], 'x')),
      record('response', 'http://a.cn/robots.txt', answer(['Content-Type: text/plain'], 'User-agent: *')),
      record(
        'response',
        'http://a.cn/none',
        'HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\nnot here',
      ),
      record('response', 'dns:a.cn', '20240301080000\r\na.cn. 300 IN A 10.0.0.1'),
      record('resource', 'http://a.cn/5', page('戊县'), ['Content-Type: text/html']),
      record('response', 'http://a.cn/cut', answer([html], '<html>'), ['WARC-Truncated: length']),
      record('response', 'http://a.cn/short', answer([html, 'Content-Length: 999'], '<html>')),
      record('response', 'http://a.cn/odd', answer([html, 'Content-Encoding: zstd'], '(\xb5/\xfd')),
      record('revisit', 'http://b.cn/1', 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n', digest),
      record('revisit', 'http://a.cn/lost', '', ['WARC-Payload-Digest: sha1:BBBB']),
    ];
    const files = {
      'packed.warc.gz': Buffer.concat(records.map((each) => gzipSync(each))),
      'plain.warc': Buffer.concat(records),
      'one-member.warc.gz': gzipSync(Buffer.concat(records)),
    };
    for (const [name, bytes] of Object.entries(files)) {
      writeFileSync(join(folder, name), bytes);
      for (const run of [await nianbao(['convert', name]), await nianbao(['convert', '-'], bytes)]) {
        expect(run.status).toBe(3);
        expect(uris(run)).toEqual([1, 2, 3, 4, 5].map((n) => `http://a.cn/${n}`).concat('http://b.cn/1'));
        expect(run.records.map(({ source }) => source.fetchedAt)).toEqual(
          Array(6).fill('2024-03-01T08:00:00Z'),
        );
        expect(run.records.map(({ title }) => title.value?.[0])).toEqual([...'甲乙丙丁戊甲']);
        expect(run.skipped.map((line) => line.replace(/ \(.*$/u, ''))).toEqual([
          'http://a.cn/logo: no document: image/png',
          'http://a.cn/robots.txt: no document: text/plain',
          'http://a.cn/none: an answer with status 404',
        ]);
        expect(run.failed.map((line) => line.replace(/ \(in \S+ at offset \d+\)/u, ''))).toEqual([
          'http://a.cn/cut: only a part of the body was archived [warc-truncated]',
          'http://a.cn/short: the body has 6 bytes of 999 [warc-truncated]',
          'http://a.cn/odd: the body is encoded as zstd, which is not known [warc-encoding]',
          'http://a.cn/lost: it refers to an earlier record, which these archives do not hold [warc-revisit-unresolved]',
        ]);
      }
    }
  });

  it('names damage with file and offset, and reads the rest', async () => {
    const html = 'Content-Type: text/html';
    const names = ['甲', '乙', '丙', '丁'];
    const plain = names.map((name, index) =>
      record('response', `http://a.cn/${index}`, answer([html], page(name))),
    );
    const packed = plain.map((each) => gzipSync(each));
    const offset = packed[0]!.length;
    packed[1]!.fill(0x55, 60, 90);
    writeFileSync(join(folder, 'a.warc.gz'), Buffer.concat(packed).subarray(0, -20));
    plain[1] = Buffer.from(
      plain[1]!.toString('latin1').replace(/Content-Length: \d+/u, 'Content-Length: 90'),
      'latin1',
    );
    writeFileSync(join(folder, 'b.warc'), Buffer.concat(plain));
    const run = await nianbao(['convert', 'a.warc.gz', 'b.warc']);
    expect(run.status).toBe(3);
    expect(uris(run)).toEqual(['0', '2', '0', '2', '3'].map((name) => `http://a.cn/${name}`));
    const last = offset + packed[1]!.length + packed[2]!.length;
    expect(run.failed).toEqual([
      expect.stringMatching(
        new RegExp(`^a.warc.gz: .* \\(in a.warc.gz at offset ${offset}\\) \\[warc-damaged\\]$`, 'u'),
      ),
      `a.warc.gz: the archive ends within a gzip member (in a.warc.gz at offset ${last}) [warc-truncated]`,
      `b.warc: a record is longer than it says (in b.warc at offset ${plain[0]!.length}) [warc-damaged]`,
    ]);
    const broken = record(
      'response',
      'http://a.cn/x.pdf',
      answer(['Content-Type: application/pdf'], '%PDF-1.4 no'),
    );
    writeFileSync(join(folder, 'c.warc.gz'), gzipSync(broken));
    expect((await nianbao(['convert', 'c.warc.gz'])).failed).toEqual([
      expect.stringMatching(/^http:\/\/a\.cn\/x\.pdf: .* \(in c\.warc\.gz at offset 0\) \[pdf-damaged\]$/u),
    ]);
    const checked = await nianbao(['check', 'a.warc.gz']);
    expect([checked.status, checked.failed.length]).toEqual([3, 2]);
  });
});
