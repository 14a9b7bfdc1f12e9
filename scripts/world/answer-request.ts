import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Truth } from '../synthesise/truth.js';
import { decoyPaths, draftPath } from './list-entries.js';
import { renderFile, renderPicture, renderReport } from './render-report.js';
import { shapes } from './shapes/index.js';
import { explanationPath } from './shapes/sitemap.js';
import { escapeHtml, sitePage } from './site-page.js';
import type { Answer, WorldReport, WorldSite } from './world-types.js';

/** What the server sends, ready for the wire. */
export interface Sent {
  status: number;
  headers: Record<string, string>;
  body: Uint8Array;
}

/** Answers for one site on one night. */
export interface SiteServer {
  answer(path: string, headers: { [name: string]: string | string[] | undefined }): Promise<Sent>;
  /** What the document at a path says. @throws if there is no document */
  truth(path: string): Promise<Truth>;
}

/** Documents that were rendered, by their version: they are the same on every night and at every address. */
export type RenderCache = Map<string, Promise<Answer>>;

const renderers = { page: renderReport, file: renderFile, picture: renderPicture };

/** The moment when a version was put on the site. */
const lastModified = (site: WorldSite, version: number): string =>
  new Date(Date.UTC(2025, 2, 1 + version, site.index % 24)).toUTCString();

const robotsOf = (site: WorldSite, origin: string, crawlDelay: number): string =>
  ['User-agent: *', 'Disallow: /draft/', 'Disallow: /search']
    .concat(site.robots === 'delay' ? [`Crawl-delay: ${crawlDelay}`] : [])
    .concat(site.shape === 'sitemap' ? [`Sitemap: ${origin}/sitemap.xml`] : [])
    .join('\n');

const plain = (status: number, text: string): Answer => ({
  status,
  type: 'text/plain; charset=utf-8',
  body: new TextEncoder().encode(text),
});

/**
 * @param crawlDelay in seconds, for the sites whose robots.txt asks for one
 * @param isListLost its lists name nothing; all that they named is still there
 */
export function createSiteServer(
  site: WorldSite,
  origin: string,
  cache: RenderCache,
  crawlDelay: number,
  isListLost: boolean,
): SiteServer {
  const pages = shapes[site.shape].pages(isListLost ? { ...site, reports: [] } : site, origin);
  const documents = new Map<string, WorldReport>();
  for (const report of site.reports) {
    documents.set(report.path, report);
    for (const path of [report.filePath, report.picturePath]) if (path !== null) documents.set(path, report);
  }
  const others = new Map(decoyPaths(site).map(({ path, title }) => [path, title]));
  if (site.shape === 'sitemap') others.set(explanationPath, '政府信息公开年报编制说明');
  if (site.robots !== 'none') others.set(draftPath, `${site.name}2024年政府信息公开工作年度报告`);

  const rendered = (path: string, report: WorldReport): Promise<Answer> => {
    const what = path === report.filePath ? 'file' : path === report.picturePath ? 'picture' : 'page';
    const key = `${report.id} ${report.version} ${what}`;
    const made = cache.get(key) ?? renderers[what](site, report);
    cache.set(key, made);
    return made;
  };

  const find = async (path: string): Promise<{ answer: Answer; version: number | null }> => {
    const url = new URL(path, origin);
    url.searchParams.delete('PHPSESSID');
    const wanted = url.pathname + url.search;
    const report = documents.get(wanted);
    if (report !== undefined) return { answer: await rendered(wanted, report), version: report.version };
    const former = site.former.get(wanted);
    if (former !== undefined) return { answer: formerAnswer(former), version: null };
    if (url.pathname === '/robots.txt')
      return {
        answer: site.robots === 'none' ? plain(404, 'no') : plain(200, robotsOf(site, origin, crawlDelay)),
        version: null,
      };
    const other = others.get(url.pathname);
    if (other !== undefined)
      return { answer: sitePage(site, other, `<h1>${other}</h1><p>本页不是年度报告。</p>`), version: null };
    const hub = hubPage(site, url.pathname);
    if (hub !== null) return { answer: hub, version: null };
    const page = pages.get(url.pathname)?.(url.searchParams) ?? null;
    return { answer: page ?? plain(404, 'not found'), version: null };
  };

  return {
    async answer(path, headers) {
      const { answer, version } = await find(path);
      return send(site, answer, version, headers);
    },
    async truth(path) {
      const { truth } = (await find(path)).answer;
      if (truth === undefined) throw new Error(`${path} is no report`);
      return truth;
    },
  };
}

/** The home page, and the page of the column's column: a crawl may begin there. */
function hubPage(site: WorldSite, path: string): Answer | null {
  if (path === '/')
    return sitePage(
      site,
      '首页',
      `<ul><li><a href="/zwgk/">政务公开</a></li></ul>\n<p>欢迎访问${site.name}网站。</p>`,
    );
  if (path !== '/zwgk/') return null;
  const [column] = shapes[site.shape].start;
  return sitePage(
    site,
    '政务公开',
    `<ul><li><a href="/news/juesuan2022.html">财政信息</a></li>\n<li><a href="${escapeHtml(column!)}">政府信息公开年报</a></li></ul>`,
  );
}

const formerAnswer = ({ status, location }: { status: number; location: string | null }): Answer => ({
  ...plain(status, 'gone'),
  ...(location === null ? {} : { headers: { location } }),
});

/** Adds validators, answers 304 to those that match, and packs. Lists carry an ETag only: they have no date. */
function send(
  site: WorldSite,
  answer: Answer,
  version: number | null,
  asked: { [name: string]: string | string[] | undefined },
): Sent {
  const headers: Record<string, string> = { 'content-type': answer.type, ...answer.headers };
  if (answer.status !== 200) return { status: answer.status, headers, body: answer.body };
  if (site.validators === 'etag' || site.validators === 'both')
    headers.etag = `"${createHash('sha1').update(answer.body).digest('hex').slice(0, 20)}"`;
  if (version !== null && (site.validators === 'last-modified' || site.validators === 'both'))
    headers['last-modified'] = lastModified(site, version);
  const isSame =
    asked['if-none-match'] === undefined
      ? headers['last-modified'] !== undefined && asked['if-modified-since'] === headers['last-modified']
      : asked['if-none-match'] === headers.etag;
  if (isSame && (headers.etag ?? headers['last-modified']) !== undefined)
    return { status: 304, headers, body: new Uint8Array() };
  const accepts = String(asked['accept-encoding'] ?? '');
  if (!site.isGzipped || !accepts.includes('gzip')) return { status: 200, headers, body: answer.body };
  return {
    status: 200,
    headers: { ...headers, 'content-encoding': 'gzip', vary: 'accept-encoding' },
    body: new Uint8Array(gzipSync(answer.body)),
  };
}
