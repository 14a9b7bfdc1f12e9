import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { challengePages } from '../../parsers/lookups/challenge-pages.js';
import { loadSiteKnowledge } from '../../parsers/sites/index.js';
import { damageDigit } from '../../scripts/carriers/damage-digit.js';
import { readRecords } from '../../scripts/crawl-world/read-folder.js';
import { emptyTally, scoreDocument } from '../../scripts/scoring/score-documents.js';
import { type MadeDocument, makeDocument } from '../../scripts/synthesise/document.js';
import { alterTables, type PrintedTable } from '../../scripts/synthesise/printed.js';
import { seededRandom } from '../../scripts/synthesise/random.js';
import { canDrawTables, drawTablePicture } from '../../scripts/world/draw-table-picture.js';
import { openConverter } from '../convert/run/open-converter.js';
import { defaultLimits } from '../fetch/fetch-limits.js';
import type { ReportRecord } from '../model/report-record.js';
import type { RunSummary } from '../model/run-summary.js';
import { runCrawl } from './run-crawl.js';

const recipe = { form: 'ogi-2021', year: 2023 } as const;
const HTML = 'text/html; charset=utf-8';

let root: string;
let server: Server;
let origin: string;
/** What the server answers, by path. */
let pages: Map<string, { type: string; body: Uint8Array }>;
let log: { path: string; status: number }[] = [];
let attached: MadeDocument;
let shown: MadeDocument;
let day = 10;

const text = (html: string) => ({ type: HTML, body: new Uint8Array(Buffer.from(html)) });
const docx = ({ bytes }: MadeDocument) => ({ type: 'application/octet-stream', body: bytes });

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'nianbao-page-parts-'));
  attached = await makeDocument({ ...recipe, seed: 21, carrier: 'docx-plain' }, 'attached');
  let table: PrintedTable | undefined;
  shown = await makeDocument(
    {
      ...{ ...recipe, seed: 22, carrier: 'html-clean' },
      alterPage: (page) =>
        alterTables(page, (each) => {
          if (each.id !== 'proactive') return each;
          table = each;
          return [{ kind: 'paragraph', text: '（表格见图）' }];
        }),
      alterText: (html) =>
        html.replace('（表格见图）', '<img src="/b.png"><img src="/images/icon.png"><img src="/gone.jpg">'),
    },
    'shown',
  );
  const [first, second] = [attached.report.title, shown.report.title];
  pages = new Map([
    ['/robots.txt', { type: 'text/plain', body: Buffer.from('User-agent: *\nDisallow: /secret/') }],
    [
      '/list.html',
      text(
        `<title>政府信息公开年报</title><ul><li><a href="/a.html">${first}</a></li><li><a href="/b.html">${second}</a></li></ul>`,
      ),
    ],
    [
      '/a.html',
      text(
        `<title>${first}</title><h1>${first}</h1><p>现将报告予以公布。</p><a href="/a.docx">附件：年度报告</a><img src="/secret/1.jpg">`,
      ),
    ],
    ['/a.docx', docx(attached)],
    ['/b.html', { type: HTML, body: shown.bytes }],
    ['/b.png', { type: 'image/png', body: drawTablePicture(table!) }],
  ]);
  server = createServer((request, reply) => {
    const page = pages.get(request.url!);
    const etag = `"${createHash('sha1')
      .update(page?.body ?? '')
      .digest('hex')}"`;
    const status = page === undefined ? 404 : request.headers['if-none-match'] === etag ? 304 : 200;
    log.push({ path: request.url!, status });
    reply.writeHead(status, { 'content-type': page?.type ?? 'text/plain', ...(page && { etag }) });
    reply.end(status === 200 ? page!.body : undefined);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await new Promise((done) => server.close(done).closeAllConnections());
  rmSync(root, { recursive: true });
});

/** The next night. @returns what was asked, as `status path`, what it came to, and the records by the letter of their page */
async function night(): Promise<{
  asked: string[];
  summary: RunSummary;
  records: Record<string, ReportRecord>;
}> {
  log = [];
  day++;
  const summary = await runCrawl({
    ...{ job: 'nightly', folder: root, sites: [{ id: 's', name: '某县', start: [`${origin}/list.html`] }] },
    ...{ knowledge: loadSiteKnowledge(), challenges: challengePages, passingLines: [] },
    ...{ userAgent: 'nianbao/test (+https://example.org/)', connection: { allowPrivate: true } },
    ...{ concurrency: 4, delayMs: 0, requestsMaxPerHost: null, quietHours: null, isFollowing: true },
    ...{ limits: { ...defaultLimits, triesMax: 1 }, years: null, jobs: 1, tell: () => {} },
    now: () => Date.parse(`2026-11-${day}T18:00:00Z`),
    convert: openConverter().convert,
  });
  const byPage = readRecords(root).map((record) => [
    files(record).find((path) => path.endsWith('.html')),
    record,
  ]);
  return {
    asked: log.map(({ path, status }) => `${status} ${path}`).sort(),
    summary,
    records: Object.fromEntries(byPage),
  };
}

const files = ({ source }: ReportRecord): string[] =>
  (source.carriers ?? [source]).map(({ uri }) => uri.slice(origin.length)).sort();

/** The nights follow each other. */
describe.skipIf(!canDrawTables())('a crawl', () => {
  it('makes one record of a page and its file, and of a page and its picture', async () => {
    const { asked, records, summary } = await night();
    expect(asked).toEqual([
      ...['200 /a.docx', '200 /a.html', '200 /b.html', '200 /b.png', '200 /list.html', '200 /robots.txt'],
      '404 /gone.jpg',
    ]);
    expect(Object.keys(records)).toHaveLength(2);
    expect(files(records['/a.html']!)).toEqual(['/a.docx', '/a.html']);
    expect(files(records['/b.html']!)).toEqual(['/b.html', '/b.png']);
    const judged = [
      [attached.truth, records['/a.html']!],
      [shown.truth, records['/b.html']!],
    ] as const;
    for (const [truth, record] of judged) expect(scoreDocument(emptyTally(), truth, [record])).toEqual([]);
    expect(summary.totals).toMatchObject({ found: 2, records: { new: 2 } });
    expect(summary.failures.map(({ code, url }) => [code, url.slice(origin.length)])).toEqual([
      ['gone', '/gone.jpg'],
      ['robots-denied', '/secret/1.jpg'],
    ]);
  });

  it('asks for all of it by condition the night after, and converts nothing', async () => {
    const { asked, summary } = await night();
    const unchanged = ['/a.docx', '/a.html', '/b.html', '/b.png', '/list.html'].map((path) => `304 ${path}`);
    expect(asked).toEqual(['200 /robots.txt', ...unchanged].sort());
    expect(summary.totals.records).toEqual({ new: 0, changed: 0, reread: 0, known: 0, unchanged: 0 });
  });

  it('makes a version of the report where its file changes', async () => {
    const place = { table: 'applications', row: 'granted', column: 'total' } as const;
    const alterReport: Parameters<typeof makeDocument>[0]['alterReport'] = (report) =>
      damageDigit(report, place, seededRandom(1));
    pages.set(
      '/a.docx',
      docx(await makeDocument({ ...recipe, seed: 21, carrier: 'docx-plain', alterReport }, 'a')),
    );
    const { summary, records } = await night();
    expect(summary.changes).toMatchObject([{ change: 'changed', url: `${origin}/a.html`, version: 2 }]);
    expect(summary.changes[0]!.first.map(({ path }) => path)).toContain(
      'tables.applications.granted.total.value',
    );
    expect(Object.keys(records)).toHaveLength(2);
  });

  it('keeps what it said where its file is damaged, and where it is gone', async () => {
    const { records: before } = await night();
    pages.set('/a.docx', { type: 'application/octet-stream', body: attached.bytes.subarray(0, 3000) });
    const damaged = await night();
    expect(damaged.summary.failures.map(({ stage, code }) => [stage, code])).toContainEqual([
      'convert',
      'docx-truncated',
    ]);
    expect(damaged.records).toEqual(before);
    pages.delete('/a.docx');
    const gone = await night();
    const [report] = gone.summary.vanished.map((page) => [
      page.url.slice(origin.length),
      page.reports.length,
    ]);
    expect(report).toEqual(['/a.docx', 1]);
    expect(gone.records).toEqual(before);
  });
});
