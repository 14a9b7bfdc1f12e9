import type { Confidence, TableCells } from '../model/report-record.js';

/** All numbers of a record's tables, packed: thousands of them are kept at once. */
export interface Figures {
  /** Shared by all records whose tables have the same cells. */
  paths: readonly string[];
  values: readonly (number | null)[];
  confidences: readonly Confidence[];
}

/** Returns a packer whose results share their lists of paths. */
export function figurePacker(): (tables: Readonly<Record<string, TableCells>>) => Figures {
  const known = new Map<string, readonly string[]>();
  return (tables) => {
    const cells = Object.entries(tables).flatMap(([table, rows]) =>
      Object.entries(rows).flatMap(([row, columns]) =>
        Object.entries(columns).map(([column, cell]) => ({ path: `tables.${table}.${row}.${column}`, cell })),
      ),
    );
    const key = cells.map(({ path }) => path).join('\n');
    if (!known.has(key))
      known.set(
        key,
        cells.map(({ path }) => path),
      );
    return {
      paths: known.get(key)!,
      values: cells.map(({ cell }) => cell.value),
      confidences: cells.map(({ cell }) => cell.confidence),
    };
  };
}

export const numbersIn = ({ values }: Figures): number => values.filter((value) => value !== null).length;

/** Paths where both print a number and the numbers differ. What only one of them prints is no contradiction. */
export function contradictions(left: Figures, right: Figures): string[] {
  const other = new Map(right.paths.map((path, index) => [path, right.values[index]!]));
  return left.paths.filter((path, index) => {
    const [a, b] = [left.values[index], other.get(path)];
    return a !== null && a !== undefined && b !== null && b !== undefined && a !== b;
  });
}

/** The value and confidence at a path of `figures`. @throws if `figures` has no such path */
export function figureAt(
  { paths, values, confidences }: Figures,
  path: string,
): { value: number | null; confidence: Confidence } {
  const index = paths.indexOf(path);
  if (index < 0) throw new Error(`no figure at ${path}`);
  return { value: values[index]!, confidence: confidences[index]! };
}
