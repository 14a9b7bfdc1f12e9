import type { Identity } from '../../src/model/template.js';
import type { ReportForm } from '../synthesise/forms.js';
import type { TableName, Wanted } from '../synthesise/printed.js';
import { type Random, seededRandom } from '../synthesise/random.js';
import { carriers } from '../synthesise/render/index.js';
import type { Carrier } from '../synthesise/render/rendering.js';
import { makeReport, type Report } from '../synthesise/report.js';
import { columnDamages } from './column-damages.js';
import type { Damage, Damaged } from './damage.js';
import { figureDamages } from './figure-damages.js';
import { jointDamages } from './joint-damages.js';
import { crossedOf, type Excuse, excusesOf, type Reading, readingOf } from './protection.js';
import { layoutDamages } from './row-damages.js';
import { printedTexts, readWithoutSpans, type Sheet } from './sheet.js';

export const damages: Damage[] = [...figureDamages, ...layoutDamages, ...columnDamages, ...jointDamages];

/** The forms as often as the files that arrive. */
const forms: readonly ReportForm[] = [
  'ogi-2021',
  'ogi-2019',
  'ogi-2021',
  'statistics-2014',
  'ogi-2021',
  'ogi-2019',
];

export const caseRandom = (seed: number, index: number): Random => seededRandom(seed).fork(`report ${index}`);

/** The truthful report of that number. */
export const reportAt = (seed: number, index: number): Report =>
  makeReport(caseRandom(seed, index), { form: forms[index % forms.length]! });

/** Report after report goes round all carriers. */
export const carriersAt = (index: number, perReport: number, names: readonly string[] | null): string[] => {
  const all = carriers.map(({ name }) => name).filter((name) => !names || names.includes(name));
  const count = Math.min(perReport, all.length);
  return Array.from({ length: count }, (_, k) => all[(index * count + k) % all.length]!);
};

/** The table to be hit: the one with the most identities most often. */
export const pickTable = (report: Report, random: Random): TableName => {
  const weights: Record<TableName, number> = { applications: 3, review: 1, proactive: 1, statistics: 1 };
  return random.pick(
    (Object.keys(report.tables) as TableName[]).flatMap((table) =>
      Array<TableName>(weights[table]).fill(table),
    ),
  );
};

export const truthOfTable = (report: Report, table: TableName): Map<string, Wanted> =>
  new Map(
    Object.entries(report.tables[table] ?? {}).flatMap(([row, columns]) =>
      Object.entries(columns).map(([column, { value }]): [string, Wanted] => [`${row}.${column}`, value]),
    ),
  );

export const identitiesOf = (report: Report, table: TableName): readonly Identity[] =>
  report.specs[table]?.identities ?? [];

/** What a damage did, as far as the printed table shows it. */
export interface Effect {
  hit: Set<string>;
  /** Hit cells that nobody can know to be wrong, and why. */
  excuses: Map<string, Excuse>;
  /** What a person reads now in cells that the damage changed. */
  reads: Map<string, Reading>;
  /** Hit cells that two printed sums hold. */
  crossed: Set<string>;
}

export const NO_EFFECT: Effect = { hit: new Set(), excuses: new Map(), reads: new Map(), crossed: new Set() };

/** Does this way of printing hide what the damage left to be seen? What a person reads then. */
const hiddenBy = (
  sheet: Sheet,
  damaged: Damaged,
  { isPaper, covered }: { isPaper?: boolean; covered?: Carrier['covered'] },
): { by: Excuse; reads: Map<string, string | null> } | undefined => {
  if (isPaper && damaged.isByAbsence) return { by: 'paper', reads: damaged.reads };
  const reads = covered && damaged.isBySpan ? readWithoutSpans(sheet, damaged.table, covered) : undefined;
  return reads && { by: 'no-spans', reads };
};

/** Which of the cells that a damage hit are really wrong, and which of these nobody can know to be wrong. */
export const effectOf = (
  sheet: Sheet,
  damaged: Damaged,
  identities: readonly Identity[],
  shown: { isPaper?: boolean; covered?: Carrier['covered'] } = {},
): Effect => {
  const texts = printedTexts(sheet);
  const hidden = hiddenBy(sheet, damaged, shown);
  if (damaged.isVisible && !hidden) return { ...NO_EFFECT, hit: damaged.hit };
  const readsAs = hidden?.reads ?? damaged.reads;
  const isChanged = (key: string): boolean =>
    readingOf(readsAs.get(key) ?? null) !== readingOf(texts.get(key) ?? null);
  const hit = new Set([...damaged.hit].filter(isChanged));
  const now = new Map([...texts, ...readsAs]);
  const excuses = excusesOf(hit, identities, now);
  // Elsewhere the missing cells, or the wide one, would have shown it.
  if (hidden) for (const key of excuses.keys()) excuses.set(key, hidden.by);
  const reads = new Map([...readsAs].map(([key, text]) => [key, readingOf(text)]));
  return { hit, excuses, reads, crossed: crossedOf(hit, identities, now) };
};
