import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CONTACT } from '../../scripts/crawl-world/run-night.js';
import { startWorld, type World } from '../../scripts/world/start-world.js';
import { lockFile } from '../lock/lock-file.js';
import type { PageState } from '../store/describe-pages.js';
import { FaultServer } from '../testing/fault-server/fault-server.js';
import { allFaults } from '../testing/fault-server/start.js';
import { runInProcess } from '../testing/run-in-process.js';

let root: string;
let world: World;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'nianbao-fetch-'));
  world = await startWorld({ seed: 3, siteCount: 2, reportCount: 20, crawlDelay: 0.01 });
});
afterAll(async () => {
  await world.close();
  rmSync(root, { recursive: true });
});

async function fetchInto(name: string, inputs: string[], ...flags: string[]) {
  const folder = join(root, name);
  const from = world.log.length;
  const options = ['--out', folder, '--contact', CONTACT, '--delay', '0', ...flags];
  const ran = await runInProcess(['fetch', ...inputs, ...options]);
  const lines = ran.out.split('\n').filter(Boolean);
  const asked = world.log.slice(from).map(({ host, path }) => `http://${host}${path}`);
  return { ...ran, folder, lines: lines.map((line) => JSON.parse(line) as PageState), asked };
}

describe('nianbao fetch', () => {
  it('fetches what is named and nothing else with --no-follow, and says where it lies', async () => {
    const [one, two] = world.sites[0]!.reports;
    const list = join(root, 'list.csv');
    writeFileSync(list, `name,url\n甲,${one!.url}#top\n乙,${two!.url}\n丙,无\n丁,${one!.url}\n`);
    const { status, lines, asked, err, folder } = await fetchInto(
      'a',
      [list],
      '--no-follow',
      '--allow-private',
    );
    expect(status).toBe(3);
    expect(asked.filter((url) => !url.endsWith('/robots.txt'))).toEqual([one!.url, two!.url]);
    expect(lines.map(({ url, state, status: code }) => [url, state, code])).toEqual([
      ['无', 'scheme-refused', null],
      [one!.url, 'fetched', 200],
      [two!.url, 'fetched', 200],
    ]);
    expect(lines[1]).toMatchObject({
      ...{ finalUrl: one!.url, kind: 'report', sha256: expect.stringMatching(/^[0-9a-f]{64}$/u) },
      archive: { file: 'nianbao-000001.warc.gz', offset: expect.any(Number) },
    });
    expect(err).toContain(`failed   ${list}:4: it is no address: 无\n`);
    expect(err).toContain('note     1 address was named before\n');
    expect(readdirSync(folder)).not.toContain('records.jsonl');
  });

  it('follows a list to its reports and their attachments, and asks for what changed when it is run again', async () => {
    const site = world.sites[0]!;
    const first = await fetchInto('b', site.start, '--allow-private', '-q');
    expect([first.status, first.err]).toEqual([0, '']);
    const wanted = site.reports.flatMap(({ url, fileUrl }) => [url, fileUrl ?? []].flat());
    const had = first.lines.filter(({ state }) => state === 'fetched').map(({ url }) => url);
    expect(had).toEqual(expect.arrayContaining(wanted));
    expect(had[0]).toBe(site.start[0]);
    const again = await fetchInto('b', site.start, '--allow-private', '-q');
    expect(again.status).toBe(0);
    expect(new Set(again.lines.map(({ state }) => state))).toEqual(new Set(['not-modified']));
  });

  it('asks no private address unless it is told to', async () => {
    const { status, lines, asked } = await fetchInto('c', [world.sites[0]!.reports[0]!.url]);
    expect(status).toBe(3);
    expect(asked).toEqual([]);
    expect(lines).toMatchObject([{ state: 'address-refused', status: null, archive: null }]);
  });

  it('drops passwords, and tells them nobody', async () => {
    const played = allFaults.filter(({ play }) => play !== undefined);
    const server = new FaultServer(new Map(played.map(({ name, play }) => [`/${name}`, play!])));
    await server.listen('http');
    const url = (path: string) => server.url(path).replace('//', '//me:secret@');
    const inputs = ['/password-dropped', '/redirect-with-password', '/status-404'].map(url);
    const { status, out, err, folder } = await fetchInto('d', inputs, '--allow-private', '--no-follow');
    await server.close();
    expect(status).toBe(3);
    expect(out.match(/"state":"[a-z-]+"/gu)).toEqual([
      '"state":"fetched"',
      '"state":"fetched"',
      '"state":"gone"',
    ]);
    for (const text of [out, err, ...filesIn(folder)]) expect(text).not.toMatch(/secret|bWU6c2VjcmV0/u);
  });

  it('ends with 5 while another run is at work', async () => {
    const lock = lockFile(join(root, 'e/state.db.lock'));
    const { status, out, err, asked } = await fetchInto('e', world.sites[0]!.start, '--allow-private');
    lock.release();
    expect({ status, out, asked }).toEqual({ status: 5, out: '', asked: [] });
    expect(err).toBe(`nianbao: error: another run is at work in ${join(root, 'e')}\n`);
  });
});

/** What a run wrote for people and programs; archives hold what servers sent. */
const filesIn = (folder: string): string[] =>
  ['runs/latest.json', 'runs/latest.txt', 'runs/latest.html', 'state.db'].map((name) =>
    readFileSync(join(folder, name), 'latin1'),
  );
