import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { convertOriginal, readFixtures, sayCells } from '../../../scripts/office/compare-fixture.js';
import { convert } from '../../../src/index.js';

const fixtures = readFixtures(fileURLToPath(new URL('fixtures', import.meta.url)));

describe('RTF that LibreOffice writes', () => {
  it('is there', () => {
    expect(fixtures.length).toBeGreaterThanOrEqual(9);
    expect(new Set(fixtures.map(({ report }) => report)).size).toBe(9);
  });

  it.each(fixtures)('gives the cells and sections of its DOCX: $file', async ({ file, report, bytes }) => {
    const { records, failure } = await convert({ uri: file, bytes });
    const original = await convertOriginal(report);
    expect(failure).toBeNull();
    expect(sayCells(records)).toEqual(sayCells(original));
    for (const [index, { title, issuer, year, sections, facts }] of original.entries()) {
      expect(records[index]).toMatchObject({
        source: { format: 'rtf', mediaType: 'application/rtf' },
        title: { value: title.value },
        issuer: { value: issuer.value },
        year: { value: year.value },
      });
      expect(records[index]!.sections.map(({ heading, text }) => [heading, text])).toEqual(
        sections.map(({ heading, text }) => [heading, text]),
      );
      expect(records[index]!.facts.map(({ id, value }) => [id, value])).toEqual(
        facts.map(({ id, value }) => [id, value]),
      );
    }
  });
});
