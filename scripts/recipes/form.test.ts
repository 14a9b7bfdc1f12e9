import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../parsers/index.js';
import { applicants, applicationsTable } from '../../parsers/templates/common/applications.js';
import { openYearCheck } from '../../src/across-years/open-year-check.js';
import { convertBundle } from '../../src/convert/pipeline.js';
import type { Knowledge } from '../../src/model/knowledge.js';
import type { Cell, ReportRecord } from '../../src/model/report-record.js';
import type { Template } from '../../src/model/template.js';
import { corpusRecipe } from '../synthesise/corpus.js';
import { makeDocument, type Recipe } from '../synthesise/document.js';
import { brokenIdentities } from '../synthesise/identities.js';
import { type PrintStyle, plainStyle } from '../synthesise/print-figures.js';
import { carriers } from '../synthesise/render/index.js';
import type { Truth } from '../synthesise/truth.js';
import { ogi2031 } from './2031/index.js';

/** The recipe: the form's folder, and one more entry in the list of templates. */
const known = loadKnowledge();
const templates = [...known.templates, ogi2031];
const knowledge: Knowledge = { ...known, templates };

interface Read {
  record: ReportRecord;
  truth: Truth;
}

/** A generated report, read back. */
async function read(recipe: Recipe): Promise<Read> {
  const { bytes, suffix, truth } = await makeDocument(recipe, 'report');
  const { records } = await convertBundle({ files: [{ uri: `report${suffix}`, bytes }] }, knowledge);
  return { record: records[0]!, truth };
}

const toy = (carrier: string, year = 2032, style: Partial<PrintStyle> = {}): Promise<Read> =>
  read({ form: ogi2031, year, carrier, seed: 1, scale: 'some', style: { ...plainStyle, ...style } });
const today = (carrier: string): Promise<Read> =>
  read({ form: 'ogi-2021', year: 2024, carrier, seed: 1, scale: 'some', style: plainStyle });

const cellsOf = (
  { record, truth }: Read,
  table: keyof Truth['tables'],
): { cell: Cell | undefined; wanted: number | null }[] =>
  Object.entries(truth.tables[table]!).flatMap(([row, columns]) =>
    Object.entries(columns).map(([column, wanted]) => ({
      cell: record.tables[table]?.[row]?.[column],
      wanted: wanted === '' ? null : wanted,
    })),
  );

const shareSure = (cells: { cell: Cell | undefined }[]): number =>
  cells.filter(({ cell }) => cell?.confidence === 'verified').length / cells.length;

describe('a form with a column and a row more, added by its folder alone', () => {
  it.each(['html-clean', 'pipe-trailing', 'tab-rows', 'lines', 'spaces-one-line'])(
    'is read as surely as the form of 2021: %s',
    async (carrier) => {
      const [its, other] = [await toy(carrier), await today(carrier)];
      expect(its.record).toMatchObject({ template: 'ogi-2031', kind: 'annual-report' });
      expect(other.record.template).toBe('ogi-2021');
      expect(cellsOf(its, 'applications')).toHaveLength(26 * 8);
      for (const { cell, wanted } of cellsOf(its, 'applications')) expect(cell?.value).toBe(wanted);
      for (const table of ['proactive', 'review', 'applications'] as const)
        expect(shareSure(cellsOf(its, table))).toBeGreaterThanOrEqual(shareSure(cellsOf(other, table)));
    },
  );

  it('is read without a doubt from figures that are glued together', async () => {
    // Digits have more readings in eight cells than in seven: a row that its sums had to place stays `read`.
    for (const { cell, wanted } of cellsOf(await toy('glued-rows'), 'applications')) {
      expect(cell?.value).toBe(wanted);
      expect(['verified', 'read']).toContain(cell!.confidence);
    }
  });

  it('is not taken for a form of fewer columns where blanks leave no trace', async () => {
    const its = await toy('spaces-one-line', 2032, { blankShare: 0.3 });
    expect(its.record.tableTemplates.applications).toBe('ogi-2031');
    const sure = cellsOf(its, 'applications').filter(({ cell }) => cell?.confidence === 'verified');
    expect(sure.filter(({ cell, wanted }) => cell!.value !== wanted)).toEqual([]);
  });

  it('takes no report of the forms before, though a heading of theirs ends like a column of its own', async () => {
    // 法人或其他组织 stands over five columns of 2019 and of 2021.
    const [proactive, , review] = ogi2031.tables;
    const columns = [
      ...applicants.slice(0, 5),
      { id: 'unincorporatedOrganization', label: '其他组织' },
      ...applicants.slice(5),
    ];
    const alike: Template = {
      ...ogi2031,
      tables: [proactive, applicationsTable(columns, []), review],
    };
    for (const form of ['ogi-2019', 'ogi-2021'] as const) {
      const { bytes, suffix, truth } = await makeDocument(
        { form, carrier: 'html-clean', seed: 1, scale: 'some', style: plainStyle },
        'report',
      );
      const { records } = await convertBundle(
        { files: [{ uri: `report${suffix}`, bytes }] },
        { ...known, templates: [...known.templates, alike] },
      );
      expect(records[0]!.tableTemplates.applications).toBe(form);
      const cells = cellsOf({ record: records[0]!, truth }, 'applications');
      expect(cells.filter(({ cell }) => cell?.confidence !== 'verified')).toEqual([]);
    }
  });

  it('is compared across years, and its prose with its cells', async () => {
    const checker = openYearCheck(knowledge);
    const reads = [await toy('html-clean', 2031), await toy('html-clean', 2032)];
    for (const { record } of reads) checker.add(record);
    const { yearPairs, links } = checker.check();
    expect(yearPairs).toBe(1);
    const { agree, agreeAsNothing, differ } = links.carry!;
    expect(agree + agreeAsNothing + differ).toBe(8);
    // The prose says what the table says; where the table says something else, the record has an issue.
    const differs = ({ record }: Read) => record.issues.filter(({ code }) => code === 'narrative-differs');
    expect(reads.flatMap(differs)).toEqual([]);
    const wrong = await read({
      form: ogi2031,
      carrier: 'html-clean',
      seed: 1,
      scale: 'some',
      style: plainStyle,
      alterReport: (report) => ({
        ...report,
        sections: report.sections.map((section) => ({
          ...section,
          paragraphs: section.paragraphs.map((text) =>
            text.replace(`申请${report.facts.received}件`, `申请${report.facts.received + 500}件`),
          ),
        })),
      }),
    });
    expect(differs(wrong).map(({ path }) => path)).toEqual(['tables.applications.newlyReceived.total']);
  });

  it('is in the corpus, in every carrier, and keeps its sums', async () => {
    const round = Array.from({ length: 4 * carriers.length }, (_, index) =>
      corpusRecipe(7, index, templates),
    );
    const its = round.filter(({ form }) => form === ogi2031);
    expect(new Set(its.map(({ carrier }) => carrier))).toEqual(new Set(carriers.map(({ name }) => name)));
    for (const recipe of its.slice(0, 12)) {
      const { truth } = await makeDocument(recipe, recipe.name);
      if (truth.damage.length === 0) expect(brokenIdentities(truth, templates), recipe.name).toEqual([]);
      else expect(brokenIdentities(truth, templates).length).toBeGreaterThanOrEqual(2);
    }
  });
});
