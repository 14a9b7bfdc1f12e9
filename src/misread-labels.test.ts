import { describe, expect, it } from 'vitest';
import { characterVariants } from '../parsers/lookups/character-variants.js';
import { templates } from '../parsers/templates/index.js';
import type { Recognition } from './model/recognition.js';
import type { ReportRecord } from './model/report-record.js';
import { drawDocument, drawTable } from './testing/draw-table.js';
import { readDrawing } from './testing/read-drawing.js';

/** What becomes of tables whose labels and headings were misread from a picture: what is left of them, and their neighbours, decide. */

const spec = templates.find((t) => t.id === 'ogi-2021')!.tables.find((t) => t.id === 'applications')!;
const { rows, columns } = spec.groups[0]!;
const SURE: Recognition = { score: 1, rivals: [] };
const ZEROS = [0, 0, 0, 0, 0, 0, 0];

type Applications = NonNullable<ReportRecord['tables']['applications']>;

/** @param labels what the picture is read to say instead of a row's label; @param figures of rows that are not all 0, each cell as read */
function readApplications(
  labels: Record<string, string>,
  figures: Record<string, (number | string)[]>,
  recognition: (start: number, end: number) => Recognition | null = () => SURE,
): Applications {
  const lines = rows.map(
    ({ id, labelPath }) =>
      `${labels[id] ?? labelPath.at(-1)} | ${(figures[id] ?? ZEROS).map((figure) => (figure === '' ? '' : figure)).join(' | ')}`,
  );
  const parsed = drawTable([`项目 | ${columns.map(({ label }) => label).join(' | ')}`, ...lines].join('\n'));
  return readDrawing({ ...parsed, recognition }, { templates, characterVariants }, 2023).tables.applications!;
}

const one = [4, 0, 0, 0, 0, 0, 4];
const few = { newlyReceived: one, repeatRequest: one, totalProcessed: one };

describe('labels misread from a picture', () => {
  it('places a row by its neighbours and what is left of its label', () => {
    const { repeatRequest, totalProcessed } = readApplications(
      { repeatRequest: '2.作复中请', totalProcessed: '（七）总' },
      few,
    );
    expect(repeatRequest!.naturalPerson).toMatchObject({ value: 4 });
    expect(repeatRequest!.naturalPerson).toMatchObject({ confidence: 'suspect' });
    expect(repeatRequest!.naturalPerson!.flags).toContain('label-missing');
    expect(totalProcessed!.total).toMatchObject({ value: 4 });
  });

  it('places no row of which nothing is left, and none that the source holds as text', () => {
    const labels = { repeatRequest: '网站访问人次' };
    expect(readApplications(labels, few).repeatRequest!.naturalPerson).toMatchObject({
      confidence: 'missing',
    });
    const printed = readApplications({ repeatRequest: '2.作复中请' }, few, () => null);
    expect(printed.repeatRequest!.naturalPerson).toMatchObject({ value: null, confidence: 'missing' });
  });

  it('takes the order of the review table from its own heading, and not from the title above it', () => {
    const results = '结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计';
    const spread = ' | <'.repeat(4);
    const table = [
      `行政复议${spread} | 行政诉${spread}${spread} | <`,
      `${results} | 未经复议直接起诉${spread} | 复议后起诉${spread}`,
      `${'^ | '.repeat(5)}${results} | ${results}`,
      '3 | 1 | 0 | 0 | 4 | 2 | 0 | 0 | 0 | 2 | 5 | 0 | 0 | 0 | 5',
    ].join('\n');
    const title = '四、因政府信息公开工作被申请行政复议、提起行政诉讼情况';
    const parsed = drawDocument({ paragraph: title }, { table });
    const graded = readDrawing(
      { ...parsed, recognition: () => SURE },
      { templates, characterVariants },
      2023,
    );
    const review = graded.tables.review!;
    const upheld = ['reconsideration', 'litigationDirect', 'litigationAfterReconsideration'];
    expect(upheld.map((row) => review[row]!.upheld!.value)).toEqual([3, 2, 5]);
  });
});

describe('figures misread from a picture', () => {
  it('takes a minus before a count for a speck, stays in doubt, and keeps what was read', () => {
    const figures = { ...few, repeatRequest: ['-4', 0, 0, 0, 0, 0, 4] };
    const recognition = (start: number, end: number): Recognition =>
      end - start === 2 ? { score: 0.6, rivals: [{ text: '4', score: 0.4 }] } : SURE;
    const cell = readApplications({}, figures, recognition).repeatRequest!.naturalPerson!;
    expect(cell).toMatchObject({ value: 4, raw: '-4', confidence: 'suspect' });
    expect(cell.flags).toEqual(expect.arrayContaining(['sign-unexpected', 'sign-unsure']));
  });

  it('proves by the sums what could not be read, though an unsure reading breaks another sum', () => {
    const figures = {
      newlyReceived: one,
      granted: [1, 0, 0, 0, 9, 0, 1],
      repeatRequest: [3, '□', 0, '□', 0, 0, 3],
      totalProcessed: one,
    };
    const recognition = (start: number, end: number): Recognition =>
      unsureAt.has(`${start}`) || end === start ? { score: 0.7, rivals: [] } : SURE;
    const unsureAt = new Set<string>();
    const lines = rows.map(({ id }) => (figures as Record<string, (number | string)[]>)[id] ?? ZEROS);
    const parsed = drawTable(
      [
        `项目 | ${columns.map(({ label }) => label).join(' | ')}`,
        ...rows.map(({ labelPath }, i) => `${labelPath.at(-1)} | ${lines[i]!.join(' | ')}`),
      ].join('\n'),
    );
    const grid = parsed.blocks[0]!;
    if (grid.kind === 'grid')
      for (const { text, start } of grid.cells) if (text === '9') unsureAt.add(`${start}`);
    const cells = readDrawing({ ...parsed, recognition }, { templates, characterVariants }, 2023).tables
      .applications!;
    expect(cells.repeatRequest!.commercialEnterprise).toMatchObject({ value: null, suggested: { value: 0 } });
    expect(cells.granted!.legalServiceOrganization).toMatchObject({ value: 9, suggested: { value: 0 } });
  });
});
