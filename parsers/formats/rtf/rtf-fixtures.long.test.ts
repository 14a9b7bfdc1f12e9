import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  convertOriginal,
  readFixtures,
  sayCells,
  sayRecords,
} from '../../../scripts/office/compare-fixture.js';
import { fixtureReports, printFixture } from '../../../scripts/office/fixture-reports.js';
import { writeLikeWord } from '../../../scripts/office/word-rtf.js';
import { corpusRecipe } from '../../../scripts/synthesise/corpus.js';
import { makeDocument } from '../../../scripts/synthesise/document.js';
import { convert } from '../../../src/index.js';
import { amount } from '../../../src/testing/amount.js';

const fixtures = readFixtures(fileURLToPath(new URL('fixtures', import.meta.url)));

describe('RTF that LibreOffice writes', () => {
  it('is there', () => {
    expect(fixtures.length).toBeGreaterThanOrEqual(9);
    expect(new Set(fixtures.map(({ report }) => report)).size).toBe(9);
  });

  it.each(fixtures.filter((_, i) => i % amount(3, 1) === 0))(
    'gives the cells and sections of its DOCX: $file',
    async ({ file, report, bytes }) => {
      const { records, failure } = await convert({ uri: file, bytes });
      const original = await convertOriginal(report);
      expect(failure).toBeNull();
      expect(sayRecords(records)).toEqual(sayRecords(original));
      for (const { source } of records)
        expect(source).toMatchObject({ format: 'rtf', mediaType: 'application/rtf' });
    },
  );
});

describe('RTF with the turns of phrase of Word', () => {
  it.each(fixtureReports.filter((_, i) => i % amount(3, 1) === 1 % amount(3, 1)))(
    'gives the cells of its DOCX: $name',
    async (report) => {
      const { page } = await printFixture(report, 'docx-headings');
      const { records, failure } = await convert({ uri: 'report.doc', bytes: writeLikeWord(page) });
      expect(failure).toBeNull();
      const original = await convertOriginal(report.name);
      // Nothing of the running header, the styles or the information about the file is in the text.
      expect(sayRecords(records)).toEqual(sayRecords(original));
    },
  );

  it('gives the cells of DOCX for reports of the corpus', async () => {
    let compared = 0;
    for (let index = 0; compared < amount(2, 12); index++) {
      const recipe = corpusRecipe(11, index);
      if (!recipe.carrier.startsWith('docx')) continue;
      const { bytes, page } = await makeDocument(recipe, recipe.name);
      const original = await convert({ uri: 'a', bytes });
      const read = await convert({ uri: 'a', bytes: writeLikeWord(page) });
      expect(sayCells(read.records), recipe.name).toEqual(sayCells(original.records));
      compared++;
    }
  });
});
