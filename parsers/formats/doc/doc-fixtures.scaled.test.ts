import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import WordExtractor from 'word-extractor';
import {
  convertOriginal,
  readFixtures,
  sayCells,
  sayRecords,
} from '../../../scripts/office/compare-fixture.js';
import { convert } from '../../../src/index.js';
import { amount } from '../../../src/testing/amount.js';
import { docFormat } from './index.js';

const fixtures = readFixtures(fileURLToPath(new URL('fixtures', import.meta.url)));

/** All that is printed, without what parts cells and lines; the other reader makes all dashes and quotes plain. */
const bare = (text: string): string =>
  text.replace(/[\s|]/gu, '').replace(/[—–]/gu, '-').replace(/[“”]/gu, '"').replace(/[‘’]/gu, "'");

describe('Word documents that LibreOffice writes', () => {
  it('are there', () => {
    expect(fixtures.length).toBeGreaterThanOrEqual(9);
  });

  it.each(fixtures.filter((_, i) => i % amount(3, 1) === 0))(
    'give the cells and sections of their DOCX: $file',
    async ({ file, report, bytes }) => {
      const { records, failure } = await convert({ uri: file, bytes });
      const original = await convertOriginal(report);
      expect(failure).toBeNull();
      expect(sayRecords(records)).toEqual(sayRecords(original));
      expect(sayCells(records).length).toBeGreaterThan(report === 'narrative' ? -1 : 10);
      for (const { source } of records)
        expect(source).toMatchObject({ format: 'doc', mediaType: 'application/msword' });
    },
  );

  it.each(fixtures)('give the text that another reader finds: $file', async ({ file, bytes }) => {
    const raw = { source: { uri: file, bytes }, sha256: '', mediaType: '', formatId: 'doc' };
    const { value, issues } = await docFormat.read(raw);
    const other = await new WordExtractor().extract(Buffer.from(bytes));
    expect(bare(value.text)).toBe(bare(other.getBody()));
    expect(issues).toEqual([]);
  });
});
