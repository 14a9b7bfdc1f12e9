import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkFirstNight } from '../../scripts/crawl-world/check-first-night.js';
import { checkLaterNight } from '../../scripts/crawl-world/check-later-night.js';
import { checkManners } from '../../scripts/crawl-world/check-manners.js';
import { readRecords, readSummary } from '../../scripts/crawl-world/read-folder.js';
import { filesOf, recordsOf } from '../../scripts/crawl-world/records-of.js';
import { runNianbao } from '../../scripts/crawl-world/run-nianbao.js';
import { CONTACT, runNight } from '../../scripts/crawl-world/run-night.js';
import { checkArchive } from '../../scripts/kill-store/check-archive.js';
import { type LogEntry, startWorld, type World } from '../../scripts/world/start-world.js';
import type { ReportRecord } from '../model/report-record.js';
import { Store } from '../store/store.js';

/** A world in whose second night reports are new, changed, gone and moved, with a redirect and without. */
const WORLD = { seed: 6, siteCount: 11, reportCount: 120, crawlDelay: 0.2 };
const DELAY_SECONDS = 0.02;
const manners = { contact: CONTACT, delayMs: 1000 * DELAY_SECONDS, crawlDelayMs: 1000 * WORLD.crawlDelay };

let root: string;
let folder: string;
let world: World;
let first: LogEntry[];
let records: ReportRecord[];

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'nianbao-nights-'));
  folder = join(root, 'data');
  world = await startWorld(WORLD);
});
afterAll(async () => {
  await world.close();
  rmSync(root, { recursive: true });
});

/** The nights follow each other: each test goes on where the one before it ended. */
describe('nianbao nightly on a world of eleven sites', () => {
  it('finds every report in the first night, fetches it once, politely, and reads it as it is', async () => {
    const { status, out, log } = await runNight(world, { folder, delaySeconds: DELAY_SECONDS });
    expect(status).toBe(0);
    expect(out).toBe(readFileSync(join(folder, 'runs/latest.txt'), 'utf8'));
    expect(checkManners(world, log, manners)).toMatchObject({ faults: [], hosts: 11 });
    records = readRecords(folder);
    const night = await checkFirstNight(world, log, readSummary(folder), records);
    expect(night).toMatchObject({ faults: [], reports: 120 });
    expect(night.tally.verdicts).toMatchObject({ doubt: 0, lost: 0, silent: 0 });
    expect(night.tally.cells).toBeGreaterThan(20_000);
    first = log;
  });

  it('fetches in the second night only what changed, and sees all that happened', async () => {
    const before = world.sites;
    world.setNight(2);
    const { status, log, out, err } = await runNight(world, {
      ...{ folder, delaySeconds: DELAY_SECONDS, quiet: true },
    });
    expect([status, out]).toEqual([0, '']);
    expect(err.replace(/^failed {3}\S+: .+ \[gone\]$/gmu, '').trim()).toBe('');
    expect(checkManners(world, log, manners).faults).toEqual([]);
    const summary = readSummary(folder);
    const held = readRecords(folder);
    const asked = { before: first, now: log };
    const night = await checkLaterNight(world, before, asked, summary, { before: records, now: held });
    expect(night.faults).toEqual([]);
    // Of 120 reports so many can change, and so many are sent again only because their sites give no validators.
    expect(night.bodies).toMatchObject({ new: 12, changed: 3, 'no-validator': 21 });
    expect(night.unchanged).toBeGreaterThan(90);
    expect(summary.totals.records).toMatchObject({ new: 12, changed: 2 });
    expect(summary.vanished.length).toBeGreaterThanOrEqual(2);
    records = held;
  });

  it('knows a report at its new address, and keeps what a changed one said before', () => {
    const store = new Store(join(folder, 'state.db'), { forReading: true });
    const reports = new Map(store.reports().map((report) => [report.recordId, report]));
    const urls = new Map(world.sites.flatMap((site) => site.reports.map((report) => [report.id, report])));
    const ids = (kind: 'moved' | 'changed') => [...world.changes.values()].flatMap((site) => site[kind]);
    const pagesShowing = store.reports().map(({ id }) => store.pages(id));
    expect(ids('moved')).toHaveLength(3);
    for (const id of ids('moved').filter((one) => urls.get(one)!.carrier === 'page')) {
      const pages = pagesShowing.find((some) => some.includes(urls.get(id)!.url));
      expect(pages, id).toHaveLength(2);
    }
    for (const id of ids('changed')) {
      const [record] = recordsOf(urls.get(id)!.url, records);
      const report = reports.get(record!.id)!;
      const versions = store.versions(report.id);
      expect(versions.map(({ number, cause }) => [number, cause])).toEqual([
        [1, 'first'],
        [2, 'source-changed'],
      ]);
      const value = (version: number) =>
        store.record(report.id, version)!.tables.applications!.carriedOver!.total!.value;
      expect(value(2)! - (value(1) ?? 0)).toBe(1);
    }
    store.close();
  });

  it('ends with 4 where a list is empty that named reports before, and loses none of them', async () => {
    const lost = world.sites[4]!;
    world.loseLists(lost.id);
    const { status, out, err, log } = await runNight(world, { folder, delaySeconds: DELAY_SECONDS });
    expect(status).toBe(4);
    const summary = readSummary(folder);
    expect(summary.needsPerson).toBe(true);
    expect(summary.alarms.map(({ code, site }) => [code, site])).toEqual([['none-found', lost.id]]);
    expect(summary.sites.find(({ id }) => id === lost.id)).toMatchObject({ found: 0, verdict: 'none' });
    expect(out).toContain(lost.id);
    expect(err).toMatch(new RegExp(`^alarm {4}${lost.id}: No report found`, 'mu'));
    // What the list does not name any more is still requested, and still there.
    const asked = new Set(log.map(({ host, path }) => `http://${host}${path}`));
    expect(lost.reports.filter(({ url }) => !asked.has(url))).toEqual([]);
    expect(summary.vanished).toEqual([]);
    expect(readRecords(folder)).toEqual(records);
  });

  it('has kept everything so that the archive alone gives the same records, byte for byte', async () => {
    expect(await checkArchive(join(folder, 'archive'), '')).toEqual([]);
    const out = join(root, 'replayed');
    const { status } = await runNianbao(['convert', join(folder, 'archive'), '--out', out, '-j', '2', '-q']);
    // Pages of lists are no reports, and some of them are no documents at all.
    expect([0, 3]).toContain(status);
    const lines = (path: string) => readFileSync(path, 'utf8').split('\n').filter(Boolean);
    const replayed = new Set(lines(join(out, 'records.jsonl')));
    const held = lines(join(folder, 'records.jsonl'));
    expect(held.length).toBe(132);
    expect(held.filter((line) => !replayed.has(line))).toEqual([]);
    // The files of one report are no reports of their own there, either.
    const parts = world.sites.flatMap(({ reports }) =>
      reports.flatMap(({ url, fileUrl, pictureUrl }) => {
        const part = fileUrl ?? pictureUrl;
        return part === null ? [] : [[url, part]];
      }),
    );
    expect(parts.length).toBeGreaterThan(10);
    const again = [...replayed].map((line) => JSON.parse(line) as ReportRecord);
    for (const files of parts)
      for (const record of files.flatMap((file) => recordsOf(file, again)))
        expect(filesOf(record).sort()).toEqual([...files].sort());
  });
});
