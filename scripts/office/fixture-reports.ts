import { blankTotals, breakOwnSums, noteInCell } from '../synthesise/alter/report.js';
import { type MadeDocument, makeDocument, type Recipe } from '../synthesise/document.js';
import { docxBytes } from '../synthesise/render/docx.js';

const zeros = { zero: '0', blankShare: 0, thousands: false, fullWidth: false, minus: '-' } as const;

export interface FixtureReport {
  name: string;
  recipe: Omit<Recipe, 'carrier'>;
}

/** The reports of the fixtures of every format: all eras, all kinds of table, and what goes wrong in cells. */
export const fixtureReports: FixtureReport[] = [
  {
    name: 'ogi-2019-merged',
    recipe: { form: 'ogi-2019', year: 2019, seed: 611, scale: 'some', style: zeros },
  },
  {
    name: 'ogi-2019-blanks',
    recipe: { form: 'ogi-2019', year: 2020, seed: 612, scale: 'few', style: { ...zeros, blankShare: 0.4 } },
  },
  {
    name: 'ogi-2021-wrong-sum',
    recipe: {
      form: 'ogi-2021',
      year: 2023,
      seed: 613,
      scale: 'some',
      style: zeros,
      alterReport: breakOwnSums,
    },
  },
  {
    name: 'ogi-2021-full-width',
    recipe: {
      form: 'ogi-2021',
      year: 2025,
      seed: 614,
      scale: 'many',
      style: { ...zeros, fullWidth: true, blankShare: 0.2 },
    },
  },
  {
    name: 'ogi-2021-blank-totals',
    recipe: { form: 'ogi-2021', year: 2024, seed: 615, scale: 'few', style: zeros, alterReport: blankTotals },
  },
  {
    name: 'ogi-2021-note-in-cell',
    recipe: {
      form: 'ogi-2021',
      year: 2022,
      seed: 616,
      scale: 'some',
      style: zeros,
      alterReport: (report) => noteInCell(report, 'normativeDocuments', 'issuedThisYear'),
    },
  },
  { name: 'statistics-2014', recipe: { form: 'statistics-2014', year: 2015, seed: 617, scale: 'some' } },
  { name: 'statistics-provincial', recipe: { form: 'statistics-provincial', year: 2016, seed: 618 } },
  { name: 'narrative', recipe: { form: 'narrative', year: 2012, seed: 619 } },
];

/** A DOCX whose cells say how wide they are, as Word's do: LibreOffice forgets spans if no cell does. */
export const makeMeasured = async (recipe: Recipe, name: string): Promise<MadeDocument> => {
  const made = await makeDocument(recipe, name);
  if (!recipe.carrier.startsWith('docx')) return made;
  return { ...made, bytes: await docxBytes(made.page, recipe.carrier === 'docx-headings', true) };
};

/** Prints one of them; the same bytes at every call. */
export const printFixture = (report: FixtureReport, carrier: string): Promise<MadeDocument> =>
  makeMeasured({ ...report.recipe, carrier }, report.name);
