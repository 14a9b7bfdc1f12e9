import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { stringify } from 'yaml';
import type { Truth } from '../synthesise/truth.js';
import { createSiteServer, type RenderCache, type SiteServer } from './answer-request.js';
import { planNight } from './plan-night.js';
import { planSite } from './plan-site.js';
import { shapes } from './shapes/index.js';
import type { NightChanges, ShapeName, WorldReport, WorldSite } from './world-types.js';

export interface WorldOptions {
  seed: number;
  siteCount?: number;
  reportCount?: number;
  /** See README.md: a loopback address for each site, or a port. */
  hosts?: 'address' | 'port';
  /** The port of all sites, or of the first one; 0 takes free ones. Give it where addresses must outlive the process. */
  port?: number;
  /** Seconds, for the sites whose robots.txt asks for a delay. */
  crawlDelay?: number;
  /** Documents that another world of the same seed has rendered. */
  cache?: RenderCache;
}

export interface LogEntry {
  /** Milliseconds since 1970, with parts of them, when the request came in. */
  at: number;
  /** ... and when the answer was given away as a whole; null until then. */
  endedAt: number | null;
  night: number;
  site: string;
  host: string;
  method: string;
  path: string;
  /** It named a version that is known already. */
  isConditional: boolean;
  /** 0 until the answer is sent. */
  status: number;
  /** Bytes of the body that was sent. */
  bytes: number;
  userAgent: string;
}

export interface ServedSite {
  id: string;
  name: string;
  shape: ShapeName;
  origin: string;
  start: string[];
  validators: WorldSite['validators'];
  /** `delay`: it has rules, and asks for a crawl-delay. */
  robots: WorldSite['robots'];
  /** Absolute addresses of tonight's reports. */
  reports: (WorldReport & { url: string; fileUrl: string | null; pictureUrl: string | null })[];
}

export interface World {
  readonly sites: readonly ServedSite[];
  readonly night: number;
  readonly log: LogEntry[];
  /** What happened between the night before and this one, by site id. */
  readonly changes: ReadonlyMap<string, NightChanges>;
  /** Nights only go on; night 1 is the first. */
  setNight(night: number): void;
  /** From now on the lists of a site name nothing, though all that they named is still there. */
  loseLists(siteId: string): void;
  /** What the report at an address, or the file there, says. @throws if there is no report */
  truth(url: string): Promise<Truth>;
  sitesYaml(): string;
  close(): Promise<void>;
}

/** Milliseconds since 1970; two requests of one millisecond keep their order and their distance. */
const preciseNow = (): number => performance.timeOrigin + performance.now();

const LOOPBACK = '127.77.0.';
const PORT_TRIES = 20;

const listen = (server: Server, port: number, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });

/** Plans the world and serves it until `close`. @throws when no port is free */
export async function startWorld(options: WorldOptions): Promise<World> {
  const {
    seed,
    siteCount = 40,
    reportCount = 2000,
    hosts = 'address',
    port = 0,
    crawlDelay = 0.05,
    cache = new Map(),
  } = options;
  if (hosts === 'address' && siteCount > 250) throw new Error('at most 250 sites by address');
  let plans = Array.from({ length: siteCount }, (_, index) =>
    planSite(seed, index, Math.floor(reportCount / siteCount) + (index < reportCount % siteCount ? 1 : 0)),
  );
  let night = 1;
  let changes = new Map<string, NightChanges>();
  const log: LogEntry[] = [];
  const handlers: SiteServer[] = [];
  const withoutLists = new Set<string>();
  const { servers, origins } = await openServers(siteCount, hosts, port, (index, request, reply) => {
    const entry = logged(request, night, plans[index]!.id);
    log.push(entry);
    void sendAnswer(handlers[index]!, entry, request, reply);
  });
  const build = (): void => {
    for (const [index, plan] of plans.entries())
      handlers[index] = createSiteServer(plan, origins[index]!, cache, crawlDelay, withoutLists.has(plan.id));
  };
  build();
  return {
    get night() {
      return night;
    },
    get changes() {
      return changes;
    },
    get sites() {
      return plans.map((plan, index) => served(plan, origins[index]!));
    },
    log,
    setNight(wanted) {
      if (wanted < night) throw new Error(`night ${wanted} is over`);
      while (night < wanted) {
        night++;
        const next = plans.map((plan) => planNight(seed, plan, night));
        changes = new Map(next.map(({ site, changes: own }) => [site.id, own]));
        plans = next.map(({ site }) => site);
      }
      build();
    },
    loseLists(siteId) {
      withoutLists.add(siteId);
      build();
    },
    truth(url) {
      const { origin, pathname, search } = new URL(url);
      return handlers[origins.indexOf(origin)]!.truth(pathname + search);
    },
    sitesYaml: () => writeSites(plans, origins),
    close: async () => {
      await Promise.all(servers.map(closeServer));
    },
  };
}

const logged = ({ headers, method, url }: IncomingMessage, night: number, site: string): LogEntry => ({
  at: preciseNow(),
  endedAt: null,
  night,
  site,
  host: headers.host ?? '',
  method: method ?? '',
  path: url ?? '',
  isConditional: 'if-none-match' in headers || 'if-modified-since' in headers,
  status: 0,
  bytes: 0,
  userAgent: headers['user-agent'] ?? '',
});

/** Answers one request, and completes its entry of the log. */
async function sendAnswer(
  site: SiteServer,
  entry: LogEntry,
  request: IncomingMessage,
  reply: ServerResponse,
): Promise<void> {
  try {
    const { status, headers, body } = await site.answer(entry.path, request.headers);
    entry.status = status;
    entry.bytes = body.byteLength;
    // Not when the system has taken it: a busy server hears of that late, when the next request may be there.
    entry.endedAt = preciseNow();
    reply.writeHead(status, { ...headers, 'content-length': body.byteLength });
    reply.end(entry.method === 'HEAD' ? undefined : body);
  } catch (error) {
    entry.status = 500;
    reply.writeHead(500, { 'content-type': 'text/plain' });
    reply.end(String(error));
  }
}

/** The file of sites for a crawl of the world. */
const writeSites = (plans: readonly WorldSite[], origins: readonly string[]): string =>
  stringify({
    sites: plans.map((plan, index) => ({
      id: plan.id,
      name: plan.name,
      start: served(plan, origins[index]!).start,
      expect: { reports_min: Math.floor(plan.reports.length * 0.9) },
    })),
  });

const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

const served = (plan: WorldSite, origin: string): ServedSite => ({
  id: plan.id,
  name: plan.name,
  shape: plan.shape,
  origin,
  start: shapes[plan.shape].start.map((path) => origin + path),
  validators: plan.validators,
  robots: plan.robots,
  reports: plan.reports.map((report) => ({
    ...report,
    url: origin + report.path,
    fileUrl: report.filePath === null ? null : origin + report.filePath,
    pictureUrl: report.picturePath === null ? null : origin + report.picturePath,
  })),
});

type Handle = (index: number, request: IncomingMessage, reply: ServerResponse) => void;

/** One server a site; by address, all of them on one port, which must be free on every address. */
async function openServers(
  count: number,
  hosts: 'address' | 'port',
  port: number,
  handle: Handle,
): Promise<{ servers: Server[]; origins: string[] }> {
  for (let attempt = 1; ; attempt++) {
    const servers = Array.from({ length: count }, (_, index) =>
      createServer((request, reply) => handle(index, request, reply)),
    );
    try {
      const origins: string[] = [];
      let shared = port;
      for (const [index, server] of servers.entries()) {
        const address = hosts === 'address' ? `${LOOPBACK}${index + 1}` : '127.0.0.1';
        const wanted = hosts === 'address' ? shared : port === 0 ? 0 : port + index;
        const got = await listen(server, wanted, address);
        if (hosts === 'address') shared = got;
        origins.push(`http://${address}:${got}`);
      }
      return { servers, origins };
    } catch (error) {
      for (const server of servers) server.close();
      if (port !== 0 || attempt >= PORT_TRIES) throw error;
    }
  }
}
