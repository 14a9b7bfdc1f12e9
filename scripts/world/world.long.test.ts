import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDivisions } from '../../parsers/lookups/divisions.js';
import { loadSiteKnowledge } from '../../parsers/sites/index.js';
import { platforms } from '../../parsers/sites/platforms/index.js';
import { parseSites } from '../../src/discover/parse-sites.js';
import { convert } from '../../src/index.js';
import { amount } from '../../src/testing/amount.js';
import { crawlSite } from './crawl-world.js';
import { placeAt } from './places.js';
import { startWorld, type World } from './start-world.js';
import { shapeNames } from './world-types.js';

const knowledge = loadSiteKnowledge();
const SEED = 7;

/** Obeys the world's robots.txt, which has two prefixes. */
const isAllowed = (url: string): boolean => !/^\/(?:draft|search)/u.test(new URL(url).pathname);

/** What a crawl of every site found, against what is there. */
async function crawlAll(world: World) {
  const results = await Promise.all(
    world.sites.map(async (site) => ({ site, crawled: await crawlSite(site.start, knowledge, isAllowed) })),
  );
  return results.map(({ site, crawled }) => ({
    site,
    crawled,
    wanted: site.reports.map(({ url }) => url).sort(),
    files: site.reports.flatMap(({ fileUrl }) => fileUrl ?? []).sort(),
    pictures: site.reports.flatMap(({ pictureUrl }) => pictureUrl ?? []).sort(),
  }));
}

const REPORTS = amount(400, 2000);

describe(`a world of 40 sites and ${REPORTS} reports`, () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld({ seed: SEED, reportCount: REPORTS });
  });
  afterAll(() => world.close());

  it('is found whole: every report once, nothing else, within bounds', async () => {
    expect(world.sites).toHaveLength(40);
    expect(world.sites.reduce((sum, { reports }) => sum + reports.length, 0)).toBe(REPORTS);
    expect(new Set(world.sites.map(({ shape }) => shape))).toEqual(new Set(shapeNames));
    const results = await crawlAll(world);
    for (const { site, crawled, wanted, files, pictures } of results) {
      expect([...crawled.reports].sort(), `${site.id} ${site.shape}`).toEqual(wanted);
      expect([...crawled.attachments].sort(), site.id).toEqual(files);
      expect([...crawled.pictures].sort(), site.id).toEqual(pictures);
      expect(crawled.refused, site.id).toEqual([]);
      expect(
        crawled.pages.flatMap(({ found }) => found.issues),
        site.id,
      ).toEqual([]);
      // Pages of lists beside reports and files; the sitemaps' explanation is fetched, and dropped by what it says.
      const lists = crawled.asked.length - wanted.length - files.length - pictures.length;
      expect(lists, site.id).toBeLessThanOrEqual(15);
      expect(crawled.dropped.map((url) => new URL(url).pathname)).toEqual(
        site.shape === 'sitemap' ? ['/zfxxgk/gkndbg/shuoming.shtml'] : [],
      );
    }
    const asked = world.log.map(({ host, path }) => host + path);
    expect(new Set(asked).size, 'nothing is asked for twice').toBe(asked.length);
    expect(world.log.filter(({ status }) => status !== 200)).toEqual([]);
    // What is listed beside reports is never fetched.
    expect(world.log.filter(({ path }) => /^\/(?:news|guide|calendar|draft|help)/u.test(path))).toEqual([]);
    // The titles that lists print cut short or weakly are whole on the pages.
    const titles = results.flatMap(({ crawled }) =>
      crawled.pages.flatMap(({ found }) => (found.kind === 'report' ? [found.title] : [])),
    );
    const pages = world.sites.flatMap(({ reports }) =>
      reports.filter(({ carrier }) => !carrier.startsWith('file')).map(({ title }) => title),
    );
    expect(titles.sort()).toEqual(pages.sort());
  });
});

describe('a small world', () => {
  const options = { seed: SEED, siteCount: shapeNames.length, reportCount: shapeNames.length * 30 };
  let world: World;
  beforeAll(async () => {
    world = await startWorld({ ...options, hosts: 'port' });
  });
  afterAll(() => world.close());

  it('is found from the home pages too', async () => {
    for (const site of world.sites.filter(({ shape }) => shape !== 'sitemap')) {
      const crawled = await crawlSite([`${site.origin}/`], knowledge, isAllowed);
      expect([...crawled.reports].sort(), site.shape).toEqual(site.reports.map(({ url }) => url).sort());
    }
  });

  it('gives a file of sites that can be read', () => {
    const { sites } = parseSites(
      world.sitesYaml(),
      'world.yaml',
      platforms.map(({ id }) => id),
    );
    expect(sites.map(({ id, start }) => [id, start])).toEqual(
      world.sites.map(({ id, start }) => [id, start]),
    );
  });

  it('answers 304 to what it has sent before, where it says how to ask', async () => {
    const tally = new Set<string>();
    for (const { reports } of world.sites) {
      const [{ url }] = reports as [(typeof reports)[0]];
      const first = await fetch(url);
      const etag = first.headers.get('etag');
      const date = first.headers.get('last-modified');
      const headers = {
        ...(etag === null ? {} : { 'if-none-match': etag }),
        ...(date === null ? {} : { 'if-modified-since': date }),
      };
      const second = await fetch(url, { headers });
      expect(second.status).toBe(etag === null && date === null ? 200 : 304);
      tally.add(`${etag !== null} ${date !== null}`);
    }
    expect(tally.size).toBe(4);
  });

  it('is the same world again from the same seed, and another from another', async () => {
    const again = await startWorld(options);
    const other = await startWorld({ ...options, seed: SEED + 1 });
    const plan = (of: World) => of.sites.map(({ reports }) => reports.map(({ path, seed }) => [path, seed]));
    expect(plan(again)).toEqual(plan(world));
    expect(plan(other)).not.toEqual(plan(world));
    for (const at of [0, 5]) {
      const [mine, theirs] = [world, again].map(({ sites }) => sites[3]!.reports[at]!.url);
      expect(Buffer.from(await (await fetch(theirs!)).arrayBuffer())).toEqual(
        Buffer.from(await (await fetch(mine!)).arrayBuffer()),
      );
    }
    await again.close();
    await other.close();
  });

  it('changes by night: new, changed, vanished, and moved with the same bytes', async () => {
    const bytesOf = async (url: string) => Buffer.from(await (await fetch(url)).arrayBuffer());
    const night1 = new Map(
      world.sites.flatMap(({ reports }) => reports.map((report) => [report.id, report] as const)),
    );
    const before = new Map<string, Buffer>();
    for (const { id, url } of night1.values()) before.set(id, await bytesOf(url));
    world.setNight(2);
    const night2 = new Map(
      world.sites.flatMap(({ reports }) => reports.map((report) => [report.id, report] as const)),
    );
    const changes = [...world.changes.values()];
    const all = (kind: 'added' | 'changed' | 'vanished' | 'moved') => changes.flatMap((site) => site[kind]);
    for (const kind of ['added', 'changed', 'vanished', 'moved'] as const) expect(all(kind)).not.toEqual([]);
    expect([...night2.keys()].filter((id) => !night1.has(id)).sort()).toEqual(all('added').sort());
    expect([...night1.keys()].filter((id) => !night2.has(id)).sort()).toEqual(all('vanished').sort());
    for (const id of all('vanished')) expect([404, 410]).toContain((await fetch(night1.get(id)!.url)).status);
    const otherBytes: string[] = [];
    const otherAddress: string[] = [];
    for (const [id, report] of night2) {
      const old = night1.get(id);
      if (old === undefined) continue;
      if (old.url !== report.url) otherAddress.push(id);
      const isChanged = old.fileUrl === null && !before.get(id)!.equals(await bytesOf(report.url));
      if (isChanged || old.version !== report.version) otherBytes.push(id);
    }
    expect(otherBytes.sort()).toEqual(all('changed').sort());
    expect(otherAddress.sort()).toEqual(all('moved').sort());
    for (const id of all('moved')) {
      const old = await fetch(night1.get(id)!.url, { redirect: 'manual' });
      expect([404, 301]).toContain(old.status);
    }
    for (const { site, crawled, wanted } of await crawlAll(world))
      expect([...crawled.reports].sort(), site.shape).toEqual(wanted);
    expect(() => world.setNight(1)).toThrow('over');
  });

  it('serves reports that read as what they are meant to be, corrected ones too', async () => {
    const kinds = new Set<string>();
    for (const night of [2, 4]) {
      world.setNight(night);
      for (const report of world.sites.flatMap(({ reports }) => reports)) {
        const kind = `${report.drawing} ${report.version}`;
        if (kinds.has(kind)) continue;
        kinds.add(kind);
        const bytes = new Uint8Array(await (await fetch(report.fileUrl ?? report.url)).arrayBuffer());
        const [record] = (await convert({ uri: report.url, bytes })).records;
        expect([record!.kind, record!.title.value, record!.year.value, record!.issuer.value], kind).toEqual([
          'annual-report',
          report.title,
          report.year,
          report.issuer,
        ]);
        expect(record!.summary, kind).toMatchObject({ suspect: 0, checksFailed: 0 });
      }
    }
    expect([...kinds].filter((kind) => kind.endsWith('2')).length).toBeGreaterThan(1);
  });
});

describe('its places', () => {
  it('are invented, and differ', async () => {
    const names = Array.from({ length: 80 }, (_, index) => placeAt(index).name);
    expect(new Set(names).size).toBe(80);
    const divisions = loadDivisions();
    expect(divisions.byName.size).toBeGreaterThan(2000);
    expect(names.filter((name) => divisions.byName.has(name))).toEqual([]);
  });
});
