import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  drawChange,
  drawFailure,
  drawPast,
  drawSite,
  drawSummary,
  noCounts,
} from '../../testing/draw-summary.js';
import { findChromium } from '../../testing/find-chromium.js';
import { drawHtml } from './draw-html.js';

const hostile = '"><script>document.title="owned"</script>县';
const long = `http://a.example.cn/${'zfxxgk'.repeat(40)}.html`;
const history = [
  drawPast(9, { new: 2000, found: 30 }),
  drawPast(10, { new: 10, changed: 5, failed: 0 }),
  drawPast(11, { new: 20, changed: 0, vanished: 4, failed: 6, alarms: 1, found: 60 }),
];
const summary = drawSummary({
  history,
  alarms: [{ code: 'none-found', site: 'x', message: `No report found. Open ${long} in a browser.` }],
  totals: {
    ...noCounts(),
    ...{ found: 45, failures: { gone: 1, 'dns-failed': 4 } },
    records: { new: 15, changed: 15, reread: 0, known: 0, unchanged: 0 },
    cells: { verified: 800, read: 100, suspect: 60, blank: 40, missing: 0 },
  },
  sites: [
    drawSite('x', { name: hostile, verdict: 'none', found: 0, message: 'No report found.', stopped: [long] }),
    drawSite('half', { verdict: 'fewer', found: 18, expected: 36 }),
    drawSite('full', { found: 36, expected: 36 }),
    drawSite('open', { found: 7, expected: null }),
  ],
  changes: [
    drawChange('r-1', { issuer: hostile, url: long }),
    drawChange('r-2', {
      ...{ change: 'changed', version: 2, differences: 8, url: long },
      first: [
        { path: `sections.${'overview'.repeat(20)}.text`, before: '甲'.repeat(120), after: 'b'.repeat(120) },
      ],
    }),
  ],
  vanished: [{ url: long, site: 'half', reports: [`r-${'0'.repeat(64)}`] }],
  failures: [
    drawFailure(long, 'gone', { message: hostile }),
    ...[1, 2, 3, 4].map((at) => drawFailure(`http://b.example.cn/${at}`, 'dns-failed')),
  ],
});

const path = findChromium();
if (path === null) console.warn('no Chromium in PATH: the summary page is not looked at in a browser');

describe.skipIf(path === null)('the page of a run, in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: path!, args: ['--no-sandbox'] });
  });
  afterAll(async () => browser.close());

  /** Collects everything that the page requests and complains of. */
  async function open(options: { width?: number; colorScheme?: 'light' | 'dark' } = {}) {
    const { width = 1200, colorScheme = 'light' } = options;
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
    const troubles: string[] = [];
    page.on('console', (message) => troubles.push(message.text()));
    page.on('pageerror', (error) => troubles.push(String(error)));
    page.on('request', (request) => {
      if (!request.url().startsWith('data:')) troubles.push(request.url());
    });
    await page.setContent(drawHtml(summary), { waitUntil: 'load' });
    return { page, troubles };
  }

  const sizesOf = (page: Page, selector: string): Promise<{ width: number; height: number; x: number }[]> =>
    page.$$eval(selector, (found) => found.map((each) => each.getBoundingClientRect().toJSON()));

  it('asks for nothing, complains of nothing, and runs nothing', async () => {
    const { page, troubles } = await open();
    expect(troubles).toEqual([]);
    expect(await page.title()).toContain('A person must look');
    expect(await page.$$eval('script, img, iframe, object', (found) => found.length)).toBe(0);
    expect(await page.textContent('.site b')).toBe(hostile);
    expect(await page.$$eval('.failure', (found) => found.length)).toBe(5);
  });

  it('draws a bar a run, in proportion to what it counts', async () => {
    const { page } = await open();
    const found = await sizesOf(page, '.chart .run .found');
    expect(found).toHaveLength(4);
    expect(found.map(({ height }) => height / found[0]!.height)).toEqual(
      [1, 40 / 30, 2, 1.5].map((ratio) => expect.closeTo(ratio, 2)),
    );
    const [fresh, changed, failed] = await Promise.all(
      ['new', 'changed', 'failed'].map((part) => sizesOf(page, `.chart .run .${part}`)),
    );
    expect(fresh!.map(({ height }) => height / fresh![1]!.height).slice(1)).toEqual(
      [1, 2, 1.5].map((ratio) => expect.closeTo(ratio, 2)),
    );
    // Parts of nothing are not drawn; a bar that is cut keeps the proportions of its parts and has its length written beside it.
    expect([fresh!.length, changed!.length, failed!.length]).toEqual([4, 3, 3]);
    expect(fresh![0]!.height / changed![0]!.height).toBeCloseTo(2000, -3);
    expect(await page.$$eval('.cut + text', (texts) => texts.map((text) => text.textContent))).toEqual([
      '2,004',
    ]);
    expect(await page.$$eval('.chart .mark', (marks) => marks.length)).toBe(2);
  });

  it('draws shares and expectations to scale', async () => {
    const { page } = await open();
    const parts = await sizesOf(page, '.share rect');
    const whole = parts.reduce((sum, { width }) => sum + width, 0);
    expect(parts.map(({ width }) => width / whole)).toEqual(
      [0.8, 0.1, 0.06, 0.04].map((share) => expect.closeTo(share, 2)),
    );
    await page.$$eval('details', (all) => {
      for (const each of all) each.open = true;
    });
    const bars = await page.$$eval('tr.site', (rows) =>
      rows.map((row) => {
        const bar = row.querySelector('svg.b rect')?.getBoundingClientRect();
        const goal = row.querySelector('svg.b .goal')?.getBoundingClientRect();
        return bar && goal ? bar.width / (goal.x - bar.x) : null;
      }),
    );
    expect(bars).toEqual([0, expect.closeTo(0.5, 1), expect.closeTo(1, 1), null]);
    const classes = await sizesOf(page, '.class .b rect');
    expect(classes.map(({ width }) => width / classes[0]!.width)).toEqual([1, expect.closeTo(0.25, 2)]);
  });

  it('fits a phone, with everything unfolded', async () => {
    const { page } = await open({ width: 390 });
    await page.$$eval('details', (all) => {
      for (const each of all) each.open = true;
    });
    const wide = await page.evaluate(() =>
      [...document.querySelectorAll('main *')]
        .filter((each) => {
          const { right, left, width } = each.getBoundingClientRect();
          return width > 0 && right > 0 && (right > innerWidth + 0.5 || left < -0.5);
        })
        .map((each) => `${each.tagName} ${each.textContent?.slice(0, 40)}`),
    );
    expect(wide).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });

  it('follows the choice of light or dark', async () => {
    const papers = await Promise.all(
      (['light', 'dark'] as const).map(async (colorScheme) => {
        const { page } = await open({ colorScheme });
        return page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      }),
    );
    expect(papers).toEqual(['rgb(252, 252, 250)', 'rgb(20, 22, 24)']);
  });

  it('can be walked through without eyes', async () => {
    const { page } = await open();
    const found = await page.evaluate(() => ({
      headings: [...document.querySelectorAll('h1, h2, h3')].map((each) => Number(each.tagName[1])),
      bare: [...document.querySelectorAll('table')].filter((each) => !each.caption?.textContent).length,
      unscoped: [...document.querySelectorAll('th')].filter((each) => !each.scope).length,
      silent: [...document.querySelectorAll('svg:not([aria-hidden])')].filter(
        (each) =>
          each.getAttribute('role') !== 'img' ||
          !each.querySelector('desc')?.textContent ||
          (each.getAttribute('aria-labelledby') ?? '-').split(' ').some((id) => !document.getElementById(id)),
      ).length,
      twice:
        [...document.querySelectorAll('[id]')].length -
        new Set([...document.querySelectorAll('[id]')].map((each) => each.id)).size,
    }));
    expect(found.headings[0]).toBe(1);
    for (const [at, level] of found.headings.entries())
      expect(level - (found.headings[at - 1] ?? 0)).toBeLessThanOrEqual(1);
    expect([found.bare, found.unscoped, found.silent, found.twice]).toEqual([0, 0, 0, 0]);
  });
});
