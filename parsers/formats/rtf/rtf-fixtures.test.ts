import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { convertOriginal, readFixtures, sayCells } from '../../../scripts/office/compare-fixture.js';
import { fixtureReports, printFixture } from '../../../scripts/office/fixture-reports.js';
import { writeLikeWord } from '../../../scripts/office/word-rtf.js';
import { corpusRecipe } from '../../../scripts/synthesise/corpus.js';
import { makeDocument } from '../../../scripts/synthesise/document.js';
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

describe('RTF with the turns of phrase of Word', () => {
  it.each(fixtureReports)('gives the cells of its DOCX: $name', async (report) => {
    const { page } = await printFixture(report, 'docx-headings');
    const { records, failure } = await convert({ uri: 'report.doc', bytes: writeLikeWord(page) });
    expect(failure).toBeNull();
    const original = await convertOriginal(report.name);
    expect(sayCells(records)).toEqual(sayCells(original));
    expect(records.map(({ title, issuer, year }) => [title.value, issuer.value, year.value])).toEqual(
      original.map(({ title, issuer, year }) => [title.value, issuer.value, year.value]),
    );
    expect(records[0]!.facts.map(({ id, value }) => [id, value])).toEqual(
      original[0]!.facts.map(({ id, value }) => [id, value]),
    );
    // Nothing of the running header, the styles or the information about the file is in the text.
    expect(records[0]!.sections.map(({ heading, text }) => [heading, text])).toEqual(
      original[0]!.sections.map(({ heading, text }) => [heading, text]),
    );
  });

  it('gives the cells of DOCX for reports of the corpus', async () => {
    let compared = 0;
    for (let index = 0; compared < 12; index++) {
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
