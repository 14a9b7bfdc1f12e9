import { describe, expect, it } from 'vitest';
import { fetchStates } from '../../model/codes/fetch-states.js';
import { drawChange, drawFailure, drawSite, drawSummary, noCounts } from '../../testing/draw-summary.js';
import { drawHtml } from './draw-html.js';
import { linked, withLinks } from './markup.js';
import { palettes } from './page-style.js';
import { scaleOf } from './scale.js';

const states = Object.keys(fetchStates);
const hostile = '"><script>alert(1)</script><img src=x onerror=alert(2)>\'&\u202e';

describe('drawHtml', () => {
  it('gives the same bytes for the same summary', () => {
    const summary = drawSummary({
      changes: [drawChange('r-1')],
      failures: [drawFailure('http://a/', 'gone')],
    });
    expect(drawHtml(structuredClone(summary))).toBe(drawHtml(summary));
  });

  it('leaves text text, wherever it comes from', () => {
    const page = drawHtml(
      drawSummary({
        version: hostile,
        totals: { ...noCounts(), failures: { [hostile]: 1 } },
        alarms: [{ code: 'challenge', site: hostile, message: `${hostile} http://a.example.cn/${hostile}` }],
        sites: [
          drawSite('a', { name: hostile, verdict: 'none', message: hostile, stopped: [hostile] }),
          drawSite('b', { name: hostile }),
        ],
        changes: [
          drawChange('r-1', { issuer: hostile, url: hostile, kind: hostile }),
          drawChange('r-2', {
            ...{ change: 'changed', issuer: hostile, url: `http://a.example.cn/${hostile}`, differences: 2 },
            first: [{ path: hostile, before: hostile, after: hostile }],
          }),
        ],
        vanished: [{ url: hostile, site: hostile, reports: [hostile] }],
        failures: [drawFailure(hostile, hostile, { site: hostile, message: hostile })],
      }),
    );
    expect(page.match(/<script|<img|onerror=alert\(2\)>'|\u202e/gu)).toBeNull();
    expect(page.split('&lt;script&gt;').length).toBeGreaterThan(15);
  });

  it('links to the web alone', () => {
    expect(linked('javascript:alert(1)').source).toBe('<span>javascript:alert(1)</span>');
    expect(linked('http://a/?b="c"').source).toContain('href="http://a/?b=&quot;c&quot;"');
    expect(withLinks('look at http://a/b (no: <c>)').map(({ source }) => source)).toEqual([
      'look at ',
      '<a href="http://a/b" rel="noreferrer noopener">http://a/b</a>',
      ' (no: &lt;c&gt;)',
    ]);
  });

  it('stays below 2 MB for 3,000 sites, whatever failed at them', () => {
    const sites = Array.from({ length: 3000 }, (_, at) =>
      drawSite(`site-${at}`, {
        ...{ verdict: 'none', found: 0, message: 'No report found; the run before found 40.' },
        stopped: [`www.site-${at}.example.cn: 5 failures one after the other, the last: no answer in 30 s`],
      }),
    );
    const failures = Array.from({ length: 30_000 }, (_, at) =>
      drawFailure(`http://www.example.cn/zfxxgk/${at}.html`, states[at % states.length]!),
    );
    const counts = Object.fromEntries(states.map((state) => [state, 30_000 / states.length]));
    const changes = (['new', 'changed', 'reread'] as const).flatMap((change) =>
      Array.from({ length: 3000 }, (_, at) =>
        drawChange(`r-${at}`, {
          ...{ change, differences: 900 },
          first: Array(5).fill({ path: 'x'.repeat(200), before: '文'.repeat(160), after: '字'.repeat(160) }),
        }),
      ),
    );
    const vanished = failures.slice(0, 3000).map(({ url }) => ({ url, site: 'site-1', reports: ['r-1'] }));
    const alarms = sites.map(({ id }) => ({
      ...{ code: 'none-found' as const, site: id },
      message: `No report found; the run before found 40. Open http://www.${id}.example.cn/list/ in a browser.`,
    }));
    const totals = { ...noCounts(), failures: counts };
    const page = drawHtml(drawSummary({ sites, failures, totals, changes, vanished, alarms }));
    expect(Buffer.byteLength(page)).toBeLessThan(2_000_000);
    for (const { id, name } of sites) expect([id, page.includes(`>${name}<`)]).toEqual([id, true]);
    expect(page).toContain('2,700 more in summary.json');
  });

  it('can be read in light and dark', () => {
    for (const palette of Object.values(palettes)) {
      const ratio = (name: string): number => contrast(palette[name as keyof typeof palette], palette.paper);
      for (const name of ['ink', 'soft', 'link', 'alarm'])
        expect([name, ratio(name) >= 4.5]).toEqual([name, true]);
      const { paper: _, ink: _i, soft: _s, link: _l, line: _line, ...areas } = palette;
      for (const name of Object.keys(areas)) expect([name, ratio(name) >= 3]).toEqual([name, true]);
    }
  });
});

/** As WCAG has it: 1 to 21. */
function contrast(a: string, b: string): number {
  const luminance = (color: string): number => {
    const [red, green, blue] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

describe('scaleOf', () => {
  it('ends at a round number that no bar passes', () => {
    expect(scaleOf([1400, 1432])).toEqual({ top: 1500, ticks: [0, 500, 1000, 1500] });
    expect(scaleOf([3, 7])).toEqual({ top: 10, ticks: [0, 5, 10] });
    expect(scaleOf([0, 0])).toEqual({ top: 1, ticks: [0, 1] });
  });

  it('cuts a single bar that would make all others unseen', () => {
    const { top } = scaleOf([5, 2000, 12, 40]);
    expect([top > 40, top < 200]).toEqual([true, true]);
    expect(scaleOf([150, 40]).top).toBeGreaterThanOrEqual(150);
  });
});
