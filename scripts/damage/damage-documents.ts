import { convert, type ReportRecord } from '../../src/index.js';
import { pageOf } from '../synthesise/page.js';
import {
  alterTables,
  type Page,
  type PrintedTable,
  type TableName,
  unfoldTable,
} from '../synthesise/printed.js';
import { requireCarrier } from '../synthesise/render/index.js';
import type { Rendered } from '../synthesise/render/rendering.js';
import type { Report } from '../synthesise/report.js';
import {
  carriersAt,
  caseRandom,
  damages,
  type Effect,
  effectOf,
  identitiesOf,
  NO_EFFECT,
  pickTable,
  reportAt,
  truthOfTable,
} from './cases.js';
import { groupOf, hasPlaceAndLabel } from './groups.js';
import { judgeTable, type SilentError } from './judge.js';
import { type SamePrint, samePrints, withSamePrints } from './same-print.js';
import { MARK, markedPage, sheetOf } from './sheet.js';
import { sourceDamages } from './source-damages.js';
import { type Tallies, tallyAt } from './tally.js';

/** A silent error with the words that make it again. */
export interface FoundError extends SilentError {
  case: string;
}

export interface DocumentOptions {
  seed: number;
  perReport: number;
  carriers: string[] | null;
  damages: string[] | null;
  tables: string[] | null;
  /** Reads a document; the program itself, unless a test puts something else in its place. */
  read?: (rendered: Rendered) => Promise<ReportRecord | undefined>;
}

/** One report in one carrier, ready to be damaged. */
interface Bench {
  report: Report;
  index: number;
  carrier: string;
  page: Page;
  before: ReportRecord | undefined;
  rendered: Rendered;
}

const render = (bench: Pick<Bench, 'carrier' | 'index'>, page: Page, seed: number): Promise<Rendered> =>
  Promise.resolve(requireCarrier(bench.carrier).render(page, caseRandom(seed, bench.index).fork('render')));

export const readCase = async ({ bytes, suffix }: Rendered): Promise<ReportRecord | undefined> => {
  const { records } = await convert({ uri: `damaged${suffix}`, bytes });
  return records.find(({ kind }) => kind === 'annual-report') ?? records[0];
};

/** Runs all cases of one report and adds them up. */
export const runReport = async (
  index: number,
  options: DocumentOptions,
  tallies: Tallies,
): Promise<FoundError[]> => {
  const found: FoundError[] = [];
  const report = reportAt(options.seed, index);
  const page = pageOf(report);
  for (const carrier of carriersAt(index, options.perReport, options.carriers)) {
    const rendered = await render({ carrier, index }, page, options.seed);
    const before = await (options.read ?? readCase)(rendered);
    const bench: Bench = { report, index, carrier, page, before, rendered };
    found.push(...judgeUndamaged(bench, tallies));
    for (const { name } of [...damages, ...sourceDamages]) {
      if (options.damages && !options.damages.includes(name)) continue;
      found.push(...(await runCase(bench, name, options, tallies)));
    }
  }
  return found;
};

const judgeUndamaged = (bench: Bench, tallies: Tallies): FoundError[] => {
  const tally = tallyAt(tallies, 'none', bench.carrier, 'all');
  tally.cases++;
  const names = Object.keys(bench.report.tables) as TableName[];
  const doubted = tally.cryWolf;
  const silent = names.flatMap((table) =>
    judgeTable(
      {
        table,
        truth: truthOfTable(bench.report, table),
        cells: bench.before?.tables[table],
        before: null,
        fault: null,
        showsFault: false,
        ...NO_EFFECT,
      },
      tally,
    ),
  );
  if (tally.cryWolf > doubted) tally.doubtedDocuments++;
  return silent.map((error) => ({ ...error, case: `${bench.index}:${bench.carrier}:none` }));
};

/** What a damage made of the document, and which cells it hit. Without a table if the source itself was hit. */
interface DamagedDocument extends Effect {
  table: TableName | null;
  rendered: Rendered;
}

const damageDocument = async (
  bench: Bench,
  name: string,
  options: DocumentOptions,
): Promise<DamagedDocument | null> => {
  const made = (await damageTable(bench, name, options)) ?? (await damageSource(bench, name, options.seed));
  return made && Buffer.compare(made.rendered.bytes, bench.rendered.bytes) !== 0 ? made : null;
};

/** The document of one case. @throws where the damage has nothing to hit in it */
export const makeCase = async (index: number, carrier: string, name: string, options: DocumentOptions) => {
  const report = reportAt(options.seed, index);
  const page = pageOf(report);
  const rendered = await render({ carrier, index }, page, options.seed);
  const bench: Bench = { report, index, carrier, page, before: undefined, rendered };
  const made =
    name === 'none' ? { table: null, rendered, ...NO_EFFECT } : await damageDocument(bench, name, options);
  if (!made) throw new Error(`${name} has nothing to hit in report ${index} as ${carrier}`);
  return { report, ...made };
};

const runCase = async (
  bench: Bench,
  name: string,
  options: DocumentOptions,
  tallies: Tallies,
): Promise<FoundError[]> => {
  const made = await damageDocument(bench, name, options);
  if (!made) return [];
  const record = await (options.read ?? readCase)(made.rendered);
  const tally = tallyAt(tallies, name, bench.carrier, made.table ?? 'all');
  tally.cases++;
  const names = Object.keys(bench.report.tables) as TableName[];
  const silent = names.flatMap((table) => {
    const isHit = made.table === null || made.table === table;
    const { hit, excuses, reads, crossed } = isHit ? made : NO_EFFECT;
    return judgeTable(
      {
        table,
        truth: truthOfTable(bench.report, table),
        cells: record?.tables[table],
        before: bench.before?.tables[table] ?? {},
        hit: isHit ? hit : null,
        ...{ excuses, reads, crossed },
        fault: groupOf(name).fault,
        showsFault: hasPlaceAndLabel(bench.carrier),
      },
      tally,
    );
  });
  return silent.map((error) => ({ ...error, case: `${bench.index}:${bench.carrier}:${name}` }));
};

/** A row that got longer makes the paper wider. */
const widened = (table: PrintedTable): PrintedTable => {
  const columns = Math.max(...unfoldTable(table).map(({ length }) => length));
  const more = Array<number>(Math.max(0, columns - table.widths.length)).fill(1);
  return { ...table, widths: [...table.widths, ...more] };
};

const damageTable = async (
  bench: Bench,
  name: string,
  options: DocumentOptions,
): Promise<DamagedDocument | null> => {
  const damage = damages.find((known) => known.name === name);
  if (!damage) return null;
  const random = caseRandom(options.seed, bench.index).fork(`${bench.carrier} ${name}`);
  const table = pickTable(bench.report, random);
  if (options.tables && !options.tables.includes(table)) return null;
  const sheet = sheetOf(bench.report, table)!;
  const damaged = damage.apply(sheet, random);
  if (!damaged) return null;
  const page = alterTables(bench.page, (old) => (old.id === table ? widened(damaged.table) : old));
  const { carrier, covered } = requireCarrier(bench.carrier);
  const shown = { isPaper: carrier === 'pdf', ...(covered ? { covered } : {}) };
  const effect = effectOf(sheet, damaged, identitiesOf(bench.report, table), shown);
  // These carriers lose the white space that the damage is made of, and with it what anybody could know.
  const isGluing = /^(lines|spaces|glued)/.test(bench.carrier);
  if (isGluing && ['rows-merged', 'figure-spaced'].includes(name)) return null;
  // html-cut can't cut a table whose rows are of different lengths.
  if (bench.carrier === 'html-cut' && !damage.keepsLayout) return null;
  const rendered = await render(bench, page, options.seed);
  if (!isGluing) return { table, rendered, ...effect };
  const same: SamePrint[] = [];
  for (const other of samePrints(
    sheet,
    damaged.table,
    identitiesOf(bench.report, table),
    carrier === 'glued',
  )) {
    const undamaged = alterTables(bench.page, (old) => (old.id === table ? other.table : old));
    const { bytes } = await render(bench, undamaged, options.seed);
    if (Buffer.compare(bytes, rendered.bytes) === 0) same.push(other);
  }
  return { table, rendered, ...withSamePrints(effect, sheet, same) };
};

const damageSource = async (bench: Bench, name: string, seed: number): Promise<DamagedDocument | null> => {
  const damage = sourceDamages.find((known) => known.name === name);
  if (!damage?.carriers.includes(requireCarrier(bench.carrier).carrier)) return null;
  const text = new TextDecoder().decode(bench.rendered.bytes);
  const marked = new TextDecoder().decode((await render(bench, markedPage(bench.report), seed)).bytes);
  const region = {
    start: Math.max(0, marked.indexOf(MARK) - HEADING_LENGTH),
    end: text.length - (marked.length - marked.lastIndexOf(MARK)) + 1,
  };
  const random = caseRandom(seed, bench.index).fork(`${bench.carrier} ${name}`);
  const damaged = damage.apply(text, region, random);
  if (damaged === null) return null;
  return {
    table: null,
    rendered: { ...bench.rendered, bytes: new TextEncoder().encode(damaged) },
    ...NO_EFFECT,
  };
};

/** Characters before the first figure that still belong to its table. */
const HEADING_LENGTH = 200;
