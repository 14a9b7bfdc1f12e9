import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { reportRecordSchema } from '../../model/report-record.js';
import type { RunVersion } from '../../store/run-versions.js';
import { gatherChanges } from './gather-changes.js';

const sample = new URL('../../../samples/2023-linxi-clean-html/record.json', import.meta.url);
const record = reportRecordSchema.parse(JSON.parse(readFileSync(sample, 'utf8')));

const version = (
  over: Partial<RunVersion> & { issuer?: string | null; year?: number | null },
): RunVersion => {
  const { issuer = record.issuer.value, year = record.year.value, ...rest } = over;
  const own = {
    ...record,
    issuer: { ...record.issuer, value: issuer },
    year: { ...record.year, value: year },
  };
  return {
    ...{ report: 'r', number: 2, cause: 'source-changed', site: 's', url: 'u', run: 3, diff: null },
    ...{ record: own, ...rest },
  };
};

describe('gatherChanges', () => {
  it('shows of many differences the numbers first', () => {
    const paths = [
      ...[
        'source.charset',
        'title.value',
        'tables.a.b.c.raw',
        'tables.a.b.c.value',
        'tables.a.b.c.suggested.value',
      ],
      ...['facts.made.value', 'facts.made.raw', 'extras.x「y」.cells.z.value', 'checks.one'],
    ];
    const changes = paths.map((path, at) => ({ path, before: at }));
    const [change] = gatherChanges([version({ diff: { changes, omitted: 7 } })]);
    expect([change!.differences, change!.first]).toEqual([
      16,
      [
        { path: 'tables.a.b.c.value', before: 3 },
        { path: 'facts.made.value', before: 5 },
        { path: 'extras.x「y」.cells.z.value', before: 7 },
        { path: 'source.charset', before: 0 },
        { path: 'title.value', before: 1 },
      ],
    ]);
  });

  it('puts reports in the order of issuer, year, address, those without last', () => {
    const versions = [
      version({ url: '5', issuer: null }),
      version({ url: '4', issuer: '乙', year: null }),
      version({ url: '3', issuer: '乙', year: 2020 }),
      version({ url: '2', issuer: '乙', year: 2020 }),
      version({ url: '1', issuer: '丁', year: 2024 }),
    ];
    expect(gatherChanges(versions).map(({ url }) => url)).toEqual(['1', '2', '3', '4', '5']);
    expect(gatherChanges([...versions].reverse())).toEqual(gatherChanges(versions));
  });

  it('calls what made a version by its name', () => {
    const causes = ['first', 'source-changed', 'reading-changed'] as const;
    const versions = causes.map((cause) => version({ cause, url: cause }));
    expect(gatherChanges(versions).map(({ url, change }) => [url, change])).toEqual([
      ['first', 'new'],
      ['reading-changed', 'reread'],
      ['source-changed', 'changed'],
    ]);
  });
});
