import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { convert } from '../../src/index.js';
import type { ReportRecord } from '../../src/model/report-record.js';
import { emptyTally, scoreDocument } from '../scoring/score-documents.js';
import { quirks } from '../synthesise/quirks.js';
import type { Truth } from '../synthesise/truth.js';
import { unmetExpectations } from './check-expectations.js';
import { sampleDocument, sampleName } from './make-samples.js';

const samples = fileURLToPath(new URL('../../samples', import.meta.url));
const folderOf = (quirk: (typeof quirks)[number]) => join(samples, sampleName(quirk));
const truthIn = (folder: string): Truth =>
  JSON.parse(readFileSync(join(folder, 'sample.json'), 'utf8')).truth;

describe('samples', () => {
  it('have names of their own', () => {
    expect(new Set(quirks.map(sampleName)).size).toBe(quirks.length);
  });

  it.each(quirks.map((quirk) => [sampleName(quirk), quirk] as const))(
    '%s is as committed',
    async (_, quirk) => {
      const folder = folderOf(quirk);
      const { file, bytes, drawn, sample } = await sampleDocument(quirk);
      expect(JSON.parse(readFileSync(join(folder, 'sample.json'), 'utf8'))).toEqual(
        JSON.parse(JSON.stringify(sample)),
      );
      expect(readFileSync(join(folder, 'grids.drawn'), 'utf8')).toBe(drawn);
      const committed = readFileSync(join(folder, file));
      if (quirk.printedBy) expect(committed.length).toBeLessThan(150 * 1024);
      else expect(committed.equals(Buffer.from(bytes)), 'source').toBe(true);
    },
  );
});

const recorded = quirks.filter((quirk) => existsSync(join(folderOf(quirk), 'record.json')));

describe('records of samples', () => {
  it('stand beside all samples, or beside none before the first run', () => {
    expect([0, quirks.length]).toContain(recorded.length);
  });

  it.each(recorded.map((quirk) => [sampleName(quirk), quirk] as const))(
    '%s says what is true',
    (_, quirk) => {
      const folder = folderOf(quirk);
      const content = JSON.parse(readFileSync(join(folder, 'record.json'), 'utf8'));
      const records: ReportRecord[] = [content].flat();
      const tally = emptyTally();
      const bad = scoreDocument(tally, truthIn(folder), records);
      expect(bad.filter(({ verdict }) => verdict === 'silent')).toEqual([]);
      expect(unmetExpectations(records[0]!, quirk.expectations ?? [])).toEqual([]);
    },
  );

  it.each(recorded.map((quirk) => [sampleName(quirk), quirk] as const))(
    '%s is what the source converts to (npm run samples -- --records, then read the diff)',
    async (_, quirk) => {
      const folder = folderOf(quirk);
      const file = readdirSync(folder).find((name) => name.startsWith('source.'))!;
      const { records } = await convert({ uri: file, bytes: readFileSync(join(folder, file)) });
      const content = JSON.parse(readFileSync(join(folder, 'record.json'), 'utf8'));
      expect(JSON.stringify(records)).toBe(JSON.stringify([content].flat()));
    },
  );
});
