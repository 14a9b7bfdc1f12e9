import { describe, expect, it } from 'vitest';
import { convertOriginal, sayCells } from '../../../scripts/office/compare-fixture.js';
import { fixtureReports, printFixture } from '../../../scripts/office/fixture-reports.js';
import { type OfdStyle, ofdBytes, plainOfd } from '../../../scripts/synthesise/render/ofd.js';
import { pdfBytes, plainPdf } from '../../../scripts/synthesise/render/pdf/index.js';
import { convert } from '../../../src/index.js';
import type { ReportRecord } from '../../../src/model/report-record.js';
import { amount } from '../../../src/testing/amount.js';

const ways: [options: typeof plainPdf, style: OfdStyle][] = [
  [plainPdf, plainOfd],
  [
    { ...plainPdf, repeatHeads: true },
    { ...plainOfd, prefix: '', paths: 'absolute', shifts: 'listed', matrix: true },
  ],
  [
    { ...plainPdf, tableSize: 8 },
    { ...plainOfd, shifts: 'single', filledLines: true, nested: true },
  ],
];

const placesOf = (records: readonly ReportRecord[]) =>
  records.flatMap(({ tables }) =>
    Object.values(tables).flatMap((rows) =>
      Object.values(rows).flatMap((row) => Object.values(row).map(({ at }) => at)),
    ),
  );

describe('OFD with the drawing of the PDF', () => {
  it.each(fixtureReports.filter((_, i) => i % amount(3, 1) === 0))(
    'gives the cells of the DOCX, however it is written: $name',
    async (report) => {
      const { page } = await printFixture(report, 'docx-headings');
      const original = await convertOriginal(report.name);
      // Each report is written in each way in the long run, and in turn in one of them in the short one.
      const turn = fixtureReports.indexOf(report) % ways.length;
      for (const [usual, style] of ways.slice(amount(turn, 0), amount(turn + 1, ways.length))) {
        // Wide digits must fit on one line: what is put together over two is in doubt.
        const options = report.recipe.style?.fullWidth ? { ...usual, tableSize: 5 } : usual;
        const { records, failure } = await convert({ uri: 'a.ofd', bytes: ofdBytes(page, options, style) });
        expect(failure).toBeNull();
        expect(sayCells(records)).toEqual(sayCells(original));
        for (const [index, { title, issuer, year, facts }] of original.entries()) {
          expect(records[index]).toMatchObject({
            source: { format: 'ofd', mediaType: 'application/ofd' },
            title: { value: title.value },
            issuer: { value: issuer.value },
            year: { value: year.value },
          });
          expect(records[index]!.facts.map(({ id, value }) => [id, value])).toEqual(
            facts.map(({ id, value }) => [id, value]),
          );
        }
      }
    },
  );

  it('gives the places that the PDF gives', async () => {
    const { page } = await printFixture(fixtureReports[0]!, 'docx-headings');
    const [ofd, pdf] = await Promise.all([
      convert({ uri: 'a', bytes: ofdBytes(page) }),
      convert({ uri: 'a', bytes: await pdfBytes(page, plainPdf) }),
    ]);
    const [ours, theirs] = [placesOf(ofd.records), placesOf(pdf.records)];
    expect(ours.length).toBe(theirs.length);
    expect(ours.some((place) => place !== null)).toBe(true);
    for (const [index, place] of ours.entries()) {
      const other = theirs[index] ?? null;
      expect(place?.page).toBe(other?.page);
      for (const [side, value] of (place?.bbox ?? []).entries())
        expect(Math.abs(value - other!.bbox![side]!)).toBeLessThan(0.1);
    }
  });
});
