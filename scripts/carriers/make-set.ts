import { makeDocument } from '../synthesise/document.js';
import type { ReportForm } from '../synthesise/forms.js';
import type { TableName } from '../synthesise/printed.js';
import { type Random, seededRandom } from '../synthesise/random.js';
import { carriers as anyCarriers } from '../synthesise/render/index.js';
import { makeReport, type Report } from '../synthesise/report.js';
import type { Truth } from '../synthesise/truth.js';
import { damageDigit, numberCells } from './damage-digit.js';

/** What happened to the files of one report. */
export const mishaps = [
  'whole',
  'table-left-out',
  'digit-in-one',
  'digit-in-each',
  'tables-apart',
  'three-digits',
  'three-left-out',
  'any-carriers',
] as const;
export type Mishap = (typeof mishaps)[number];

/** One report in several files, and what is true of it. */
export interface CarrierSet {
  name: string;
  mishap: Mishap;
  files: { uri: string; bytes: Uint8Array }[];
  truth: Truth;
}

const forms: ReportForm[] = ['ogi-2021', 'ogi-2019', 'statistics-2014'];
/** Files that a site puts beside each other. */
const pairs = [
  ['html-clean', 'docx-plain', 'pdf-plain'],
  ['html-word', 'pdf-plain', 'docx-plain'],
  ['html-nested', 'docx-plain', 'pdf-plain'],
  ['html-clean', 'tab-rows', 'docx-plain'],
  ['html-junk', 'docx-headings', 'pdf-plain'],
];

/** What one of the files prints otherwise than the report is. */
interface Change {
  without?: readonly TableName[];
  damages?: number;
}

/** The set of one number; the same seed and number give the same bytes. */
export const makeSet = async (seed: number, index: number): Promise<CarrierSet> => {
  const random = seededRandom(seed).fork(`set ${index}`);
  const mishap = mishaps[index % mishaps.length]!;
  const form = forms[Math.floor(index / mishaps.length) % forms.length]!;
  const carriers =
    mishap === 'any-carriers'
      ? [random.pick(anyCarriers).name, random.pick(anyCarriers).name]
      : pairs[Math.floor(index / (mishaps.length * forms.length)) % pairs.length]!;
  const recipe = { form, seed: random.int(1, 2 ** 31) };
  const report = makeReport(seededRandom(recipe.seed).fork('report'), recipe);
  const changes = changesOf(mishap, Object.keys(report.tables) as TableName[], random);
  const cells = random.fork('cells');
  const used = new Set<string>();
  const files: CarrierSet['files'] = [];
  for (const [at, change] of changes.entries()) {
    const made = await makeDocument(
      {
        ...recipe,
        carrier: carriers[at]!,
        alterReport: (whole) => damaged(whole, change.damages ?? 0, cells, used),
        alterPage: (page) => ({
          blocks: page.blocks.filter(
            (block) => block.kind !== 'table' || !change.without?.includes(block.table.id),
          ),
        }),
      },
      `${index}`,
    );
    files.push({ uri: `${index}-${at}${made.suffix}`, bytes: made.bytes });
  }
  const { truth } = await makeDocument({ ...recipe, carrier: carriers[0]! }, `${index}`);
  return {
    name: `${index} ${form} ${mishap} ${carriers.slice(0, changes.length).join(' + ')}`,
    mishap,
    files,
    truth,
  };
};

function changesOf(mishap: Mishap, tables: readonly TableName[], random: Random): Change[] {
  const without = random.pick(tables);
  switch (mishap) {
    case 'whole':
      return [{}, {}];
    case 'table-left-out':
      return [{ without: tables.includes('applications') ? ['applications'] : [without] }, {}];
    case 'digit-in-one':
      return random.chance(0.5) ? [{ damages: 1 }, {}] : [{}, { damages: 1 }];
    case 'digit-in-each':
      return [{ damages: 1 }, { damages: 1 }];
    case 'tables-apart':
      return [{ without: [without] }, { without: tables.filter((table) => table !== without) }];
    case 'three-digits':
      return [{ damages: 1 }, { damages: 2 }, { damages: 1 }];
    case 'three-left-out':
      return [{ without: [without] }, { damages: 1 }, { without: [random.pick(tables)] }];
    case 'any-carriers':
      return [{ damages: random.int(0, 2) }, { damages: random.int(0, 2) }];
  }
}

/** Each damage of a set hits another cell. */
function damaged(report: Report, count: number, random: Random, used: Set<string>): Report {
  let altered = report;
  for (let n = 0; n < count; n++) {
    const left = numberCells(altered).filter((place) => !used.has(JSON.stringify(place)));
    if (left.length === 0) return altered;
    const place = random.pick(left);
    used.add(JSON.stringify(place));
    altered = damageDigit(altered, place, random);
  }
  return altered;
}
