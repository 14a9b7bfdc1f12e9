import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Exchange } from '../../src/model/fetch.js';
import { type ReportRecord, reportRecordSchema } from '../../src/model/report-record.js';

/** Pages that are the same for every process that asks: what a night finds at each address. */
export const NIGHTS = 3;
export const SITES = ['east', 'west'];
const PAGES = 24;

const sample = fileURLToPath(new URL('../../samples/2023-linxi-clean-html/record.json', import.meta.url));

export const urlsOf = (site: string): string[] =>
  Array.from({ length: PAGES }, (_, index) => `http://${site}.example/${index}.html`);

/** Of the pages some change every night, some vanish on the third, some carry the report of another page. */
export function exchangeOf(url: string, night: number): Exchange {
  const index = Number(/(\d+)\.html$/u.exec(url)![1]);
  const isGone = night === 3 && index % 8 === 7;
  const isUnmodified = night > 1 && index % 4 === 1;
  const host = index % 6 === 0 ? 'any' : new URL(url).host;
  const version = index % 4 === 2 ? night : 1;
  const body = isUnmodified ? '' : isGone ? 'gone' : `${host} ${index} ${version} ${'正文'.repeat(400)}`;
  return {
    url,
    method: 'GET',
    requestHeaders: [['user-agent', 'kill-store']],
    startedAt: `2026-11-2${night}T18:00:00.000Z`,
    status: isGone ? 404 : isUnmodified ? 304 : 200,
    statusText: '',
    httpVersion: '1.1',
    responseHeaders: [['content-type', 'text/html']],
    body: Buffer.from(body),
    ip: null,
    isBodyCut: false,
  };
}

/** A record that says of a body what it holds; it takes the place of the conversion, which is tested elsewhere. */
export function openReader(): (url: string, body: Buffer) => ReportRecord {
  const base = reportRecordSchema.parse(JSON.parse(readFileSync(sample, 'utf8')));
  return (url, body) => {
    const [host, index, version] = body.toString().split(' ');
    const record = structuredClone(base);
    const sha256 = sha256Of(body);
    record.id = `r-${sha256.slice(0, 20)}`;
    record.source = { ...record.source, uri: url, sha256, bytes: body.length };
    record.issuer.value = `${host}${index}`;
    record.tables.applications!.granted!.total!.value = Number(version);
    return record;
  };
}

export const sha256Of = (body: Uint8Array): string => createHash('sha256').update(body).digest('hex');
