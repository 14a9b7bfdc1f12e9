import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  convertOriginal,
  readFixtures,
  sayCells,
  sayReports,
} from '../../../scripts/office/compare-fixture.js';
import { convert } from '../../../src/index.js';
import { amount } from '../../../src/testing/amount.js';

const fixtures = readFixtures(fileURLToPath(new URL('fixtures', import.meta.url)));

/** An amount typed as 0.00 is the number 0 in a workbook, and shown as one. */
const asNumbers = (lines: string[]): string[] => lines.map((line) => line.replace(' 0.00 ', ' 0 '));

describe('workbooks that LibreOffice writes', () => {
  it('are there', () => {
    expect(fixtures.length).toBeGreaterThanOrEqual(12);
  });

  it.each(fixtures.filter((_, i) => i % amount(3, 1) === 0))(
    'give the cells of the DOCX of the same report: $file',
    async ({ file, report, bytes }) => {
      const { records, failure } = await convert({ uri: file, bytes });
      const original = await convertOriginal(report);
      expect(failure).toBeNull();
      expect(sayCells(records)).toEqual(asNumbers(sayCells(original)));
      expect(sayCells(records).length).toBeGreaterThan(report === 'narrative' ? -1 : 10);
      expect(sayReports(records)).toEqual(sayReports(original));
      for (const { source } of records) expect(source).toMatchObject({ format: file.split('.').at(-1) });
    },
  );
});
