import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { convertOriginal, readFixtures, sayRecords } from '../../../scripts/office/compare-fixture.js';
import { convert } from '../../../src/index.js';

const fixtures = readFixtures(fileURLToPath(new URL('fixtures', import.meta.url)));

describe('OpenDocument text that LibreOffice writes', () => {
  it('is there', () => {
    expect(fixtures.length).toBeGreaterThanOrEqual(9);
    expect(new Set(fixtures.map(({ report }) => report)).size).toBe(9);
  });

  it.each(fixtures)('gives the cells and sections of its DOCX: $file', async ({ file, report, bytes }) => {
    const { records, failure } = await convert({ uri: file, bytes });
    const original = await convertOriginal(report);
    expect(failure).toBeNull();
    expect(sayRecords(records)).toEqual(sayRecords(original));
    for (const { source } of records) expect(source).toMatchObject({ format: 'odt' });
  });
});
