import { describe, expect, it } from 'vitest';
import { characterVariants } from '../../../parsers/lookups/character-variants.js';
import { templates } from '../../../parsers/templates/index.js';
import type { Check } from '../../model/report-record.js';
import { type Drawing, drawDocument } from '../../testing/draw-table.js';
import { makeFolder } from '../../words/label-text.js';
import type { TableFit } from '../table-fit.js';
import { digitsInDoubt } from './digits-in-doubt.js';

const spec = templates.find((t) => t.id === 'ogi-2021')!.tables.find((t) => t.id === 'applications')!;
const labels = spec.groups.flatMap(({ rows }) => rows.map(({ labelPath }) => labelPath.at(-1)!));
const fold = makeFolder(characterVariants);

function doubt({
  prose = '',
  rows = labels,
  checks = [],
}: {
  prose?: string;
  rows?: string[];
  checks?: Check[];
}) {
  const drawings: Drawing[] = [
    { paragraph: prose },
    { table: rows.map((label) => `${label} | 0`).join('\n') },
  ];
  return digitsInDoubt(drawDocument(...drawings).blocks, [{ spec } as TableFit], checks, fold);
}

const sums = (passing: number, failing: number): Check[] =>
  Array.from({ length: passing + failing }, (_, i) => ({
    ...{ id: `applications/${i}`, left: 3, right: i < passing ? 3 : 9, cells: [] },
    status: i < passing ? 'pass' : 'fail',
  }));

describe('digitsInDoubt', () => {
  it('finds nothing where the form is printed as it is', () => {
    expect(doubt({ prose: '统计期限为2023年1月1日至2023年12月31日。' })).toBeNull();
    expect(doubt({ checks: sums(20, 1) })).toBeNull();
  });

  it('finds a digit that stands for another in every list of the form', () => {
    const rows = labels.map((label) => label.replace(/^1/u, '7'));
    const reasons = ['the labels that the form numbers 1 are numbered 7'];
    expect(doubt({ rows })).toEqual({ isStrong: true, reasons });
  });

  it('takes one list that a body numbers from 2 on for its mistake', () => {
    const from = labels.findIndex((label) => label.startsWith('1.'));
    const to = labels.findIndex((label, i) => i > from && label.startsWith('1.'));
    const rows = labels.map((label, i) =>
      i >= from && i < to ? label.replace(/^\d/u, (digit) => String((Number(digit) + 1) % 10)) : label,
    );
    expect(doubt({ rows })).toBeNull();
  });

  it('looks again at one date that can not be, and believes no figure beside two', () => {
    expect(doubt({ prose: '至2023年72月31日。' })).toEqual({
      isStrong: false,
      reasons: ['72月31日 is no date'],
    });
    expect(doubt({ prose: '自2023年7月41日至72月47日。' })?.isStrong).toBe(true);
  });

  it('looks again where some sums fail, and believes no figure where many do', () => {
    expect(doubt({ checks: sums(4, 2) })).toEqual({ isStrong: false, reasons: ['2 of 6 sums fail'] });
    expect(doubt({ checks: sums(4, 3) })?.isStrong).toBe(true);
    const empty = sums(60, 0).map((check): Check => ({ ...check, left: 0, right: 0 }));
    expect(doubt({ checks: [...empty, ...sums(4, 3)] })?.isStrong).toBe(true);
  });
});
