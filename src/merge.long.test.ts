import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { damageDigit, numberCells } from '../scripts/carriers/damage-digit.js';
import { judgeMerge } from '../scripts/carriers/judge-merge.js';
import { makeSet } from '../scripts/carriers/make-set.js';
import { emptyTally, scoreDocument } from '../scripts/scoring/score-documents.js';
import { makeDocument, type Recipe } from '../scripts/synthesise/document.js';
import type { ReportForm } from '../scripts/synthesise/forms.js';
import { seededRandom } from '../scripts/synthesise/random.js';
import { makeReport } from '../scripts/synthesise/report.js';
import { convert, convertTogether } from './index.js';
import { amount } from './testing/amount.js';

const seeds = fc.integer({ min: 1, max: 2 ** 31 - 1 });
const forms = fc.constantFrom<ReportForm>('ogi-2021', 'ogi-2019', 'statistics-2014');
const others = fc.constantFrom('docx-plain', 'pdf-plain', 'html-word', 'tab-rows');

describe('merging', () => {
  it('makes no wrong number look sure, and loses none that one file had right', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, fc.nat({ max: 119 }), async (seed, index) => {
        const { files, truth } = await makeSet(seed, index);
        const alone = [];
        for (const file of files) alone.push((await convert(file)).records[0]!);
        const { records, failure } = await convertTogether(files);
        expect(failure).toBeNull();
        expect(records).toHaveLength(1);
        expect(judgeMerge(truth, alone, records[0])).toEqual({ newSilent: [], worse: [] });
      }),
      { numRuns: amount(2, 16) },
    );
  });

  it('lets no damaged digit of one file stand as sure', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, forms, others, fc.boolean(), async (seed, form, carrier, isFirst) => {
        const random = seededRandom(seed);
        const recipe: Recipe = { form, carrier: 'html-clean', seed };
        // Some bodies print nothing but blanks.
        fc.pre(numberCells(makeReport(seededRandom(seed).fork('report'), recipe)).length > 0);
        const alterReport: Recipe['alterReport'] = (report) =>
          damageDigit(report, random.pick(numberCells(report)), random);
        const whole = await makeDocument({ ...recipe, carrier: isFirst ? carrier : 'html-clean' }, 'whole');
        const broken = await makeDocument(
          { ...recipe, carrier: isFirst ? 'html-clean' : carrier, alterReport },
          'broken',
        );
        const { records } = await convertTogether(
          [whole, broken].map(({ bytes, suffix }, at) => ({ uri: `${at}${suffix}`, bytes })),
        );
        const tally = emptyTally();
        scoreDocument(tally, whole.truth, records);
        expect(tally.verdicts.silent).toBe(0);
      }),
      { numRuns: amount(2, 20) },
    );
  });
});
