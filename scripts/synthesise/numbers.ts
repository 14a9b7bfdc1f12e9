import type { CellAddress, ColumnSpec, Identity, TableSpec } from '../../src/model/template.js';
import { applicantsOf, outcomesOf } from './forms.js';
import type { Random } from './random.js';

/** row id -> column id -> true number. Amounts in yuan. Every identity of the form holds. */
export type Numbers = Record<string, Record<string, number>>;

/** How busy a body is: most get next to nothing, a few get thousands. */
export type Scale = 'none' | 'few' | 'some' | 'many';

export const pickScale = (random: Random): Scale =>
  random.pick(['none', 'none', 'few', 'few', 'few', 'some', 'some', 'many'] as const);

/** The numbers of any table of a form. */
export const tableNumbers = (random: Random, spec: TableSpec, scale: Scale): Numbers => {
  if (spec.layout === 'indicators') return indicatorNumbers(random, spec, scale);
  if (spec.layout === 'line') return lineNumbers(random, spec, scale);
  return outcomesOf(spec).length > 0
    ? applicationNumbers(random, spec, scale)
    : countNumbers(random, spec, scale);
};

const heavyTail = (random: Random, scale: Scale): number => {
  const top = { none: 0, few: 12, some: 260, many: 3200 }[scale];
  return Math.round(top * random.next() ** 2);
};

const emptyNumbers = ({ groups }: TableSpec): Numbers =>
  Object.fromEntries(
    groups.flatMap(({ rows, columns }) =>
      rows.map(({ id }) => [
        id,
        Object.fromEntries(columns.filter(({ optional }) => !optional).map((column) => [column.id, 0])),
      ]),
    ),
  );

const sumOf = (table: Numbers, cells: readonly CellAddress[]): number =>
  cells.reduce((sum, { row, column }) => sum + table[row]![column]!, 0);

/** Sets every sum from its parts, inner sums before outer ones, then cuts each 其中 to what it is a part of. */
const settleSums = (table: Numbers, identities: readonly Identity[]): Numbers => {
  const sums = identities.filter(({ relation, whole }) => relation === 'equals' && whole.length === 1);
  const unsettled = (): Identity | undefined =>
    sums.find(({ parts, whole }) => sumOf(table, whole) !== sumOf(table, parts));
  for (let sum = unsettled(); sum; sum = unsettled()) {
    const { row, column } = sum.whole[0]!;
    table[row]![column] = sumOf(table, sum.parts);
  }
  for (const { parts, whole } of identities.filter(({ relation }) => relation === 'at-most')) {
    const { row, column } = parts[0]!;
    table[row]![column] = Math.min(table[row]![column]!, sumOf(table, whole));
  }
  return table;
};

/** Throws `count` balls into bins of uneven weight. */
const scatter = (random: Random, count: number, bins: readonly string[]): Map<string, number> => {
  const weights = bins.map(() => random.next() ** 4);
  const sum = weights.reduce((left, right) => left + right, 0);
  const filled = new Map<string, number>();
  for (let ball = 0; ball < count; ball++) {
    let at = random.next() * sum;
    const bin = bins.find((_, index) => (at -= weights[index]!) < 0) ?? bins[bins.length - 1]!;
    filled.set(bin, (filled.get(bin) ?? 0) + 1);
  }
  return filled;
};

/** Table 三. Natural persons file nearly everything; most other columns are zeros. */
const applicationNumbers = (random: Random, spec: TableSpec, scale: Scale): Numbers => {
  const table = emptyNumbers(spec);
  const outcomes = outcomesOf(spec);
  applicantsOf(spec).forEach((column, index) => {
    const share = index === 0 ? 1 : random.chance(0.3) ? 0.15 * random.next() : 0;
    const received = Math.round(share * heavyTail(random, scale)) + (scale !== 'none' && index === 0 ? 1 : 0);
    const carried = random.chance(0.4) ? Math.round(received * 0.1 * random.next()) : 0;
    const forward = random.chance(0.4) ? Math.round((received + carried) * 0.15 * random.next()) : 0;
    table.newlyReceived![column] = received;
    table.carriedOver![column] = carried;
    table.carriedForward![column] = forward;
    const processed = received + carried - forward;
    table.totalProcessed![column] = processed;
    for (const [row, count] of scatter(random, processed, outcomes)) table[row]![column] = count;
  });
  return settleSums(table, spec.identities);
};

/** Table 四. */
const lineNumbers = (random: Random, spec: TableSpec, scale: Scale): Numbers => {
  const table = emptyNumbers(spec);
  for (const row of Object.values(table)) {
    if (scale === 'none' || random.chance(0.5)) continue;
    for (const column of Object.keys(row)) {
      if (column !== 'total') row[column] = random.chance(0.5) ? 0 : Math.round(heavyTail(random, scale) / 6);
    }
  }
  return settleSums(table, spec.identities);
};

const amountInYuan = (random: Random, scale: Scale): number => {
  if (scale === 'none' || random.chance(0.3)) return 0;
  const wan = random.int(1, scale === 'many' ? 96000 : 900);
  const small = random.pick([0, 0, random.int(1, 99) * 100, random.int(1, 9999)]);
  return wan * 10000 + small;
};

const countOf = (random: Random, { id, unit, signed }: ColumnSpec, scale: Scale): number => {
  if (unit === 'CNY') return amountInYuan(random, scale);
  // + 0, because -0 is no number that anybody prints.
  if (signed) return heavyTail(random, scale === 'many' ? 'some' : scale) * (random.chance(0.5) ? -1 : 1) + 0;
  return heavyTail(random, scale) * (id === 'decisions' && scale === 'many' ? random.int(1, 90) : 1);
};

/** Table 二. No identity binds it; changes may be negative. */
const countNumbers = (random: Random, spec: TableSpec, scale: Scale): Numbers => {
  const busy: Scale = scale === 'none' && random.chance(0.5) ? 'few' : scale;
  const table = emptyNumbers(spec);
  for (const { rows, columns } of spec.groups) {
    for (const { id } of rows) {
      if (random.chance(id === 'regulations' ? 0.9 : 0.35)) continue;
      for (const column of columns) table[id]![column.id] = countOf(random, column, busy);
    }
  }
  return settleSums(table, spec.identities);
};

/** The national statistics form: one value a row. */
const indicatorNumbers = (random: Random, spec: TableSpec, scale: Scale): Numbers => {
  const table = emptyNumbers(spec);
  for (const { id, unit } of spec.groups.flatMap(({ rows }) => rows)) {
    const rare = /denied|litigation|reconsideration|ByFax|Gazette/.test(id);
    table[id]!.value = rare && random.chance(0.7) ? 0 : heavyTail(random, unit === '条' ? 'many' : scale);
    if (unit === '万元') table[id]!.value = random.chance(0.5) ? 0 : random.int(1, 60) * 5000;
  }
  return settleSums(table, spec.identities);
};
