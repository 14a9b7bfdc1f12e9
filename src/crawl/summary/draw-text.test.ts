import { describe, expect, it } from 'vitest';
import { widthOf } from '../../printing/fit-width.js';
import { drawChange, drawFailure, drawSite, drawSummary, noCounts } from '../../testing/draw-summary.js';
import { drawText } from './draw-text.js';

const full = drawSummary({
  alarms: [{ code: 'none-found', site: 'b', message: `No report found. ${'Open it and look. '.repeat(20)}` }],
  totals: {
    ...noCounts(),
    vanished: 1,
    failures: { gone: 1, 'dns-failed': 12 },
    pages: { fetched: 3, gone: 1 },
  },
  sites: [drawSite('a'), drawSite('b', { verdict: 'none', message: 'No report found.', found: 0 })],
  changes: [
    ...Array.from({ length: 70 }, (_, at) => drawChange(`r-${at}`)),
    drawChange('r-x', {
      ...{
        change: 'changed',
        version: 3,
        differences: 9,
        url: `http://a.example.cn/${'很长的名字'.repeat(30)}`,
      },
      first: [
        { path: 'tables.applications.granted.total.value', before: 12, after: 21 },
        { path: 'facts.made.value', after: 3 },
      ],
    }),
  ],
  vanished: [{ url: 'http://a.example.cn/gone.html', site: 'a', reports: ['r-1'] }],
  failures: [
    drawFailure('http://a.example.cn/gone.html', 'gone'),
    drawFailure('http://b.example.cn/', 'dns-failed'),
  ],
});

describe('drawText', () => {
  it('keeps to 100 columns, Chinese names and long addresses too', () => {
    const lines = drawText(full).split('\n');
    expect(lines.filter((line) => widthOf(line) > 100)).toEqual([]);
    expect(lines.filter((line) => line !== line.trimEnd())).toEqual([]);
    expect(lines.join('').replace(/\s/gu, '')).toContain('很长的名字'.repeat(30));
  });

  it('says first what needs a person', () => {
    const text = drawText(full);
    const titles = text.split('\n').filter((line) => /^[A-Z ]+$/u.test(line) && line !== '');
    expect(titles).toEqual(['ALARMS', 'IN ALL', 'SITES TO LOOK AT', 'REPORTS', 'VANISHED', 'FAILURES']);
    expect(text).toMatch(/^nianbao: A person must look at one thing\n/u);
    expect(text).toContain('1. b县人民政府: no report found');
    expect(drawText(drawSummary())).toMatch(/^nianbao: Nothing needs a person\n/u);
    expect(drawText(drawSummary())).not.toContain('ALARMS');
  });

  it('shows what changed before what is new, and counts what is more', () => {
    const text = drawText(full);
    expect(text.indexOf('changed   青岚县')).toBeLessThan(text.indexOf('new       青岚县'));
    expect(text).toContain('tables.applications.granted.total.value: 12 -> 21');
    expect(text).toContain('facts.made.value: nothing -> 3');
    expect(text).toContain('21 more in summary.json');
    expect(text).toMatch(
      / 12 {2}dns-failed {2}the name has no address\n +first: http:\/\/b\.example\.cn\/\n/u,
    );
  });

  it('lets no name do anything to a terminal', () => {
    const nasty = drawSite('a', { verdict: 'none', name: '\u001b[31m恶\n\u202e意' });
    const text = drawText(drawSummary({ sites: [nasty] }));
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/u);
    expect(text).toContain('恶 意');
  });

  it('gives the same text for the same summary', () => {
    expect(drawText(structuredClone(full))).toBe(drawText(full));
  });
});
