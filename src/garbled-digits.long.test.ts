import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { convert } from './index.js';
import type { OcrMode } from './model/reading-aids.js';
import type { Cell, ReportRecord } from './model/report-record.js';
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

const NAME = '2022-weiqiao-pdf-libreoffice';

describe('digits that a font maps wrongly', () => {
  it('are read from the pictures of the pages', async () => {
    const truth = cellsOf(await read(source(NAME), 'never'));
    const record = await read(await garbleDigits(source(NAME), { 1: '7' }), 'auto');
    expect(codes(record)).toContain('pdf-garbled-text');
    expect(codes(record)).not.toContain('digits-unsure');
    const cells = cellsOf(record);
    expect(cells.map(({ value }) => value)).toEqual(truth.map(({ value }) => value));
    expect(cells.every(({ flags }) => flags.includes('ocr'))).toBe(true);
    expect(record.period).toMatchObject({ start: { value: '2022-01-01' }, end: { value: '2022-12-31' } });
  });
});
