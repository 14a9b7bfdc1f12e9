import { convertBundle, readSource } from '../../src/convert/pipeline.js';
import { findHeader } from '../../src/header/find-header.js';
import { addressKey } from '../../src/model/address-key.js';
import type { Knowledge } from '../../src/model/knowledge.js';
import type { Source } from '../../src/model/source.js';
import type { CellAddress } from '../../src/model/template.js';
import { gradeTable } from '../../src/tables/grade/grade-table.js';
import { gradeTables } from '../../src/tables/grade/grade-tables.js';
import { decodeTable } from '../../src/tables/sums/decode-table.js';
import { STEPS_MAX } from '../../src/tables/sums/search-cells.js';
import { tableLines } from '../../src/tables/sums/table-lines.js';
import type { TableFit } from '../../src/tables/table-fit.js';
import { carriersAt } from '../damage/cases.js';
import { type DocumentOptions, makeCase } from '../damage/damage-documents.js';
import type { DecoderCost } from '../figures/figures.js';
import { hardTables } from './hard-tables.js';
import { type Budget, measure } from './measure.js';
import { readTables } from './stages.js';

const DOCUMENTS = 35;
const SEED = 5;
const BUDGET: Budget = { timeMs: 60, rounds: 3 };
/** One after the other, so that each number of wrong cells comes up. */
const DAMAGES = ['wrong-1', 'wrong-2', 'wrong-3', 'wrong-4', 'off-by-little-3', 'row-shifted-right'];

const options: DocumentOptions = {
  seed: SEED,
  perReport: 1,
  carriers: null,
  damages: null,
  tables: ['applications', 'statistics'],
};

/** The report of that number in a carrier, whole or damaged; null if that damage has nothing to hit in it. */
const sourceAt = async (index: number, damage: string): Promise<Source | null> => {
  const [carrier] = carriersAt(index, 1, null);
  try {
    const { rendered } = await makeCase(index, carrier!, damage, options);
    return { uri: `report${rendered.suffix}`, bytes: rendered.bytes };
  } catch (error) {
    if (/nothing to hit/u.test(String(error))) return null;
    throw error;
  }
};

/** Milliseconds of a whole conversion, and of the grading in it. */
const costOf = async (source: Source, knowledge: Knowledge): Promise<{ whole: number; grading: number }> => {
  const { parsed } = await readSource(source, knowledge);
  const match = readTables(parsed, findHeader(parsed, knowledge).value.year.value, knowledge);
  return {
    whole: await measure([source], (one) => convertBundle({ files: [one] }, knowledge), BUDGET),
    grading: await measure([match], (one) => gradeTables(one), BUDGET),
  };
};

/** Steps that the search for wrong cells takes in a table, and their bound. */
export const stepsOf = ({ spec, drafts }: TableFit): { taken: number; bound: number } => {
  const values = new Map(drafts.map((draft) => [addressKey(draft), draft.value]));
  const equations = spec.identities.filter(({ relation }) => relation === 'equals');
  const numberOf = (cell: CellAddress) => values.get(addressKey(cell)) ?? null;
  return { taken: decodeTable(equations, numberOf, { bundles: tableLines(spec) }).steps, bound: STEPS_MAX };
};

const medianOf = (values: readonly number[]): number =>
  [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)]!;

/** Measures what grading and decoding take of a conversion, on undamaged, damaged and adversarial tables. */
export const measureDecoder = async (knowledge: Knowledge): Promise<DecoderCost> => {
  const wholes: number[] = [];
  const sharesOf = async (damageAt: (index: number) => string): Promise<number[]> => {
    const shares: number[] = [];
    for (let index = 0; index < DOCUMENTS; index++) {
      const source = await sourceAt(index, damageAt(index));
      if (!source) continue;
      const { whole, grading } = await costOf(source, knowledge);
      wholes.push(whole);
      shares.push(grading / whole);
    }
    return shares;
  };
  const undamaged = await sharesOf(() => 'none');
  const damaged = await sharesOf((index) => DAMAGES[index % DAMAGES.length]!);

  let hardest = { name: '', ms: 0 };
  const tables = hardTables(SEED);
  for (const { name, fit } of tables) {
    const ms = await measure([fit], (one) => gradeTable(one), { timeMs: 0, rounds: 2 });
    if (ms > hardest.ms) hardest = { name, ms };
  }
  return {
    documents: undamaged.length + damaged.length,
    undamaged: { median: medianOf(undamaged), most: Math.max(...undamaged) },
    damaged: { median: medianOf(damaged), most: Math.max(...damaged) },
    hardest: {
      tables: tables.length,
      name: hardest.name,
      ratio: hardest.ms / medianOf(wholes),
      steps: Math.max(...tables.map(({ fit }) => stepsOf(fit).taken)),
      stepsMax: STEPS_MAX,
    },
  };
};
