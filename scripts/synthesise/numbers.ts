import {
  type ApplicationsForm,
  type OgiForm,
  outcomesOf,
  proactiveGroups,
  reviewColumns,
  reviewRows,
} from './labels.js';
import type { Random } from './random.js';
import { nationalStatistics, statisticsSums } from './statistics-labels.js';

/** row id -> column id -> true number. Amounts in yuan. Every identity of the form holds. */
export type Numbers = Record<string, Record<string, number>>;

/** How busy a body is: most get next to nothing, a few get thousands. */
export type Scale = 'none' | 'few' | 'some' | 'many';

export const pickScale = (random: Random): Scale =>
  random.pick(['none', 'none', 'few', 'few', 'few', 'some', 'some', 'many'] as const);

const heavyTail = (random: Random, scale: Scale): number => {
  const top = { none: 0, few: 12, some: 260, many: 3200 }[scale];
  return Math.round(top * random.next() ** 2);
};

const emptyNumbers = (rows: readonly string[], columns: readonly string[]): Numbers =>
  Object.fromEntries(rows.map((row) => [row, Object.fromEntries(columns.map((column) => [column, 0]))]));

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
export const applicationNumbers = (random: Random, form: ApplicationsForm, scale: Scale): Numbers => {
  const rows = form.rows.map(([id]) => id);
  const columns = form.applicants.map(([id]) => id);
  const table = emptyNumbers(rows, columns);
  const outcomes = outcomesOf(form);
  columns.slice(0, -1).forEach((column, index) => {
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
  for (const row of rows) {
    table[row]!.total = columns.slice(0, -1).reduce((sum, column) => sum + table[row]![column]!, 0);
  }
  return table;
};

/** Table 四. */
export const reviewNumbers = (random: Random, scale: Scale): Numbers => {
  const columns = reviewColumns.map(([id]) => id);
  const table = emptyNumbers(
    reviewRows.map(([id]) => id),
    columns,
  );
  for (const row of Object.values(table)) {
    if (scale === 'none' || random.chance(0.5)) continue;
    for (const column of columns.slice(0, -1)) {
      row[column] = random.chance(0.5) ? 0 : Math.round(heavyTail(random, scale) / 6);
    }
    row.total = columns.slice(0, -1).reduce((sum, column) => sum + row[column]!, 0);
  }
  return table;
};

const amountInYuan = (random: Random, scale: Scale): number => {
  if (scale === 'none' || random.chance(0.3)) return 0;
  const wan = random.int(1, scale === 'many' ? 96000 : 900);
  const small = random.pick([0, 0, random.int(1, 99) * 100, random.int(1, 9999)]);
  return wan * 10000 + small;
};

/** Table 二. No identity binds it; changes may be negative. */
export const proactiveNumbers = (random: Random, form: OgiForm, scale: Scale): Numbers => {
  const busy: Scale = scale === 'none' && random.chance(0.5) ? 'few' : scale;
  const table: Numbers = {};
  for (const group of proactiveGroups[form]) {
    for (const [row] of group.rows) {
      const idle = row === 'regulations' ? random.chance(0.9) : random.chance(0.35);
      table[row] = Object.fromEntries(group.columns.map(([column]) => [column, 0]));
      if (idle) continue;
      for (const [column] of group.columns) {
        table[row][column] =
          column === 'procurementAmount' || column === 'feesCollected'
            ? amountInYuan(random, busy)
            : column === 'changeThisYear'
              ? heavyTail(random, busy === 'many' ? 'some' : busy) * (random.chance(0.5) ? -1 : 1)
              : heavyTail(random, busy) * (column === 'decisions' && busy === 'many' ? random.int(1, 90) : 1);
      }
    }
  }
  // -0 is no number that anybody prints.
  for (const row of Object.values(table))
    for (const column of Object.keys(row)) row[column] = row[column]! + 0;
  return table;
};

/** The national statistics form: one value a row. */
export const statisticsNumbers = (random: Random, scale: Scale): Numbers => {
  const values: Record<string, number> = {};
  const of = (id: string): number => values[id] ?? 0;
  for (const { id, unit } of nationalStatistics) {
    if (id === null) continue;
    const rare = /denied|litigation|reconsideration|ByFax|Gazette/.test(id);
    values[id] = rare && random.chance(0.7) ? 0 : heavyTail(random, unit === '条' ? 'many' : scale);
    if (unit === '万元') values[id] = random.chance(0.5) ? 0 : random.int(1, 60) * 5000;
  }
  // Inner sums first: 不同意公开 is itself a part of the replies.
  for (const whole of ['repliesDenied', ...Object.keys(statisticsSums)]) {
    values[whole] = statisticsSums[whole]!.reduce((sum, part) => sum + of(part), 0);
  }
  for (const [part, whole] of [
    ['disclosedNormativeDocuments', 'disclosed'],
    ['pressConferencesByPrincipal', 'pressConferences'],
    ['onlineInterviewsByPrincipal', 'onlineInterviews'],
  ] as const) {
    values[part] = Math.min(of(part), of(whole));
  }
  return Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { value }]));
};
