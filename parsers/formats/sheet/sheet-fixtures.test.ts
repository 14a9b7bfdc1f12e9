import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { convertOriginal, readFixtures, sayCells } from '../../../scripts/office/compare-fixture.js';
import { convert } from '../../../src/index.js';

const fixtures = readFixtures(fileURLToPath(new URL('fixtures', import.meta.url)));

/** An amount typed as 0.00 is the number 0 in a workbook, and shown as one. */
const asNumbers = (lines: string[]): string[] => lines.map((line) => line.replace(' 0.00 ', ' 0 '));

describe('workbooks that LibreOffice writes', () => {
  it('are there', () => {
    expect(fixtures.length).toBeGreaterThanOrEqual(12);
  });

  it.each(fixtures)(
    'give the cells of the DOCX of the same report: $file',
    async ({ file, report, bytes }) => {
      const { records, failure } = await convert({ uri: file, bytes });
      const original = await convertOriginal(report);
      expect(failure).toBeNull();
      expect(sayCells(records)).toEqual(asNumbers(sayCells(original)));
      expect(sayCells(records).length).toBeGreaterThan(report === 'narrative' ? -1 : 10);
      for (const [index, { title, issuer, year, facts }] of original.entries()) {
        expect(records[index]).toMatchObject({
          source: { format: file.split('.').at(-1) },
          title: { value: title.value },
          issuer: { value: issuer.value },
          year: { value: year.value },
        });
        expect(records[index]!.facts.map(({ id, value }) => [id, value])).toEqual(
          facts.map(({ id, value }) => [id, value]),
        );
      }
    },
  );
});
