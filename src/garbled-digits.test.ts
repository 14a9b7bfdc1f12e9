import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { convert } from './index.js';
import type { OcrMode } from './model/reading-aids.js';
import type { Cell, Fact, Field, ReportRecord } from './model/report-record.js';
import { garbleDigits } from './testing/layout/garble-digits.js';

/** PDF whose fonts say wrongly which digits they print, while all labels are as they should be. */

const source = (name: string) => new Uint8Array(readFileSync(`samples/${name}/source.pdf`));

async function read(bytes: Uint8Array, ocr: OcrMode): Promise<ReportRecord> {
  const { records, failure } = await convert({ uri: 'a.pdf', bytes }, { ocr });
  expect(failure).toBeNull();
  return records[0]!;
}

const cellsOf = ({ tables }: ReportRecord): Cell[] =>
  Object.values(tables).flatMap((rows) => Object.values(rows).flatMap((cells) => Object.values(cells)));
const codes = ({ issues }: ReportRecord): string[] => issues.map(({ code }) => code);
const isSure = ({ confidence }: Field<unknown> | Fact): boolean =>
  confidence === 'verified' || confidence === 'read';

const NAME = '2022-weiqiao-pdf-libreoffice';

describe('digits that a font maps wrongly', () => {
  it.each([
    ['one for another, so that two digits look alike', { 1: '7' }],
    ['two exchanged', { 3: '8', 8: '3' }],
    ['all but 0', { 1: '2', 2: '3', 3: '4', 4: '5', 5: '6', 6: '7', 7: '8', 8: '9', 9: '1' }],
  ])('make nothing sure and correct nothing where no picture can be looked at: %s', async (_, digits) => {
    const record = await read(await garbleDigits(source(NAME), digits), 'never');
    expect(codes(record)).toContain('digits-unsure');
    expect(cellsOf(record)).toHaveLength(200);
    for (const cell of cellsOf(record)) {
      expect(cell).toMatchObject({ confidence: 'suspect', flags: expect.arrayContaining(['digits-unsure']) });
      expect(cell.suggested).toBeUndefined();
    }
    expect(record.facts.filter(isSure)).toEqual([]);
    const { year, title, period, contact } = record;
    expect([year, title, period.start, period.end, contact.phone].filter(isSure)).toEqual([]);
  });

  it('are no matter where the digits are right', async () => {
    const record = await read(source(NAME), 'never');
    expect(codes(record)).not.toContain('digits-unsure');
    expect(record.summary).toMatchObject({ verified: 190, read: 10 });
  });
});
