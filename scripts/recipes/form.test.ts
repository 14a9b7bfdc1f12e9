import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../parsers/index.js';
import { openYearCheck } from '../../src/across-years/open-year-check.js';
import { convertBundle } from '../../src/convert/pipeline.js';
import type { Knowledge } from '../../src/model/knowledge.js';
import type { Cell, ReportRecord } from '../../src/model/report-record.js';
import { drawApplications } from '../synthesise/draw-tables.js';
import { type ApplicationsForm, applicationsForm } from '../synthesise/labels.js';
import { applicationNumbers } from '../synthesise/numbers.js';
import { pageOf } from '../synthesise/page.js';
import { type PrintStyle, plainStyle, printFigures } from '../synthesise/print-figures.js';
import { alterTables, type Figures } from '../synthesise/printed.js';
import { seededRandom } from '../synthesise/random.js';
import { requireCarrier } from '../synthesise/render/index.js';
import { makeReport } from '../synthesise/report.js';
import { ogi2031 } from './2031/index.js';

/** The recipe: the form's folder, and one more entry in the list of templates. */
const known = loadKnowledge();
const knowledge: Knowledge = { ...known, templates: [...known.templates, ogi2031] };

const [group] = ogi2031.tables.find(({ id }) => id === 'applications')!.groups;
const toyForm: ApplicationsForm = {
  applicants: group!.columns.map(({ id, label }) => [id, label] as const),
  rows: group!.rows.map(({ id, labelPath }) => [id, labelPath] as const),
};

interface Read {
  record: ReportRecord;
  truth: Record<string, Figures>;
}

/** A report whose table 三 follows `form`, printed in a carrier and read back. */
async function read(
  form: ApplicationsForm,
  year: number,
  carrier: string,
  style: Partial<PrintStyle> = {},
): Promise<Read> {
  const random = seededRandom(1);
  const printed = { ...plainStyle, ...style };
  const report = makeReport(random.fork('report'), { form: 'ogi-2021', year, scale: 'some', style: printed });
  const numbers = applicationNumbers(random.fork('numbers'), form, 'some');
  const applications = printFigures(numbers, printed, random.fork('print'));
  const page = alterTables(pageOf(report), (table) =>
    table.id === 'applications' ? drawApplications(form, applications) : table,
  );
  const { bytes, suffix } = await requireCarrier(carrier).render(page, random.fork('render'));
  const { records } = await convertBundle({ files: [{ uri: `report${suffix}`, bytes }] }, knowledge);
  return { record: records[0]!, truth: { ...(report.tables as Record<string, Figures>), applications } };
}

const cellsOf = (
  { record, truth }: Read,
  table: string,
): { cell: Cell | undefined; wanted: number | null }[] =>
  Object.entries(truth[table]!).flatMap(([row, columns]) =>
    Object.entries(columns).map(([column, { value }]) => ({
      cell: record.tables[table]?.[row]?.[column],
      wanted: value === '' ? null : value,
    })),
  );

const shareSure = (cells: { cell: Cell | undefined }[]): number =>
  cells.filter(({ cell }) => cell?.confidence === 'verified').length / cells.length;

describe('a form with a column and a row more, added by its folder alone', () => {
  it.each(['html-clean', 'pipe-trailing', 'tab-rows', 'lines', 'spaces-one-line'])(
    'is read as surely as the form of 2021: %s',
    async (carrier) => {
      const [toy, today] = [
        await read(toyForm, 2032, carrier),
        await read(applicationsForm('ogi-2021'), 2024, carrier),
      ];
      expect(toy.record).toMatchObject({ template: 'ogi-2031', kind: 'annual-report' });
      expect(today.record.template).toBe('ogi-2021');
      for (const { cell, wanted } of cellsOf(toy, 'applications')) expect(cell?.value).toBe(wanted);
      for (const table of ['proactive', 'review', 'applications'])
        expect(shareSure(cellsOf(toy, table))).toBeGreaterThanOrEqual(shareSure(cellsOf(today, table)));
    },
  );

  it('is read without a doubt from figures that are glued together', async () => {
    // Digits have more readings in eight cells than in seven: a row that its sums had to place stays `read`.
    for (const { cell, wanted } of cellsOf(await read(toyForm, 2032, 'glued-rows'), 'applications')) {
      expect(cell?.value).toBe(wanted);
      expect(['verified', 'read']).toContain(cell!.confidence);
    }
  });

  it('is not taken for a form of fewer columns where blanks leave no trace', async () => {
    const toy = await read(toyForm, 2032, 'spaces-one-line', { blankShare: 0.3 });
    expect(toy.record.tableTemplates.applications).toBe('ogi-2031');
    const sure = cellsOf(toy, 'applications').filter(({ cell }) => cell?.confidence === 'verified');
    expect(sure.filter(({ cell, wanted }) => cell!.value !== wanted)).toEqual([]);
  });

  it('is compared across years, and its prose with its cells', async () => {
    const checker = openYearCheck(knowledge);
    const reads = [await read(toyForm, 2031, 'html-clean'), await read(toyForm, 2032, 'html-clean')];
    for (const { record } of reads) checker.add(record);
    const { yearPairs, links } = checker.check();
    expect(yearPairs).toBe(1);
    const { agree, agreeAsNothing, differ } = links.carry!;
    expect(agree + agreeAsNothing + differ).toBe(toyForm.applicants.length);
    // The prose counts the requests of the synthesiser's own table.
    const differs = reads[0]!.record.issues.filter(({ code }) => code === 'narrative-differs');
    expect(differs.map(({ path }) => path)).toContain('tables.applications.newlyReceived.total');
  });
});
